import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type AgendaItemFields, agendaItemProblems, type ItemCategory } from './agenda-item.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem, lockMeeting } from './meeting-writer.ts';

export type AddAgendaItem = AgendaItemFields & { readonly meetingId: Id<'meeting'> };

/** Puts an item last on the agenda of a meeting. */
export async function addAgendaItem(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  input: AddAgendaItem,
): Promise<Id<'agendaItem'>> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'changeAgenda');
  refuseProblems(agendaItemProblems(input));
  const { last } = await w.db
    .selectFrom('agenda_item')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', input.meetingId)
    .executeTakeFirstOrThrow();
  const id = w.runtime.newId();
  const row = rowOf(input);
  await w.db
    .insertInto('agenda_item')
    .values({ tenant_id: w.tenantId, id, meeting_id: input.meetingId, position: (last ?? 0) + 1, ...row })
    .execute();
  await w.log({ noun: 'agendaItem', recordId: id, after: { meetingId: input.meetingId, ...row } });
  return id;
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
  const after: AgendaItemFields = {
    title: item.title,
    category: item.category as ItemCategory,
    number: item.number,
    matterId: item.matter_id,
    summary: item.summary,
    presenters: item.presenters,
    proceedings: item.proceedings,
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
  };
}
