import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../documents/in/read-text.ts';
import { toldDecisionImport } from './told-decision-import.ts';

function told(text: string, kind: 'nationalReturn' | 'goalDocument' = 'nationalReturn') {
  const { blocks } = readText(new TextEncoder().encode(text));
  const reading = { kind, title: '', blocks, contents: [], text, year: 2024 };
  return toldDecisionImport
    .recognise(reading)
    .records.map(({ body, date, precision, clauses }) => ({ body, date, precision, clause: clauses[0] }));
}

test('a body that decided is named, with the day as exactly as the sentence has it', () => {
  assert.deepEqual(told('Bakgrund finns. Regionstyrelsen tog 2019 beslut om en plan för glesbygden.'), [
    {
      body: 'Regionstyrelsen',
      date: '2019',
      precision: 'year',
      clause: 'Regionstyrelsen tog 2019 beslut om en plan för glesbygden.',
    },
  ]);
  const [month] = told('Regionfullmäktige i Region Fjällmark beslutade i mars 2021 att ta fram en vision.');
  assert.deepEqual([month?.body, month?.date, month?.precision], ['Regionfullmäktige', '2021-03', 'month']);
  const [year] = told('Kultur- och fritidsnämnden har under året beslutat att öppna två hus.');
  assert.deepEqual([year?.body, year?.date, year?.precision], ['Kultur- och fritidsnämnden', '2024', 'year']);
});

test('where nobody is named the decision has no body, and a day of the matter is not the day of the decision', () => {
  assert.deepEqual(told('Därför togs beslut om en fortsättning under 2026.'), [
    {
      body: undefined,
      date: undefined,
      precision: undefined,
      clause: 'Därför togs beslut om en fortsättning under 2026.',
    },
  ]);
  assert.equal(told('Avtalet är nu beslutat hos alla. Överenskommelsen är nu beslutad hos samtliga parter.').length, 1);
});

test('what is denied, still to come, or no decision at all is none', () => {
  assert.deepEqual(told('Regionstyrelsen har inte beslutat om planen.'), []);
  assert.deepEqual(told('Politiskt beslut fattas under våren 2025.'), []);
  assert.deepEqual(told('Beslutsunderlaget togs fram av nämnden.'), []);
  assert.deepEqual(told('Planen beslutades av Kulturnämnden den 7 mars 2024.'), [], 'the other rule reads it');
});
