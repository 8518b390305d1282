import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { questionImport } from './question-import.ts';

const questions = (text: string) => questionImport.recognise(readingOf(text, { kind: 'nationalReturn' })).records;
const answersOf = (text: string) =>
  questions(text).map(({ number, kind, answer, answerReading }) => [number, kind, answer, answerReading]);

const sound = `# Region Mittlands redovisning av arbetet inom ramen för Läsande län 2025

## Del A: Biblioteken

## Öppettider

1. Har biblioteken öppet på söndagar?

☒ Ja
☐ Nej

1 a. Om svaret är 'Ja' på fråga 1, beskriv hur:

Åtta filialer har öppet.

- Ljunga öppnade i mars
- Berga öppnade i maj

2. Har regionen en läsplan?

Ja ☐ Nej ☐

## Del B: Skolorna

### Böcker

3. Har klasserna egna böcker i...

Ja Nej
...förskolan? ☐ ☒
...grundskolan? ☒ ☐

4. Ange vilka insatser som har gjorts.

☒ Bokbuss
☐ Sagostunder för de minsta, med
läsombud
☒ Annat, ange vad: Läsklubb
☐ Har inte gjort någon insats

5. Hur stor andel av skolorna hade en bibliotekarie den 31 december 2025?

Andelen kan inte anges ☐

Ange andelen i procent: 62,5 %

Kommentar (jämför gärna med 2024): Mätt som förra året.

6. Nämn de tre viktigaste insatserna?

Svar: Lässtöd för alla.
`;

test('a sound form gives its questions with parts, sections, conditions and answers', () => {
  assert.deepEqual(answersOf(sound), [
    ['1', 'yesNo', 'Ja', 'read'],
    ['1a', 'text', 'Åtta filialer har öppet.\n- Ljunga öppnade i mars\n- Berga öppnade i maj', 'read'],
    ['2', 'yesNo', undefined, 'read'],
    ['3', 'matrix', undefined, 'read'],
    ['4', 'multi', 'Bokbuss\nAnnat, ange vad: Läsklubb', 'read'],
    ['5', 'percent', '62,5 %', 'read'],
    ['6', 'text', 'Lässtöd för alla.', 'read'],
  ]);
  const [first, followUp, , rows, list, share, last] = questions(sound);
  assert.equal(first!.section, 'Öppettider');
  assert.equal(first!.part, 'Del A: Biblioteken');
  assert.deepEqual(followUp!.condition, { question: '1', equals: 'Ja' });
  assert.deepEqual([rows!.part, rows!.section], ['Del B: Skolorna', 'Böcker']);
  assert.deepEqual(
    rows!.rows!.map(({ label, answer }) => [label, answer]),
    [
      ['förskolan', 'Nej'],
      ['grundskolan', 'Ja'],
    ],
  );
  assert.deepEqual(list!.options, [
    'Bokbuss',
    'Sagostunder för de minsta, med läsombud',
    'Annat, ange vad',
    'Har inte gjort någon insats',
  ]);
  assert.deepEqual([share!.value, share!.asOf, share!.comment], [62.5, '2025-12-31', 'Mätt som förra året.']);
  assert.equal(last!.maxItems, 3);
});

const damaged = `Del A: Biblioteken

Oppettider

1. Har biblioteken 6ppet pa sondagar?

Ja O

Nej

2. Har regionen en ldsplan?

Ja

Nej

2 a. Om svaret ar 'Ja’ pa fraga 3, beskriv den:

e Planen galler alla.
o Den foljs upp.

3. Har klasserna egna bocker i...

Ja Nej
...forskolan? O
...grund-
O
skolan? X
mnasiet? |

4. Har lansbiblioteket en butik?

Ja

Nej

5. Har regionen en tidning?

Ja
Nej 0

Nej, men ett forslag
finns

6. Ange vilka insatser som har gjorts.

Bokbuss

Sagostunder for de minsta, med 0
ldsombud
Annat, ange vad X
Har inte gjort nagon insats O

7. Pa vilket satt far invanarna veta det?

I biblioteket

Via brev till alla som

har ett kort och

P& annat dessutom pa

satt, ange anslagstavlor

hur: i byarna.
`;

