import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { addAgendaItem } from './change-agenda.ts';
import { meetingKinds } from './meeting.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { type LockedMeeting, lockMeeting } from './meeting-writer.ts';
import { isVisit, visitCategories, visitProblems } from './visit.ts';
import { findVisit } from './visit-reader.ts';

export type RecordVisit = {
  readonly meetingId: Id<'meeting'>;
  /** 0 when nothing was written yet. */
  readonly expectedVersion: number;
  readonly purpose: string;
  readonly hostedBy?: string | null;
  readonly learnt?: string | null;
  readonly focusAreaIds?: readonly Id<'focusArea'>[];
};

/** Writes what a study visit or workshop was for and what was learnt; answers with its item, which it makes the first time. */
export async function recordVisit(w: Writer<'meeting.edit'>, input: RecordVisit): Promise<Id<'agendaItem'>> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'change');
  if (!isVisit(meeting.kind)) throw new AppError('joint.noVisit', { kind: meetingKinds[meeting.kind] });
  const before = await findVisit(w, input.meetingId);
  expectVersion(before ?? { version: 0 }, input.expectedVersion, input);
  refuseProblems(visitProblems(input));
  const fields = {
    purpose: input.purpose.trim(),
    hosted_by: input.hostedBy?.trim() || null,
    learnt: input.learnt?.trim() || null,
  };
  const itemId = before?.itemId ?? (await itemOfVisit(w, meeting, visitCategories[meeting.kind]));
  const key = { tenant_id: w.tenantId, meeting_id: input.meetingId };
  await w.db
    .insertInto('visit')
    .values({ ...key, agenda_item_id: itemId, ...fields })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'meeting_id']).doUpdateSet({ ...fields, version: input.expectedVersion + 1 }),
    )
    .execute();
  // What was learnt is what the item says: it is what a reader of the evidence is shown.
  await w.db
    .updateTable('agenda_item')
    .set((eb) => ({ summary: fields.learnt, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', itemId)
    .execute();
  await w.db
    .deleteFrom('visit_focus_area')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', input.meetingId)
    .execute();
  const focusAreaIds = [...new Set(input.focusAreaIds ?? [])];
  for (const id of focusAreaIds) await getRow(w, 'focus_area', id);
  if (focusAreaIds.length > 0)
    await w.db
      .insertInto('visit_focus_area')
      .values(focusAreaIds.map((focus_area_id) => ({ ...key, focus_area_id })))
      .execute();
  await w.log({
    noun: 'meeting',
    recordId: input.meetingId,
    summary: 'visit',
    before,
    after: { ...fields, itemId, focusAreaIds },
  });
  return itemId;
}

/** The item that stands for the visit: the one of its kind that is there, else a new one with the meeting's own title. */
async function itemOfVisit(
  w: Writer<'meeting.edit'>,
  { id, title, place, kind }: LockedMeeting,
  category: (typeof visitCategories)[keyof typeof visitCategories],
): Promise<Id<'agendaItem'>> {
  const found = await w.db
    .selectFrom('agenda_item')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', id)
    .where('category', '=', category)
    .orderBy('position')
    .executeTakeFirst();
  if (found) return found.id;
  const named = meetingKinds[kind].sv;
  const words = title ?? `${named[0]!.toLocaleUpperCase('sv')}${named.slice(1)}${place ? `, ${place}` : ''}`;
  return await addAgendaItem(w, { meetingId: id, title: words, category });
}
