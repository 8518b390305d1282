import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { BodyRules } from '../organisation/index.ts';
import { type ItemCategory, itemCategories, type StandingPlace } from './agenda-item.ts';

/** An item that a body has on every agenda. */
export type StandingItem = {
  readonly place: StandingPlace;
  /** Whether it is a point under the nearest item before it that is none. */
  readonly sub: boolean;
  readonly title: string;
  readonly category: ItemCategory;
  /** Clauses that are written beforehand; `{justerare}` and `{ersättare}` stand for those whose turn it is. */
  readonly clauses: readonly string[];
};

/** What may stand for people in a clause that is written beforehand. */
export const clauseMarks = {
  '{justerare}': { sv: 'den som står i tur att justera', en: 'whose turn it is to adjust' },
  '{ersättare}': { sv: 'den som ersätter justeraren', en: 'who replaces the adjuster' },
} as const satisfies Record<string, Localized>;

const item = (place: StandingPlace, title: string, category: ItemCategory, more: Partial<StandingItem> = {}) => ({
  place,
  title,
  category,
  sub: false,
  clauses: [],
  ...more,
});

/** The standing items of an elected body, as seed 001 has them. */
const electedBody: readonly StandingItem[] = [
  item('opening', 'Sammanträdets öppnande och upprop', 'formal'),
  item('opening', 'Protokollsjustering', 'formal', {
    clauses: ['att jämte ordföranden justera dagens protokoll utse {justerare} med {ersättare} som ersättare.'],
  }),
  item('opening', 'Anmälan av frågor', 'questions'),
  item('closing', 'Information', 'information'),
  item('closing', 'Aktuellt från verksamheten', 'standing', { sub: true }),
  item('closing', 'Aktuellt nationellt, sjukvårdsregionalt och lokalt', 'standing', { sub: true }),
  item('closing', 'Besvarande av anmälda frågor', 'questions'),
  item('closing', 'Presentationer från sammanträdet', 'other'),
];

/**
 * The standing items of officials who meet, as seed 003 has them: they approve the agenda and the notes of the last time, hear their working
 * committee and sub-groups, and at the end evaluate the meeting and sum up what they decided.
 */
const officials: readonly StandingItem[] = [
  item('opening', 'Inledning', 'formal'),
  item('opening', 'Dagens agenda', 'formal'),
  item('opening', 'Föregående minnesanteckning', 'formal'),
  item('opening', 'Rapport från arbetsutskottet', 'standing'),
  item('opening', 'Rapport från undergrupperna', 'standing'),
  item('closing', 'Mötestider', 'information'),
  item('closing', 'Kort utvärdering och sammanfattning av fattade beslut', 'formal'),
];

/** The standing items of a body that has not written its own: those of its way to approve minutes. */
export function usualStandingItems({ approval }: Pick<BodyRules, 'approval'>): readonly StandingItem[] {
  return approval === 'adjustment' ? electedBody : officials;
}

/** What must be corrected in a body's standing items. */
export function standingItemProblems(items: readonly StandingItem[]): readonly Problem[] {
  return items.flatMap((one, index) => [
    ...(one.title.trim() ? [] : [{ path: `items.${index}.title`, key: 'validation.required' }]),
    ...(one.category in itemCategories ? [] : [{ path: `items.${index}.category`, key: 'validation.choose' }]),
    ...(one.clauses.every((clause) => /^att\s+\S/u.test(clause.trim()))
      ? []
      : [{ path: `items.${index}.clauses`, key: 'decision.attClause' }]),
    ...(one.sub && !items.slice(0, index).some((other) => !other.sub && other.place === one.place)
      ? [{ path: `items.${index}.sub`, key: 'agenda.pointWithoutItem' }]
      : []),
  ]);
}
