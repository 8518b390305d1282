import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { type Body, type BodyKind, matchBody } from '../organisation/index.ts';

/** The principals that papers name together, with the kinds of body that they are. */
export const payerGroups = {
  municipalities: { sv: 'kommunerna', en: 'the municipalities', kinds: ['municipality'] },
  principals: { sv: 'alla huvudmän', en: 'all principals', kinds: ['municipality', 'region'] },
  region: { sv: 'regionen', en: 'the region', kinds: ['region'] },
  state: { sv: 'staten', en: 'the state', kinds: [] },
} as const satisfies Record<string, Localized & { readonly kinds: readonly BodyKind[] }>;
export type PayerGroup = keyof typeof payerGroups;
export const payerGroupCodes = Object.keys(payerGroups) as readonly PayerGroup[];

/** Who pays: a principal, a group of them, or only the words of a paper. */
export type Payer = {
  /** The words of the paper, or of whoever chose. */
  readonly name: string;
  readonly bodyId: Id<'body'> | null;
  readonly group: PayerGroup | null;
};

/** By which two payers are the same: the principal, the group, or else the words. */
export function payerKey(payer: Payer): string {
  if (payer.bodyId) return `body:${payer.bodyId}`;
  if (payer.group) return `group:${payer.group}`;
  return `words:${payer.name.trim().toLocaleLowerCase('sv')}`;
}

const groupWords: readonly (readonly [RegExp, PayerGroup])[] = [
  [/^(?:alla\s+|länets\s+|de\s+|samtliga\s+)*kommuner(?:na|nas|s)?$/u, 'municipalities'],
  [/^(?:alla\s+|samtliga\s+|de\s+)*huvudm(?:än|ännen|ännens)$|^region(?:en)? och kommuner(?:na)?$/u, 'principals'],
  [/^regionen?s?$/u, 'region'],
  [/^statens?$|^statlig/u, 'state'],
];

/**
 * The payer that a name speaks for: a principal of the register by its name, or one of the groups. "Regionen" is the one region of the register, where there
 * is exactly one. A name that fits nothing is kept as words.
 */
export function payerNamed(name: string, bodies: readonly Body[]): Payer {
  const words = name.trim().replace(/\s+/gu, ' ');
  const principals = bodies.filter(({ kind }) => kind === 'municipality' || kind === 'region');
  const body = matchBody(words, principals);
  if (body) return { name: words, bodyId: body.id, group: null };
  const plain = words.toLocaleLowerCase('sv');
  const group = groupWords.find(([form]) => form.test(plain))?.[1] ?? null;
  const regions = principals.filter(({ kind }) => kind === 'region');
  if (group === 'region' && regions.length === 1) return { name: words, bodyId: regions[0]!.id, group: null };
  return { name: words, bodyId: null, group };
}
