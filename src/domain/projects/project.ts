import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { ItemPlace } from '../collaboration/index.ts';
import type { Deliverable } from './deliverable.ts';
import type { PartialDay } from './partial-day.ts';
import type { ProjectPhase } from './project-transitions.ts';

/** How a site or an area stands in a pilot or a roll-out (PRJ-02, PRJ-08). */
export const siteStates = {
  planned: { sv: 'planerad', en: 'planned' },
  starting: { sv: 'startar', en: 'starting' },
  running: { sv: 'igång', en: 'running' },
  paused: { sv: 'pausad', en: 'paused' },
  ended: { sv: 'avslutad', en: 'ended' },
} as const satisfies Record<string, Localized>;
export type SiteState = keyof typeof siteStates;
export const siteStateCodes = Object.keys(siteStates) as readonly SiteState[];

/** What somebody does in a project (PRJ-07). One person may do several. */
export const projectRoles = {
  steeringChair: { sv: 'ordförande i styrgruppen', en: 'chair of the steering group' },
  steeringMember: { sv: 'styrgrupp', en: 'steering group' },
  leader: { sv: 'projektledare', en: 'project leader' },
  processLeader: { sv: 'processledare', en: 'process leader' },
  team: { sv: 'projektgrupp', en: 'project team' },
  reference: { sv: 'referensgrupp', en: 'reference group' },
  evaluator: { sv: 'utvärderare', en: 'evaluator' },
} as const satisfies Record<string, Localized>;
export type ProjectRoleKind = keyof typeof projectRoles;
export const projectRoleCodes = Object.keys(projectRoles) as readonly ProjectRoleKind[];

/** What is listed of a project beside its deliverables (PRJ-04, PRJ-05). */
export const projectPointKinds = {
  goal: { sv: 'mål', en: 'goal' },
  means: { sv: 'medel', en: 'means' },
  nextGoal: { sv: 'mål framåt', en: 'next goal' },
  challenge: { sv: 'utmaning', en: 'challenge' },
  lesson: { sv: 'lärdom', en: 'lesson' },
} as const satisfies Record<string, Localized>;
export type ProjectPointKind = keyof typeof projectPointKinds;
export const projectPointKindCodes = Object.keys(projectPointKinds) as readonly ProjectPointKind[];

/** How a listed point stands. */
export const projectPointStates = {
  open: { sv: 'öppen', en: 'open' },
  handled: { sv: 'omhändertagen', en: 'taken care of' },
  dropped: { sv: 'lämnad', en: 'dropped' },
} as const satisfies Record<string, Localized>;
export type ProjectPointState = keyof typeof projectPointStates;
export const projectPointStateCodes = Object.keys(projectPointStates) as readonly ProjectPointState[];

/** Where a lesson of a project can be carried on to. */
export const projectLessonPlaces = {
  assignment: { sv: 'uppdrag', en: 'assignment' },
  budgetInput: { sv: 'inspel', en: 'input to the plan' },
  planPoint: { sv: 'förslag i aktivitetsplanen', en: 'proposal of the activity plan' },
  project: { sv: 'projekt', en: 'project' },
} as const satisfies Record<string, Localized>;
export type ProjectLessonPlace = keyof typeof projectLessonPlaces;
export const projectLessonPlaceCodes = Object.keys(projectLessonPlaces) as readonly ProjectLessonPlace[];

/** A project as lists show it. */
export type ProjectSummary = {
  readonly id: Id<'project'>;
  readonly version: number;
  readonly name: string;
  /** The other names it goes by: "En insats under tre namn" (E-35). */
  readonly aliases: readonly string[];
  /** Who owns it; null while nobody has said. */
  readonly owner: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly area: string;
  readonly phase: ProjectPhase;
  readonly startsOn: PartialDay | null;
  readonly endsOn: PartialDay | null;
  readonly deliverables: readonly Deliverable[];
  /** The newest figure of its capacity. */
  readonly count: ProjectCount | null;
};

/** Work with an end, with its whole story (PRJ-01). */
export type Project = ProjectSummary & {
  readonly aim: string;
  readonly background: string;
  readonly selection: string;
  /** What its capacity counts: patients, families. */
  readonly counted: string;
  readonly indicatorId: Id<'indicator'> | null;
  readonly evaluation: { readonly by: string; readonly due: PartialDay | null; readonly result: string };
  /** Accompanying research (PRJ-12). */
  readonly research: string;
  readonly phases: readonly PhaseChange[];
  readonly sites: readonly ProjectSite[];
  readonly roles: readonly ProjectRole[];
  readonly counts: readonly ProjectCount[];
  readonly points: readonly ProjectPoint[];
};

type Part<Noun extends string> = { readonly id: Id<Noun>; readonly version: number; readonly number: number };

/** That a project came into a phase: cause, effect and decision in one chain (PRJ-10, PRJ-11). */
export type PhaseChange = Part<'projectPhase'> & {
  readonly phase: ProjectPhase;
  readonly on: PartialDay | null;
  readonly reason: string;
  readonly effects: string;
  readonly decision: string;
  readonly item: ItemPlace | null;
  readonly toldBy: string;
  readonly toldOn: CivilDate;
};

export type ProjectSite = Part<'projectSite'> & {
  readonly name: string;
  readonly state: SiteState;
  readonly startsOn: PartialDay | null;
  /** Why this one was chosen. */
  readonly reason: string;
};

export type ProjectRole = Part<'projectRole'> & {
  readonly role: ProjectRoleKind;
  readonly person: string;
  readonly percent: number | null;
  readonly startsOn: PartialDay | null;
  readonly endsOn: PartialDay | null;
};

/** Capacity and uptake (PRJ-09): how many, of how many at most, on a day. */
export type ProjectCount = Part<'projectCount'> & {
  readonly asOf: PartialDay;
  readonly value: number;
  readonly maximum: number | null;
  readonly note: string;
};

export type ProjectPoint = Part<'projectPoint'> & {
  readonly kind: ProjectPointKind;
  readonly point: string;
  readonly state: ProjectPointState;
  readonly note: string;
  /** The record that a lesson was carried into; null while it is only written down. */
  readonly carried: {
    readonly noun: ProjectLessonPlace;
    readonly id: string;
    readonly withinId: string | null;
    readonly on: CivilDate;
  } | null;
};
