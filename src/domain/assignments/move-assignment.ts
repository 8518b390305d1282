import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type AssignmentAction, assignmentAfter } from './assignment-transitions.ts';
import { requireOwner, saveAssignment, takeAssignment } from './assignment-writer.ts';
import { giveProposed } from './give-proposed.ts';

export type MoveAssignment = {
  readonly assignmentId: Id<'assignment'>;
  readonly expectedVersion: number;
  readonly action: Exclude<AssignmentAction, 'change'>;
  /** Why, kept in the log: "pausad på grund av rådande ekonomiska förutsättningar". */
  readonly reason?: string;
};

/** Moves an assignment to the state that an action of the table leads to; one that is given gets its number. */
export async function moveAssignment(w: Writer<'assignment.edit'>, input: MoveAssignment): Promise<void> {
  if (input.action === 'give') {
    await giveProposed(w, input);
    return;
  }
  const before = await takeAssignment(w, input);
  requireOwner(w.auth, before);
  const state = assignmentAfter(before.state, input.action);
  const reason = input.reason?.trim();
  await saveAssignment(w, before, { state }, reason ? `${input.action}: ${reason}` : input.action);
}
