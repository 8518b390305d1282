import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildActivityPlan } from '../../../test/support/build-activity-plans.ts';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs } from '../../../test/support/run-verbs.ts';
import { changeDay, getActivityPlan, movePlannedItem } from '../plans/index.ts';
import {
  addAgendaItem,
  getActivityYear,
  getMeeting,
  linkActivityPlan,
  linkItemToAssignment,
  type MeantToTakeUp,
  neverTakenUp,
  planMeeting,
  planMeetingFromDay,
  takenUp,
  type YearAgendaItem,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'meeting.edit');

const words = fc.constantFrom(
  'Ekonomi',
  'Ekonomi och produktion',
  'Venöst centrum',
  'Tema: Venöst centrum',
  'Jourlinjer',
);
const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 });
const meant = fc.uniqueArray(
  fc.record({
    noun: fc.constantFrom('plannedItem' as const, 'focusArea' as const),
    id: fc.uuid(),
    words: fc.array(words, { minLength: 1, maxLength: 2 }),
    date: fc.option(fc.constantFrom('2026-03-05', '2026-11-24')),
    assignmentIds: ids,
    agendaItemIds: fc.uniqueArray(fc.constantFrom('p1', 'p2'), { maxLength: 1 }),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);
const agenda = fc
  .array(fc.record({ title: words, assignmentIds: ids }), { maxLength: 3 })
  .map((items) =>
    items.map((item, n): YearAgendaItem => ({ ...item, id: `p${n}`, meetingId: 'm', heldOn: '2026-03-05' })),
  );

test('everything meant is taken up, ahead or never taken up, and one agenda item more never makes more untaken', () => {
  fc.assert(
    fc.property(meant, agenda, fc.record({ title: words, assignmentIds: ids }), (all, items, extra) => {
      const today = '2026-06-01';
      const counted = (agendaItems: readonly YearAgendaItem[]) => {
        const taken = takenUp(all, agendaItems);
        const { never, ahead } = neverTakenUp(taken, today);
        const done = taken.filter(({ occasions }) => occasions.length > 0);
        assert.equal(done.length + never.length + ahead.length, all.length);
        for (const { date } of ahead) assert.ok(date !== null && date >= today);
        return new Set([...never, ...ahead].map(({ id }) => id));
      };
      const before = counted(items);
      const more = counted([...items, { ...extra, id: 'p9', meetingId: 'm', heldOn: '2026-03-05' }]);
      for (const id of more) assert.ok(before.has(id));
      assert.equal(counted([]).size, all.length);
    }),
  );
});

test('a heading that says more takes up a phrase, but not a single word', () => {
  const item = { id: 'p', meetingId: 'm', heldOn: '2026-03-05', assignmentIds: [] };
  const one = (text: string): MeantToTakeUp => ({
    noun: 'plannedItem',
    id: text,
    words: [text],
    date: null,
    assignmentIds: [],
    agendaItemIds: [],
  });
  const said = (text: string, title: string) => takenUp([one(text)], [{ ...item, title }])[0]!.occasions.length === 1;
  assert.ok(said('Venöst centrum, Karlskoga', 'Fördjupning specialistvård: Venöst centrum, Karlskoga'));
  assert.ok(said('Budgetinspel till nämnden – beslut', 'Budgetinspel till nämnden'));
  assert.ok(said('Ekonomi', 'Ekonomi'));
  assert.ok(!said('Ekonomi', 'Ekonomi och produktion'));
  assert.ok(!said('Venöst centrum', 'Venöst centrumet'));
});

test('a planned day becomes a meeting with its items, and again only brings what is new', async () => {
  const bodyId = await buildBody(t);
  const planId = await buildActivityPlan(t, bodyId, {
    days: [
      { date: '2026-03-05', category: 'decision', items: ['Budgetinspel'], place: 'Digitalt möte med bas Eken' },
      { date: '2026-03-05', category: 'information', items: ['Målbild 2030'] },
      { date: '2026-05-07', category: 'inDepth', items: [] },
    ],
    points: [{ kind: 'standing', text: 'Aktuellt från verksamheten' }],
  });
  const plan = await read((r) => getActivityPlan(r, planId));
  const [day, later] = plan.days;
  const make = () => write((w) => planMeetingFromDay(w, { activityPlanId: planId, dayId: day!.id }));
  const assignmentId = await buildAssignment(t);
  const item = plan.activities[0]!.items[0]!;
  await write(
    (w) => linkActivityPlan(w, { noun: 'plannedItem', recordId: item.id, assignmentIds: [assignmentId] }),
    'plan.edit',
  );
  const { meetingId, itemsPut } = await make();
  assert.equal(itemsPut, 4);
  const meeting = await read((r) => getMeeting(r, meetingId));
  assert.deepEqual([meeting.heldOn, meeting.mode, meeting.state], ['2026-03-05', 'digitalWithBase', 'planned']);
  const head = meeting.items.find(({ title }) => title === 'Information')!;
  assert.deepEqual(
    meeting.items.map(({ title, category, parentId, assignments }) => [title, category, parentId, assignments.length]),
    [
      ['Budgetinspel', 'decision', null, 1],
      ['Information', 'information', null, 0],
      ['Målbild 2030', 'information', head.id, 0],
      ['Aktuellt från verksamheten', 'standing', head.id, 0],
    ],
  );
  assert.deepEqual(await make(), { meetingId, itemsPut: 0 });
  await write(
    (w) =>
      changeDay(w, {
        dayId: day!.id,
        expectedVersion: day!.version,
        date: '2026-03-05',
        kind: 'meeting',
        slots: [
          { category: 'decision', items: ['Budgetinspel', 'Remissvar'] },
          { category: 'information', items: ['Målbild 2030'] },
        ],
      }),
    'plan.edit',
  );
  assert.deepEqual(await make(), { meetingId, itemsPut: 1 });
  // An item that is moved on after it stood on an agenda keeps that occasion.
  const known = (await read((r) => getActivityPlan(r, planId))).activities[0]!.items[0]!;
  await write(
    (w) => movePlannedItem(w, { itemId: known.id, expectedVersion: known.version, dayId: later!.id }),
    'plan.edit',
  );
  const year = await read((r) => getActivityYear(r, planId));
  assert.equal(year.links.occasions.get(known.id)?.length, 1);
  const others = await buildBody(t);
  await assert.rejects(
    as('committeeSecretary', others, 'meeting.edit', (w) =>
      planMeetingFromDay(w, { activityPlanId: planId, dayId: later!.id }),
    ),
    { code: 'access.denied' },
  );
});

test('the year tells what no agenda took up, through words and through assignments', async () => {
  const bodyId = await buildBody(t);
  const planId = await buildActivityPlan(t, bodyId, {
    days: [{ date: '2026-03-05', category: 'inDepth', items: ['Jourlinjer i länet', 'Läkemedel'] }],
    focusAreas: ['Ekonomi', 'Tillgänglighet'],
    points: [{ kind: 'proposal', text: 'Studiebesök' }],
  });
  const plan = await read((r) => getActivityPlan(r, planId));
  const assignmentId = await buildAssignment(t);
  await write(
    (w) => linkActivityPlan(w, { noun: 'focusArea', recordId: plan.focusAreas[0]!.id, assignmentIds: [assignmentId] }),
    'plan.edit',
  );
  const untaken = async () => {
    const { taken } = await read((r) => getActivityYear(r, planId));
    return neverTakenUp(taken, '2027-01-01').never.map(({ words: [first] }) => first);
  };
  const title = (await read((r) => getActivityYear(r, planId))).assignments.get(assignmentId)!.title;
  assert.deepEqual(await untaken(), [
    'Jourlinjer i länet',
    'Läkemedel',
    'Ekonomi',
    'Tillgänglighet',
    'Studiebesök',
    title,
  ]);
  const meetingId = await write((w) => planMeeting(w, { bodyId, kind: 'meeting', heldOn: '2026-09-17' }));
  await write(async (w) => {
    await addAgendaItem(w, { meetingId, title: 'Fördjupning: Jourlinjer i länet', category: 'inDepth' });
    const itemId = await addAgendaItem(w, { meetingId, title: 'Handlingsplan', category: 'information' });
    await linkItemToAssignment(w, { itemId, assignmentId });
  });
  assert.deepEqual(await untaken(), ['Läkemedel', 'Tillgänglighet', 'Studiebesök']);
});
