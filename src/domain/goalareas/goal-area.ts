import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DeviationKind } from '../deviations/index.ts';
import type { Direction, Series, SeriesPoint } from '../indicators/index.ts';

/** What somebody can choose to show in a goal area, in the order in which it stands on the page. */
export const areaNouns = {
  indicator: { sv: 'Indikatorer', en: 'Indicators' },
  project: { sv: 'Projekt', en: 'Projects' },
  commission: { sv: 'Beställningar', en: 'Commissions' },
  measure: { sv: 'Åtgärder', en: 'Measures' },
  agreement: { sv: 'Överenskommelser', en: 'Agreements' },
  consultation: { sv: 'Remisser', en: 'Consultations' },
  assessmentRound: { sv: 'Lärande uppföljning', en: 'Joint self-assessments' },
  reviewStudy: { sv: 'Granskningar', en: 'Studies' },
} as const satisfies Record<string, Localized>;
export type AreaNoun = keyof typeof areaNouns;
export const areaNounCodes = Object.keys(areaNouns) as readonly AreaNoun[];

/** Which way a figure has gone since the time before, read by the direction of its indicator. */
export const areaTrends = {
  better: { sv: 'bättre än förra gången', en: 'better than last time' },
  worse: { sv: 'sämre än förra gången', en: 'worse than last time' },
  same: { sv: 'oförändrat', en: 'unchanged' },
  changed: { sv: 'ändrat', en: 'changed' },
  unknown: { sv: 'kan inte jämföras', en: 'cannot be compared' },
} as const satisfies Record<string, Localized>;
export type AreaTrend = keyof typeof areaTrends;

/** An area that region and municipalities follow up together (GOA-16), with who answers for it and what is shown in it. */
export type GoalArea = {
  readonly id: Id<'goalArea'>;
  readonly version: number;
  readonly position: number;
  readonly name: string;
  readonly description: string;
  /** The kinds of deviation whose pattern belongs here. */
  readonly deviationKinds: readonly DeviationKind[];
  readonly responsible: readonly AreaResponsible[];
  readonly links: readonly { readonly noun: AreaNoun; readonly recordId: string }[];
};

/** The function that answers for an area at a principal. */
export type AreaResponsible = {
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly functionTitle: string;
};

/** A record as it stands in an area: its name, its state in a word, when it goes on, and whether it should have been ready. */
export type AreaRecord = {
  readonly noun: AreaNoun;
  readonly id: string;
  readonly title: string;
  readonly state: Localized | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly late: boolean;
};

/** A figure of an area: the series until the year, its latest value and the one before. */
export type AreaFigure = {
  readonly series: Series;
  readonly latest: SeriesPoint | null;
  readonly before: SeriesPoint | null;
  readonly trend: AreaTrend;
};

/** All that the page of an area shows for a year. */
export type AreaSurface = {
  readonly area: GoalArea;
  readonly figures: readonly AreaFigure[];
  readonly records: readonly AreaRecord[];
  /** The deviations of the year by kind, null where they are too few to show. */
  readonly deviations: readonly { readonly kind: DeviationKind; readonly count: number | null }[];
};

/** Whether a record goes on in a year; one without days always may. */
export function goesOnIn(record: Pick<AreaRecord, 'from' | 'to'>, year: number): boolean {
  const from = record.from === null ? Number.NEGATIVE_INFINITY : Number(record.from.slice(0, 4));
  const to = record.to === null ? Number.POSITIVE_INFINITY : Number(record.to.slice(0, 4));
  return from <= year && year <= to;
}

/** The series as it was known in a year: later values are left out, so that last year's page shows last year. */
export function figureOf(series: Series, year: number): AreaFigure {
  const points = series.points.filter(
    ({ asOf, forecast }) => !forecast && (asOf === null || Number(asOf.slice(0, 4)) <= year),
  );
  const counted = points.filter(({ value, asOf }) => value !== null && asOf !== null);
  const [latest = null, before = null] = counted.toReversed();
  return { series: { ...series, points }, latest, before, trend: trendOf(series, latest, before) };
}

/** Better or worse only where the indicator says which way is better, and never over a break or between different kinds of value. */
export function trendOf(
  series: { readonly indicator: { readonly direction: Direction }; readonly breaks: Series['breaks'] },
  latest: SeriesPoint | null,
  before: SeriesPoint | null,
): AreaTrend {
  if (!latest || !before || latest.value === null || before.value === null) return 'unknown';
  const broken = series.breaks.some(({ asOf }) => (before.asOf ?? '') < asOf && asOf <= (latest.asOf ?? ''));
  if (broken || latest.comparable === false || latest.qualifier !== null || before.qualifier !== null) return 'unknown';
  if (latest.value === before.value) return 'same';
  const { direction } = series.indicator;
  if (direction === 'neutral') return 'changed';
  return latest.value > before.value === (direction === 'higher') ? 'better' : 'worse';
}

/** Words too common to say what something is about. */
const common = new Set([
  'och',
  'för',
  'med',
  'den',
  'det',
  'som',
  'till',
  'från',
  'ett',
  'inom',
  'samt',
  'vård',
  'arbete',
]);

/** How much the words of a record and of an area are alike: how many beginnings of words they share. */
export function likeness(title: string, area: Pick<GoalArea, 'name' | 'description'>): number {
  const own = stemsOf(`${area.name} ${area.description}`);
  return [...stemsOf(title)].filter((stem) => own.has(stem)).length;
}

/** The records that share words with an area and are not in it yet, the most alike first: proposed, and never put there by themselves. */
export function proposedFor(area: GoalArea, candidates: readonly AreaRecord[], most = 8): readonly AreaRecord[] {
  const known = new Set(area.links.map(({ noun, recordId }) => `${noun} ${recordId}`));
  return candidates
    .filter(({ noun, id }) => !known.has(`${noun} ${id}`))
    .map((record) => ({ record, alike: likeness(record.title, area) }))
    .filter(({ alike }) => alike > 0)
    .toSorted((a, b) => b.alike - a.alike || a.record.title.localeCompare(b.record.title, 'sv'))
    .slice(0, most)
    .map(({ record }) => record);
}

/** The first seven letters of each word of five or more: "kontinuitet" and "kontinuiteten" begin alike, and not with "kontinens". */
function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLocaleLowerCase('sv').match(/\p{L}{5,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)).map((word) => word.slice(0, 7)));
}
