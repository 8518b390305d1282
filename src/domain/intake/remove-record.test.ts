import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildActivityPlan } from '../../../test/support/build-activity-plans.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs } from '../../../test/support/run-verbs.ts';
import { type AppError, messageOf } from '../../kernel/errors.ts';
import { planMeetingFromDay } from '../meetings/index.ts';
import { addPlannedActivity, getActivityPlan, keepActivityPlanVersion, planDay } from '../plans/index.ts';
import type { RecordRef } from './proposal.ts';
import { removeRecord } from './remove-record.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'intake.confirm');
const remove = (noun: RecordRef['noun'], id: string) => write((w) => removeRecord(w, { noun, id }));

/** For `assert.rejects`: the record is in use, by what the words say. */
const inUse = (words: RegExp) => (error: AppError) => {
  assert.equal(error.code, 'intake.inUse');
  assert.match(messageOf(error.code, 'sv', error.values), words);
  return true;
};

test('an imported day goes with its last slot; a day that a person planned stays', async () => {
  const day = { date: '2026-03-05', items: ['Jourlinjer'] };
  const id = await buildActivityPlan(t, await buildBody(t), {
    days: [
      { ...day, category: 'inDepth' },
      { ...day, category: 'theme' },
    ],
  });
  const dates = async () => (await read((r) => getActivityPlan(r, id))).days.map(({ date }) => date);
  const own = { activityPlanId: id, date: '2026-05-07' };
  await write((w) => planDay(w, { ...own, kind: 'meeting', slots: [] }), 'plan.edit');
  const imported = await write((w) => addPlannedActivity(w, { ...own, category: 'theme', items: ['Läkemedel'] }));
  const [first, second] = (await read((r) => getActivityPlan(r, id))).activities;
  await remove('plannedActivity', first!.id);
  assert.deepEqual(await dates(), ['2026-03-05', '2026-05-07']);
  await remove('plannedActivity', second!.id);
  await remove('plannedActivity', imported);
  assert.deepEqual(await dates(), ['2026-05-07']);
});

test('a slot whose item stands on an agenda is not taken back', async () => {
  const days = [{ date: '2026-03-05', category: 'theme', items: ['Läkemedel'] }];
  const id = await buildActivityPlan(t, await buildBody(t), { days });
  const [slot] = (await read((r) => getActivityPlan(r, id))).activities;
  await write((w) => planMeetingFromDay(w, { activityPlanId: id, dayId: slot!.dayId }), 'meeting.edit');
  await assert.rejects(remove('plannedActivity', slot!.id), inUse(/planerade punkter/));
});

test('a plan that has a kept version, or a day, is not taken back', async () => {
  const id = await buildActivityPlan(t, await buildBody(t));
  const day = { activityPlanId: id, date: '2026-05-07', kind: 'meeting', slots: [] } as const;
  const version = { activityPlanId: id, expectedNumber: 0, datedOn: '2026-02-01' };
  await write((w) => keepActivityPlanVersion(w, version), 'plan.edit');
  await assert.rejects(remove('activityPlan', id), inUse(/fastställda versioner/));
  const other = await buildActivityPlan(t, await buildBody(t));
  await write((w) => planDay(w, { ...day, activityPlanId: other }), 'plan.edit');
  await assert.rejects(remove('activityPlan', other), inUse(/dagar och fokusområden/));
});
