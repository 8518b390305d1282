import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildActivityPlan } from '../../../test/support/build-activity-plans.ts';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { addPlanPoint, changeDay, getActivityPlan, planDay, removeDay, settleProposal } from '../plans/index.ts';
import {
  allowMatch,
  bringOverMissed,
  continueActivityYear,
  getActivityYear,
  linkActivityPlan,
  moveMeeting,
  neverTakenUp,
  planMeetingFromDay,
  refuseMatch,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'meeting.edit');

/** A plan with one proposal that is planned for a theme of a day. */
async function planWithPlannedProposal() {
  const id = await buildActivityPlan(t, await buildBody(t), {
    points: [{ kind: 'proposal', text: 'Venöst centrum, Karlskoga' }],
  });
  const dayId = await write(
    (w) => planDay(w, { activityPlanId: id, date: '2026-03-05', kind: 'meeting', slots: [] }),
    'plan.edit',
  );
  const plan = () => read((r) => getActivityPlan(r, id));
  const point = (await plan()).points[0]!;
  const settle = { pointId: point.id, action: 'plan', dayId, category: 'theme' } as const;
  await write((w) => settleProposal(w, { ...settle, expectedVersion: point.version }), 'plan.edit');
  return { id, dayId, plan, settle };
}

const without = (dayId: Id<'plannedDay'>, expectedVersion: number) => ({
  dayId,
  expectedVersion,
  date: '2026-03-05',
  kind: 'meeting' as const,
  slots: [{ category: 'theme', items: [] }],
});

test('a planned proposal whose item is taken off its day waits in the backlog again, and can be planned anew', async () => {
  const { dayId, plan, settle } = await planWithPlannedProposal();
  assert.equal((await plan()).points[0]!.state, 'planned');
  await write((w) => changeDay(w, without(dayId, 1)), 'plan.edit');
  const [point] = (await plan()).points;
  assert.equal(point!.state, 'waiting');
  await write((w) => settleProposal(w, { ...settle, expectedVersion: point!.version }), 'plan.edit');
  assert.equal((await plan()).points[0]!.state, 'planned');
  await write((w) => removeDay(w, { dayId, expectedVersion: 2 }), 'plan.edit');
  assert.equal((await plan()).points[0]!.state, 'waiting');
});

test('a planned proposal is dealt with when its item stood on the agenda of a meeting that was held', async () => {
  const { id, dayId, plan } = await planWithPlannedProposal();
  const { meetingId } = await write((w) => planMeetingFromDay(w, { activityPlanId: id, dayId }));
  assert.equal((await plan()).points[0]!.state, 'planned');
  t.clock.set('2026-03-06T08:00:00Z');
  await write((w) => moveMeeting(w, { meetingId, action: 'close', expectedVersion: 1 }));
  assert.equal((await plan()).points[0]!.state, 'treated');
});

test('what stands on an agenda cannot be taken out of the plan; on the agenda of a cancelled meeting it can', async () => {
  const { id, dayId, plan } = await planWithPlannedProposal();
  const { meetingId } = await write((w) => planMeetingFromDay(w, { activityPlanId: id, dayId }));
  const { version } = (await plan()).days[0]!;
  const onAgenda = problemKeys('activityPlan.onAgenda');
  await assert.rejects(
    write((w) => changeDay(w, without(dayId, version)), 'plan.edit'),
    onAgenda,
  );
  await assert.rejects(
    write((w) => removeDay(w, { dayId, expectedVersion: version }), 'plan.edit'),
    onAgenda,
  );
  const renamed = { ...without(dayId, version), slots: [{ category: 'theme', items: ['Venöst centrum'] }] };
  await write((w) => changeDay(w, renamed), 'plan.edit');
  assert.equal((await read((r) => getActivityYear(r, id))).links.occasions.size, 1);
  await write((w) => moveMeeting(w, { meetingId, action: 'cancel', expectedVersion: 1 }));
  await write((w) => changeDay(w, without(dayId, version + 1)), 'plan.edit');
  assert.equal((await plan()).points[0]!.state, 'waiting');
});

