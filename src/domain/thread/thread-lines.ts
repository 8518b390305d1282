import type { Assignment } from '../assignments/index.ts';

/** A thread over some years without its steps: the assignments that continue each other, the oldest first. */
export type ThreadLine = { readonly assignments: readonly Assignment[] };

/**
 * Ties assignments that continue each other into lines. `continues` holds pairs of ids, the later before the earlier; a pair whose other end is
 * not among the assignments (another year, deleted meanwhile) ties nothing. The lines stand in the order of their latest assignment, the most
 * recent year first, so that a thread that has ended comes after those that go on.
 */
export function tieLines(
  assignments: readonly Assignment[],
  continues: readonly (readonly [later: string, earlier: string])[],
): readonly ThreadLine[] {
  const lineOf = new Map(assignments.map((one): [string, Assignment[]] => [one.id, [one]]));
  for (const [later, earlier] of continues) {
    const [a, b] = [lineOf.get(later), lineOf.get(earlier)];
    if (!a || !b || a === b) continue;
    const whole = [...b, ...a];
    for (const one of whole) lineOf.set(one.id, whole);
  }
  const lines = [...new Set(lineOf.values())].map((line) => ({ assignments: line.toSorted(inPlan) }));
  return lines.toSorted((a, b) => {
    const [x, y] = [a.assignments.at(-1)!, b.assignments.at(-1)!];
    return y.year - x.year || inPlan(x, y);
  });
}

function inPlan(a: Assignment, b: Assignment): number {
  // Numbered ones stand before those that their plan did not number.
  const numbered = Number(a.number === null) - Number(b.number === null);
  return a.year - b.year || numbered || a.position - b.position;
}
