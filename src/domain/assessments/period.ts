import { addDays, type CivilDate, isCivilDate, yearOf } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { interimDeadline as legalInterimDeadline } from '../../kernel/legal-deadlines.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { PeriodState } from './period-transitions.ts';

/** The kinds of period with the name of the report that is made of it, and the label under which other reports quote it. */
export const periodKinds = {
  interim: { label: { sv: 'delår', en: 'interim' }, report: 'Delårsrapport', quotedAs: 'Ur delårsrapport:' },
  annual: { label: { sv: 'helår', en: 'year' }, report: 'Årsredovisning', quotedAs: 'Ur årsredovisning:' },
} as const satisfies Record<string, { label: Localized; report: string; quotedAs: string }>;
export type PeriodKind = keyof typeof periodKinds;

/** A period of follow-up: what assessments are about, and when the report of it is due. */
export type Period = {
  readonly id: Id<'period'>;
  readonly version: number;
  readonly year: number;
  readonly kind: PeriodKind;
  readonly name: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** The last day the report of it is due: the day of the law, or an earlier one that the authority set. */
  readonly deadline: CivilDate | null;
  /** The day by which those who are asked contribute; null where nobody has been asked. */
  readonly contributionsDueOn: CivilDate | null;
  readonly state: PeriodState;
};

/** The day an interim report must have reached the assembly: two months after the period (R-KL-73, kommunallagen 11:16). */
export function interimDeadline(endsOn: CivilDate): CivilDate {
  return legalInterimDeadline(endsOn).date;
}

/** The first half of the year is the shortest interim period that the law allows; a region that reports in August says so. */
export function usualEnd(year: number, kind: PeriodKind): CivilDate {
  return kind === 'interim' ? `${year}-06-30` : `${year}-12-31`;
}

/** What a person must correct: an interim report covers at least half and at most two thirds of the year (lag 2018:597, 13:1). */
export function periodProblems(year: number, kind: PeriodKind, endsOn: CivilDate): readonly Problem[] {
  if (!isCivilDate(endsOn)) return [{ path: 'endsOn', key: 'validation.date' }];
  const [first, last] = kind === 'interim' ? [`${year}-06-30`, `${year}-08-31`] : [`${year}-12-31`, `${year}-12-31`];
  return endsOn < first || endsOn > last
    ? [{ path: 'endsOn', key: 'followup.periodEnd', values: { first, last } }]
    : [];
}

/**
 * The last day by law on which the report of a period is handed to the assembly and the auditors: an interim report two months after the period
 * (R-KL-73, kommunallagen 11:16), an annual report the 15th of April after the year (kommunallagen 11:20). The collected rules (R-KL-…) hold no rule of
 * the annual report: its day is cited from the law alone and is to be checked against the text of the law.
 */
export function legalDeadline(kind: PeriodKind, endsOn: CivilDate): CivilDate {
  return kind === 'interim' ? interimDeadline(endsOn) : `${yearOf(endsOn) + 1}-04-15`;
}

/** The day proposed for contributions: two weeks after the period, which leaves the rest of the time for the report. */
export function usualContributionsDue(endsOn: CivilDate): CivilDate {
  return addDays(endsOn, 14);
}

/** The days of a period as a person sets them. */
export type PeriodDays = {
  readonly year: number;
  readonly kind: PeriodKind;
  readonly endsOn: CivilDate;
  readonly deadline: CivilDate;
  readonly contributionsDueOn: CivilDate | null;
};

/** What is wrong with the days of a period: each must fit the law and the others. */
export function periodDayProblems(days: PeriodDays): readonly Problem[] {
  const { year, kind, endsOn, deadline, contributionsDueOn } = days;
  const ends = periodProblems(year, kind, endsOn);
  if (ends.length > 0) return ends;
  const last = legalDeadline(kind, endsOn);
  const problems: Problem[] = [];
  if (!isCivilDate(deadline)) problems.push({ path: 'deadline', key: 'validation.date' });
  else if (deadline > last) problems.push({ path: 'deadline', key: 'followup.deadlineBeyondLaw', values: { last } });
  else if (deadline <= endsOn)
    problems.push({ path: 'deadline', key: 'followup.deadlineBeforeEnd', values: { endsOn } });
  const first: CivilDate = `${year}-01-01`;
  if (contributionsDueOn !== null && !isCivilDate(contributionsDueOn))
    problems.push({ path: 'contributionsDueOn', key: 'validation.date' });
  else if (contributionsDueOn !== null && (contributionsDueOn < first || contributionsDueOn > deadline))
    problems.push({ path: 'contributionsDueOn', key: 'followup.contributionsDue', values: { first, last: deadline } });
  return problems;
}
