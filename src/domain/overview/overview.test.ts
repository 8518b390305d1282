import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildActivityPlan } from '../../../test/support/build-activity-plans.ts';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildAssessment, buildPeriod } from '../../../test/support/build-followup.ts';
import { buildGoal } from '../../../test/support/build-goals.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Reader } from '../../storage/database.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { linkAssignmentToGoal, listAssignments } from '../assignments/index.ts';
import { linkItemToAssignment } from '../meetings/index.ts';
import {
  bodiesAhead,
  focusAreasOfYear,
  horizonOf,
  quietAssignments,
  quietByBody,
  slippingAssignments,
  statusByPeriod,
  statusOverview,
} from './index.ts';

const today = '2023-11-22';
let test_: TestDatabase;
let unit: string;
let committee: string;
/** Two performers, delayed; one performer, paused and never met; without performer, nobody told of it. */
let both: string;
let paused: string;
let loose: string;
let goalId: string;

before(async () => {
  test_ = await openTestDatabase();
  unit = await buildBody(test_, { name: 'Prövningsenheten', kind: 'administration' });
  committee = await buildBody(test_, { name: 'Beredning för prov', kind: 'committee' });
  goalId = await buildGoal(test_, { perspective: 'Verksamhet', heading: 'Vården hänger ihop' });
  const performer = (bodyId: string) => ({ bodyId, role: 'performer' as const });
  both = await buildAssignment(test_, { parties: [performer(unit), performer(committee)], dueOn: '2023-12-31' });
  paused = await buildAssignment(test_, { parties: [performer(unit)], dueOn: '2024-06-30' });
  loose = await buildAssignment(test_, { year: 2022 });
  await test_.db.transact(authorize(operatorOf(test_.tenantId), 'assignment.edit'), { verb: 'link' }, (w) =>
    linkAssignmentToGoal(w, { assignmentId: both, goalId, kind: 'direct' }),
  );
  const interim = await buildPeriod(test_, 2023, 'interim');
  await buildAssessment(test_, {
    assignmentId: both,
    periodId: interim,
    bodyId: unit,
    text: 'Uppdraget har startat men bedöms inte vara klart vid årets slut.',
    forecastOn: '2024-03-31',
  });
  // The second performer says something else later: the first one speaks for the whole.
  await buildAssessment(test_, {
    assignmentId: both,
    periodId: interim,
    bodyId: committee,
    text: 'Uppdraget är pausat.',
  });
  await buildAssessment(test_, { assignmentId: paused, periodId: interim, bodyId: unit, text: 'Uppdraget är pausat.' });
  const meetingId = await buildMeeting(test_, { bodyId: committee, heldOn: '2023-05-30' });
  const itemId = await buildAgendaItem(test_, { meetingId });
  await test_.db.transact(authorize(operatorOf(test_.tenantId), 'meeting.linkAssignment'), { verb: 'link' }, (w) =>
    linkItemToAssignment(w, { itemId, assignmentId: both }),
  );
});
after(() => test_.close());

const read = <T>(run: (r: Reader) => Promise<T>) =>
  test_.db.read(authorize(operatorOf(test_.tenantId), 'record.read'), run);

test('an assignment of two performers stands in both rows and once in all, with the word of the first', async () => {
  const { rows, all } = await read((r) => statusOverview(r, 'body', { year: 2023 }));
  assert.deepEqual(
    rows.map(({ key, counts }) => [key?.name, counts]),
    [
      ['Beredning för prov', { startedDelayed: 1 }],
      ['Prövningsenheten', { startedDelayed: 1, paused: 1 }],
    ],
  );
  assert.deepEqual(all.counts, { startedDelayed: 1, paused: 1 });
});

test('what has no body, goal or perspective has a row of its own, last', async () => {
  const names = async (axis: 'body' | 'goal' | 'perspective' | 'year') =>
    (await read((r) => statusOverview(r, axis, {}))).rows.map(({ key, total }) => [key?.name ?? null, total]);
  assert.deepEqual(await names('body'), [
    ['Beredning för prov', 1],
    ['Prövningsenheten', 2],
    [null, 1],
  ]);
  assert.deepEqual(await names('goal'), [
    ['Vården hänger ihop', 1],
    [null, 2],
  ]);
  assert.deepEqual(await names('perspective'), [
    ['Verksamhet', 1],
    [null, 2],
  ]);
  assert.deepEqual(await names('year'), [
    ['2022', 1],
    ['2023', 2],
  ]);
  const lacking = async (what: 'goal' | 'perspective' | 'performer') =>
    (await read((r) => listAssignments(r, { lacking: what }))).rows.map(({ id }) => id).toSorted();
  assert.deepEqual(await lacking('goal'), [paused, loose].toSorted());
  assert.deepEqual(await lacking('perspective'), [paused, loose].toSorted());
  assert.deepEqual(await lacking('performer'), [loose]);
});

