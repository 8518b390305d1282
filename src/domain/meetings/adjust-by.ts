import type { CivilDate } from '../../kernel/civil-date.ts';
import { adjustmentDeadline, type LegalDeadline } from '../../kernel/legal-deadlines.ts';
import { type AdjustmentRule, adjustmentRule, type BodyKind, type Regulation, rulesOf } from '../organisation/index.ts';

export type { AdjustmentRule };

/** How many days a body has to adjust its minutes on a date, by its kind and its reglemente (R-KL-53). */
export function adjustmentRuleOf(
  kind: BodyKind,
  regulations: readonly Regulation[],
  date: CivilDate,
): AdjustmentRule | undefined {
  return adjustmentRule(rulesOf(kind, regulations, date), regulations, date);
}

/**
 * The last day to adjust the minutes. R-KL-53 (kommunallagen 5:69): within 14 days after the meeting, in the manner that has been decided.
 * Seed 001: a meeting on 2020-11-24 is adjusted by 2020-12-08. A body whose ruleset has no such rule has no deadline, hence undefined.
 */
export function adjustBy(heldOn: CivilDate, rule: AdjustmentRule | undefined): LegalDeadline | undefined {
  return rule && adjustmentDeadline(heldOn, rule.days, rule.source);
}
