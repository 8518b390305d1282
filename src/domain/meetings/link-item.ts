import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem } from './meeting-writer.ts';

export type LinkItem = {
  readonly itemId: Id<'agendaItem'>;
  readonly assignmentId: Id<'assignment'>;
  readonly note?: string | null;
};

/**
 * Says that an item dealt with an assignment (list I-07): from then on it is evidence in the report-back of every body that has a part in the
 * assignment. Saying it twice changes at most the note. `linkEvidence` of reports does the same and freshens the drafts.
 */
export async function linkItemToAssignment(
  w: Writer<'meeting.linkAssignment' | 'meeting.edit' | 'meeting.conduct' | 'intake.confirm'>,
  input: LinkItem,
): Promise<void> {
  const { meeting } = await lockItem(w, input.itemId);
  meetingStateAfter(meeting.state, 'linkAssignment');
  await getRow(w, 'assignment', input.assignmentId);
  const note = input.note?.trim() || null;
  await w.db
    .insertInto('agenda_item_assignment')
    .values({ tenant_id: w.tenantId, agenda_item_id: input.itemId, assignment_id: input.assignmentId, note })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'agenda_item_id', 'assignment_id']).doUpdateSet({ note }))
    .execute();
  await w.log({ noun: 'agendaItem', recordId: input.itemId, after: { assignmentId: input.assignmentId, note } });
}

/** Takes the link away: the item did not deal with the assignment after all. */
export async function unlinkItemFromAssignment(
  w: Writer<'meeting.linkAssignment' | 'meeting.edit' | 'intake.confirm'>,
  input: Omit<LinkItem, 'note'>,
): Promise<void> {
  const { meeting } = await lockItem(w, input.itemId);
  meetingStateAfter(meeting.state, 'linkAssignment');
  await w.db
    .deleteFrom('agenda_item_assignment')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', input.itemId)
    .where('assignment_id', '=', input.assignmentId)
    .execute();
  await w.log({ noun: 'agendaItem', recordId: input.itemId, before: { assignmentId: input.assignmentId } });
}
