import type { Selectable } from 'kysely';
import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import type { MeetingRow } from '../../storage/schema/meetings.ts';
import { requireBody } from '../access/index.ts';
import { requireUnbiased } from '../secrecy/index.ts';
import type { MeetingFields, MeetingKind, MeetingMode } from './meeting.ts';
import type { MeetingState } from './meeting-transitions.ts';

/** The row of a meeting as a verb holds it, locked until the transaction ends, with all bodies whose meeting it is. */
export type LockedMeeting = MeetingFields & {
  readonly id: Id<'meeting'>;
  readonly version: number;
  readonly state: MeetingState;
  readonly bodyIds: readonly Id<'body'>[];
};

/** Reads a meeting for change and checks that the actor may act for one of its bodies. Throws `record.notFound` or `access.denied`. */
export async function lockMeeting(w: Writer, id: Id<'meeting'>): Promise<LockedMeeting> {
  return await withBodies(w, await lockRow(w, 'meeting', id));
}

/** The same for who changes nothing about the meeting itself: many may hold it so at once, and nobody can close or adjust it meanwhile. */
export async function shareMeeting(w: Writer, id: Id<'meeting'>): Promise<LockedMeeting> {
  const row = await w.db
    .selectFrom('meeting')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  return await withBodies(w, row);
}

async function withBodies(w: Writer, row: Selectable<MeetingRow>): Promise<LockedMeeting> {
  const joint = await w.db
    .selectFrom('meeting_body')
    .select('body_id')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', row.id)
    .execute();
  const bodyIds = [row.body_id, ...joint.map((one) => one.body_id)];
  requireOneOf(w.auth, bodyIds);
  return {
    id: row.id,
    version: row.version,
    state: row.state as MeetingState,
    bodyIds,
    kind: row.kind as MeetingKind,
    heldOn: row.held_on,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    mode: row.mode as MeetingMode | null,
    adjustBy: row.adjust_by,
    lastDay: row.last_day,
    note: row.note,
  };
}

/** Reads an item for change together with its meeting. */
export async function lockItem(w: Writer, id: Id<'agendaItem'>) {
  const row = await lockRow(w, 'agenda_item', id);
  // Who is disqualified has no part in preparing the item either, whatever roles they have (KL 6:30).
  await requireUnbiased(w, { itemId: id });
  return { item: row, meeting: await lockMeeting(w, row.meeting_id) };
}

/** A joint meeting may be kept by the secretary of any of its bodies. */
function requireOneOf(auth: Authorized, bodyIds: readonly Id<'body'>[]): void {
  if (auth.bodies !== 'all' && bodyIds.some((bodyId) => auth.bodies.includes(bodyId))) return;
  requireBody(auth, bodyIds[0]!);
}
