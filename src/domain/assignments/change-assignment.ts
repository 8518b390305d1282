import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { Assignment } from './assignment.ts';
import { assignmentText } from './assignment-reader.ts';
import { assignmentAfter } from './assignment-transitions.ts';
import {
  referenceProblems,
  requireInvolved,
  requireOwner,
  saveAssignment,
  takeAssignment,
} from './assignment-writer.ts';
import { keepDueChange, movesDue } from './due-change.ts';
import { assignmentProblems } from './give-assignment.ts';
import { shortTitle } from './short-title.ts';

export type ChangeAssignment = {
  readonly assignmentId: Id<'assignment'>;
  readonly expectedVersion: number;
  /** What is not told stays as it is; null empties it. Year and number never change: reports and minutes cite them. */
  readonly text?: string | null;
  /** Empty: made anew from the text. */
  readonly title?: string;
  readonly heading?: string | null;
  readonly planId?: Id<'plan'> | null;
  readonly objectiveId?: Id<'planObjective'> | null;
  readonly givenByBodyId?: Id<'body'> | null;
  readonly reportToBodyId?: Id<'body'> | null;
  readonly dueOn?: CivilDate | null;
  /** Why a due date that was there is moved: asked of a person. */
  readonly dueReason?: string;
};

/**
 * Changes what is registered about an assignment that stands. An ended one is changed by opening it again first. A confirmed import may fill in
 * what was empty (the text of an assignment known by its number only) and overwrites nothing.
 */
export async function changeAssignment(
  w: Writer<'assignment.edit' | 'decision.record' | 'intake.confirm'>,
  input: ChangeAssignment,
): Promise<void> {
  const before = await takeAssignment(w, input);
  if (w.auth.action === 'intake.confirm') requireFillingIn(w, before, input);
  else requireOwner(w.auth, before);
  assignmentAfter(before.state, 'change');
  const told = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value);
  const newText = told(input.text, before.text);
  const text = newText === null ? null : assignmentText(newText) || null;
  const after = {
    planId: told(input.planId, before.planId),
    objectiveId: told(input.objectiveId, before.objectiveId),
    givenByBodyId: told(input.givenByBodyId, before.givenByBodyId),
    reportToBodyId: told(input.reportToBodyId, before.reportToBodyId),
  };
  // Who gives an assignment away to another giver loses the right to change it; to give it to a body one has no right on is refused.
  if (w.auth.action !== 'intake.confirm' && (input.givenByBodyId !== undefined || input.reportToBodyId !== undefined))
    requireOwner(w.auth, { ...before, ...after });
  const { year, number } = before;
  const dueOn = told(input.dueOn, before.dueOn);
  const moved = movesDue(before, dueOn);
  const dueReason = input.dueReason?.trim() || (w.auth.action === 'decision.record' ? 'Ändrat genom beslut' : '');
  refuseProblems([
    ...assignmentProblems({ year, number, text }),
    ...(await referenceProblems(w, { year, ...after })),
    ...(moved && dueReason === '' ? [{ path: 'dueReason', key: 'assignment.dueReason' }] : []),
  ]);
  if (moved) await keepDueChange(w, before, dueOn, dueReason);
  const fromText = text ? shortTitle(text) : `Uppdrag ${number}`;
  // A title that nobody wrote follows the text; one that a person chose stays.
  const automatic = before.title === (before.text ? shortTitle(before.text) : `Uppdrag ${number}`);
  const title = input.title === undefined ? (automatic ? fromText : before.title) : input.title.trim() || fromText;
  await saveAssignment(
    w,
    before,
    {
      title,
      full_text: text,
      heading: told(input.heading, before.heading)?.trim() || null,
      plan_id: after.planId,
      objective_id: after.objectiveId,
      given_by_body_id: after.givenByBodyId,
      report_to_body_id: after.reportToBodyId,
      due_on: dueOn,
    },
    'changed',
  );
}

const fillable = ['text', 'heading', 'planId', 'objectiveId', 'givenByBodyId', 'reportToBodyId', 'dueOn'] as const;

function requireFillingIn(w: Writer, before: Assignment, input: ChangeAssignment): void {
  requireInvolved(w.auth, before);
  const overwrites = fillable.some((field) => input[field] !== undefined && before[field] !== null);
  if (overwrites || input.title !== undefined) throw new AppError('access.denied');
}
