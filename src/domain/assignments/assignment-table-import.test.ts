import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { assignmentTableImport, assignmentTableRows } from './assignment-table-import.ts';

const table = `5.2.1 Sociala frågor
    Centrala uppdrag                       Kommentar

       Alla nämnder får i uppdrag att      Halvår 1 2026
    plantera träd vid stadens skolor.
                                           Arbetet pågår. Skolorna är
                                           inventerade.

       Parknämnden får i uppdrag att       Halvår 1 2026
    utreda en damm i                       Utredningen genomförs:

    7 (9)
    Centrala uppdrag                       Kommentar
    stadsparken.                           - första läget i maj
                                           - slutrapport i
                                           december

5.2.2 Ekonomi
    Centrala uppdrag                       Kommentar
       Minska antalet blanketter           Halvår 1 2026
                                           Inte påbörjat.
    *TN - Tekniska nämnden
`;
const reading = readingOf(table, { kind: 'interimReport', body: 'Tekniska nämnden' });

test('the columns are told apart by where words begin, also where the page is turned in the middle of a row', () => {
  assert.deepEqual(
    assignmentTableRows(reading).map(({ heading, text, comment }) => [heading, text, comment]),
    [
      [
        'Sociala frågor',
        'Alla nämnder får i uppdrag att plantera träd vid stadens skolor.',
        ['Arbetet pågår. Skolorna är inventerade.'],
      ],
      [
        'Sociala frågor',
        'Parknämnden får i uppdrag att utreda en damm i stadsparken.',
        ['Utredningen genomförs:', '- första läget i maj', '- slutrapport i december'],
      ],
      ['Ekonomi', 'Minska antalet blanketter', ['Inte påbörjat.']],
    ],
  );
});

test('who got the assignment stands in its sentence, otherwise it is the body that reports', () => {
  assert.deepEqual(
    assignmentTableImport.recognise(reading).records.map(({ recipients, year }) => [recipients, year]),
    [
      [['Alla nämnder'], 2026],
      [['Parknämnden'], 2026],
      [['Tekniska nämnden'], 2026],
    ],
  );
});

test('the same table with cells', () => {
  const rows = 'Centrala uppdrag\tKommentar\nParknämnden får i uppdrag att gräva.\tHalvår 1 2026\n\tArbetet pågår.\n';
  assert.deepEqual(
    assignmentTableRows(readingOf(rows, { kind: 'interimReport' })).map(({ text, comment }) => [text, comment]),
    [['Parknämnden får i uppdrag att gräva.', ['Arbetet pågår.']]],
  );
});

test('cells may hold the period and the comment together, and the head may be set apart', () => {
  const rows = 'Parknämnden får i uppdrag att gräva.\tHalvår 1 2026 Arbetet pågår.\nAnnat\tRad utan period.\n';
  assert.deepEqual(
    assignmentTableRows(readingOf(rows, { kind: 'interimReport' })).map(({ text, comment }) => [text, comment]),
    [['Parknämnden får i uppdrag att gräva. Annat', ['Arbetet pågår. Rad utan period.']]],
  );
});
