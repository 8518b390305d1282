import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { labelledReportEntryImport, statedReportEntryImport } from './report-entry-import.ts';

const facts = { kind: 'reportBack', year: 2024, body: 'Beredning för scenkonst' } as const;
const labelled = (text: string) => labelledReportEntryImport.recognise(readingOf(text, facts)).records;
const stated = (text: string) => statedReportEntryImport.recognise(readingOf(text, facts)).records;

test('answer, quotation, status and dates are read from their fields', () => {
  const [entry] = labelled(
    'Nr 4. Att följa.\n\n**Svar:** Föredragning den 5 mars och den 2 maj. Studiebesök gjordes den 9 juni.\n\n**Ur delårsrapporten:** *Arbetet går.*\n\n*Uppdraget har påbörjats.*\n\n---\n',
  );
  assert.deepEqual(
    [entry?.answerType, entry?.status, entry?.meetings, entry?.quote, entry?.quoteLabel],
    [
      'briefing',
      'started',
      ['2024-03-05', '2024-05-02', '2024-06-09'],
      'Arbetet går.\nUppdraget har påbörjats.',
      'Ur delårsrapporten',
    ],
  );
  assert.deepEqual(
    entry?.evidence.map((evidence) => evidence.kind),
    ['meeting', 'meeting', 'studyVisit'],
  );
});

test('the day of another body’s decision is evidence and no meeting', () => {
  const [entry] = labelled('Nr 1. Att anta.\n\nSvar: Planen antogs av kulturnämnden den 3 april 2024.');
  assert.deepEqual([entry?.answerType, entry?.meetings, entry?.evidence[0]?.kind], ['decided', [], 'decision']);
});

test('an entry without an answer is kept and is unsure', () => {
  const [entry] = labelled('Nr 1. Att anta.\n\nUr delårsrapport: Arbetet går.');
  assert.equal(entry?.answer, '');
  assert.ok(entry!.confidence <= 0.5);
});

test('a report in free text has an entry for each stated assignment', () => {
  const entries = stated(
    'Rapportering\n\nKulturförvaltningen får i uppdrag att öppna fler rum.\n\nTvå rum är öppna. Beredningen fick 5 mars 2024 en nulägesrapport och kulturnämnden fick en rapport 9 april 2024.\n\nUppdraget har startat men bedöms inte vara helt klart vid årets slut.\n\nAvslutning\n\nTack den 1 maj 2024.',
  );
  assert.equal(entries.length, 1);
  const [entry] = entries;
  assert.deepEqual(
    [entry?.assignmentText, entry?.status, entry?.meetings],
    ['Att öppna fler rum', 'startedPartly', ['2024-03-05']],
  );
  assert.deepEqual(
    entry?.evidence.map(({ kind, date }) => [kind, date]),
    [
      ['meeting', '2024-03-05'],
      ['report', '2024-04-09'],
    ],
  );
});