test('period by period: what was said at each, what of its own year was not, and no period that has not ended', async () => {
  await buildPeriod(test_, 2023, 'annual');
  const rows = await read((r) => statusByPeriod(r, {}, today));
  assert.deepEqual(
    rows.map(({ period, counts, told }) => [period.kind, counts, told]),
    [['interim', { startedDelayed: 1, paused: 1 }, 2]],
  );
  const later = await read((r) => statusByPeriod(r, {}, '2024-01-10'));
  assert.deepEqual(later.at(-1)?.counts, { none: 2 });
});

test('quiet is what no meeting, decision or assessment told of since a day, and what no meeting ever dealt with', async () => {
  const unheard = (days: number, on = today) =>
    read((r) => quietAssignments(r, {}, { kind: 'unheard', days }, on)).then((ids) => ids.toSorted());
  // The interim period ended on the last of June: 145 days before, and the meeting a month earlier.
  assert.deepEqual(await unheard(183), [loose]);
  assert.deepEqual(await unheard(100), [both, paused, loose].toSorted());
  // Given this year, less than the days ago: nobody could have been heard of.
  assert.deepEqual(await unheard(400), [loose]);
  assert.deepEqual(await unheard(800), []);
  assert.deepEqual(
    await read((r) => quietAssignments(r, {}, { kind: 'neverMet' }, today)).then((ids) => ids.toSorted()),
    [paused, loose].toSorted(),
  );
  // Before the meeting was held it had dealt with nothing.
  assert.equal((await read((r) => quietAssignments(r, {}, { kind: 'neverMet' }, '2023-05-29'))).length, 3);
  const { rows, all } = await read((r) => quietByBody(r, {}, 100, today));
  assert.deepEqual(
    rows.map((row) => [row.body?.name ?? null, row.alive, row.unheard, row.neverMet]),
    [
      ['Beredning för prov', 1, 1, 0],
      ['Prövningsenheten', 2, 2, 1],
      [null, 1, 1, 1],
    ],
  );
  assert.deepEqual([all.alive, all.unheard, all.neverMet], [3, 3, 2]);
});

test('what slips is what its performer expects after the day it is due', async () => {
  const found = await read((r) => slippingAssignments(r, {}));
  assert.deepEqual(
    found.map(({ assignment, slippage }) => [assignment.id, slippage.days]),
    [[both, 91]],
  );
});

test('a focus area is dealt with by a held meeting with its words, ahead when one to come has it, and never otherwise', async () => {
  await buildActivityPlan(test_, committee, { focusAreas: ['Trygg hemgång', 'Digitala vårdmöten', 'Barns hälsa'] });
  const held = await buildMeeting(test_, { bodyId: committee, heldOn: '2026-10-10' });
  await buildAgendaItem(test_, { meetingId: held, title: 'Fördjupning: trygg hemgång' });
  const ahead = await buildMeeting(test_, { bodyId: committee, heldOn: '2026-12-05' });
  await buildAgendaItem(test_, { meetingId: ahead, title: 'Digitala vårdmöten' });
  const areas = await read((r) => focusAreasOfYear(r, 2026, '2026-11-22'));
  assert.deepEqual(
    areas.map(({ area, occasions, plannedFor }) => [area, occasions.map(({ heldOn }) => heldOn), plannedFor]),
    [
      ['Trygg hemgång', ['2026-10-10'], null],
      ['Digitala vårdmöten', [], '2026-12-05'],
      ['Barns hälsa', [], null],
    ],
  );
  assert.deepEqual(await read((r) => focusAreasOfYear(r, 2022, today)), []);
});

test('the next meeting must treat what falls due before the one after it', async () => {
  await buildMeeting(test_, { bodyId: committee, heldOn: '2023-12-05' });
  const ofCommittee = async () =>
    (await read((r) => bodiesAhead(r, today, { bodyId: committee }))).map(({ next, nextButOne, things }) => [
      next?.heldOn,
      nextButOne?.heldOn,
      things.map(({ kind, recordId, late }) => [kind, recordId, late]),
    ]);
  assert.deepEqual(await ofCommittee(), [['2023-12-05', '2026-10-10', [['assignment', both, false]]]]);
  await buildMeeting(test_, { bodyId: committee, heldOn: '2023-12-19' });
  assert.deepEqual(await ofCommittee(), [['2023-12-05', '2023-12-19', []]], 'it can wait for the one on the 19th');
  assert.equal(horizonOf([]), null);
});
