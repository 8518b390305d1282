import type { Localized } from '../../kernel/language.ts';

/** Whether a body may decide: by itself, only what was delegated to it, or not at all. */
export type Mandate = 'yes' | 'byDelegation' | 'no';

/** The legal rules that a kind of body switches on. They are data: no verb asks "is it a nämnd?", it asks for the rule. */
export type BodyRules = {
  readonly mayDecide: Mandate;
  /** Whether the Local Government Act says what the minutes must contain and when they are adjusted (KL 5:65–69, 6:35). */
  readonly minutesRegulated: 'yes' | 'whenDeciding' | 'no';
  /** Whether its decisions can be taken to court by any member of the authority (KL 13:1–2). */
  readonly appealable: 'yes' | 'delegatedOnly' | 'no';
  /** On whose notice board adjusted minutes are announced (KL 8:12, 9:32). */
  readonly noticeBoard: 'own' | 'whenDeciding' | 'allParticipants' | 'no';
  /** Days between notice and meeting that the law itself asks for; null where the reglemente says it (KL 5:13–15, 6:23). */
  readonly noticeDays: number | null;
  /** Whether more than half of the seats must be filled at the table before a matter is handled (KL 6:27; assembly KL 5:45). */
  readonly quorumNeeded: boolean;
  /** Whether it has seats for elected members and deputies, a vacant one among them. */
  readonly seats: boolean;
};

export type BodyKindEntry = { readonly label: Localized; readonly rules: BodyRules };

const committeeRules: BodyRules = {
  mayDecide: 'yes',
  minutesRegulated: 'yes',
  appealable: 'yes',
  noticeBoard: 'own',
  noticeDays: null,
  quorumNeeded: true,
  seats: true,
};

const partyRules: BodyRules = {
  mayDecide: 'no',
  minutesRegulated: 'no',
  appealable: 'no',
  noticeBoard: 'no',
  noticeDays: null,
  quorumNeeded: false,
  seats: false,
};

/**
 * The kinds of body and the law that follows from each (R-ORG-1). A drafting committee (nämndberedning) prepares and does not decide, and a
 * chefsgrupp has no basis in statute at all: the rules of a nämnd must never be taken for granted on either. What a reglemente changes is
 * recorded on the body itself (`rulesOf`). Administration, municipality and region are here because assignments and agreements name them.
 */
export const bodyKinds = {
  assembly: {
    label: { sv: 'fullmäktige', en: 'assembly' },
    rules: { ...committeeRules, noticeDays: 7 },
  },
  assemblyDraftingCommittee: {
    label: { sv: 'fullmäktigeberedning', en: 'assembly drafting committee' },
    rules: {
      ...committeeRules,
      mayDecide: 'no',
      minutesRegulated: 'no',
      appealable: 'no',
      noticeBoard: 'no',
      quorumNeeded: false,
    },
  },
  executiveBoard: { label: { sv: 'styrelse', en: 'executive board' }, rules: committeeRules },
  committee: { label: { sv: 'nämnd', en: 'committee' }, rules: committeeRules },
  subCommittee: {
    label: { sv: 'utskott', en: 'sub-committee' },
    rules: {
      ...committeeRules,
      mayDecide: 'byDelegation',
      minutesRegulated: 'whenDeciding',
      appealable: 'delegatedOnly',
      noticeBoard: 'whenDeciding',
    },
  },
  draftingCommittee: {
    label: { sv: 'beredning', en: 'drafting committee' },
    // It meets and adjusts its notes as a nämnd does by the region's own rules, not by KL (KL 3:5 third paragraph, 6:43).
    rules: {
      ...committeeRules,
      mayDecide: 'no',
      minutesRegulated: 'no',
      appealable: 'no',
      noticeBoard: 'no',
      quorumNeeded: false,
    },
  },
  jointCommittee: {
    label: { sv: 'gemensam nämnd', en: 'joint committee' },
    rules: { ...committeeRules, noticeBoard: 'allParticipants' },
  },
  officialsGroup: { label: { sv: 'chefsgrupp', en: 'officials’ group' }, rules: partyRules },
  administration: { label: { sv: 'förvaltning', en: 'administration' }, rules: partyRules },
  municipality: { label: { sv: 'kommun', en: 'municipality' }, rules: partyRules },
  region: { label: { sv: 'region', en: 'region' }, rules: partyRules },
} as const satisfies Record<string, BodyKindEntry>;

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
