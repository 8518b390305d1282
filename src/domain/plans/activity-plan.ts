import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { ProposalState } from './plan-proposal-transitions.ts';

/** What a body means to take up in a year, day by day, and what it looks at all through it (PLN-05…). */
export type ActivityPlan = {
  readonly id: Id<'activityPlan'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly year: number;
  readonly title: string;
  readonly datedOn: CivilDate | null;
  readonly days: readonly PlannedDay[];
  readonly activities: readonly PlannedActivity[];
  readonly focusAreas: readonly FocusArea[];
  readonly points: readonly PlanPoint[];
  /** The number of the version last kept; null while the plan is a draft that was never kept. */
  readonly latestVersion: number | null;
};

/** What kind of day it is (seed 001: meetings, a joint day of two bodies, study visits among the proposals). */
export const plannedDayKinds = {
  meeting: { sv: 'sammanträde', en: 'meeting' },
  studyVisit: { sv: 'studiebesök', en: 'study visit' },
  workshop: { sv: 'workshop', en: 'workshop' },
  jointDay: { sv: 'gemensam dag', en: 'joint day' },
  residential: { sv: 'internat', en: 'residential' },
} as const satisfies Record<string, Localized>;
export type PlannedDayKind = keyof typeof plannedDayKinds;
export const plannedDayKindCodes = Object.keys(plannedDayKinds) as readonly PlannedDayKind[];

/** Under which heading a day takes something up. The codes are those of agenda items, the words those that the plan of seed 001 prints. */
export const planCategories = {
  decision: { sv: 'Beslut och beredning', en: 'Decision and preparation' },
  inDepth: { sv: 'Fördjupning', en: 'In depth' },
  theme: { sv: 'Tema', en: 'Theme' },
  information: { sv: 'Information', en: 'Information' },
  studyVisit: { sv: 'Studiebesök', en: 'Study visit' },
  other: { sv: 'Övrigt', en: 'Other' },
} as const satisfies Record<string, Localized>;
export type PlanCategoryCode = keyof typeof planCategories;
export const planCategoryCodes = Object.keys(planCategories) as readonly PlanCategoryCode[];

/** Says that a line was copied from the plan of an earlier year, and from which, until somebody has confirmed or changed it. */
export type Copied = { readonly copiedFromYear: number | null };

/** A day that a body has set aside, with what it is for. */
export type PlannedDay = Copied & {
  readonly id: Id<'plannedDay'>;
  readonly version: number;
  readonly date: CivilDate;
  readonly lastDay: CivilDate | null;
  readonly kind: PlannedDayKind;
  readonly place: string | null;
  readonly note: string | null;
  readonly bodies: readonly { readonly id: Id<'body'>; readonly name: string }[];
};

/** What a day takes up under one category: decision and preparation, in depth, theme, information. No items means that nothing is planned (MTG-25). */
export type PlannedActivity = {
  readonly id: Id<'plannedActivity'>;
  readonly dayId: Id<'plannedDay'>;
  readonly date: CivilDate;
  readonly lastDay: CivilDate | null;
  /** A code of `planCategories`, or the category as the plan prints it. */
  readonly category: string;
  readonly items: readonly PlannedItem[];
  readonly place: string | null;
};

/** One thing that a body means to take up, with what it is about and who proposed it. */
export type PlannedItem = Copied & {
  readonly id: Id<'plannedItem'>;
  readonly version: number;
  readonly text: string;
  readonly proposer: string | null;
  readonly goal: { readonly id: Id<'goal'>; readonly heading: string } | null;
  readonly focusAreaId: Id<'focusArea'> | null;
  readonly proposalId: Id<'planPoint'> | null;
  readonly onAgenda: AgendaStanding;
  readonly moves: readonly PlannedItemMove[];
};

/** Whether an item was put on an agenda: not (a cancelled meeting's does not count), on one, or on one whose meeting was held. */
export type AgendaStanding = 'no' | 'yes' | 'held';

/** That an item was moved to another day, by whom and why. */
export type PlannedItemMove = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reason: string | null;
  readonly by: string;
};

/** What a further point of the plan is for (seed 001, activity plan: the lists after the days). */
export const planPointKinds = {
  followUp: { sv: 'följs upp', en: 'followed up' },
  interest: { sv: 'av intresse', en: 'of interest' },
  proposal: { sv: 'förslag till kommande sammanträden', en: 'proposed for coming meetings' },
  standing: { sv: 'stående information', en: 'standing information' },
} as const satisfies Record<string, Localized>;
export type PlanPointKind = keyof typeof planPointKinds;

/** From where a proposal to the backlog came. */
export const proposalOrigins = {
  member: { sv: 'en ledamot', en: 'a member' },
  meeting: { sv: 'ett sammanträde', en: 'a meeting' },
  office: { sv: 'kansliet eller förvaltningen', en: 'the office or administration' },
  outside: { sv: 'någon utanför organet', en: 'somebody outside the body' },
} as const satisfies Record<string, Localized>;
export type ProposalOrigin = keyof typeof proposalOrigins;
export const proposalOriginCodes = Object.keys(proposalOrigins) as readonly ProposalOrigin[];

export type PlanPoint = Copied & {
  readonly id: Id<'planPoint'>;
  readonly version: number;
  readonly kind: PlanPointKind;
  readonly text: string;
  readonly details: readonly string[];
  /** Who owes the standing information, or made the proposal. */
  readonly giver: string | null;
  readonly origin: ProposalOrigin | null;
  /** What became of a proposal; the other kinds stay as they are. */
  readonly state: ProposalState;
  readonly stateReason: string | null;
  /** The plan of a later year in which the proposal lives on. */
  readonly carriedTo: number | null;
};

export type FocusArea = Copied & { readonly id: Id<'focusArea'>; readonly version: number; readonly text: string };

/** How many lines of a plan were copied from an earlier year and not yet looked at. */
export function unconfirmedCopies(plan: ActivityPlan): number {
  const lines = [...plan.days, ...plan.activities.flatMap(({ items }) => items), ...plan.focusAreas, ...plan.points];
  return lines.filter(({ copiedFromYear }) => copiedFromYear !== null).length;
}

/** The category as it is printed: the words of its code, or the plan's own. */
export function printedCategory(category: string, language: 'sv' | 'en' = 'sv'): string {
  return Object.hasOwn(planCategories, category) ? planCategories[category as PlanCategoryCode][language] : category;
}
