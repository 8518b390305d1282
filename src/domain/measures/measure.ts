import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Kronor } from '../../kernel/money.ts';
import type { MeasureState } from './measure-transitions.ts';

/** What a measure of an economic action plan does to the result: it lowers a cost or raises a revenue (PLN-16). */
export const measureKinds = {
  costReduction: { sv: 'kostnadsminskning', en: 'cost reduction' },
  revenue: { sv: 'intäktsökning', en: 'increased revenue' },
} as const satisfies Record<string, Localized>;
export type MeasureKind = keyof typeof measureKinds;
export const measureKindCodes = Object.keys(measureKinds) as readonly MeasureKind[];

/** The economic action plan (ekonomisk handlingsplan, PLN-16) of a body for a year. */
export type MeasurePlan = {
  readonly id: Id<'measurePlan'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly year: number;
  readonly title: string;
  /** What the body was told to save or earn in the year (sparuppdraget, PLN-17); null when no sum was said. */
  readonly demanded: Kronor | null;
  /** The assignment by which it was told so. */
  readonly assignment: MeasureAssignment | null;
};

export type MeasureAssignment = {
  readonly id: Id<'assignment'>;
  readonly ref: string;
  readonly title: string;
};

/** One thing that is done so that costs fall or revenues rise, with what it was to give and what it has given. */
export type Measure = {
  readonly id: Id<'measure'>;
  readonly version: number;
  readonly plan: Pick<MeasurePlan, 'id' | 'body' | 'year' | 'title'>;
  /** Its place in the plan, from 1. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly kind: MeasureKind;
  /** Who carries it out and tells of it. */
  readonly responsible: { readonly id: Id<'body'>; readonly name: string };
  /** What it is planned to give in the year of the plan. */
  readonly planned: Kronor;
  /** What it is planned to give in each whole year once it works. */
  readonly plannedFullYear: Kronor;
  readonly startsOn: CivilDate;
  readonly assignment: MeasureAssignment | null;
  readonly goal: { readonly id: Id<'goal'>; readonly heading: string } | null;
  readonly state: MeasureState;
  /** Why it was stopped or taken up again; null when nobody had to say. */
  readonly stateReason: string | null;
  /** What was told of it, the earliest month first (FOL-16). */
  readonly told: readonly MeasureTelling[];
};

/** What was told of a measure at the end of a month: money, and both kinds of consequence (REP-25, J-12). */
export type MeasureTelling = {
  readonly id: Id<'measureTelling'>;
  readonly version: number;
  /** `YYYY-MM`. */
  readonly month: string;
  /** What it has given since the year began. */
  readonly effect: Kronor;
  /** What it is thought to give in the whole year. */
  readonly forecast: Kronor;
  readonly financial: string;
  readonly operational: string;
  readonly toldBy: string;
  readonly toldOn: CivilDate;
};

/** What was told last of a measure, or undefined when nobody has told anything; up to a month when one is named. */
export function latestTelling(measure: Pick<Measure, 'told'>, until?: string): MeasureTelling | undefined {
  return measure.told.findLast((one) => until === undefined || one.month <= until);
}
