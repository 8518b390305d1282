import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { plannedAssignmentImport, reportedAssignmentImport } from './assignment-import.ts';

const report = (text: string) =>
  reportedAssignmentImport.recognise(
    readingOf(text, { kind: 'reportBack', year: 2024, title: 'Återrapportering till kulturnämnden' }),
  ).records;
const plan = (text: string) =>
  plannedAssignmentImport.recognise(readingOf(text, { kind: 'activityPlan', year: 2024, title: 'Aktivitetsplan 2024' }))
    .records;

test('numbered assignments take the recipients of the formula before them', () => {
  const records = report(
    'Kulturnämndens beredning för scenkonst får i uppdrag:\n\nNr 1. Att följa scenerna.\n\nSvar: Ja.\n\nUppdragen till Kulturförvaltningen görs i samråd med berörda beredningar. Kulturförvaltningen får i uppdrag:\n\nNr 2: Att utreda\n\nverkstäderna.\n\nSvar: Nej.',
  );
  assert.deepEqual(
    records.map(({ number, text, recipients, consulted, givenBy }) => [number, text, recipients, consulted, givenBy]),
    [
      [1, 'Att följa scenerna.', ['Beredning för scenkonst'], [], 'Kulturnämnden'],
      [2, 'Att utreda verkstäderna.', ['Kulturförvaltningen'], ['berörda beredningar'], 'Kulturnämnden'],
    ],
  );
});

test('an assignment without a formula before it has no recipient and is less sure', () => {
  const [record] = report('Nr 7. Att göra.\n\nSvar: Ja.');
  assert.deepEqual(record?.recipients, []);
  assert.ok(record!.confidence < 0.9);
});

test('numbers that are left to others are assignments without text', () => {
  assert.deepEqual(
    report('Uppdrag 3, 5 och 7–9 riktas till en annan beredning.').map((record) => record.number),
    [3, 5, 7, 8, 9],
  );
  assert.deepEqual(
    report('Uppdrag 7–9 riktas till andra beredningar.').map(({ number, directedTo, text }) => [
      number,
      directedTo,
      text,
    ]),
    [
      [7, 'andra beredningar', ''],
      [8, 'andra beredningar', ''],
      [9, 'andra beredningar', ''],
    ],
  );
});

test('the bullets of a plan take perspective, objective and what the introduction says', () => {
  const records = plan(
    '3. Uppdrag från kulturnämnden 2024\n\nI planen tilldelas Kulturförvaltningen ett antal uppdrag. Uppdragen ska göras i samråd med berörda beredningar.\n\n3.1 Invånare\n\n3.1.1 Att nå fler\n\n- Kulturförvaltningen får i uppdrag att öppna\n\nfler rum.\n- Att, i samverkan med skolan, pröva.\n\n3.2 Resurs\n\n3.2.1 Att hushålla\n\n- Kulturnämnden får i uppdrag att spara.\n\n4. Övrigt\n\n- Att inte räknas',
  );
  assert.deepEqual(
    records.map(({ text, recipients, consulted, heading, perspective }) => [
      text,
      recipients[0],
      consulted.length,
      heading,
      perspective,
    ]),
    [
      ['Att öppna fler rum.', 'Kulturförvaltningen', 1, '3.1.1 Att nå fler', 'Invånare'],
      ['Att, i samverkan med skolan, pröva.', 'Kulturförvaltningen', 1, '3.1.1 Att nå fler', 'Invånare'],
      ['Att spara.', 'Kulturnämnden', 0, '3.2.1 Att hushålla', 'Resurs'],
    ],
  );
});
