import type { Id } from '../../../kernel/id.ts';
import type { Writer } from '../../../storage/database.ts';
import {
  addAgendaItem,
  findMeetingOn,
  getMeeting,
  linkItemToAssignment,
  type MeetingKind,
  planMeeting,
} from '../../meetings/index.ts';
import type { RecordRef } from '../proposal.ts';
import { occasionTitle } from './occasion-title.ts';

/** An occasion that an answer points at: a day, what kind of gathering it was, and the sentence that tells of it. */
export type Occasion = {
  readonly date: string;
  readonly kind: MeetingKind;
  readonly planned: boolean;
  readonly sentence: string;
};

/**
 * Makes the occasion an item of a meeting of the body and links it to the assignment: that is what makes it evidence. The meeting and the item are
 * found when other answers tell of the same ("Information om X" answers two assignments in seed 000 and is one item).
 */
export async function takeOccasion(
  w: Writer<'intake.confirm'>,
  bodyId: Id<'body'>,
  assignmentId: Id<'assignment'>,
  occasion: Occasion,
  made: RecordRef[],
): Promise<Id<'agendaItem'>> {
  const meetingId = await takeMeeting(w, bodyId, occasion, made);
  const { title, category } = occasionTitle(occasion.sentence, occasion.kind);
  const items = (await getMeeting(w, meetingId)).items;
  // A bare "Föredragning" names no subject: it is another item for each assignment.
  const same = items.find(
    (item) =>
      item.title.toLowerCase() === title.toLowerCase() &&
      (/\s/.test(title) || item.assignments.some((one) => one.id === assignmentId)),
  );
  const itemId = same?.id ?? (await addAgendaItem(w, { meetingId, title, category }));
  if (!same) made.push({ noun: 'agendaItem', id: itemId });
  if (!same?.assignments.some((one) => one.id === assignmentId)) {
    await linkItemToAssignment(w, { itemId, assignmentId });
    made.push({ noun: 'itemLink', id: `${itemId} ${assignmentId}` });
  }
  return itemId;
}

async function takeMeeting(
  w: Writer<'intake.confirm'>,
  bodyId: Id<'body'>,
  { date, kind, planned }: Occasion,
  made: RecordRef[],
): Promise<Id<'meeting'>> {
  const found = await findMeetingOn(w, bodyId, date, kind);
  if (found) return found.id;
  const alreadyHeld = !planned && date <= w.runtime.today();
  const id = await planMeeting(w, { bodyId, kind, heldOn: date, alreadyHeld });
  made.push({ noun: 'meeting', id });
  return id;
}
