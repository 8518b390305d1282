import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { SourcePlace } from '../matters/index.ts';

/** Whether more is better (IND-01): said of the indicator, never of a municipality. */
export const directions = {
  higher: { sv: 'Högre är bättre', en: 'Higher is better' },
  lower: { sv: 'Lägre är bättre', en: 'Lower is better' },
  neutral: { sv: 'Varken högre eller lägre är bättre', en: 'Neither higher nor lower is better' },
} as const satisfies Record<string, Localized>;
export type Direction = keyof typeof directions;

/** Whom a value counts (IND-17), by the codes that public statistics use. */
export const sexes = {
  all: { sv: 'Alla', en: 'All' },
  women: { sv: 'Kvinnor', en: 'Women' },
  men: { sv: 'Män', en: 'Men' },
} as const satisfies Record<string, Localized>;
export type Sex = keyof typeof sexes;

/** How a value came here: told in a text, it is a claim until it is measured. */
export const valueOrigins = {
  told: { sv: 'Uppgift i text', en: 'Told in a text' },
  measured: { sv: 'Inmatad mätning', en: 'Measured, entered' },
  delivered: { sv: 'Levererad av huvudman', en: 'Delivered by a principal' },
  imported: { sv: 'Inläst tabell', en: 'Table that was read in' },
} as const satisfies Record<string, Localized>;
export type ValueOrigin = keyof typeof valueOrigins;

/** Why there is no value where one could be expected. */
export const missingReasons = {
  cannotBeStated: { sv: 'Kan inte anges', en: 'Cannot be stated' },
  notMeasured: { sv: 'Mättes inte', en: 'Was not measured' },
  tooFew: { sv: 'För få för att visas', en: 'Too few to be shown' },
  notDelivered: { sv: 'Inte levererat', en: 'Not delivered' },
} as const satisfies Record<string, Localized>;
export type MissingReason = keyof typeof missingReasons;

/** What kind of aim a target is (IND-10). */
export const targetKinds = {
  own: { sv: 'Eget mål', en: 'Own target' },
  nationalReference: { sv: 'Nationellt riktvärde', en: 'National reference value' },
} as const satisfies Record<string, Localized>;
export type TargetKind = keyof typeof targetKinds;

/** Which way a target binds. */
export const targetBounds = {
  atLeast: { sv: 'Minst', en: 'At least' },
  atMost: { sv: 'Högst', en: 'At most' },
  exactly: { sv: 'Precis', en: 'Exactly' },
} as const satisfies Record<string, Localized>;
export type TargetBound = keyof typeof targetBounds;

/** A point of a series: one value, or the reason why there is none. */
export type SeriesPoint = {
  readonly id: Id<'indicatorValue'>;
  readonly version: number;
  readonly asOf: string | null;
  readonly value: number | null;
  readonly missing: MissingReason | null;
  /** "över", "cirka": how the text limits the number. */
  readonly qualifier: string | null;
  /** A municipality or another place; empty for the whole. */
  readonly place: string;
  readonly sex: Sex;
  readonly ageGroup: string;
  readonly origin: ValueOrigin;
  /** Told in a text and not measured: drawn hollow, and never mixed up with a measurement. */
  readonly claimed: boolean;
  readonly forecast: boolean;
  readonly preliminary: boolean;
  /** The whole that the value is a part of, or the most it can be. */
  readonly of: number | null;
  /** The upper end of a range. */
  readonly to: number | null;
  /** The change that the text claims, in percent, and since when. */
  readonly changePercent: number | null;
  readonly changedFrom: string | null;
  /** Whether the measuring was done as the time before (IND-04); null when nothing is said. */
  readonly comparable: boolean | null;
  readonly note: string | null;
  readonly definitionNumber: number | null;
  /** Why the value was corrected, when it stands in another's place. */
  readonly correctionReason: string | null;
  /** Where the value was read. */
  readonly sourcePassage: SourcePlace | null;
};

/** One version of what an indicator means. */
export type IndicatorDefinition = {
  readonly number: number;
  readonly validFrom: string | null;
  readonly definition: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly source: string | null;
  readonly method: string | null;
  readonly breaksSeries: boolean;
  readonly breakNote: string | null;
  readonly madeAt: Date;
  readonly madeBy: string;
};

/** What is aimed at, with what it is counted per: 1 100 *invånare* per specialist is another thing than 1 100 *listade*. */
export type SeriesTarget = {
  readonly id: Id<'indicatorTarget'>;
  readonly version: number;
  readonly kind: TargetKind;
  readonly bound: TargetBound;
  readonly value: number;
  readonly denominator: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string;
  readonly note: string | null;
};

/** Values before and after cannot be compared. */
export type SeriesBreak = { readonly asOf: string; readonly note: string | null };

/** What is measured, without its values. */
export type IndicatorHead = {
  readonly id: Id<'indicator'>;
  readonly version: number;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly area: string | null;
  readonly code: string | null;
  readonly countedById: Id<'indicator'> | null;
  /** The definition that holds now. */
  readonly definition: IndicatorDefinition | null;
};

/** An indicator as a series (Build 6): its points in the order of time, what is aimed at, and where comparison ends. */
export type Series = {
  readonly indicator: IndicatorHead;
  readonly points: readonly SeriesPoint[];
  readonly targets: readonly SeriesTarget[];
  readonly breaks: readonly SeriesBreak[];
  readonly definitions: readonly IndicatorDefinition[];
  /** True when there were more points than are here: the latest are. */
  readonly more: boolean;
};

/** What a series can be divided by: the places, sexes and ages for which it has values. */
export type Dimensions = {
  readonly places: readonly string[];
  readonly sexes: readonly Sex[];
  readonly ageGroups: readonly string[];
};

/** Which points are wanted; what is not said is not asked for. */
export type SeriesFilter = {
  readonly place?: string;
  readonly sex?: Sex;
  readonly ageGroup?: string;
  readonly from?: string;
  readonly to?: string;
  readonly forecast?: boolean;
  /** The most points for each indicator, latest first. */
  readonly limit?: number;
};

/** The whole, undivided: what a series shows until somebody chooses otherwise. */
export const undivided = { place: '', sex: 'all', ageGroup: '' } as const satisfies SeriesFilter;
