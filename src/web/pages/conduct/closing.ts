import {
  type ItemProceedings,
  itemOutcomes,
  itemTable,
  sectionCompleteness,
  tookPart,
} from '../../../domain/proceedings/index.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { type DeskFacts, wasCalledUp } from './desk-facts.ts';
import { minorityIn } from './desk-view.ts';

/** What a meeting still lacks when somebody wants to close it. */
export const closingLacks = ['openItem', 'notTreated', 'noOutcome', 'openVote', 'tabledNotCarried'] as const;
export type ClosingLack = (typeof closingLacks)[number];

/** An item with what it lacks: of its course, and of what its § must show by law. */
export type MissingAtClose = {
  readonly itemId: string;
  readonly title: string;
  readonly lacks: readonly ClosingLack[];
  readonly problems: readonly Problem[];
};

/** Each item with what it lacks, in the order of the agenda. */
export function missingAtClose(
  facts: Pick<DeskFacts, 'meeting' | 'course' | 'proceedings' | 'rules'>,
): readonly MissingAtClose[] {
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
      const problems = happened && outcome !== null ? sectionProblems(facts, happened) : [];
      return { itemId: item.id, title: [item.number, item.title].filter(Boolean).join(' '), lacks, problems };
    })
    .filter(({ lacks, problems }) => lacks.length + problems.length > 0);
}

/** What the § of an item that has come to its end still lacks of KL 5:67 (R-KL-52); votes that are open are told of already. */
function sectionProblems(facts: Pick<DeskFacts, 'course' | 'rules'>, happened: ItemProceedings): readonly Problem[] {
  const table = itemTable(facts.course, happened.itemId, facts.rules);
  return sectionCompleteness(happened, {
    rules: facts.rules,
    participants: tookPart(happened, table.voters),
    presentForMinority: minorityIn(facts, happened, table),
  }).flatMap(({ problems }) => problems.filter(({ key }) => key !== 'proceedings.voteNotSettled'));
}