test('the agenda of a cancelled meeting took nothing up', async () => {
  const bodyId = await buildBody(t);
  const id = await buildActivityPlan(t, bodyId, { focusAreas: ['Tillgänglighet'] });
  const meetingId = await buildMeeting(t, { bodyId, heldOn: '2026-09-17' });
  await buildAgendaItem(t, { meetingId, title: 'Tillgänglighet' });
  const never = async () => neverTakenUp((await read((r) => getActivityYear(r, id))).taken, '2027-01-01').never.length;
  assert.equal(await never(), 0);
  await write((w) => moveMeeting(w, { meetingId, action: 'cancel', expectedVersion: 1 }));
  assert.equal(await never(), 1);
});

test('what a year leaves after the next plan was made is brought over once; focus areas keep their assignments', async () => {
  const id = await buildActivityPlan(t, await buildBody(t), {
    days: [
      { date: '2026-01-15', category: 'theme', items: ['Jourlinjer i länet'] },
      { date: '2026-11-24', category: 'inDepth', items: ['Läkemedel i hemmet'] },
    ],
    focusAreas: ['Tillgänglighet', 'Ekonomi'],
    points: [{ kind: 'proposal', text: 'Studiebesök på lasarettet' }],
  });
  const assignmentId = await buildAssignment(t);
  const area = (await read((r) => getActivityPlan(r, id))).focusAreas[1]!;
  const link = { noun: 'focusArea', recordId: area.id, assignmentIds: [assignmentId] } as const;
  await write((w) => linkActivityPlan(w, link), 'plan.edit');
  t.clock.set('2026-10-01T08:00:00Z');
  const nextId = await write((w) => continueActivityYear(w, id), 'plan.edit');
  const next = await read((r) => getActivityYear(r, nextId));
  const backlog = async () => (await read((r) => getActivityPlan(r, nextId))).points.map(({ text }) => text);
  assert.deepEqual([...next.links.assignments], [[next.plan.focusAreas[1]!.id, [assignmentId]]]);
  assert.deepEqual(await backlog(), ['Studiebesök på lasarettet', 'Jourlinjer i länet']);
  const bring = () => write((w) => bringOverMissed(w, nextId), 'plan.edit');
  assert.equal(await bring(), 0);
  await write((w) => addPlanPoint(w, { activityPlanId: id, kind: 'proposal', text: 'Etik' }), 'plan.edit');
  t.clock.set('2027-01-10T08:00:00Z');
  assert.deepEqual([await bring(), await bring()], [2, 0]);
  assert.deepEqual((await backlog()).slice(2), ['Etik', 'Läkemedel i hemmet']);
  await assert.rejects(
    write((w) => bringOverMissed(w, id), 'plan.edit'),
    { code: 'record.notFound' },
  );
});

test('a match by words is told apart from one by link, and can be refused with a reason and allowed again', async () => {
  const bodyId = await buildBody(t);
  const id = await buildActivityPlan(t, bodyId, {
    days: [{ date: '2026-09-17', category: 'theme', items: ['Läkemedel i hemmet'] }],
    focusAreas: ['Tillgänglighet'],
  });
  const dayId = (await read((r) => getActivityPlan(r, id))).days[0]!.id;
  const { meetingId } = await write((w) => planMeetingFromDay(w, { activityPlanId: id, dayId }));
  const agendaItemId = await buildAgendaItem(t, { meetingId, title: 'Tillgänglighet' });
  const year = () => read((r) => getActivityYear(r, id));
  const grounds = async () =>
    (await year()).taken.map(({ words, occasions }) => [words[0], occasions.map(({ ground }) => ground)]);
  const both = [
    ['Läkemedel i hemmet', ['made']],
    ['Tillgänglighet', ['words']],
  ];
  assert.deepEqual(await grounds(), both);
  const recordId = (await year()).plan.focusAreas[0]!.id;
  const match = { activityPlanId: id, recordId, agendaItemId };
  await assert.rejects(
    write((w) => refuseMatch(w, { ...match, reason: ' ' }), 'plan.edit'),
    problemKeys('validation.required'),
  );
  await write((w) => refuseMatch(w, { ...match, reason: 'Gällde lokaler' }), 'plan.edit');
  assert.deepEqual((await grounds())[1], ['Tillgänglighet', []]);
  assert.deepEqual((await year()).refused, [{ recordId, agendaItemId, reason: 'Gällde lokaler' }]);
  await write((w) => allowMatch(w, match), 'plan.edit');
  assert.deepEqual(await grounds(), both);
  const others = await buildBody(t);
  await assert.rejects(
    as('committeeSecretary', others, 'plan.edit', (w) => refuseMatch(w, { ...match, reason: 'Nej' })),
    { code: 'access.denied' },
  );
});
