import { yearOf } from '../../kernel/civil-date.ts';
import { fillBoth } from '../../kernel/fill-text.ts';
import type { Localized } from '../../kernel/language.ts';
import { type GapKind, gapKinds, type ThreadStep } from './thread.ts';
import type { ThreadFacts } from './thread-facts.ts';

/**
 * What is missing in a thread, as steps of their own at the place in time where they are missing. Years are looked at between the first and
 * the last year of the line: a year of which nothing is known has no assessment and is a gap, also when the assignment is in good order.
 */
export function gapsIn(facts: ThreadFacts, steps: readonly ThreadStep[]): readonly ThreadStep[] {
  const { subject } = facts;
  const isOwn = (fact: { readonly assignmentId: string }) => fact.assignmentId === subject.id;
  const fullYear = { date: `${subject.year}-12-31`, precision: 'year' as const };
  return [
    ...(facts.goals.length === 0 ? [gap('noGoal', { date: null, precision: 'year' })] : []),
    ...silentYears(facts, steps),
    ...(!facts.items.some(isOwn) && facts.positions.length === 0 ? [gap('noMeeting', fullYear)] : []),
    ...(!facts.entries.some(isOwn) && yearOf(facts.today) >= subject.year
      ? [gap('noReport', fullYear, { year: String(subject.year) })]
      : []),
  ];
}

/** A decision that no meeting of the register holds is shown with what is missing about it, and stays a decision. */
export function hearsayNote(documentTitle: string | undefined): Localized {
  const document = documentTitle ?? '–';
  return fillBoth(gapKinds.hearsayDecision.advice, { document });
}

/** The years of the line, first and last not counted, that carry no confirmed step; neighbours are told as one gap. */
function silentYears(facts: ThreadFacts, steps: readonly ThreadStep[]): readonly ThreadStep[] {
  const told = new Set(steps.flatMap((step) => (step.date && step.kind !== 'goal' ? [yearOf(step.date)] : [])));
  const line = [facts.subject.year, ...facts.relatives.filter((one) => !one.proposedBecause).map((one) => one.year)];
  const [first, last] = [Math.min(...line), Math.max(...line)];
  const silent = Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => first + 1 + index).filter(
    (year) => !told.has(year),
  );
  const runs: number[][] = [];
  for (const year of silent) {
    const run = runs.at(-1);
    if (run?.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => {
    const years = run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`;
    return gap('noAssessment', { date: `${run[0]}-01-01`, precision: 'year' }, { years });
  });
}

function gap(
  kind: GapKind,
  at: Pick<ThreadStep, 'date' | 'precision'>,
  values: Readonly<Record<string, string>> = {},
): ThreadStep {
  const { title, advice } = gapKinds[kind];
  return {
    kind: 'gap',
    state: 'gap',
    gap: kind,
    ...at,
    title: fillBoth(title, values),
    text: fillBoth(advice, values),
    sources: [],
  };
}
