import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildActivityPlan } from '../../../test/support/build-activity-plans.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { addDays, weekdayOf, yearOf } from '../../kernel/civil-date.ts';
import { publicHolidayOn, restEveOn } from '../../kernel/swedish-holidays.ts';
import {
  activityPlanDocument,
  changeDay,
  changePlanPoint,
  confirmCopied,
  continueActivityPlan,
  createActivityPlan,
  getActivityPlan,
  isoWeekOf,
  keepActivityPlanVersion,
  listActivityPlanVersions,
  movePlannedItem,
  planChanges,
  planContentOf,
  planDay,
  proposeDates,
  removeDay,
  settleProposal,
  standingOf,
  unconfirmedCopies,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'plan.edit');

const anyDay = fc
  .tuple(fc.integer({ min: 1995, max: 2090 }), fc.integer({ min: 0, max: 363 }))
  .map(([year, day]) => addDays(`${year}-01-01`, day));

test('weeks are those of ISO 8601', () => {
  const known = [
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2026-11-24', 2026, 48],
    ['2024-12-30', 2025, 1],
  ] as const;
  for (const [date, year, week] of known) assert.deepEqual(isoWeekOf(date), { year, week }, date);
});

test('a year is proposed on the same weekdays, within the year, on no holiday and no day twice', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyDay, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1995, max: 2090 }),
      (days, year) => {
        const proposed = proposeDates(days, year);
        assert.equal(proposed.length, days.length);
        assert.equal(new Set(proposed).size, days.length);
        for (const [index, date] of proposed.entries()) {
          assert.equal(yearOf(date), year);
          assert.equal(weekdayOf(date), weekdayOf(days[index]!));
          assert.equal(publicHolidayOn(date) ?? restEveOn(date), undefined, date);
        }
      },
    ),
  );
});

test('a day that is free in the year keeps its week', () => {
  assert.deepEqual(proposeDates(['2020-11-24', '2020-10-15'], 2021), ['2021-11-30', '2021-10-21']);
  // The Thursday of week 20 is Ascension Day in 2026, so the day moves a week on.
  assert.deepEqual(proposeDates(['2025-05-15'], 2026), ['2026-05-21']);
});

test('a corrected word keeps the item, a line that is gone takes it away, and dashes say that nothing is planned', async () => {
  const id = await buildActivityPlan(t, await buildBody(t));
  const slots = [
    { category: 'inDepth', items: ['Jourlinjer', 'Läkemedel'] },
    { category: 'decision', items: [] },
  ];
  const dayId = await write((w) => planDay(w, { activityPlanId: id, date: '2026-03-05', kind: 'meeting', slots }));
  const before = await read((r) => getActivityPlan(r, id));
  const [first, second] = before.activities.find(({ category }) => category === 'inDepth')!.items;
  await write((w) =>
    changeDay(w, {
      dayId,
      expectedVersion: 1,
      date: '2026-03-12',
      kind: 'meeting',
      slots: [
        { category: 'inDepth', items: ['Jourlinjerna'] },
        { category: 'theme', items: ['Läkemedel'] },
      ],
    }),
  );
  const plan = await read((r) => getActivityPlan(r, id));
  assert.deepEqual(
    plan.activities.map(({ date, category, items }) => [date, category, items.map((one) => [one.id, one.text])]),
    [
      ['2026-03-12', 'inDepth', [[first!.id, 'Jourlinjerna']]],
      ['2026-03-12', 'theme', [[second!.id, 'Läkemedel']]],
    ],
  );
  const again = { activityPlanId: id, date: '2026-03-12', kind: 'meeting' as const, slots: [] };
  await assert.rejects(
    write((w) => planDay(w, again)),
    problemKeys('activityPlan.dayTaken'),
  );
  await assert.rejects(
    write((w) => planDay(w, { ...again, date: '2027-03-12' })),
    problemKeys('activityPlan.otherYear'),
  );
  await assert.rejects(
    write((w) => planDay(w, { ...again, date: '2026-04-01', kind: 'jointDay' })),
    problemKeys('validation.required'),
  );
  await assert.rejects(
    write((w) => changeDay(w, { dayId, expectedVersion: 1, date: '2026-03-12', kind: 'meeting', slots: [] })),
    { code: 'record.changedMeanwhile' },
  );
  const ours = await buildBody(t);
  await assert.rejects(
    as('committeeSecretary', ours, 'plan.edit', (w) => removeDay(w, { dayId, expectedVersion: 2 })),
    { code: 'access.denied' },
  );
  await write((w) => removeDay(w, { dayId, expectedVersion: 2 }));
  assert.deepEqual((await read((r) => getActivityPlan(r, id))).activities, []);
});

