import type { CivilDate } from '../../kernel/civil-date.ts';
import { holdsOn } from './body.ts';
import type { BodyKind } from './body-kinds.ts';
import type { Regulation } from './regulation.ts';
import { type RegulationKey, regulationEntry, regulationKeyNames } from './regulation-keys.ts';
import { rulesetOf } from './rulesets.ts';

/** Where the value of a rule comes from: the body's own reglemente, an act, or nobody, when no act speaks of such a body. */
export type RuleOrigin = 'regulation' | 'law' | 'custom';

/** One thing that holds for a body on a day, with what says so. */
export type EffectiveRule = {
  readonly key: RegulationKey;
  /** Null where neither the reglemente nor any act says anything. */
  readonly value: string | null;
  readonly origin: RuleOrigin;
  /** The document or the section. */
  readonly source: string | null;
  readonly recorded: Regulation | undefined;
};

/**
 * What holds for a body on a day, value by value, each with the reglemente or the law as its source (R-ORG-2). The sections of the act are named as
 * a source only for the bodies that they bind; for a beredning or a chefsgrupp the same value is custom.
 */
export function effectiveRules(
  kind: BodyKind,
  regulations: readonly Regulation[],
  date: CivilDate,
): readonly EffectiveRule[] {
  const { rules } = rulesetOf(kind, date);
  const bound = rules.mandate === 'own' || rules.mandate === 'delegated';
  return regulationKeysFor(kind).map((key) => {
    const { read, law } = regulationEntry(key);
    const recorded = regulations.find((one) => one.key === key && holdsOn(one, date));
    if (recorded) return { key, value: recorded.value, origin: 'regulation', source: recorded.source, recorded };
    const value = read?.(rules) ?? null;
    const origin = bound && law !== undefined && value !== null ? 'law' : 'custom';
    return { key, value, origin, source: origin === 'law' ? (law ?? null) : null, recorded };
  });
}

/** What a reglemente can say about a kind of body: one without seats has neither size nor deputies. */
export function regulationKeysFor(kind: BodyKind): readonly RegulationKey[] {
  const { seats } = rulesetOf(kind, '2018-01-01').rules;
  return regulationKeyNames.filter((key) => {
    const { group } = regulationEntry(key);
    return seats || (group !== 'size' && group !== 'deputies' && key !== 'staffRepresentatives');
  });
}
