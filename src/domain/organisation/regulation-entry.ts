import type { Localized } from '../../kernel/language.ts';
import type { BodyRules } from './body-rules.ts';

/** The parts of a reglemente, in the order in which a page shows them. */
export const regulationGroups = {
  size: { sv: 'Storlek', en: 'Size' },
  notice: { sv: 'Kallelse och ärenden', en: 'Notice and matters' },
  room: { sv: 'Under sammanträdet', en: 'In the meeting' },
  deputies: { sv: 'Ersättare', en: 'Deputies' },
  decision: { sv: 'Beslut', en: 'Decisions' },
  minutes: { sv: 'Protokoll och anslag', en: 'Minutes and notice board' },
} as const satisfies Record<string, Localized>;
export type RegulationGroup = keyof typeof regulationGroups;

/** The words that a value can be, each as it is printed. */
export type Words = Readonly<Record<string, Localized>>;
/** The numbers that a value can be. */
export type Count = { readonly least: number; readonly most: number; readonly unit: 'days' | 'people' };

/** One row of what a reglemente can say. */
export type RegulationEntry = {
  readonly label: Localized;
  readonly group: RegulationGroup;
  /** The words or the numbers that the value can be. */
  readonly values: Words | Count;
  /** The section that speaks where the reglemente is silent; absent where no act says anything. */
  readonly law?: string;
  /** What the value changes of the rules that the kind gives; absent for a value that is asked for by its key. */
  readonly rule?: (value: string) => Partial<BodyRules>;
  /** The value that the rules of the kind amount to where the reglemente is silent; undefined where they say nothing. */
  readonly read?: (rules: BodyRules) => string | undefined;
};

/** The words of a row that is answered with yes or no. */
export const yesNo = { yes: { sv: 'ja', en: 'yes' }, no: { sv: 'nej', en: 'no' } } as const satisfies Words;
/** So many days. */
export const days = (least: number, most: number): Count => ({ least, most, unit: 'days' });
/** So many people. */
export const people = (least: number, most: number): Count => ({ least, most, unit: 'people' });
const is = (value: string) => value === 'yes';
/** A value of a rule as the word that a row keeps. */
export const word = (value: unknown) =>
  value === null ? undefined : value === true ? 'yes' : value === false ? 'no' : String(value);
/** A value of the key is a value of the rule: what a row may hold is checked before it is kept. */
const rowOf = (name: keyof BodyRules, kept: (value: string) => unknown) => ({
  rule: (value: string) => ({ [name]: kept(value) }) as Partial<BodyRules>,
  read: (rules: BodyRules) => word(rules[name]),
});
/** A row whose words are those of a rule. */
export const as = (name: keyof BodyRules) => rowOf(name, (value) => value);
/** A row that is answered with yes or no. */
export const asYes = (name: keyof BodyRules) => ({ values: yesNo, ...rowOf(name, is) });
/** A row whose number is that of a rule. */
export const asNumber = (name: keyof BodyRules) => rowOf(name, Number);
/** A row about how deputies serve; `rulesOf` puts the three together. */
export const serving = (name: keyof BodyRules['serving']) => ({
  values: yesNo,
  read: (rules: BodyRules) => word(rules.serving[name]),
});

/** Whether the value of a row is a number; else it is one of its words. */
export function isCount(values: RegulationEntry['values']): values is Count {
  return typeof values.least === 'number';
}
