import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedMinutes } from '../../../test/reading/invented-minutes.ts';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { sentenceDecisionImport } from './sentence-decision-import.ts';

const decisions = (text: string) =>
  sentenceDecisionImport.recognise(
    readingOf(text, { kind: 'minutes', body: 'Styrgruppen för kultur i norr', date: '2025-03-07' }),
  ).records;

test('what the group decided, approved and filed; what others decided, or it long ago, is none', () => {
  assert.deepEqual(
    decisions(inventedMinutes).map(({ item, status, clauses, proposal }) => [item, status, clauses, proposal]),
    [
      [1, 'made', ['Dagordningen godkändes.'], undefined],
      [2, 'made', ['Minnesanteckningarna från förra mötet lades till handlingarna.'], undefined],
      [
        3,
        'made',
        ['Styrgruppen beslutade enligt förslaget.'],
        'att avtal om bokbuss förlängs från 1 april 2025 till 31 mars 2027 med tre månaders uppsägningstid.',
      ],
      [4, 'made', ['att ge projektgruppen fortsatt uppdrag under 2025 för att sprida läslust.'], undefined],
    ],
  );
});

test('clauses on lines of their own under the words that lead them in', () => {
  const [record] = decisions(
    '1. Val\n\nStyrgruppen beslutade\n\natt välja Anna Ek, samt\n\natt tacka Bo Alm.\n\n2. Två\n\n3. Tre',
  );
  assert.deepEqual(record?.clauses, ['att välja Anna Ek', 'att tacka Bo Alm.']);
});
