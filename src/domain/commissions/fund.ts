import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Ore } from '../../kernel/ore.ts';

/** Money set aside for a purpose, from which commissions are paid (AGR-13). */
export type Fund = {
  readonly id: Id<'fund'>;
  readonly version: number;
  readonly name: string;
  /** Other names that papers use for it. */
  readonly aliases: readonly string[];
  readonly owner: FundOwner;
  readonly kind: FundKind;
  readonly purpose: string;
  /** What must be done for the money (AGR-23), one condition a line. */
  readonly conditions: readonly string[];
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly years: readonly FundYear[];
};

/** What a year of a fund brings, and what has been told of it afterwards. */
export type FundYear = {
  readonly id: Id<'fundYear'>;
  readonly version: number;
  readonly year: number;
  readonly allocated: Ore;
  /** What was paid in the year; null until somebody has told it. */
  readonly spent: Ore | null;
  /** What is carried on to the next year; null until somebody has decided it. */
  readonly carried: Ore | null;
  readonly note: string;
};

/** Whose money it is. */
export const fundOwners = {
  region: { sv: 'regionens', en: 'the region’s' },
  municipalities: { sv: 'kommunernas', en: 'the municipalities’' },
  joint: { sv: 'gemensam', en: 'joint' },
  state: { sv: 'statlig', en: 'the state’s' },
} as const satisfies Record<string, Localized>;
export type FundOwner = keyof typeof fundOwners;
export const fundOwnerCodes = Object.keys(fundOwners) as readonly FundOwner[];

/** How free the money is to use. */
export const fundKinds = {
  earmarked: { sv: 'riktade medel', en: 'earmarked' },
  ordinary: { sv: 'ordinarie budget', en: 'ordinary budget' },
  project: { sv: 'projektmedel', en: 'project money' },
} as const satisfies Record<string, Localized>;
export type FundKind = keyof typeof fundKinds;
export const fundKindCodes = Object.keys(fundKinds) as readonly FundKind[];

/** The name by which ways to write a fund meet: "Nära vård medel" and "kommunernas nära vård-medel" are one. */
export function fundKey(name: string): string {
  const words = name
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // Whose part of the fund it is does not make it another fund.
  return words.replace(/^(?:(?:länets|kommunernas|regionens|statens)\s+)+(?=\S+[\s\S])/u, '').replaceAll(' ', '');
}

/** The fund that a paper's words name, by its name or one of its other names. */
export function fundNamed<T extends Pick<Fund, 'name' | 'aliases'>>(words: string, funds: readonly T[]): T | undefined {
  const key = fundKey(words);
  return key === ''
    ? undefined
    : funds.find(({ name, aliases }) => [name, ...aliases].some((one) => fundKey(one) === key));
}
