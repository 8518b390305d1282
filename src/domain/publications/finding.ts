import type { Localized } from '../../kernel/language.ts';

/**
 * What the gate looks for. `stop` cannot be waved through: it is masked, left out, or changed in the record. `review` is decided by a second person,
 * with a reason. The rows follow R-GDPR-3, OSL and DOS-lagen; what a row means is said to the reviewer in `ask`.
 */
export const gateFindingKinds = {
  identityNumber: {
    sv: 'personnummer eller samordningsnummer',
    en: 'personal identity or coordination number',
    weight: 'stop',
    ask: {
      sv: 'Ett personnummer publiceras aldrig. Maskera det, eller ta bort det i handlingen.',
      en: 'A personal identity number is never published. Mask it, or take it away in the document.',
    },
  },
  brokenIdentityNumber: {
    sv: 'siffror som kan vara ett personnummer',
    en: 'digits that may be a personal identity number',
    weight: 'review',
    ask: {
      sv: 'Siffrorna står isär men bildar tillsammans ett nummer som stämmer. Kontrollera om det är ett personnummer.',
      en: 'The digits stand apart but together make a number that fits. See whether it is a personal identity number.',
    },
  },
  secret: {
    sv: 'uppgift som omfattas av sekretess',
    en: 'something marked as secret',
    weight: 'stop',
    ask: {
      sv: 'En del av handlingen har en sekretessmarkering. Publicera en maskad kopia, eller pröva markeringen först.',
      en: 'A part of the document is marked as secret. Publish a masked copy, or try the mark first.',
    },
  },
  protectedPerson: {
    sv: 'skyddade personuppgifter',
    en: 'a person whose particulars are protected',
    weight: 'stop',
    ask: {
      sv: 'Handlingen rör någon med skyddade personuppgifter och publiceras inte. Publicera en maskad kopia i stället.',
      en: 'The document is about a person under protection and is not published. Publish a masked copy instead.',
    },
  },
  phone: {
    sv: 'telefonnummer',
    en: 'phone number',
    weight: 'review',
    ask: {
      sv: 'Är det myndighetens eget nummer? Ett privat nummer maskeras.',
      en: 'Is it a number of the authority itself? A private one is masked.',
    },
  },
  email: {
    sv: 'e-postadress',
    en: 'e-mail address',
    weight: 'review',
    ask: {
      sv: 'Är det myndighetens egen adress? En privat adress maskeras.',
      en: 'Is it an address of the authority itself? A private one is masked.',
    },
  },
  name: {
    sv: 'namn utanför rollistan',
    en: 'name outside the roster',
    weight: 'review',
    ask: {
      sv: 'Personen har inget uppdrag eller konto här. Publicera namnet bara om rollen är offentlig.',
      en: 'The person has no seat or account here. Publish the name only if the role is public.',
    },
  },
  provision: {
    sv: 'ord om sekretess',
    en: 'words of secrecy',
    weight: 'review',
    ask: {
      sv: 'Texten nämner en sekretessbestämmelse. Kontrollera att ingen skyddad uppgift följer med.',
      en: 'The text names a provision of secrecy. See that nothing protected goes along.',
    },
  },
  unreadFile: {
    sv: 'fil utan läst text',
    en: 'file whose text is not read',
    weight: 'review',
    ask: {
      sv: 'Ingen text är läst ur filen, så grinden kan inte pröva den. Öppna filen och granska den själv.',
      en: 'No text was read out of the file, so that the gate cannot try it. Open the file and look through it.',
    },
  },
} as const satisfies Record<string, Localized & { readonly weight: 'stop' | 'review'; readonly ask: Localized }>;
export type FindingKind = keyof typeof gateFindingKinds;
export const findingKindCodes = Object.keys(gateFindingKinds) as readonly FindingKind[];

/** Something that the gate found in what is to become public. */
export type Finding = {
  readonly kind: FindingKind;
  /** Where it stands, in words: "Titel", "Under Beslut, stycke 2", the name of a file. */
  readonly place: string;
  /** The words themselves, as they are masked; of what stops, never shown or kept. */
  readonly words: string;
  /** How it is shown: the words, or of an identity number its form alone. */
  readonly form: string;
  /** The file it stands in; null for the record itself. */
  readonly sha256: string | null;
};

/** A finding as the register keeps it: never the words that stopped. */
export type KeptFinding = Pick<Finding, 'kind' | 'place' | 'form'> & {
  readonly file: boolean;
  /** Whether its words stand in one stretch, so that they can be taken away. */
  readonly maskable: boolean;
};

/** What a reviewer can do about a finding. */
export const findingRulings = {
  asIs: { sv: 'publicera som det står', en: 'publish as it stands' },
  masked: { sv: 'publicera maskat', en: 'publish masked' },
  leftOut: { sv: 'publicera utan filen', en: 'publish without the file' },
} as const satisfies Record<string, Localized>;
export type FindingRuling = keyof typeof findingRulings;
export const findingRulingCodes = Object.keys(findingRulings) as unknown as readonly [
  FindingRuling,
  ...FindingRuling[],
];

/** The rulings that a finding allows: what stops is never published as it stands, a file is left out whole, and secrecy is not masked word by word. */
export function rulingsFor(finding: Pick<KeptFinding, 'kind' | 'file' | 'maskable'>): readonly FindingRuling[] {
  const { weight } = gateFindingKinds[finding.kind];
  const gone = finding.file ? (['leftOut'] as const) : finding.maskable ? (['masked'] as const) : [];
  return [...(weight === 'stop' ? [] : (['asIs'] as const)), ...gone];
}

/** Whether something was found that cannot be waved through. */
export function stops(findings: readonly Pick<Finding, 'kind'>[]): boolean {
  return findings.some(({ kind }) => gateFindingKinds[kind].weight === 'stop');
}
