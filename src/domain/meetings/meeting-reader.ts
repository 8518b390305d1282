import type { ExpressionBuilder } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema/index.ts';
import { itemsOfMeetings } from './agenda-item-reader.ts';
import { jointBodiesOf } from './joint-bodies-reader.ts';
import type { BodyName, CalledSeat, Meeting, MeetingDetail, MeetingKind, MeetingMode, Slot } from './meeting.ts';
import type { MeetingState } from './meeting-transitions.ts';

/** Which meetings a list shows. A joint meeting is found under each of its bodies. */
export type MeetingFilter = {
  readonly bodyId?: Id<'body'>;
  readonly year?: number;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly kinds?: readonly MeetingKind[];
  readonly states?: readonly MeetingState[];
  readonly order?: 'newest' | 'oldest';
  readonly limit?: number;
  readonly offset?: number;
};

/** One meeting of a list, with how much stands on its agenda. */
export type MeetingSummary = Meeting & {
  readonly itemCount: number;
  readonly linkedItemCount: number;
  /** The different assignments that its items dealt with. */
  readonly linkedAssignmentCount: number;
};

/** The meetings that fit a filter, newest first unless told, with how many there are in all. */
export async function listMeetings(
  r: Reader,
  filter: MeetingFilter = {},
): Promise<{ readonly meetings: readonly MeetingSummary[]; readonly total: number }> {
  const fitting = fittingMeetings(r, filter);
  const { total } = await fitting.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await fitting
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .selectAll('meeting')
    .select('body.name as body_name')
    .select((eb) => [
      eb
        .selectFrom('agenda_item')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('agenda_item.tenant_id', '=', r.tenantId)
        .whereRef('agenda_item.meeting_id', '=', 'meeting.id')
        .as('item_count'),
      countLinks(eb, r.tenantId, 'agenda_item.id').as('linked_count'),
      countLinks(eb, r.tenantId, 'link.assignment_id').as('assignment_count'),
    ])
    .orderBy('meeting.held_on', filter.order === 'oldest' ? 'asc' : 'desc')
    .orderBy('meeting.id')
    .limit(filter.limit ?? 100)
    .offset(filter.offset ?? 0)
    .execute();
  const joint = await jointBodiesOf(
    r,
    rows.map((row) => row.id),
  );
  const meetings = rows.map((row) => ({
    ...meetingOf(row, joint.get(row.id) ?? []),
    itemCount: Number(row.item_count),
    linkedItemCount: Number(row.linked_count),
    linkedAssignmentCount: Number(row.assignment_count),
  }));
  return { meetings, total: Number(total) };
}

/** How many different items, or assignments, the links of a meeting's agenda name: a column in a query of meetings. */
function countLinks(
  eb: ExpressionBuilder<Schema, 'meeting' | 'body'>,
  tenantId: Id<'tenant'>,
  counted: 'agenda_item.id' | 'link.assignment_id',
) {
  return eb
    .selectFrom('agenda_item')
    .innerJoin('agenda_item_assignment as link', (join) =>
      join.onRef('link.agenda_item_id', '=', 'agenda_item.id').onRef('link.tenant_id', '=', 'agenda_item.tenant_id'),
    )
    .select((inner) => inner.fn.count<string>(counted).distinct().as('count'))
    .where('agenda_item.tenant_id', '=', tenantId)
    .whereRef('agenda_item.meeting_id', '=', 'meeting.id');
}

