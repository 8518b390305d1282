import { type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import type { BodyRules } from './body-rules.ts';
import { type Regulation, regulationOn } from './regulation.ts';
import { legalAdjustmentDays } from './regulation-keys.ts';

/** The series in which §§ are numbered without gaps: of a calendar year, or of one meeting. */
export type SectionSeries = { readonly year: number } | { readonly meetingId: string };

/** The series of a body on a day: its year, or the meeting itself where the numbers begin anew (R-ORG-2). */
export function sectionSeriesOf(rules: BodyRules, date: CivilDate, meetingId: string): SectionSeries {
  return rules.sectionSeries === 'year' ? { year: yearOf(date) } : { meetingId };
}

/** Whether the Local Government Act rules these minutes: always, or when a body that prepares has decided by delegation (KL 5:65–69, 6:35). */
export function minutesRegulated(rules: BodyRules, decidedByDelegation = false): boolean {
  return rules.minutesRegulated === 'yes' || (rules.minutesRegulated === 'whenDeciding' && decidedByDelegation);
}

/** Who adjusts: the chair alone, the chair with so many others, or all who served (R-ORG-2, R-KL-50). */
export function adjustersNeeded(
  rules: BodyRules,
  served: number,
): { readonly chair: boolean; readonly others: number } {
  if (rules.adjusters === 'all') return { chair: true, others: Math.max(served - 1, 0) };
  return { chair: true, others: rules.adjusters === 'chairAlone' ? 0 : rules.adjusterCount };
}

/** How many days a body has to adjust its minutes, and where that is written: the law for a nämnd, the reglemente for a beredning. */
export type AdjustmentRule = { readonly days: number; readonly source: string };

/**
 * The rule of a body on a date (R-KL-53). The law gives a nämnd 14 days; its reglemente may ask for fewer, never allow more. A beredning has the
 * days that its own rules say, and none when they say nothing: the law does not speak of its minutes.
 */
export function adjustmentRule(
  rules: BodyRules,
  regulations: readonly Regulation[],
  date: CivilDate,
): AdjustmentRule | undefined {
  const legal = rules.minutesRegulated === 'yes' ? legalAdjustmentDays : undefined;
  const own = regulationOn(regulations, 'adjustmentDays', date);
  if (own !== undefined && Number(own) <= (legal ?? Number(own))) return { days: Number(own), source: 'reglemente' };
  return legal === undefined ? undefined : { days: legal, source: 'kommunallagen 5:69' };
}

/** What may turn minutes into an official document, in the order in which it can happen. */
export type MinutesEvent = 'adjustment' | 'dispatch' | 'caseClosed';

/**
 * Whether minutes have become an official document by what happened to them (R-TF-1, TF 2:10). Minutes of a nämnd are drawn up when they are
 * adjusted; those of a body that only prepares are not, and become public when they are sent out or the matter is closed.
 */
export function becamePublic(rules: BodyRules, happened: readonly MinutesEvent[]): boolean {
  const enough: Readonly<Record<MinutesEvent, readonly MinutesEvent[]>> = {
    adjustment: ['adjustment', 'dispatch', 'caseClosed'],
    dispatch: ['dispatch', 'caseClosed'],
    caseClosed: ['caseClosed'],
  };
  return happened.some((event) => enough[rules.becomesPublicBy].includes(event));
}
