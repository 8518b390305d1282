import { itemOutcomes } from '../../../domain/proceedings/index.ts';
import { type DeskFacts, wasCalledUp } from './desk-facts.ts';

/** What a meeting still lacks when somebody wants to close it. */
export const closingLacks = ['openItem', 'notTreated', 'noOutcome', 'openVote', 'tabledNotCarried'] as const;
export type ClosingLack = (typeof closingLacks)[number];

/** Each item with what it lacks, in the order of the agenda. Items that whoever looks may not see are named without what happened in them. */
export function missingAtClose(
  facts: Pick<DeskFacts, 'meeting' | 'course' | 'proceedings'>,
): readonly { readonly itemId: string; readonly title: string; readonly lacks: readonly ClosingLack[] }[] {
  return facts.meeting.items
    .map((item) => {
      const happened = facts.proceedings.get(item.id);
      const outcome = happened?.outcome.outcome ?? null;
      const called = wasCalledUp(facts, item.id);
      const lacks: ClosingLack[] = [];
      if (facts.course.state.itemId === item.id) lacks.push('openItem');
      if (!called && outcome === null) lacks.push('notTreated');
      if (called && outcome === null) lacks.push('noOutcome');
      if (happened?.propositions.some(({ vote }) => vote && vote.state !== 'settled')) lacks.push('openVote');
      if (outcome !== null && !itemOutcomes[outcome].ends && happened?.outcome.carriedTo === null)
        lacks.push('tabledNotCarried');
      return { itemId: item.id, title: [item.number, item.title].filter(Boolean).join(' '), lacks };
    })
    .filter(({ lacks }) => lacks.length > 0);
}
