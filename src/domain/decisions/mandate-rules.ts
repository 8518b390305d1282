import type { Problem } from '../../kernel/problem.ts';
import type { DecidingPower } from '../organisation/index.ts';

/**
 * What a body without mandate may decide all the same (J-01, J-22; seed 000: "inte något beslutsmandat, utöver budgeten för den egna
 * verksamheten"; seed 001 items 2, 4, 5): one row a kind of decision, with the words it is recognised by.
 */
export const ownDecisions = {
  adjustment: /\bjuster(?:a|ing|as|ad)\b|\bprotokollet\b/iu,
  handingOver: /(?<!\p{L})(?:över)?lämna(?!\p{L})/iu,
  approving: /\bgodkänn(?:a|er|s)\b/iu,
  filing: /\btill handlingarna\b/iu,
  ownBudget: /\bbudget\w*\b.*\begna?\b|\begna? (?:verksamhet|budget)/iu,
  ownWork: /\b(?:aktivitetsplan|arbetsordning|sammanträdes(?:datum|tider|dagar)|dagordning\w*|agenda\w*)\b/iu,
} as const satisfies Record<string, RegExp>;

/**
 * Warns of clauses that a body may not decide by its ruleset. It is a warning and no refusal: what a body did decide must be put on record as it
 * was, also when it went beyond its mandate.
 */
export function mandateWarnings(power: DecidingPower, clauses: readonly string[]): readonly Problem[] {
  // A group of officials has nobody above it to propose to: what it agrees holds through each party (R-ORG-3).
  if (power === 'yes' || power === 'eachParty') return [];
  const key = power === 'no' ? 'decision.withoutMandate' : 'decision.byDelegationOnly';
  return clauses.flatMap((clause, index) =>
    Object.values(ownDecisions).some((words) => words.test(clause)) ? [] : [{ path: `clauses.${index}`, key }],
  );
}
