import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';

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

export type FocusArea = { readonly id: Id<'focusArea'>; readonly text: string };
