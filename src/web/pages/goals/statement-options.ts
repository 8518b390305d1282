import type { Goal } from '../../../domain/goals/index.ts';

/** The sentences of goals to choose from, each under the heading of its goal. */
export function statementOptions(goals: readonly Goal[]): readonly { readonly value: string; readonly text: string }[] {
  return goals.flatMap(({ heading, statements }) =>
    statements.map(({ id, statement }) => ({ value: id, text: `${heading}: ${statement}` })),
  );
}
