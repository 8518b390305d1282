import type { Id } from '../../../kernel/id.ts';

/** The page on which the situation of an assignment is read and written. */
export function situationAddress(assignmentId: Id<'assignment'>): string {
  return `/uppfoljning/lagen/${assignmentId}`;
}
