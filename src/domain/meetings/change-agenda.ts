import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type AgendaItemFields, agendaItemProblems, type ItemCategory, type StandingPlace } from './agenda-item.ts';
import { itemOrder, type OrderedItem, orderWith, writeOrder } from './agenda-order.ts';
import { requireUndecided } from './decided-items.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem, lockMeeting } from './meeting-writer.ts';

export type AddAgendaItem = AgendaItemFields & {
  readonly meetingId: Id<'meeting'>;
  /** The item under which it stands as a point; it comes last there. */
  readonly parentId?: Id<'agendaItem'> | null;
  /** The item of the top level before which it is put; last when none is told. */
  readonly beforeItemId?: Id<'agendaItem'> | null;
  readonly standing?: StandingPlace | null;
};

/** Puts an item on the agenda of a meeting: last, before another, or under another. */
export async function addAgendaItem(
  w: Writer<'meeting.edit' | 'meeting.conduct' | 'intake.confirm'>,
  input: AddAgendaItem,
): Promise<Id<'agendaItem'>> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'changeAgenda');
  refuseProblems(agendaItemProblems(input));
  const order = await itemOrder(w, input.meetingId);
  const parentId = input.parentId ?? null;
  refuseProblems(placeProblems(order, parentId, input.beforeItemId ?? null));
  const id: Id<'agendaItem'> = w.runtime.newId();
  const row = { ...rowOf(input), parent_id: parentId, standing: input.standing ?? null };
  await w.db
    .insertInto('agenda_item')
    .values({ tenant_id: w.tenantId, id, meeting_id: input.meetingId, position: await nextPosition(w, input), ...row })
    .execute();
  const placed = orderWith(order, { id, parentId }, input.beforeItemId ?? null);
  if (placed.at(-1) !== id) await writeOrder(w, input.meetingId, placed);
  await w.log({ noun: 'agendaItem', recordId: id, after: { meetingId: input.meetingId, ...row } });
  return id;
}

async function nextPosition(w: Writer, { meetingId }: { readonly meetingId: Id<'meeting'> }): Promise<number> {
  const { last } = await w.db
    .selectFrom('agenda_item')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** A point stands under an item of the top level of the same agenda, and an item before one. */
function placeProblems(
  order: readonly OrderedItem[],
  parentId: Id<'agendaItem'> | null,
  before: Id<'agendaItem'> | null,
): readonly Problem[] {
  const isHead = (id: Id<'agendaItem'>) => order.some((item) => item.id === id && item.parentId === null);
  return [
    ...(parentId === null || isHead(parentId) ? [] : [{ path: 'parentId', key: 'meeting.itemOfOther' }]),
    ...(before === null || isHead(before) ? [] : [{ path: 'beforeItemId', key: 'meeting.itemOfOther' }]),
  ];
}

export type ChangeAgendaItem = {
  readonly itemId: Id<'agendaItem'>;
  readonly expectedVersion: number;
  readonly changes: Partial<AgendaItemFields>;
};

/** Changes what an item says; its place on the agenda stays. */
export async function changeAgendaItem(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  { itemId, expectedVersion, changes }: ChangeAgendaItem,
): Promise<void> {
  const { item, meeting } = await lockItem(w, itemId);
  expectVersion(item, expectedVersion, changes);
  meetingStateAfter(meeting.state, 'changeAgenda');
  // What an import reads in the minutes comes after the decision and completes the item.
  if (w.auth.action !== 'intake.confirm') await requireUndecided(w, itemId);
  const after: AgendaItemFields = {
    title: item.title,
    category: item.category as ItemCategory,
    number: item.number,
    matterId: item.matter_id,
    summary: item.summary,
    presenters: item.presenters,
    proceedings: item.proceedings,
    exercisesAuthority: item.exercises_authority,
    doorsClosed: item.doors_closed,
    ...changes,
  };
  refuseProblems(agendaItemProblems(after));
  await w.db
    .updateTable('agenda_item')
    .set({ ...rowOf(after), version: item.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', itemId)
    .execute();
  await w.log({ noun: 'agendaItem', recordId: itemId, before: item, after });
}

/**
 * Takes an item off the agenda, with its links to assignments: what a report says on the strength of it is then without source. An item in which
 * something was proposed or decided stays.
 */
export async function removeAgendaItem(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  { itemId, expectedVersion }: { readonly itemId: Id<'agendaItem'>; readonly expectedVersion: number },
): Promise<void> {
  const { item, meeting } = await lockItem(w, itemId);
  expectVersion(item, expectedVersion);
  meetingStateAfter(meeting.state, 'changeAgenda');
  const decision = await w.db
    .selectFrom('decision')
    .select('title')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .executeTakeFirst();
  if (decision) throw new AppError('meeting.itemHasDecision', { title: decision.title });
  const points = await w.db
    .selectFrom('agenda_item')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('parent_id', '=', itemId)
    .executeTakeFirst();
  if (points) throw new AppError('meeting.itemHasPoints', { title: item.title });
  await w.db.deleteFrom('agenda_item').where('tenant_id', '=', w.tenantId).where('id', '=', itemId).execute();
  await w.log({ noun: 'agendaItem', recordId: itemId, summary: 'removed', before: item });
}

function rowOf(fields: AgendaItemFields) {
  return {
    number: fields.number?.trim() || null,
    title: fields.title.trim(),
    category: fields.category,
    matter_id: fields.matterId ?? null,
    summary: fields.summary?.trim() || null,
    presenters: JSON.stringify(fields.presenters ?? []),
    proceedings: fields.proceedings ? JSON.stringify(fields.proceedings) : null,
    exercises_authority: fields.exercisesAuthority ?? false,
    doors_closed: fields.doorsClosed ?? false,
  };
}