test('an item that is moved remembers from where, and a settled proposal cannot be planned', async () => {
  const id = await buildActivityPlan(t, await buildBody(t), {
    days: [
      { date: '2026-03-05', category: 'inDepth', items: ['Jourlinjer'] },
      { date: '2026-05-07', category: 'inDepth', items: [] },
    ],
    points: [{ kind: 'proposal', text: 'Studiebesök på lasarettet', giver: 'Ada Ek', origin: 'member' }],
  });
  const plan = await read((r) => getActivityPlan(r, id));
  const item = plan.activities[0]!.items[0]!;
  const to = plan.days[1]!.id;
  await write((w) => movePlannedItem(w, { itemId: item.id, expectedVersion: 1, dayId: to, reason: 'Sjukdom' }));
  const point = plan.points[0]!;
  await assert.rejects(
    write((w) => settleProposal(w, { pointId: point.id, expectedVersion: 1, action: 'drop' })),
    problemKeys('validation.required'),
  );
  await write((w) =>
    settleProposal(w, { pointId: point.id, expectedVersion: 1, action: 'plan', dayId: to, category: 'studyVisit' }),
  );
  const now = await read((r) => getActivityPlan(r, id));
  assert.deepEqual(
    now.activities.map(({ date, category, items }) => [date, category, items.map(({ text }) => text)]),
    [
      ['2026-03-05', 'inDepth', []],
      ['2026-05-07', 'inDepth', ['Jourlinjer']],
      ['2026-05-07', 'studyVisit', ['Studiebesök på lasarettet']],
    ],
  );
  assert.equal(now.activities[1]!.items[0]!.moves[0]!.reason, 'Sjukdom');
  assert.deepEqual([now.activities[2]!.items[0]!.proposalId, now.points[0]!.state], [point.id, 'planned']);
  await assert.rejects(
    write((w) =>
      settleProposal(w, { pointId: point.id, expectedVersion: 2, action: 'plan', dayId: to, category: 'theme' }),
    ),
    { code: 'record.wrongState' },
  );
});

test('a version keeps the plan as it stood, the next says what changed, and the same is not kept twice', async () => {
  const id = await buildActivityPlan(t, await buildBody(t), {
    days: [{ date: '2026-03-05', category: 'decision', items: [] }],
    focusAreas: ['Ekonomi'],
  });
  const keep = (expectedNumber: number) =>
    write((w) => keepActivityPlanVersion(w, { activityPlanId: id, expectedNumber, datedOn: '2026-02-01' }));
  assert.equal(await keep(0), 1);
  await assert.rejects(keep(1), problemKeys('activityPlan.unchanged'));
  await write((w) =>
    planDay(w, { activityPlanId: id, date: '2026-09-17', kind: 'workshop', place: 'Eken', slots: [] }),
  );
  await assert.rejects(keep(0), problemKeys('activityPlan.keptMeanwhile'));
  const plan = await read((r) => getActivityPlan(r, id));
  const [first] = await read((r) => listActivityPlanVersions(r, id));
  assert.equal(standingOf(planContentOf(plan), first!.content), 'changed');
  assert.deepEqual(planChanges(first!.content, planContentOf(plan)), {
    added: ['2026-09-17: Eken'],
    removed: [],
    changed: [],
  });
  assert.equal(await keep(1), 2);
  const printed = JSON.stringify(
    activityPlanDocument({ authority: 'Region Prov', content: first!.content, number: 1, datedOn: '2026-02-01' }),
  );
  assert.match(printed, /Sammanträdesdag.*torsdag 5 mars.*Beslut och beredning:.*-----/);
  assert.doesNotMatch(printed, /17 september|UTKAST/);
});

test('next year’s plan says of every line that it is copied, until somebody confirms or changes it', async () => {
  const bodyId = await buildBody(t);
  const id = await buildActivityPlan(t, bodyId, {
    days: [{ date: '2026-11-24', category: 'inDepth', items: ['Venöst centrum', 'Jourlinjer'], place: 'Eken' }],
    focusAreas: ['Ekonomi'],
    points: [
      { kind: 'standing', text: 'Produktion', giver: 'Verksamheten' },
      { kind: 'proposal', text: 'Etik' },
      { kind: 'proposal', text: 'Avfört' },
    ],
  });
  const old = await read((r) => getActivityPlan(r, id));
  const dropped = old.points[2]!;
  await write((w) => settleProposal(w, { pointId: dropped.id, expectedVersion: 1, action: 'drop', reason: 'Gjort' }));
  const untreated = [old.activities[0]!.items[0]!.id];
  const nextId = await write((w) => continueActivityPlan(w, { activityPlanId: id, untreated }));
  const next = await read((r) => getActivityPlan(r, nextId));
  assert.deepEqual([next.title, next.year], ['Aktivitetsplan 2027', 2027]);
  assert.deepEqual(
    next.days.map(({ date, place, copiedFromYear }) => [date, place, copiedFromYear]),
    [['2027-11-30', 'Eken', 2026]],
  );
  assert.deepEqual(
    next.points.map(({ kind, text, copiedFromYear }) => [kind, text, copiedFromYear]),
    [
      ['standing', 'Produktion', 2026],
      ['proposal', 'Etik', 2026],
      ['proposal', 'Venöst centrum', 2026],
    ],
  );
  assert.deepEqual(
    next.activities.map(({ date, category, items }) => [date, category, items]),
    [['2027-11-30', 'inDepth', []]],
    'the day keeps its categories, for nothing yet',
  );
  assert.equal((await read((r) => getActivityPlan(r, id))).points[1]!.carriedTo, 2027);
  assert.equal(unconfirmedCopies(next), 5);
  await write((w) => confirmCopied(w, { activityPlanId: nextId, recordId: next.focusAreas[0]!.id }));
  const { id: pointId } = next.points[0]!;
  await write((w) => changePlanPoint(w, { pointId, expectedVersion: 1, kind: 'standing', text: 'Produktion 2027' }));
  assert.equal(unconfirmedCopies(await read((r) => getActivityPlan(r, nextId))), 3);
  await assert.rejects(
    write((w) => createActivityPlan(w, { bodyId, year: 2027, title: 'En till' })),
    problemKeys('activityPlan.exists'),
  );
});
