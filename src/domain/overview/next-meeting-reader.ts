import type { ExpressionBuilder } from 'kysely';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema/index.ts';
import { hasSeats, listBodies } from '../organisation/index.ts';
import { reportsWaitingFor } from '../reports/index.ts';
import { type BodyAhead, type DueThing, dueKindNames, horizonOf, type MeetingAhead } from './next-meeting.ts';

type Found = Omit<DueThing, 'late'>;

/**
 * What the next meeting of each body must treat: of bodies with seats and of those that have a meeting before them, by name. One query for each
 * kind of thing, whatever the number of bodies.
 */
export async function bodiesAhead(
  r: Reader,
  today: CivilDate,
  filter: { readonly bodyId?: Id<'body'> } = {},
): Promise<readonly BodyAhead[]> {
  const meetings = await meetingsAhead(r, today);
  const bodies = (await listBodies(r)).filter(
    ({ id, kind }) => (hasSeats(kind) || meetings.has(id)) && (filter.bodyId === undefined || id === filter.bodyId),
  );
  const ids = bodies.map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = Map.groupBy(
    [
      ...(await waitingReports(r, ids)),
      ...(await readyReports(r, ids)),
      ...(await postponedItems(r, ids)),
      ...(await minutesToApprove(r, ids)),
      ...(await openTasks(r, ids, today)),
      ...(await dueAssignments(r, ids, today)),
      ...(await inputsToDecide(r, ids)),
    ],
    ({ bodyId }) => bodyId,
  );
  return bodies.map(({ id, name }) => {
    const own = meetings.get(id) ?? [];
    const horizon = horizonOf(own);
    const things = (found.get(id) ?? [])
      .filter(({ kind, on }) => !fallsDue.has(kind) || (on !== null && (horizon === null || on < horizon)))
      .map((one) => ({ ...one, late: fallsDue.has(one.kind) && one.on !== null && one.on < today }))
      .toSorted(
        (a, b) =>
          dueKindNames.indexOf(a.kind) - dueKindNames.indexOf(b.kind) || (a.on ?? '9').localeCompare(b.on ?? '9'),
      );
    return { body: { id, name }, next: own[0] ?? null, nextButOne: own[1] ?? null, things };
  });
}

/** What falls due later than in a year is not for a meeting of this one, also when no second meeting is planned. */
const farthest = 366;

/** Kinds that wait for their day; the others wait for the next meeting whenever it is. */
const fallsDue = new Set<DueThing['kind']>(['task', 'assignment']);

/** The two meetings that each body has before it, joint ones counted for each of their bodies. */
async function meetingsAhead(r: Reader, today: CivilDate): Promise<ReadonlyMap<string, readonly MeetingAhead[]>> {
  const rows = await r.db
    .selectFrom('meeting')
    .leftJoin('meeting_body as further', (join) =>
      join.onRef('further.tenant_id', '=', 'meeting.tenant_id').onRef('further.meeting_id', '=', 'meeting.id'),
    )
    .select(['meeting.id', 'meeting.held_on', 'meeting.body_id', 'further.body_id as further_id'])
    .select((eb) =>
      eb
        .selectFrom('agenda_item')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('agenda_item.tenant_id', '=', r.tenantId)
        .whereRef('agenda_item.meeting_id', '=', 'meeting.id')
        .as('item_count'),
    )
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.held_on', '>=', today)
    .where('meeting.state', 'in', ['planned', 'summoned'])
    .where('meeting.kind', 'in', ['meeting', 'jointMeeting'])
    .orderBy('meeting.held_on')
    .orderBy('meeting.id')
    .execute();
  const ofBodies = new Map<string, MeetingAhead[]>();
  for (const { id, held_on, body_id, further_id, item_count } of rows)
    for (const bodyId of further_id === null ? [body_id] : [body_id, further_id]) {
      const own = ofBodies.get(bodyId) ?? [];
      if (own.length < 2 && !own.some((one) => one.id === id))
        ofBodies.set(bodyId, [...own, { id, heldOn: held_on, itemCount: Number(item_count) }]);
    }
  return ofBodies;
}

async function waitingReports(r: Reader, ids: readonly Id<'body'>[]): Promise<readonly Found[]> {
  const waiting = await reportsWaitingFor(r, ids);
  return waiting.map(({ receiver, report }) => ({
    kind: 'reportReceived',
    bodyId: receiver.body.id,
    recordId: report.id,
    withinId: null,
    title: `${report.title} ${report.year}, ${report.body.name}`,
    on: receiver.deliveredOn,
  }));
}

async function readyReports(r: Reader, ids: readonly string[]): Promise<readonly Found[]> {
  const rows = await r.db
    .selectFrom('report')
    .select(['id', 'body_id', 'title'])
    .where('tenant_id', '=', r.tenantId)
    .where('state', '=', 'ready')
    .where((eb) => eb('body_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map(({ id, body_id, title }) => ({
    kind: 'reportReady',
    bodyId: body_id,
    recordId: id,
    withinId: null,
    title,
    on: null,
  }));
}

