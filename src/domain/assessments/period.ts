import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
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
