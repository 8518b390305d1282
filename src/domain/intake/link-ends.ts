import type { Reader } from '../../storage/database.ts';
import {
  type Assignment,
  findAssignment,
  findAssignmentByRef,
  parseAssignmentRef,
  shortTitle,
} from '../assignments/index.ts';
import { getProposal } from './intake-reader.ts';

/** One end of a suggested link: an assignment of the register, or one that is still a proposal of some file. */
export type LinkEnd = { readonly label: string; readonly assignmentId?: string; readonly proposalId?: string };

/** How an end is shown: "2023:4 Följa processen …", or the year alone where the plan does not number. */
export function assignmentLabelOf(of: {
  readonly year: number;
  readonly number: number | null;
  readonly text: string;
}): string {
  return `${of.number === null ? of.year : `${of.year}:${of.number}`} ${shortTitle(of.text)}`;
}

/**
 * The assignment that an end means now: a reference that a person typed in its place, the one of the register, or the one that the proposal has
 * become. Undefined while that proposal waits for confirmation.
 */
export async function assignmentAt(
  r: Reader,
  typed: unknown,
  end: LinkEnd | undefined,
): Promise<Assignment | undefined> {
  const ref = typeof typed === 'string' && typed !== end?.label ? parseAssignmentRef(typed.split(/\s/)[0]!) : undefined;
  if (ref) return await findAssignmentByRef(r, ref);
  if (end?.assignmentId) return await findAssignment(r, end.assignmentId);
  if (!end?.proposalId) return undefined;
  const { record } = await getProposal(r, end.proposalId);
  return record?.noun === 'assignment' ? await findAssignment(r, record.id) : undefined;
}
