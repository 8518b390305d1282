import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { isWithheld } from '../secrecy/index.ts';
import type { AgendaItem, ItemAssignment, ItemCategory, StandingPlace } from './agenda-item.ts';
import { documentsOfItems } from './item-document-reader.ts';
import { jointBodiesOf } from './joint-bodies-reader.ts';
import type { BodyName, MeetingKind } from './meeting.ts';
import type { MeetingState } from './meeting-transitions.ts';

/** An item that dealt with an assignment, with the meeting it stood in: what the thread and the report-back are made of. */
export type ItemOccasion = {
  readonly itemId: Id<'agendaItem'>;
  readonly assignmentId: Id<'assignment'>;
  readonly number: string | null;
  readonly title: string;
  readonly category: ItemCategory;
  readonly note: string | null;
  readonly meetingId: Id<'meeting'>;
  readonly meetingKind: MeetingKind;
  readonly meetingTitle: string | null;
  readonly meetingState: MeetingState;
  readonly place: string | null;
  readonly heldOn: CivilDate;
  /** All bodies of the meeting; the first is the one it belongs to. */
  readonly bodies: readonly BodyName[];
};

/** The items that dealt with an assignment, by date. Cancelled meetings are left out: what was not held dealt with nothing. */
export async function itemsForAssignment(r: Reader, assignmentId: Id<'assignment'>): Promise<readonly ItemOccasion[]> {
  return await itemsForAssignments(r, [assignmentId]);
}

/** The same for many assignments in one query. */
export async function itemsForAssignments(
  r: Reader,
  assignmentIds: readonly Id<'assignment'>[],
): Promise<readonly ItemOccasion[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await heldItems(r)
    .innerJoin('agenda_item_assignment as link', (join) =>
      join.onRef('link.agenda_item_id', '=', 'item.id').onRef('link.tenant_id', '=', 'item.tenant_id'),
    )
    .select([
      'item.id',
      'item.number',
      'item.title',
      'item.category',
      'link.assignment_id',
      'link.note',
      'meeting.id as meeting_id',
      'meeting.kind',
      'meeting.title as meeting_title',
      'meeting.state',
      'meeting.place',
      'meeting.held_on',
      'body.id as body_id',
      'body.name as body_name',
    ])
    .where('link.assignment_id', 'in', assignmentIds)
    .orderBy('meeting.held_on')
    .orderBy('item.position')
    .orderBy('item.id')
    .execute();
  const joint = await jointBodiesOf(r, [...new Set(rows.map((row) => row.meeting_id))]);
  return rows.map((row) => ({
    itemId: row.id,
    assignmentId: row.assignment_id,
    number: row.number,
    title: row.title,
    category: row.category as ItemCategory,
    note: row.note,
    meetingId: row.meeting_id,
    meetingKind: row.kind as MeetingKind,
    meetingTitle: row.meeting_title,
    meetingState: row.state as MeetingState,
    place: row.place,
    heldOn: row.held_on,
    bodies: [{ id: row.body_id, name: row.body_name }, ...(joint.get(row.meeting_id) ?? [])],
  }));
}

/** The items with their meeting and its body, without those of cancelled meetings. */
function heldItems(r: Reader) {
  return r.db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .where('item.tenant_id', '=', r.tenantId)
    .where('meeting.state', '!=', 'cancelled');
}

/** An item that dealt with a matter, in its meeting. */
export type MatterOccasion = {
  readonly itemId: Id<'agendaItem'>;
  readonly number: string | null;
  readonly title: string;
  readonly category: ItemCategory;
  readonly meetingId: Id<'meeting'>;
  readonly heldOn: CivilDate;
  readonly bodyName: string;
};

/** The items that dealt with a matter, by date: its way through the bodies. */
export async function itemsForMatter(r: Reader, matterId: Id<'matter'>): Promise<readonly MatterOccasion[]> {
  const rows = await heldItems(r)
    .select([
      'item.id',
      'item.number',
      'item.title',
      'item.category',
      'item.meeting_id',
      'meeting.held_on',
      'body.name',
    ])
    .where('item.matter_id', '=', matterId)
    .orderBy('meeting.held_on')
    .orderBy('item.position')
    .execute();
  return rows.map((row) => ({
    itemId: row.id,
    number: row.number,
    title: row.title,
    category: row.category as ItemCategory,
    meetingId: row.meeting_id,
    heldOn: row.held_on,
    bodyName: row.name,
  }));
}

/** One agenda item. Throws `record.notFound`. */
export async function getAgendaItem(r: Reader, id: Id<'agendaItem'>): Promise<AgendaItem> {
  const { meeting_id } = await getRow(r, 'agenda_item', id);
  const item = (await itemsOfMeetings(r, [meeting_id])).find((one) => one.id === id);
  if (!item) throw new AppError('record.notFound');
  return item;
}

/** The agendas of some meetings, in order. */
export async function itemsOfMeetings(r: Reader, meetingIds: readonly Id<'meeting'>[]): Promise<readonly AgendaItem[]> {
  if (meetingIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('agenda_item as item')
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .selectAll('item')
    .select(['matter.registration_number', 'matter.secrecy_level'])
    .where('item.tenant_id', '=', r.tenantId)
    .where('item.meeting_id', 'in', meetingIds)
    .orderBy('item.meeting_id')
    .orderBy('item.position')
    .execute();
  const itemIds = rows.map((row) => row.id);
  const links = await linksOf(r, itemIds);
  const documents = await documentsOfItems(r, itemIds);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    meetingId: row.meeting_id,
    position: row.position,
    number: row.number,
    title: row.title,
    category: row.category as ItemCategory,
    matter:
      row.matter_id !== null && row.registration_number !== null
        ? { id: row.matter_id, registrationNumber: row.registration_number, secret: isWithheld(row.secrecy_level) }
        : null,
    summary: row.summary,
    presenters: row.presenters,
    proceedings: row.proceedings,
    assignments: links.get(row.id) ?? [],
    parentId: row.parent_id,
    standing: row.standing as StandingPlace | null,
    exercisesAuthority: row.exercises_authority,
    doorsClosed: row.doors_closed,
    documents: documents.get(row.id) ?? [],
  }));
}

async function linksOf(r: Reader, itemIds: readonly string[]): Promise<Map<string, ItemAssignment[]>> {
  const found = new Map<string, ItemAssignment[]>();
  if (itemIds.length === 0) return found;
  const rows = await r.db
    .selectFrom('agenda_item_assignment as link')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.id', '=', 'link.assignment_id').onRef('assignment.tenant_id', '=', 'link.tenant_id'),
    )
    .select([
      'link.agenda_item_id',
      'link.note',
      'assignment.id',
      'assignment.year',
      'assignment.number',
      'assignment.title',
    ])
    .where('link.tenant_id', '=', r.tenantId)
    .where('link.agenda_item_id', 'in', itemIds)
    .orderBy('assignment.year')
    .orderBy('assignment.number')
    .orderBy('assignment.position')
    .execute();
  for (const { agenda_item_id, ...assignment } of rows)
    found.set(agenda_item_id, [...(found.get(agenda_item_id) ?? []), assignment]);
  return found;
}