/** Items that the body is not done with and that no later meeting has on its agenda. */
async function postponedItems(r: Reader, ids: readonly string[]): Promise<readonly Found[]> {
  const rows = await r.db
    .selectFrom('item_outcome as outcome')
    .innerJoin('agenda_item as item', (join) =>
      join.onRef('item.tenant_id', '=', 'outcome.tenant_id').onRef('item.id', '=', 'outcome.agenda_item_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'item.tenant_id').onRef('meeting.id', '=', 'item.meeting_id'),
    )
    .select(['item.id', 'item.title', 'item.meeting_id', 'meeting.body_id', 'meeting.held_on'])
    .where('outcome.tenant_id', '=', r.tenantId)
    .where('outcome.outcome', 'in', ['tabled', 'referredBack', 'notTreated'])
    .where('outcome.carried_to_item_id', 'is', null)
    .where((eb) => eb('meeting.body_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) => ({
    kind: 'postponed',
    bodyId: row.body_id,
    recordId: row.id,
    withinId: row.meeting_id,
    title: row.title,
    on: row.held_on,
  }));
}

/** Minutes that a later meeting approves and that are not approved yet. */
async function minutesToApprove(r: Reader, ids: readonly string[]): Promise<readonly Found[]> {
  const rows = await r.db
    .selectFrom('minutes')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'minutes.tenant_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .select(['minutes.id', 'minutes.body_id', 'meeting.held_on'])
    .where('minutes.tenant_id', '=', r.tenantId)
    .where('minutes.approval', '=', 'nextMeeting')
    .where('minutes.state', 'in', ['draft', 'commenting', 'signing'])
    .where('meeting.state', '=', 'closed')
    .where((eb) => eb('minutes.body_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map(({ id, body_id, held_on }) => ({
    kind: 'minutes',
    bodyId: body_id,
    recordId: id,
    withinId: null,
    title: held_on,
    on: held_on,
  }));
}

async function openTasks(r: Reader, ids: readonly string[], today: CivilDate): Promise<readonly Found[]> {
  const rows = await r.db
    .selectFrom('decision_task')
    .select(['id', 'body_id', 'task', 'due_on'])
    .where('tenant_id', '=', r.tenantId)
    .where('status', 'in', ['notStarted', 'ongoing', 'tabled'])
    .where('due_on', '<=', addDays(today, farthest))
    .where((eb) => eb('body_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map(({ id, body_id, task, due_on }) => ({
    kind: 'task',
    bodyId: body_id,
    recordId: id,
    withinId: null,
    title: task,
    on: due_on,
  }));
}

/** Assignments with a day that the body performs or monitors and that have not ended. */
async function dueAssignments(r: Reader, ids: readonly string[], today: CivilDate): Promise<readonly Found[]> {
  const rows = await r.db
    .selectFrom('assignment')
    .innerJoin('assignment_party as party', (join) =>
      join.onRef('party.tenant_id', '=', 'assignment.tenant_id').onRef('party.assignment_id', '=', 'assignment.id'),
    )
    .select(['assignment.id', 'assignment.title', 'assignment.due_on', 'party.body_id'])
    .distinct()
    .where('assignment.tenant_id', '=', r.tenantId)
    .where('assignment.due_on', '<=', addDays(today, farthest))
    .where('assignment.state', 'in', ['given', 'started', 'paused'])
    .where('party.role', 'in', ['performer', 'monitor'])
    .where((eb) => eb('party.body_id', '=', eb.fn.any(eb.val([...ids]))))
    .where((eb) => eb.not(eb.exists(carriedOn(eb, r))))
    .execute();
  return rows.map(({ id, body_id, title, due_on }) => ({
    kind: 'assignment',
    bodyId: body_id,
    recordId: id,
    withinId: null,
    title,
    on: due_on,
  }));
}

/** That an assignment goes on in one of a later year: its day has been moved there, and it is the later one that is late or not. */
function carriedOn(eb: ExpressionBuilder<Schema, 'assignment'>, r: Reader) {
  return eb
    .selectFrom('assignment_link as link')
    .select('link.from_id')
    .where('link.tenant_id', '=', r.tenantId)
    .where('link.kind', '=', 'predecessor')
    .whereRef('link.to_id', '=', 'assignment.id');
}

/** Inputs that the body has written and not decided. */
async function inputsToDecide(r: Reader, ids: readonly string[]): Promise<readonly Found[]> {
  const rows = await r.db
    .selectFrom('budget_input')
    .select(['id', 'body_id', 'title'])
    .where('tenant_id', '=', r.tenantId)
    .where('state', 'in', ['draft', 'discussed'])
    .where((eb) => eb('body_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map(({ id, body_id, title }) => ({
    kind: 'input',
    bodyId: body_id,
    recordId: id,
    withinId: null,
    title,
    on: null,
  }));
}
