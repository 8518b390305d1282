import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readText } from '../../src/documents/in/read-text.ts';
import { readRecords } from '../../src/domain/intake/read-records.ts';
import { noSeeds, seedBytes } from '../support/seeds.ts';

// The promise of import: every character of a file is in a record, in text that fitted nowhere, or in furniture with a reason.

/** What breaks the promise for a text, or undefined. */
function lossIn(text: string): string | undefined {
  const source = readText(new TextEncoder().encode(text));
  const result = readRecords(source, 'text.txt');
  const length = source.text.length;
  const records = result.records.flatMap((record) => [record.source, ...(record.alsoAt ?? [])]);
  const problems = [...result.problems, ...source.problems].flatMap((problem) => problem.source ?? []);
  for (const { start, end, line } of [...records, ...problems]) {
    if (!(start >= 0 && start < end && end <= length)) return `a span ${start}–${end} lies outside 0–${length}`;
    if (
      line !== source.text.slice(0, start).split(/\r\n|\n|\r/).length &&
      !source.text.slice(start, end).startsWith('\n')
    )
      return `line ${line} is not where ${start} stands`;
  }
  const seen = new Uint8Array(length);
  for (const { start, end } of records) seen.fill(1, start, end);
  for (const { start, end } of [...result.unplaced, ...result.furniture])
    for (let at = start; at < end; at++) {
      if (seen[at]) return `character ${at} is accounted for twice`;
      seen[at] = 2;
    }
  const lost = seen.indexOf(0);
  if (lost >= 0) return `character ${lost} (${JSON.stringify(source.text.slice(lost, lost + 20))}) is lost`;
  const wrong = result.unplaced.find(
    (piece) => piece.text !== source.text.slice(piece.start, piece.end) || !piece.text.trim(),
  );
  return wrong && `unplaced text at ${wrong.start} is not what stands there`;
}

for (const seed of ['000', '001', '003', '004'])
  test(`nothing of paper ${seed} is lost`, { skip: noSeeds }, () => {
    assert.equal(lossIn(new TextDecoder().decode(seedBytes(seed))), undefined);
  });

test('nothing is lost of lines of the papers, mixed, cut, doubled and joined anew', { skip: noSeeds }, () => {
  const lines = ['000', '001'].flatMap((seed) => new TextDecoder().decode(seedBytes(seed)).split('\n'));
  const line = fc
    .nat(lines.length - 1)
    .chain((index) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(lines[index]!) },
        { weight: 1, arbitrary: fc.nat(Math.max(0, lines[index]!.length)).map((cut) => lines[index]!.slice(cut)) },
        { weight: 1, arbitrary: fc.nat(Math.max(0, lines[index]!.length)).map((cut) => lines[index]!.slice(0, cut)) },
      ),
    );
  const stretch = fc
    .tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 60 }))
    .map(([from, count]) => lines.slice(from, from + count).join('\n'));
  const piece = fc.oneof(line, stretch);
  const ending = fc.constantFrom('\n', '\n\n', '\r\n', '\n\f', '\r');
  const text = fc.array(fc.tuple(piece, ending), { maxLength: 25 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(text, (mixed) => lossIn(mixed) === undefined || assert.fail(lossIn(mixed))),
    { numRuns: 150 },
  );
});

test('nothing is lost of any text at all', () => {
  const mark = fc.constantFrom(
    '*',
    '**',
    '***',
    '~~',
    '<i>',
    '</del>',
    '<p>',
    '# ',
    '- ',
    '1. ',
    '\t',
    '\n',
    '\r\n',
    '\f',
    '---',
    '\n\n',
  );
  const words = fc.constantFrom(
    'Svar: ',
    'Nr 1. ',
    'att ',
    'Förslag till beslut',
    'Ledamöter kallas',
    '09:00-10:00 ',
    'den 30 maj',
    'Innehåll\n',
  );
  const text = fc
    .array(fc.oneof(mark, words, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (any) => lossIn(any) === undefined || assert.fail(lossIn(any))),
    { numRuns: 400 },
  );
});