/** The years from the last meeting back to the first, for the choice of a list. */
export async function listMeetingYears(r: Reader): Promise<readonly number[]> {
  const row = await r.db
    .selectFrom('meeting')
    .select((eb) => [eb.fn.min('held_on').as('first'), eb.fn.max('held_on').as('last')])
    .where('tenant_id', '=', r.tenantId)
    .executeTakeFirst();
  if (!row?.first || !row.last) return [];
  const [first, last] = [Number(row.first.slice(0, 4)), Number(row.last.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** A meeting with its agenda, timetable and lists of those called, or undefined. */
export async function findMeeting(r: Reader, id: Id<'meeting'>): Promise<MeetingDetail | undefined> {
  if (!isId(id)) return undefined;
  const row = await r.db
    .selectFrom('meeting')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .selectAll('meeting')
    .select('body.name as body_name')
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const joint = await jointBodiesOf(r, [id]);
  const items = await itemsOfMeetings(r, [id]);
  const seats = await calledSeatsOf(r, id);
  return {
    ...meetingOf(row, joint.get(id) ?? []),
    items,
    slots: await slotsOf(r, id),
    called: seats.filter((seat) => seat.kind === 'called'),
    notified: seats.filter((seat) => seat.kind === 'notified'),
  };
}

/** A meeting with all that its notice prints. Throws `record.notFound`. */
export async function getMeeting(r: Reader, id: Id<'meeting'>): Promise<MeetingDetail> {
  const meeting = await findMeeting(r, id);
  if (!meeting) throw new AppError('record.notFound');
  return meeting;
}

/** The meeting of a body on a day, so that an import meets the one that exists instead of making a second. */
export async function findMeetingOn(
  r: Reader,
  bodyId: Id<'body'>,
  heldOn: CivilDate,
  kind?: MeetingKind,
): Promise<Meeting | undefined> {
  const { meetings } = await listMeetings(r, { bodyId, from: heldOn, to: heldOn, ...(kind && { kinds: [kind] }) });
  return meetings.find((meeting) => meeting.kind === 'meeting') ?? meetings[0];
}

function fittingMeetings(r: Reader, filter: MeetingFilter) {
  const from = filter.from ?? (filter.year === undefined ? undefined : `${filter.year}-01-01`);
  const to = filter.to ?? (filter.year === undefined ? undefined : `${filter.year}-12-31`);
  let query = r.db.selectFrom('meeting').where('meeting.tenant_id', '=', r.tenantId);
  if (filter.bodyId !== undefined) {
    const bodyId = filter.bodyId;
    query = query.where((eb) =>
      eb.or([
        eb('meeting.body_id', '=', bodyId),
        eb.exists(
          eb
            .selectFrom('meeting_body')
            .select('meeting_body.body_id')
            .where('meeting_body.tenant_id', '=', r.tenantId)
            .whereRef('meeting_body.meeting_id', '=', 'meeting.id')
            .where('meeting_body.body_id', '=', bodyId),
        ),
      ]),
    );
  }
  if (from !== undefined) query = query.where('meeting.held_on', '>=', from);
  if (to !== undefined) query = query.where('meeting.held_on', '<=', to);
  if (filter.kinds?.length) query = query.where('meeting.kind', 'in', filter.kinds);
  if (filter.states?.length) query = query.where('meeting.state', 'in', filter.states);
  return query;
}

type MeetingColumns = {
  id: string;
  version: number;
  kind: string;
  title: string | null;
  body_id: string;
  body_name: string;
  held_on: string;
  starts_at: string | null;
  ends_at: string | null;
  place: string | null;
  mode: string | null;
  state: string;
  adjust_by: string | null;
  last_day: string | null;
  note: string | null;
};

function meetingOf(row: MeetingColumns, jointBodies: readonly BodyName[]): Meeting {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as MeetingKind,
    title: row.title,
    body: { id: row.body_id, name: row.body_name },
    jointBodies,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    mode: row.mode as MeetingMode | null,
    state: row.state as MeetingState,
    adjustBy: row.adjust_by,
    lastDay: row.last_day,
    note: row.note,
  };
}

async function slotsOf(r: Reader, id: string): Promise<readonly Slot[]> {
  const rows = await r.db
    .selectFrom('meeting_slot')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    title: row.title,
    presenters: row.presenters,
    agendaItemId: row.agenda_item_id,
    fixed: row.fixed,
    pause: row.pause,
  }));
}

async function calledSeatsOf(r: Reader, id: string): Promise<readonly CalledSeat[]> {
  const rows = await r.db
    .selectFrom('meeting_call')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', id)
    .orderBy('kind')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as CalledSeat['kind'],
    name: row.name,
    party: row.party,
    role: row.role,
    seatId: row.seat_id,
  }));
}
