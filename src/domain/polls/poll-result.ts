import { smallestGroup } from '../../kernel/small-groups.ts';
import { smallGroups } from './hide-small-groups.ts';
import { type Poll, type PollQuestion, valuesOf } from './poll.ts';

/** What was ticked on one ballot, and in which group. */
export type CountedBallot = { readonly groupId: string | null; readonly answers: Readonly<Record<string, string>> };

/** How many gave each value, by question: what a count of ballots is. */
export type Tally = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How the answers to a question are spread. */
export type Distribution = {
  readonly answered: number;
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  /** The middle answer of a scale: half of those who answered are there or below. Null where there is no order, or no answer. */
  readonly median: number | null;
};

/** A question with its answers; `few` instead where they are so few that an answer could be known as somebody's. */
export type QuestionResult = {
  readonly question: PollQuestion;
  readonly all: Distribution | 'few';
  readonly groups: readonly { readonly name: string | null; readonly result: Distribution | 'few' }[];
};

/** Counts ballots: every ballot once, and nothing that is not on a ballot. */
export function tallyOf(ballots: readonly CountedBallot[]): Tally {
  const tally: Record<string, Record<string, number>> = {};
  for (const { answers } of ballots)
    for (const [question, value] of Object.entries(answers)) {
      tally[question] ??= {};
      tally[question][value] = (tally[question][value] ?? 0) + 1;
    }
  return tally;
}

/**
 * The tally that may be seen while answers come in. A question moves on when five more have answered it: who watches the wall while a neighbour answers
 * does not see what the neighbour ticked.
 */
export function steppedTally(shown: Tally, now: Tally): Tally {
  const moved = Object.entries(now).filter(
    ([question, counts]) => total(counts) - total(shown[question]) >= smallestGroup,
  );
  return { ...shown, ...Object.fromEntries(moved) };
}

/** The result of a poll that is open: the whole and no groups. */
export function liveResult({ questions }: Pick<Poll, 'questions'>, shown: Tally): readonly QuestionResult[] {
  return countedQuestions(questions).map((question) => ({
    question,
    all: distributionOf(question, shown),
    groups: [],
  }));
}

/** The result of a poll that is closed: the whole, and each group that is large enough beside those that are not. */
export function pollResult(
  { questions, groups }: Pick<Poll, 'questions' | 'groups'>,
  ballots: readonly CountedBallot[],
): readonly QuestionResult[] {
  const tally = tallyOf(ballots);
  // Those who named no group are a group too: they could otherwise be counted as what is left.
  const parts = groups.length === 0 ? [] : [...groups, { id: null, name: null }];
  const tallies = parts.map(({ id }) => tallyOf(ballots.filter(({ groupId }) => groupId === id)));
  return countedQuestions(questions).map((question) => {
    const hidden = smallGroups(tallies.map((one) => total(one[question.id])));
    return {
      question,
      all: distributionOf(question, tally),
      groups: parts.map(({ name }, place) => ({
        name,
        result: hidden.has(place) ? ('few' as const) : distributionOf(question, tallies[place]!),
      })),
    };
  });
}

/** The questions whose answers are counted: all but those in own words. */
export function countedQuestions(questions: readonly PollQuestion[]): readonly PollQuestion[] {
  return questions.filter(({ kind }) => kind !== 'comment');
}

function distributionOf(question: PollQuestion, tally: Tally): Distribution | 'few' {
  const counts = tally[question.id] ?? {};
  const answered = total(counts);
  if (answered < smallestGroup) return 'few';
  const values = valuesOf(question).map((value) => ({
    value,
    label: labelOf(question, value),
    count: counts[value] ?? 0,
  }));
  return { answered, values, median: question.kind === 'agree' ? medianOf(values) : null };
}

/** The words of a value: a step of the scale says which end it is, an option is itself. */
export function labelOf({ kind, options, lowLabel, highLabel }: PollQuestion, value: string): string {
  if (kind === 'single') return options[Number(value) - 1] ?? value;
  return value === '1' ? `1 – ${lowLabel}` : value === '5' ? `5 – ${highLabel}` : value;
}

/** The middle of a scale: between two steps when half stand on each side. */
function medianOf(values: Distribution['values']): number {
  const steps = values.flatMap(({ value, count }) => new Array<number>(count).fill(Number(value)));
  return ((steps[Math.ceil(steps.length / 2) - 1] ?? 0) + (steps[Math.floor(steps.length / 2)] ?? 0)) / 2;
}

function total(counts: Readonly<Record<string, number>> | undefined): number {
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
}
