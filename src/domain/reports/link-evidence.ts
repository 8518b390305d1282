import type { Writer } from '../../storage/database.ts';
import { type LinkDecision, linkDecisionToAssignment, unlinkDecisionFromAssignment } from '../decisions/index.ts';
import { type LinkItem, linkItemToAssignment, unlinkItemFromAssignment } from '../meetings/index.ts';
import { refreshDraftsOf } from './refresh-draft.ts';

/**
 * Says that an agenda item dealt with an assignment, and in the same breath writes it into the drafts of every body that answers for the assignment
 * (list I-07). Answers how many answers changed.
 */
export async function linkEvidence(
  w: Writer<'meeting.linkAssignment' | 'meeting.edit' | 'intake.confirm'>,
  input: LinkItem,
): Promise<number> {
  await linkItemToAssignment(w, input);
  return await refreshDraftsOf(w, [input.assignmentId]);
}

/** Takes the link away, and the sentences that the drafts had on the strength of it. Edited answers keep theirs, marked. */
export async function unlinkEvidence(
  w: Writer<'meeting.linkAssignment' | 'meeting.edit' | 'intake.confirm'>,
  input: Omit<LinkItem, 'note'>,
): Promise<number> {
  await unlinkItemFromAssignment(w, input);
  return await refreshDraftsOf(w, [input.assignmentId]);
}

/** Says what a decision does to an assignment, and refreshes the drafts. */
export async function linkDecisionEvidence(
  w: Writer<'decision.record' | 'meeting.linkAssignment' | 'intake.confirm'>,
  input: LinkDecision,
): Promise<number> {
  await linkDecisionToAssignment(w, input);
  return await refreshDraftsOf(w, [input.assignmentId]);
}

/** Takes that link away, and refreshes the drafts. */
export async function unlinkDecisionEvidence(
  w: Writer<'decision.record' | 'meeting.linkAssignment' | 'intake.confirm'>,
  input: Omit<LinkDecision, 'kind'>,
): Promise<number> {
  await unlinkDecisionFromAssignment(w, input);
  return await refreshDraftsOf(w, [input.assignmentId]);
}