test('a damaged form: what vanished is inferred with its reason, or unknown', () => {
  assert.deepEqual(answersOf(damaged), [
    ['1', 'yesNo', 'Nej', 'inferred'],
    ['2', 'yesNo', 'Ja', 'inferred'],
    ['2a', 'text', '- Planen galler alla.\n- Den foljs upp.', 'read'],
    ['3', 'matrix', undefined, 'unreadable'],
    ['4', 'yesNo', undefined, 'unreadable'],
    ['5', 'single', undefined, 'unreadable'],
    ['6', 'multi', 'Bokbuss\nAnnat, ange vad', 'inferred'],
    [
      '7',
      'multi',
      'P& annat satt, ange hur: Via brev till alla som har ett kort och dessutom pa anslagstavlor i byarna.',
      'unreadable',
    ],
  ]);
  const [first, second, followUp, matrix, , single] = questions(damaged);
  assert.match(first!.inferredFrom!, /Tom ruta vid Ja/);
  assert.match(second!.inferredFrom!, /Fråga 2a/);
  assert.deepEqual(followUp!.condition, { question: '3', equals: 'Ja', corrected: { question: '2', equals: 'Ja' } });
  assert.deepEqual(
    matrix!.rows!.map(({ label, marks, damaged }) => [label, marks, damaged]),
    [
      ['forskolan', 'O', undefined],
      ['grundskolan', 'O X', undefined],
      ['mnasiet', '|', true],
    ],
  );
  assert.deepEqual(single!.options, ['Ja', 'Nej', 'Nej, men ett forslag finns']);
  assert.equal(first!.section, 'Oppettider');
});

test('a table gives its answers by column, a lone X beside a word is a tick', () => {
  const table = '1. Har skolorna böcker i...\n\n\tJa\tNej\nFörskolan\tX\t\nGrundskolan\t\tX\nGymnasiet\t\t\n';
  const [matrix] = questions(table);
  assert.deepEqual(
    matrix!.rows?.map(({ label, answer }) => [label, answer]),
    [
      ['Förskolan', 'Ja'],
      ['Grundskolan', 'Nej'],
      ['Gymnasiet', undefined],
    ],
  );
  assert.deepEqual(answersOf('1. Har skolorna böcker?\nJa X\nNej'), [['1', 'yesNo', 'Ja', 'read']]);
});

test('options that a page set on one line are parted again', () => {
  assert.deepEqual(answersOf('1. Har skolorna böcker?\n\nJa Nej O'), [['1', 'yesNo', 'Ja', 'inferred']]);
  assert.deepEqual(answersOf('1. Har skolorna böcker?\n\n☐ Ja ☒ Nej'), [['1', 'yesNo', 'Nej', 'read']]);
  assert.deepEqual(answersOf('1. Har skolorna böcker?\n\nJa Nej'), [['1', 'yesNo', undefined, 'unreadable']]);
  const [share] = questions('1. Hur stor andel av skolorna har böcker? Andelen kan inte anges ☐\n\nAnge andelen: 40 %');
  assert.deepEqual([share!.text, share!.value], ['Hur stor andel av skolorna har böcker?', 40]);
});

test('numbered lines inside an answer are no questions', () => {
  const text =
    '1. Beskriv insatserna?\n\nTre saker:\n\n1. Ett första steg\nVi läser.\n\n2. Ett andra steg\nVi skriver.\n\n2. Har det hjälpt?\n\nJa ☒\nNej ☐';
  assert.deepEqual(answersOf(text), [
    ['1', 'text', 'Tre saker:\n1. Ett första steg\nVi läser.\n2. Ett andra steg\nVi skriver.', 'read'],
    ['2', 'yesNo', 'Ja', 'read'],
  ]);
});

test('a section heading that ran together with the answer before it is parted by its topic', () => {
  const form = (heading: string) =>
    `1. Har regionen en läsplan?\n\n☒ Ja\n☐ Nej\n\n2. Beskriv hur planen följs.\n\nAlla läser. Planen följs varje år. ${heading}\n\n3. Vilka insatser har gjorts för biblioteken i landsbygden?\n\nBussen går.\n`;
  const read = (heading: string) => questions(form(heading)).map(({ answer, section }) => [answer, section]);
  assert.deepEqual(read('Biblioteken i landsbygd').slice(1), [
    ['Alla läser. Planen följs varje år.', undefined],
    ['Bussen går.', 'Biblioteken i landsbygd'],
  ]);
  assert.deepEqual(read('Skolorna är med')[1], ['Alla läser. Planen följs varje år. Skolorna är med', undefined]);
});

test('nothing is sure that was not read', () => {
  for (const { answerReading, answerConfidence, confidence } of questions(damaged))
    assert.ok(answerReading === 'read' || ((answerConfidence ?? 0) <= 0.9 && confidence <= 0.9));
});
