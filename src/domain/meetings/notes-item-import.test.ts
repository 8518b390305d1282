import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { notesItemImport, notesMeetingImport } from './notes-item-import.ts';

const facts = { kind: 'meetingNotes', title: 'Minnesanteckningar', body: 'Beredning för scenkonst' } as const;
const notes = (text: string) => notesItemImport.recognise(readingOf(text, facts)).records;

test('sections count up, however a conversion printed their numbers, and name who spoke', () => {
  const found = notes(
    'Minnesanteckningar\n\n- 1. Inledning** (*Anna Ek, ordförande i nämnden*) hälsar alla välkomna.\n\n2. **Läget på scenerna (*Bo Al och Cia Ö*)** Publiken ökar.\n\nDet märks.\n\n3. Bygget (Dan Ek). Första etappen är klar.',
  );
  assert.deepEqual(
    found.map(({ number, title, presenters, category, summary }) => [number, title, presenters, category, summary]),
    [
      [1, 'Inledning', ['Anna Ek'], 'formal', 'hälsar alla välkomna.'],
      [2, 'Läget på scenerna', ['Bo Al', 'Cia Ö'], 'information', 'Publiken ökar.\nDet märks.'],
      [3, 'Bygget', ['Dan Ek'], 'information', 'Första etappen är klar.'],
    ],
  );
});

test('a theme with its questions belongs to the sections after it', () => {
  const found = notes(
    'Tema 1: Scener i rörelse\n\nOm turnéer.\n\n- Vart åker vi?\n\n1. Turnén (Bo Al) Den går norrut.\n\n2. Tält (Bo Al) Två stycken.',
  );
  assert.deepEqual(
    found.map(({ theme, points }) => [theme, points.map((point) => point.title)]),
    [
      ['Tema 1: Scener i rörelse', ['Vart åker vi?']],
      ['Tema 1: Scener i rörelse', []],
    ],
  );
});

test('notes with a day are a meeting, notes without one are told', () => {
  const reading = readingOf('Minnesanteckningar\n\n1. Läget (Bo Al) Bra.', facts);
  assert.deepEqual(
    notesMeetingImport.recognise(reading).problems.map((problem) => problem.code),
    ['meetingDayMissing'],
  );
  const { records } = notesMeetingImport.recognise({ ...reading, date: '2024-05-03' });
  assert.deepEqual(
    records.map(({ body, date }) => [body, date]),
    [['Beredning för scenkonst', '2024-05-03']],
  );
});

test('a numbered sentence inside a section is no section, and a long line without a speaker is none', () => {
  assert.equal(notes(`2. Bara en tvåa\n\n${'1. Ord '.padEnd(300, 'och ord ')}`).length, 0);
});
