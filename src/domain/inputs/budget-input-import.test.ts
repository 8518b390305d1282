import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { budgetInputImport } from './budget-input-import.ts';

const points = (text: string, kind: 'budgetInput' | 'memo' = 'budgetInput') =>
  budgetInputImport.recognise(
    readingOf(text, { kind, title: 'Inspel från Beredning för scenkonst till verksamhetsplan med budget 2025' }),
  ).records;

test('the points of a letter, also where a page tears them', () => {
  const records = points(
    'Beredningen framför följande inspel:\n\n1. Rummen bör öppnas. Det är viktigt\n\nför många.\n2. Skolan bör med.\n\nFör beredningen\n\nAnna Ek',
  );
  assert.deepEqual(
    records.map(({ number, text, headline, planYear }) => [number, text, headline, planYear]),
    [
      [1, 'Rummen bör öppnas. Det är viktigt för många.', 'Rummen bör öppnas.', 2025],
      [2, 'Skolan bör med.', 'Skolan bör med.', 2025],
    ],
  );
});

test('a summary is less sure than the letter, and text without the lead has no points', () => {
  assert.ok(
    points('Beredningens inspel består av två punkter:\n1. ett;\n2. två.', 'memo').every(
      (point) => point.confidence < 0.9,
    ),
  );
  assert.deepEqual(points('Följande gäller:\n\n1. ett\n2. två'), []);
});
