import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { reportTableImport } from './report-table-import.ts';

const table = `5.2.1 Sociala frågor
    Centrala uppdrag                       Kommentar
       Parknämnden får i uppdrag att       Halvår 1 2026
    utreda en damm i stadsparken.          Utredningen genomförs:
                                           - första läget i maj
                                           - slutrapport i december
       Minska antalet blanketter           Halvår 2 2026
                                           Inte påbörjat.
`;

test('each row of a table of assignments gives an answer for the period it states', () => {
  const { records } = reportTableImport.recognise(readingOf(table, { kind: 'interimReport' }));
  assert.deepEqual(
    records.map(({ year, period, assignmentText, answer }) => [
      year,
      period,
      assignmentText,
      answer.split('\n').length,
    ]),
    [
      [2026, 'Halvår 1 2026', 'Parknämnden får i uppdrag att utreda en damm i stadsparken.', 3],
      [2026, 'Halvår 2 2026', 'Minska antalet blanketter', 1],
    ],
  );
});
