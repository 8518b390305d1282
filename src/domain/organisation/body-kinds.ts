import type { Localized } from '../../kernel/language.ts';

/**
 * The kinds of body (R-ORG-1). Which law follows from each is in `rulesets.ts`, dated; what a reglemente changes is recorded on the body itself
 * (`rulesOf`). Administration, municipality and region are here because assignments and agreements name them, a unit (a care
 * centre, a home-care unit) because it assesses its work together with others.
 */
export const bodyKinds = {
  assembly: { label: { sv: 'fullmäktige', en: 'assembly' } },
  assemblyDraftingCommittee: { label: { sv: 'fullmäktigeberedning', en: 'assembly drafting committee' } },
  executiveBoard: { label: { sv: 'styrelse', en: 'executive board' } },
  committee: { label: { sv: 'nämnd', en: 'committee' } },
  subCommittee: { label: { sv: 'utskott', en: 'sub-committee' } },
  draftingCommittee: { label: { sv: 'beredning', en: 'drafting committee' } },
  jointCommittee: { label: { sv: 'gemensam nämnd', en: 'joint committee' } },
  officialsGroup: { label: { sv: 'chefsgrupp', en: 'officials’ group' } },
  administration: { label: { sv: 'förvaltning', en: 'administration' } },
  unit: { label: { sv: 'enhet', en: 'unit' } },
  municipality: { label: { sv: 'kommun', en: 'municipality' } },
  region: { label: { sv: 'region', en: 'region' } },
} as const satisfies Record<string, { readonly label: Localized }>;

export type BodyKind = keyof typeof bodyKinds;
export const bodyKindNames = Object.keys(bodyKinds) as readonly BodyKind[];

export function isBodyKind(text: string): text is BodyKind {
  return Object.hasOwn(bodyKinds, text);
}

const kindWords: readonly (readonly [RegExp, BodyKind])[] = [
  [/fullmäktige(?:s)?beredning/u, 'assemblyDraftingCommittee'],
  [/fullmäktige/u, 'assembly'],
  [/gemensam(?:ma)? .*nämnd/u, 'jointCommittee'],
  [/\bberedning/u, 'draftingCommittee'],
  [/utskott|^au$/u, 'subCommittee'],
  [/chefsgrupp|ledningsgrupp|arbetsgrupp|styrgrupp|länsdelsgrupp|samverkansgrupp/u, 'officialsGroup'],
  [/förvaltning|kansli|stab(?:en)?$/u, 'administration'],
  [/styrelse/u, 'executiveBoard'],
  [/nämnd/u, 'committee'],
  [/\bkommun$/u, 'municipality'],
  [/^region\b|\bregion$/u, 'region'],
];

/** The kind that the words of a name speak for, or undefined: a guess for the import, which a person can correct. */
export function kindFromName(name: string): BodyKind | undefined {
  const lower = name.trim().toLocaleLowerCase('sv');
  // "Hälso- och sjukvårdsnämndens beredning för närsjukvård": the genitive names the owner, what follows is the body itself.
  const own = lower.replace(/^.+?(?:nämndens|styrelsens)\s+/u, '');
  return kindWords.find(([words]) => words.test(own))?.[1];
}
