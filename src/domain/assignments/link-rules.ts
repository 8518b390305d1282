import type { Problem } from '../../kernel/problem.ts';
import type { AssignmentLinkKind } from './assignment.ts';

type End = { readonly id: string; readonly year: number };
type KnownLink = { readonly fromId: string; readonly toId: string; readonly kind: AssignmentLinkKind };

/** What time does to a kind of link: where the second assignment must lie in relation to the first. */
const timeOf: Readonly<Record<AssignmentLinkKind, 'earlier' | 'notEarlier' | 'any'>> = {
  predecessor: 'earlier',
  splitInto: 'notEarlier',
  mergedInto: 'notEarlier',
  monitors: 'any',
  refersTo: 'any',
};

/**
 * What hinders a link from one assignment to another. A predecessor is of an earlier year, which alone makes circles impossible; what was split
 * or merged does not come before its origin and never, by whatever way, into itself. `known` are the links of the same kind that can be reached.
 */
export function linkProblems(
  from: End,
  to: End,
  kind: AssignmentLinkKind,
  known: readonly KnownLink[],
): readonly Problem[] {
  if (from.id === to.id) return [{ path: 'toId', key: 'assignment.linkToItself' }];
  const same = known.filter((link) => link.kind === kind);
  if (same.some((link) => link.fromId === from.id && link.toId === to.id))
    return [{ path: 'toId', key: 'assignment.linkExists' }];
  const time = timeOf[kind];
  if (time === 'earlier' && to.year >= from.year)
    return [{ path: 'toId', key: 'assignment.predecessorNotEarlier', values: { year: from.year } }];
  if (time === 'notEarlier' && to.year < from.year)
    return [{ path: 'toId', key: 'assignment.partEarlier', values: { year: from.year } }];
  // Two assignments may refer to each other; no other kind may lead back to where it began.
  if (kind !== 'refersTo' && leadsTo(to.id, from.id, same)) return [{ path: 'toId', key: 'assignment.linkCircle' }];
  return [];
}

function leadsTo(start: string, goal: string, links: readonly KnownLink[]): boolean {
  const seen = new Set<string>();
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === goal) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...links.filter((link) => link.fromId === at).map((link) => link.toId));
  }
  return false;
}
