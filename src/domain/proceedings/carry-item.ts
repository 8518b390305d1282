import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { recordDecision } from '../decisions/index.ts';
import { addAgendaItem, getAgendaItem, linkItemToAssignment, lockMeeting } from '../meetings/index.ts';
import { itemOutcomes } from './item-outcome.ts';
import { logItem } from './item-scene.ts';
import { findNextMeeting } from './next-meeting-reader.ts';
import { proceedingsOf } from './proceedings-reader.ts';
import { writeOutcome } from './proceedings-writer.ts';

export type CarryItem = {
  readonly itemId: Id<'agendaItem'>;
  /** The meeting that takes it up again; the body's next one when it is not told. */
  readonly meetingId?: Id<'meeting'>;
};

/**
 * Puts an item that was tabled, referred back or not reached on the agenda of a later meeting, with its matter, its assignments and the proposal
 * that waits for a decision; each of the two items knows the other. It changes nothing in the minutes, so it can be done when they are adjusted.
 */
export async function carryItem(w: Writer<'meeting.conduct'>, input: CarryItem): Promise<Id<'agendaItem'>> {
  const item = await getAgendaItem(w, input.itemId);
  const from = await lockMeeting(w, item.meetingId);
  const { outcome, decisions } = await proceedingsOf(w, input.itemId);
  if (outcome.outcome === null || itemOutcomes[outcome.outcome].ends) throw new AppError('proceedings.isFinished');
  if (outcome.carriedTo !== null) throw new AppError('proceedings.carriedAlready');
  const meetingId =
    input.meetingId ?? (await findNextMeeting(w, from.bodyIds[0]!, from.heldOn, outcome.tabledTo ?? from.heldOn))?.id;
  if (meetingId === undefined) throw new AppError('proceedings.noNextMeeting');
  const to = await lockMeeting(w, meetingId);
  refuseProblems([
    ...(to.heldOn > from.heldOn ? [] : [{ path: 'meetingId', key: 'proceedings.laterMeeting' }]),
    ...(to.bodyIds.some((bodyId) => from.bodyIds.includes(bodyId))
      ? []
      : [{ path: 'meetingId', key: 'decision.otherMeeting' }]),
  ]);
  const id = await addAgendaItem(w, {
    meetingId,
    title: item.title,
    category: item.category,
    matterId: item.matter?.id ?? null,
    summary: item.summary,
    presenters: item.presenters,
  });
  for (const assignment of item.assignments)
    await linkItemToAssignment(w, { itemId: id, assignmentId: assignment.id, note: assignment.note });
  for (const decision of decisions.filter((one) => one.state === 'proposed' && to.bodyIds.includes(one.body.id)))
    await recordDecision(w, {
      agendaItemId: id,
      bodyId: decision.body.id,
      title: decision.title,
      clauses: decision.clauses,
      note: decision.note,
      assignments: decision.assignments.map((one) => ({ assignmentId: one.id, kind: one.kind })),
    });
  await writeOutcome(w, outcome, { carried_to_item_id: id });
  await logItem(w, input.itemId, 'outcome', { after: { carriedTo: id, meetingId } });
  return id;
}
