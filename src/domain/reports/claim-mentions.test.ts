import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyFinder, mentionsIn } from './claim-mentions.ts';

const named = (id: string, name: string, shortName: string | null = null, aliases: readonly string[] = []) => ({
  id,
  name,
  shortName,
  aliases: aliases.map((alias) => ({ name: alias })),
});
const bodies = [
  named('hsn', 'Hälso- och sjukvårdsnämnden', 'HSN'),
  named('rs', 'Regionstyrelsen', 'RS'),
  named('nära', 'Beredning för nära vård', null, ['Beredning för närsjukvård']),
  named('fun', 'Forsknings- och utbildningsnämnden', 'FUN'),
  named('samma1', 'Folkhälsorådet'),
  named('samma2', 'Folkhälsorådet'),
];
const scene = { findBodies: bodyFinder(bodies), own: { id: 'nära', kind: 'draftingCommittee' as const }, year: 2023 };
const read = (text: string) => mentionsIn(text, scene);
const occasions = (text: string) =>
  read(text).occasions.map((one) => `${one.date} ${one.bodyIds.join('+')} ${one.sort}`);

const sentences: readonly (readonly [string, readonly string[]])[] = [
  ['Vid beredningens sammanträde den 14 mars hölls föredragning.', ['2023-03-14 nära meeting']],
  ['HSN 7 september beslutade om planen.', ['2023-09-07 hsn decision']],
  ['Planen beslutades av hälso- och sjukvårdsnämnden den 7 september 2023.', ['2023-09-07 hsn decision']],
  // Seed 001: two clauses with a subject each, and an "och" inside the name of the second.
  [
    'Beredningen fick 10 september 2019 en nulägesrapport från förvaltningen och hälso- och sjukvårdsnämnden fick en uppföljande rapport 4 november 2020.',
    ['2019-09-10 nära meeting', '2020-11-04 hsn meeting'],
  ],
  // The partner of a workshop is not whose meeting it was.
  ['23 oktober 2020 genomfördes en workshop med Regionstyrelsen.', ['2020-10-23 nära meeting']],
  ['Två läkare påbörjar sin anställning den 1 juli.', ['2023-07-01 nära other']],
  ['Beredningen för närsjukvård informerades den 30 maj.', ['2023-05-30 nära meeting']],
  [
    'Sammanträdena den 14 mars, den 30 maj och den 20 september.',
    ['2023-03-14 nära meeting', '2023-05-30 nära meeting', '2023-09-20 nära meeting'],
  ],
  ['Folkhälsorådet informerades den 2 maj.', ['2023-05-02 nära other']],
  ['Frågan har inte behandlats.', []],
];
for (const [text, expected] of sentences) test(`days: ${text}`, () => assert.deepEqual(occasions(text), expected));

const numbers: readonly (readonly [string, readonly string[]])[] = [
  ['Antalet besök var 47 254, en ökning med 138 %.', ['percent 138', 'count 47254']],
  ['Åtgärden kostar 1,2 mkr.', ['kronor 1200000']],
  ['Den 14 mars 2023, § 112, ärende 23PR1234 och 2020/45678.', []],
  ['Under 2023 gjordes 3 besök.', []],
];
for (const [text, expected] of numbers)
  test(`numbers: ${text}`, () =>
    assert.deepEqual(
      read(text).numbers.map((one) => `${one.unit} ${one.value}`),
      expected,
    ));

test('registration numbers in the styles of the papers, and paragraphs with their body', () => {
  const found = read('Ärende 23RS1234 och HSN-2023-0123 behandlades, se HSN § 45 och § 12.');
  assert.deepEqual(found.registrationNumbers, ['23RS1234', 'HSN-2023-0123']);
  assert.deepEqual(found.sections, [
    { number: 45, bodyIds: ['hsn'] },
    { number: 12, bodyIds: ['hsn'] },
  ]);
  assert.deepEqual(read('Enligt 5 § kommunallagen.').sections, []);
});

test('an abbreviation is read only as it is written', () => {
  assert.deepEqual(occasions('Det var fun den 3 maj vid mötet.'), ['2023-05-03 nära meeting']);
  assert.deepEqual(occasions('FUN informerades den 3 maj.'), ['2023-05-03 fun meeting']);
});

const anyWord = fc.constantFrom(
  'beredningen',
  'HSN',
  'och',
  'den',
  '14 mars',
  '§ 12',
  '47 254',
  '138 %',
  'fick',
  'Regionstyrelsen',
  'beslutade',
  ',',
  '.',
  'med',
  '2023',
  'sammanträde',
);
test('property: whatever the words, what is named stands in them and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 14 }), (words) => {
      const text = words.join(' ');
      const found = read(text);
      for (const one of found.occasions) {
        assert.match(one.date, /^\d{4}-\d{2}(?:-\d{2})?$/);
        assert.ok(one.bodyIds.length > 0 && one.bodyIds.every((id) => bodies.some((body) => body.id === id)));
      }
      for (const one of found.numbers) assert.ok(text.replace(/\s+/g, ' ').includes(one.text), one.text);
      assert.deepEqual(read(text), found, 'reading twice says the same');
    }),
    { numRuns: 300 },
  );
});
test('property: any text at all is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => void read(text)),
    { numRuns: 200 },
  );
});
