import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildActivityPlan } from '../../../test/support/build-activity-plans.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import {
  addFocusArea,
  addPlannedActivity,
  addPlanPoint,
  createActivityPlan,
  ensureActivityPlan,
  getActivityPlan,
  listActivityPlans,
  type PlanPointKind,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'plan.edit');

test('a plan has its days by date, its focus areas and points in the order they were added', async () => {
  const id = await buildActivityPlan(t, await buildBody(t), {
    days: [
      { date: '2026-05-07', category: 'theme', items: ['Screening'] },
      { date: '2026-03-05', lastDay: '2026-03-06', category: 'decision', items: [], place: 'Rådhuset' },
    ],
    focusAreas: ['Ekonomi', 'Tillgänglighet'],
    points: [{ kind: 'standing', text: 'Produktion', details: ['Vårdplatser'], giver: 'Verksamheten' }],
  });
  const plan = await read((r) => getActivityPlan(r, id));
  assert.deepEqual(
    plan.activities.map(({ date, lastDay, category, items, place }) => [
      date,
      lastDay,
      category,
      items.map(({ text }) => text),
      place,
    ]),
    [
      ['2026-03-05', '2026-03-06', 'decision', [], 'Rådhuset'],
      ['2026-05-07', null, 'theme', ['Screening'], null],
    ],
  );
  assert.deepEqual(
    plan.focusAreas.map(({ text }) => text),
    ['Ekonomi', 'Tillgänglighet'],
  );
  const [{ id: pointId, kind, text, details, giver }] = plan.points as [(typeof plan.points)[number]];
  assert.ok(pointId);
  assert.deepEqual(
    { kind, text, details, giver },
    { kind: 'standing', text: 'Produktion', details: ['Vårdplatser'], giver: 'Verksamheten' },
  );
});

test('a body has one plan a year', async () => {
  const bodyId = await buildBody(t);
  const id = await buildActivityPlan(t, bodyId);
  const input = { bodyId, year: 2026, title: 'En annan' };
  const [same, next] = await write(async (w) => [
    await ensureActivityPlan(w, input),
    await ensureActivityPlan(w, { ...input, year: 2027 }),
  ]);
  assert.deepEqual(same, { id, created: false });
  assert.equal(next!.created, true);
  await assert.rejects(
    write((w) => ensureActivityPlan(w, { ...input, year: 2028, title: ' ' })),
    problemKeys('validation.required'),
  );
});

test('what says nothing is refused', async () => {
  const activityPlanId = await buildActivityPlan(t, await buildBody(t));
  const day = { activityPlanId, date: '2026-02-30', lastDay: 'i mars', category: '', items: [] };
  await assert.rejects(
    write((w) => addPlannedActivity(w, day)),
    problemKeys('validation.date', 'validation.date', 'validation.required'),
  );
  await assert.rejects(
    write((w) => addFocusArea(w, { activityPlanId, text: ' ' })),
    problemKeys('validation.required'),
  );
  const kind = 'wish' as PlanPointKind;
  await assert.rejects(
    write((w) => addPlanPoint(w, { activityPlanId, kind, text: '' })),
    problemKeys('validation.required', 'validation.choose'),
  );
});

test('another body’s secretary is denied, and another authority sees nothing', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const activityPlanId = await buildActivityPlan(t, theirs);
  const denied = { code: 'access.denied' };
  const secretary = <T>(run: Parameters<typeof as<T, 'plan.edit'>>[3]) =>
    as('committeeSecretary', ours, 'plan.edit', run);
  await assert.rejects(
    secretary((w) => ensureActivityPlan(w, { bodyId: theirs, year: 2030, title: 'Plan' })),
    denied,
  );
  await assert.rejects(
    as('controller', null, 'plan.edit', (w) =>
      createActivityPlan(w, { bodyId: '00000000-0000-4000-8000-000000000000', year: 2030, title: 'Plan' }),
    ),
    { code: 'record.notFound' },
  );
  await assert.rejects(
    secretary((w) => addPlannedActivity(w, { activityPlanId, date: '2026-05-07', category: 'theme', items: [] })),
    denied,
  );
  await assert.rejects(
    secretary((w) => addFocusArea(w, { activityPlanId, text: 'Ekonomi' })),
    denied,
  );
  await assert.rejects(
    secretary((w) => addPlanPoint(w, { activityPlanId, kind: 'followUp', text: 'Ekonomi' })),
    denied,
  );
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listActivityPlans(r)), []);
  await assert.rejects(
    there((r) => getActivityPlan(r, activityPlanId)),
    { code: 'record.notFound' },
  );
});
