import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { holdsOn } from './body.ts';
import type { BodyKind } from './body-kinds.ts';
import type { BodyRules } from './body-rules.ts';
import { isCount } from './regulation-entry.ts';
import {
  isRegulationKey,
  legalAdjustmentDays,
  type RegulationKey,
  regulationEntry,
  regulationKeyNames,
} from './regulation-keys.ts';
import { rulesetOf } from './rulesets.ts';

/** One dated value of a body's reglemente, with the document that says it. */
export type Regulation = {
  readonly id: Id<'bodyRegulation'>;
  readonly bodyId: Id<'body'>;
  readonly key: RegulationKey;
  readonly value: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string | null;
};

/** Whether a value is one that the key can have: a whole number within its bounds, or one of its words. */
export function isRegulationValue(key: RegulationKey, value: string): boolean {
  const { values } = regulationEntry(key);
  if (!isCount(values)) return Object.hasOwn(values, value);
  return /^\d{1,4}$/.test(value) && values.least <= Number(value) && Number(value) <= values.most;
}

/** What the reglemente says on a date, or undefined when it says nothing. */
export function regulationOn(
  regulations: readonly Regulation[],
  key: RegulationKey,
  date: CivilDate,
): string | undefined {
  return regulations.find((one) => one.key === key && holdsOn(one, date))?.value;
}

/** What hinders a value from being recorded for a body of a kind: it is none of the key's values, or goes beyond what the law lets a reglemente say. */
export function regulationProblems(
  kind: BodyKind,
  { key, value, validFrom }: { readonly key: string; readonly value: string; readonly validFrom: CivilDate },
): readonly Problem[] {
  if (!isRegulationKey(key)) return [{ path: 'key', key: 'validation.choose' }];
  const { values } = regulationEntry(key);
  if (!isRegulationValue(key, value))
    return isCount(values) && /^\d+$/.test(value)
      ? [{ path: 'value', key: 'organisation.regulationBounds', values: { least: values.least, most: values.most } }]
      : [{ path: 'value', key: 'organisation.regulationValue' }];
  const { rules } = rulesetOf(kind, validFrom);
  const days = Number(value);
  // KL 5:13–15 and 5:69 are bounds: a reglemente may ask for more notice and for a faster adjustment, never for less.
  if (key === 'noticeDays' && rules.noticeDays !== null && days < rules.noticeDays)
    return [{ path: 'value', key: 'organisation.noticeBelowLaw', values: { days: rules.noticeDays } }];
  if (key === 'adjustmentDays' && rules.minutesRegulated === 'yes' && days > legalAdjustmentDays)
    return [{ path: 'value', key: 'organisation.adjustmentBeyondLaw', values: { days: legalAdjustmentDays } }];
  if (key === 'remoteParticipation' && value === 'yes' && rules.remote === 'notPossible')
    return [{ path: 'validFrom', key: 'organisation.remoteNotPossible' }];
  return [];
}

/** The rules that hold for a body on a date: those of its kind, changed by its own reglemente (R-ORG-1, R-ORG-2). */
export function rulesOf(kind: BodyKind, regulations: readonly Regulation[], date: CivilDate): BodyRules {
  const { rules } = rulesetOf(kind, date);
  const own = (key: RegulationKey) => regulationOn(regulations, key, date);
  const changes = regulationKeyNames.map((key) => {
    const value = own(key);
    return value === undefined ? {} : regulationEntry(key).rule?.(value);
  });
  const says = (key: RegulationKey, otherwise: boolean) => {
    const value = own(key);
    return value === undefined ? otherwise : value === 'yes';
  };
  const noticeDays = own('noticeDays');
  const changed: BodyRules = Object.assign({ ...rules }, ...changes);
  return {
    ...changed,
    remote: rules.remote === 'notPossible' ? 'notPossible' : changed.remote,
    serving: {
      keepsPrecedence: says('deputyKeepsPrecedence', rules.serving.keepsPrecedence),
      memberTakesSeatBack: says('memberTakesSeatBack', rules.serving.memberTakesSeatBack),
      leaverMayServeAgain: says('leaverMayServeAgain', rules.serving.leaverMayServeAgain),
    },
    // A reglemente may ask for more days than the law, never for fewer (KL 5:13–15).
    noticeDays: noticeDays === undefined ? rules.noticeDays : Math.max(Number(noticeDays), rules.noticeDays ?? 0),
  };
}
