import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/**
 * Who reports a deviation when the person was on leave (permission). The question was raised when the project was presented (seed 003 §12, DEV-08) and not
 * answered: until the principals have agreed, the rule is `undecided`, the form says so, and each report that meets it is marked with it.
 */
export const leaveRules = {
  undecided: { sv: 'inte avgjort', en: 'not decided' },
  whoGrantedLeave: { sv: 'den huvudman som gav permissionen', en: 'the principal that granted the leave' },
  whereItHappened: {
    sv: 'den huvudman som gav insatsen när det hände',
    en: 'the principal that gave the care when it happened',
  },
  whoNoticed: { sv: 'den som upptäcker avvikelsen', en: 'whoever notices the deviation' },
} as const satisfies Record<string, Localized>;
export type LeaveRule = keyof typeof leaveRules;
export const leaveRuleCodes = Object.keys(leaveRules) as readonly LeaveRule[];

/** A rule from a day on, with why it was set. */
export type DatedLeaveRule = {
  readonly id: Id<'deviationLeaveRule'>;
  readonly rule: LeaveRule;
  readonly motive: string;
  readonly validFrom: CivilDate;
  readonly setBy: string;
};

/** The rule that holds on a day: the latest that has begun, `undecided` before there is any. */
export function leaveRuleOn(rules: readonly Pick<DatedLeaveRule, 'rule' | 'validFrom'>[], day: CivilDate): LeaveRule {
  return (
    rules
      .filter(({ validFrom }) => validFrom <= day)
      .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
      .at(-1)?.rule ?? 'undecided'
  );
}
