import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';

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
  readonly matter: { readonly id: Id<'matter'>; readonly registrationNumber: string } | null;
  readonly summary: string | null;
  readonly presenters: readonly string[];
  /** What minutes tell of the item beside its decision: proposals, order of proposition, votes, reservations, notes, who receives it. */
  readonly proceedings: Readonly<Record<string, unknown>> | null;
  readonly assignments: readonly ItemAssignment[];
};

export type AgendaItemFields = {
  readonly title: string;
  readonly category: ItemCategory;
  readonly number?: string | null;
  readonly matterId?: Id<'matter'> | null;
  readonly summary?: string | null;
  readonly presenters?: readonly string[];
  readonly proceedings?: Readonly<Record<string, unknown>> | null;
};

/** What a person must correct before an item can stand on the agenda. An empty presenter field is allowed (MTG-21). */
export function agendaItemProblems(fields: AgendaItemFields): readonly Problem[] {
  return [
    ...(fields.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(fields.category in itemCategories ? [] : [{ path: 'category', key: 'validation.choose' }]),
  ];
}
