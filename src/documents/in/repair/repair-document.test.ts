import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Passage, slice, sourceEnd, spanOf } from '../../tree/passage.ts';
import type { SourceDocument } from '../../tree/source.ts';
import { readText } from '../read-text.ts';
import { openLexicon } from './lexicon.ts';
import { repairDocument } from './repair-document.ts';

const lexicon = openLexicon();
const read = (text: string) => readText(new TextEncoder().encode(text));
const passagesOf = ({ blocks }: SourceDocument): readonly Passage[] =>
  blocks.flatMap((block) => block.lines.flatMap((line) => [line.words, ...(line.cells ?? [])]));
const wordsOf = (source: SourceDocument) =>
  source.blocks.map((block) => block.lines.map((line) => line.words.text).join('\n')).join('\n\n');

const damaged = `| detta avsnitt beskrivs hur n&mnden f6ljer upp 6verenskommelsen fran 2024.
Den nara varden i Orebro lan ska starkas, och halso- och sjukvarden &r beredd.
Fragor stalls till lakare.hemma@exempel.se eller pa www.vard.se fore den 6 maj. Arendet har nummer HSN 24/6a.
Ja O`;

test('a damaged paper reads as it was meant, and its text stays as it is', () => {
  const source = read(damaged);
  const repaired = repairDocument(source, lexicon);
  assert.equal(
    wordsOf(repaired),
    `I detta avsnitt beskrivs hur nämnden följer upp överenskommelsen från 2024.
Den nära vården i Örebro län ska stärkas, och hälso- och sjukvården är beredd.
Frågor ställs till lakare.hemma@exempel.se eller på www.vard.se före den 6 maj. Ärendet har nummer HSN 24/6a.
Ja O`,
  );
  assert.equal(repaired.text, source.text);
  assert.deepEqual(
    repaired.blocks.map((block) => [block.kind, block.span, block.lines.map((line) => line.span)]),
    source.blocks.map((block) => [block.kind, block.span, block.lines.map((line) => line.span)]),
  );
});

test('each repair names the original and stands where the word stood', () => {
  const repaired = repairDocument(read(damaged), lexicon);
  for (const { start, end, original, confidence } of repaired.repairs ?? []) {
    assert.equal(damaged.slice(start, end), original);
    assert.ok(confidence > 0 && confidence <= 1);
  }
  const line = repaired.blocks[0]!.lines[0]!.words;
  const at = line.text.indexOf('nämnden');
  const span = spanOf(line, at, at + 'nämnden'.length)!;
  assert.equal(damaged.slice(span.start, span.end), 'n&mnden');
  const part = spanOf(slice(line, at, at + 3))!;
  assert.equal(damaged.slice(part.start, part.end), 'n&mnden');
});

test('a name that could be a word stays a name', () => {
  const text = `${damaged}\nRapporten skrevs av Bjork och Asa Strom.`;
  assert.match(wordsOf(repairDocument(read(text), lexicon)), /skrevs av Bjork och Asa Strom\./);
});

test('cells of a table are repaired each by itself', () => {
  const text = `${damaged}\n\nFraga\tSvar\nAntal lakare\t12\nN&mnd\tHalsa\n`;
  const table = repairDocument(read(text), lexicon).blocks.find((block) => block.kind === 'table');
  assert.deepEqual(
    table?.lines.map((line) => line.cells?.map((cell) => cell.text)),
    [
      ['Fråga', 'Svar'],
      ['Antal läkare', '12'],
      ['Nämnd', 'Hälsa'],
    ],
  );
});

const sentences = [
  'Nämnden beslutar att godkänna rapporten.',
  'Vården ska ges nära patienten, hälso- och sjukvården ställs om.',
  'För att nå målet för 2026 behövs fler läkare.',
  'Anna Ström och Bo Berg yttrar sig i ärendet HSN 2026-114.',
  'Svar skickas till diariet@exempel.se senast den 6 maj.',
  'Total kostnad: 144 000 kr, varav 50 % betalas av kommunerna.',
  'The committee met in May.',
  'Ja | Nej O',
];

test('a sound paper comes back as the very same tree, whatever it says', () => {
  const papers = fc.array(fc.constantFrom(...sentences, '', '# Rubrik', '- punkt'), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(papers, (lines) => {
      const source = read(lines.join('\n'));
      assert.equal(repairDocument(source, lexicon), source);
    }),
  );
});

test('whatever damaged words stand beside, pieces keep to the source and cover every letter', () => {
  const papers = fc.array(
    fc.constantFrom(...damaged.split('\n'), ...sentences, '**varden** &r *6ver* alla', '- ~~n&mnden~~ far st6d'),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(papers, (lines) => {
      const text = [damaged, ...lines].join('\n');
      const repaired = repairDocument(read(text), lexicon);
      for (const passage of passagesOf(repaired)) {
        let at = 0;
        for (const piece of passage.pieces) {
          assert.ok(piece.at >= at, 'pieces do not overlap');
          at = piece.at + piece.length;
          const original = text.slice(piece.source, sourceEnd(piece));
          const words = passage.text.slice(piece.at, at);
          if (piece.sourceLength === undefined) assert.equal(words, original);
          else
            assert.ok(repaired.repairs?.some((repair) => repair.start === piece.source && repair.repaired === words));
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('papers made to be slow are read in the time of others', () => {
  const papers = [
    'varden &r n&ra lanet fér alla '.repeat(5_000),
    `${damaged}\n${'a'.repeat(100_000)}`,
    `${damaged}\n${'a@'.repeat(40_000)}`,
    `${damaged}\n${'1 '.repeat(40_000)}`,
    `${damaged}\n${'**v&rd** '.repeat(3_000)}`,
  ];
  for (const paper of papers) {
    const source = read(paper);
    const started = performance.now();
    repairDocument(source, lexicon);
    assert.ok(performance.now() - started < 3000, `${paper.slice(-20)} took ${performance.now() - started} ms`);
  }
});
