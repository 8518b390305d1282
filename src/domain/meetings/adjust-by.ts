import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { type BodyKind, type Regulation, regulationOn, rulesOf } from '../organisation/index.ts';

/** How many days a body has to adjust its minutes, and where that is written: the law for a nämnd, the reglemente for a beredning. */
export type AdjustmentRule = { readonly days: number; readonly source: string };

/** A deadline with the rule it was counted by and its inputs, so that it can be counted again. */
export type AdjustmentDeadline = {
  readonly date: CivilDate;
  readonly rule: 'R-KL-53';
  readonly days: number;
  readonly source: string;
};

/**
 * The rule of a body on a date. The law gives a nämnd 14 days; its reglemente may ask for fewer, never allow more. A beredning has the days that
 * its own rules say, and none when they say nothing: the law does not speak of its minutes.
 */
export function adjustmentRuleOf(
  kind: BodyKind,
  regulations: readonly Regulation[],
  date: CivilDate,
): AdjustmentRule | undefined {
  const legal = rulesOf(kind, regulations, date).minutesRegulated === 'yes' ? 14 : undefined;
  const own = regulationOn(regulations, 'adjustmentDays', date);
  if (own !== undefined && Number(own) <= (legal ?? Number(own))) return { days: Number(own), source: 'reglemente' };
  return legal === undefined ? undefined : { days: legal, source: 'kommunallagen 5:69' };
}

/**
 * The last day to adjust the minutes. R-KL-53 (kommunallagen 5:69): within 14 days after the meeting, in the manner that has been decided.
 * Seed 001: a meeting on 2020-11-24 is adjusted by 2020-12-08. A body whose ruleset has no such rule has no deadline, hence undefined.
 */
export function adjustBy(heldOn: CivilDate, rule: AdjustmentRule | undefined): AdjustmentDeadline | undefined {
  if (!rule) return undefined;
  return { date: addDays(heldOn, rule.days), rule: 'R-KL-53', days: rule.days, source: rule.source };
}
