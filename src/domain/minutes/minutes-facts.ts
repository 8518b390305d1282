import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { SignerRole } from './minutes.ts';

/**
 * What minutes are composed from: everything that happened, read once and free of the tables it came from. The document is a pure function of
 * these facts, so that the same meeting always gives the same minutes and the same hash.
 */
export type MinutesFacts = {
  /** The authority that stands behind the document. */
  readonly authority: string;
  readonly body: string;
  readonly form: MinutesForm;
  /** Whether the decision stands first or last in each § (the two schools of domain.md §3.10). */
  readonly decisionPlace: DecisionPlace;
  readonly title: string | null;
  readonly heldOn: CivilDate;
  readonly lastDay: CivilDate | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly secretary: string | null;
  readonly signers: readonly { readonly role: SignerRole; readonly name: string }[];
  readonly adjustPlace: string | null;
  readonly adjustBy: CivilDate | null;
  readonly attendance: AttendanceFacts;
  readonly sections: readonly SectionFacts[];
  /** The next meetings of the body, printed at the end of an officials' group's minutes. */
  readonly nextMeetings: readonly {
    readonly heldOn: CivilDate;
    readonly lastDay?: CivilDate | null;
    readonly note: string | null;
  }[];
};

/** The two forms: paragraphs with numbers that run on, or numbered headings without § as officials write (seed 003). */
export const minutesForms = {
  sections: { sv: 'protokoll med paragrafer', en: 'minutes with sections' },
  officials: { sv: 'protokoll för tjänstemannagrupp', en: 'minutes of an officials’ group' },
} as const satisfies Record<string, Localized>;
export type MinutesForm = keyof typeof minutesForms;

/** Where the decision stands in a §. */
export const decisionPlaces = {
  first: { sv: 'beslutet först', en: 'decision first' },
  last: { sv: 'beslutet sist', en: 'decision last' },
} as const satisfies Record<string, Localized>;
export type DecisionPlace = keyof typeof decisionPlaces;

/** Somebody at the meeting as the minutes name them; `during` tells §§ and times when it was not all of it. */
export type PersonFacts = {
  readonly name: string;
  readonly party: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly during: string | null;
  /** Whose seat a deputy served on. */
  readonly replaces?: string | null;
  readonly remote?: boolean;
  readonly present?: boolean;
};

/** Who was there, as R-KL-51 (KL 5:66) asks: those who served apart from deputies who did not, and others. */
export type AttendanceFacts = {
  readonly members: readonly PersonFacts[];
  readonly servingDeputies: readonly PersonFacts[];
  readonly otherDeputies: readonly PersonFacts[];
  readonly others: readonly PersonFacts[];
  /** Those of each principal, for a group of officials, last those of none; absent ones are struck through as in seed 003. */
  readonly principals: readonly { readonly name: string | null; readonly people: readonly PersonFacts[] }[];
};

/** A motion from the floor with who moved it and who joined. */
export type ProposalFacts = {
  readonly label: string;
  readonly movers: readonly string[];
  readonly clauses: readonly string[];
  readonly motivation: string | null;
  readonly withdrawn: boolean;
};

/** How the chair put one question, and the vote over it if one was asked for. */
export type PropositionFacts = {
  readonly orderText: string | null;
  readonly yesMeans: string;
  readonly noMeans: string | null;
  readonly chairFinding: string | null;
  readonly vote: VoteFacts | null;
};

/** A vote: its figures, and in an open one how each voted. */
export type VoteFacts = {
  readonly secret: boolean;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  readonly result: string | null;
  readonly casts: readonly { readonly name: string; readonly party: string | null; readonly choice: string }[];
};

/** A reservation, a note or a statement, with those behind it. */
export type DissentFacts = {
  readonly kind: string;
  readonly label: string;
  readonly people: readonly string[];
  readonly statement: string | null;
};

/** The decision of a §: who decides, and the clauses; or a sentence, as officials write. */
export type DecisionFacts = {
  readonly id: Id<'decision'>;
  readonly title: string;
  readonly body: string;
  readonly made: boolean;
  readonly clauses: readonly string[];
  readonly decidedOn: CivilDate | null;
};

/** One item as the minutes tell it. */
export type SectionFacts = {
  readonly itemId: Id<'agendaItem'>;
  /** The §; null for what has none (an officials' group, or an item that was never called up). */
  readonly number: number | null;
  readonly itemNumber: string | null;
  readonly title: string;
  readonly registrationNumber: string | null;
  readonly presenters: readonly string[];
  /** The day on which it was adjusted at once; `declared` before that has happened. */
  readonly adjustedAtOnce: { readonly declared: boolean; readonly on: CivilDate | null };
  readonly decisions: readonly DecisionFacts[];
  readonly outcome: string | null;
  readonly motivation: string | null;
  readonly summary: string | null;
  readonly deliberation: string | null;
  readonly documents: readonly string[];
  /** The proposal of the notice, when it was not simply decided. */
  readonly proposed: readonly string[];
  readonly proposals: readonly ProposalFacts[];
  readonly propositions: readonly PropositionFacts[];
  readonly dissent: readonly DissentFacts[];
  readonly disqualified: readonly {
    readonly name: string;
    readonly ground: string | null;
  }[];
  readonly questions: readonly {
    readonly askedBy: string;
    readonly question: string;
    readonly answer: string | null;
  }[];
  readonly sentTo: readonly string[];
  /** What only a group of officials has beside that; absent for every other body. */
  readonly officials?: OfficialsFacts;
};

/** What the minutes of a group of officials tell of an item beside a § (seed 003), in the sentences that they print. */
export type OfficialsFacts = {
  /** A line for each sub-group that reported, with who spoke. */
  readonly reports: readonly string[];
  readonly slides: string | null;
  /** Who stood behind the proposal before it was decided. */
  readonly endorsements: readonly string[];
  /** For each decision, which principals stand behind it (R-ORG-3). */
  readonly backing: readonly { readonly decisionId: Id<'decision'>; readonly sentences: readonly string[] }[];
};

/** "§ 41", "§§ 41–48", "§§ 41–43, 45": how the numbers of some sections are printed; null when none has a number. */
export function sectionRange(numbers: readonly number[]): string | null {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return `${sorted.length === 1 ? '§' : '§§'} ${words}`;
}
