import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { proposedDecisionImport, referencedDecisionImport } from './decision-import.ts';

const proposals = (text: string, kind: 'notice' | 'memo' = 'notice') =>
  proposedDecisionImport.recognise(readingOf(text, { kind, body: 'Kulturnämnden', date: '2024-02-06' })).records;
const references = (text: string) =>
  referencedDecisionImport.recognise(readingOf(text, { kind: 'reportBack', year: 2024 })).records;

test('clauses from "att", without the word that joins them, item by item', () => {
  const records = proposals(
    '1. Upprop\n\n2. Inspel\n\nDiarienummer: KN 2024/12\n\nFörslag till beslut\n\nKulturnämnden beslutar\n\natt godkänna inspelen, samt\n\natt paragrafen förklaras omedelbart justerad.\n\nSammanfattning\n\nText.\n\n3. Val\n\nFörslag till beslut\n\nKulturnämnden beslutar\n\natt utse en justerare.\n\nProtokollet ska vara justerat senast den 20 februari 2024.',
  );
  assert.deepEqual(
    records.map(({ item, clauses, diaryNumber, immediatelyAdjusted, adjustBy }) => [
      item,
      clauses,
      diaryNumber,
      immediatelyAdjusted,
      adjustBy,
    ]),
    [
      [2, ['att godkänna inspelen', 'att paragrafen förklaras omedelbart justerad.'], 'KN 2024/12', true, undefined],
      [3, ['att utse en justerare.'], undefined, undefined, '2024-02-20'],
    ],
  );
  assert.equal(records[0]?.body, 'Kulturnämnden');
});

test('a clause that goes on over its line is one clause', () => {
  assert.deepEqual(proposals('1. Val\n\nFörslag till beslut\n\natt godkänna\nrapporten.')[0]?.clauses, [
    'att godkänna rapporten.',
  ]);
});

test('what stands right under a clause that has ended is no part of it', () => {
  const [record] = proposals(
    '1. Val\n   Förslag till beslut\n   Nämnden beslutar\n   att utse en justerare.\n   Protokollet ska vara justerat senast den 2 december 2024.',
  );
  assert.deepEqual([record?.clauses, record?.adjustBy], [['att utse en justerare.'], '2024-12-02']);
});

test('a memo proposes without item; a heading without clauses proposes nothing', () => {
  assert.equal(
    proposals('Förslag till beslut\n\nKulturnämnden beslutar\n\natt godkänna rapporten.', 'memo')[0]?.item,
    null,
  );
  assert.deepEqual(proposals('1. Val\n\nFörslag till beslut\n\nFörslaget lämnas vid mötet.'), []);
});

test('decisions that a text refers to, to the day or the month', () => {
  const records = references(
    'Nr 3. Att anta.\n\nSvar: Planen fastställdes av kulturnämnden den 4 april.\n\nUr delårsrapport: Det går. Beslut om rum fattades av kulturnämnden i maj 2023. Mer.',
  );
  assert.deepEqual(
    records.map(({ date, precision, clauses, assignment }) => [date, precision, clauses[0], assignment]),
    [
      ['2024-04-04', 'day', 'Planen fastställdes av kulturnämnden den 4 april.', 3],
      ['2023-05', 'month', 'Beslut om rum fattades av kulturnämnden i maj 2023.', 3],
    ],
  );
  assert.deepEqual(
    references('Läget fattades av kulturnämnden i maj 2023.'),
    [],
    'without the word for a decision it is none',
  );
});
