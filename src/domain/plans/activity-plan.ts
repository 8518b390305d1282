import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** What a body means to take up in a year, day by day, and what it looks at all through it (PLN-05…). */
export type ActivityPlan = {
  readonly id: Id<'activityPlan'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly year: number;
  readonly title: string;
  readonly datedOn: CivilDate | null;
  readonly activities: readonly PlannedActivity[];
  readonly focusAreas: readonly FocusArea[];
  readonly points: readonly PlanPoint[];
};

/** A day under one category: decision and preparation, in depth, theme, information. */
export type PlannedActivity = {
  readonly id: Id<'plannedActivity'>;
  readonly date: CivilDate;
  readonly lastDay: CivilDate | null;
  /** The category as the plan prints it. */
  readonly category: string;
  readonly items: readonly string[];
  readonly place: string | null;
};

/** What a further point of the plan is for (seed 001, activity plan: the lists after the days). */
export const planPointKinds = {
  followUp: { sv: 'följs upp', en: 'followed up' },
  interest: { sv: 'av intresse', en: 'of interest' },
  proposal: { sv: 'förslag till kommande sammanträden', en: 'proposed for coming meetings' },
  standing: { sv: 'stående information', en: 'standing information' },
} as const satisfies Record<string, Localized>;
export type PlanPointKind = keyof typeof planPointKinds;

export type PlanPoint = {
  readonly id: Id<'planPoint'>;
  readonly kind: PlanPointKind;
  readonly text: string;
  readonly details: readonly string[];
  /** Who owes the standing information. */
  readonly giver: string | null;
};

export type FocusArea = { readonly id: Id<'focusArea'>; readonly text: string };
