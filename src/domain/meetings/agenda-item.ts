import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { DocumentKind } from '../matters/index.ts';

/** What an item is for the body. The codes are those that the activity plan and the notice of seed 001 use as headings and prefixes. */
export const itemCategories = {
  decision: { sv: 'beslut', en: 'decision' },
  information: { sv: 'information', en: 'information' },
  inDepth: { sv: 'fördjupning', en: 'in-depth item' },
  theme: { sv: 'tema', en: 'theme' },
  standing: { sv: 'stående information', en: 'standing information' },
  studyVisit: { sv: 'studiebesök', en: 'study visit' },
  workshop: { sv: 'workshop', en: 'workshop' },
  preparation: { sv: 'förberedelse', en: 'preparation' },
  questions: { sv: 'frågor', en: 'questions' },
  formal: { sv: 'formalia', en: 'formalities' },
  decisionFollowUp: { sv: 'beslutsuppföljning', en: 'decision follow-up' },
  other: { sv: 'övrigt', en: 'other' },
} as const satisfies Record<string, Localized>;
export type ItemCategory = keyof typeof itemCategories;
export const itemCategoryCodes = Object.keys(itemCategories) as readonly ItemCategory[];

/** An assignment that an item dealt with: the core of traceability (list I-07). One item may deal with many (REP-19). */
export type ItemAssignment = {
  readonly id: Id<'assignment'>;
  readonly year: number;
  readonly number: number | null;
  readonly title: string;
  readonly note: string | null;
};

/** Where a body's standing items stand: before the matters of the day (roll-call, election of adjusters) or after them (announced questions). */
export const standingPlaces = {
  opening: { sv: 'först', en: 'first' },
  closing: { sv: 'sist', en: 'last' },
} as const satisfies Record<string, Localized>;
export type StandingPlace = keyof typeof standingPlaces;

/** A registered document that belongs to an item, as the notice names it. Only open documents stand here; those of a secret matter do not. */
export type ItemDocument = {
  readonly id: Id<'document'>;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/** One item on the agenda of a meeting. A matter lives longer than the item that deals with it. */
export type AgendaItem = {
  readonly id: Id<'agendaItem'>;
  readonly version: number;
  readonly meetingId: Id<'meeting'>;
  readonly position: number;
  /** As printed ("6", "6.2"); null when the source does not number. */
  readonly number: string | null;
  readonly title: string;
  readonly category: ItemCategory;
  readonly matter: { readonly id: Id<'matter'>; readonly registrationNumber: string; readonly secret: boolean } | null;
  readonly summary: string | null;
  readonly presenters: readonly string[];
  /** What minutes tell of the item beside its decision: proposals, order of proposition, votes, reservations, notes, who receives it. */
  readonly proceedings: Readonly<Record<string, unknown>> | null;
  readonly assignments: readonly ItemAssignment[];
  /** The item under which it stands as a point of its own ("6.1" under "6"). */
  readonly parentId: Id<'agendaItem'> | null;
  readonly standing: StandingPlace | null;
  /** Exercise of public authority towards somebody (myndighetsutövning): no abstaining (KL 4:25) and no open doors (KL 6:25). */
  readonly exercisesAuthority: boolean;
  /** Closed by choice; see `doorsOf` for whether they are closed at all. */
  readonly doorsClosed: boolean;
  readonly documents: readonly ItemDocument[];
};

export type AgendaItemFields = {
  readonly title: string;
  readonly category: ItemCategory;
  readonly number?: string | null;
  readonly matterId?: Id<'matter'> | null;
  readonly summary?: string | null;
  readonly presenters?: readonly string[];
  readonly proceedings?: Readonly<Record<string, unknown>> | null;
  readonly exercisesAuthority?: boolean;
  readonly doorsClosed?: boolean;
};

/** What a person must correct before an item can stand on the agenda. An empty presenter field is allowed (MTG-21). */
export function agendaItemProblems(fields: AgendaItemFields): readonly Problem[] {
  return [
    ...(fields.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(fields.category in itemCategories ? [] : [{ path: 'category', key: 'validation.choose' }]),
  ];
}
