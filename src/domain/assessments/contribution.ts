import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { AssessmentStatus } from './assessment-status.ts';
import type { ContributionState } from './contribution-transitions.ts';
import type { Period } from './period.ts';

/** What a body has written as its contribution: the head of its assessment, without the text. */
export type WrittenContribution = {
  readonly id: Id<'assessment'>;
  readonly version: number;
  readonly status: AssessmentStatus;
  readonly forecastOn: CivilDate | null;
  /** The name of the period whose text was carried over and that nobody has changed or confirmed since; null otherwise. */
  readonly carriedFrom: string | null;
};

/** A body that is asked at a period for status, forecast and text of an assignment (bidrag till uppföljningen). */
export type Contribution = {
  readonly id: Id<'contribution'>;
  readonly version: number;
  readonly state: ContributionState;
  readonly dueOn: CivilDate;
  readonly assignment: {
    readonly id: Id<'assignment'>;
    readonly ref: string;
    readonly year: number;
    readonly title: string;
    readonly dueOn: CivilDate | null;
  };
  readonly period: Period;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  /** The performer that asked this unit for its part; null when the body is asked as a performer. */
  readonly partOf: { readonly id: Id<'body'>; readonly name: string } | null;
  /** Whether this is the performer that composes the joint text: the first performer of the assignment. */
  readonly coordinates: boolean;
  readonly written: WrittenContribution | null;
  readonly ready: { readonly by: string; readonly at: Date } | null;
  readonly remindedOn: CivilDate | null;
  readonly reminders: number;
};

/** How far a contribution has come, in the order of the work; `late` is what was due before today and is not ready. */
export const contributionStandings = {
  asked: { label: { sv: 'begärt', en: 'asked for' }, tone: 'neutral' },
  carried: { label: { sv: 'överfört, inte ändrat', en: 'carried over, not changed' }, tone: 'warning' },
  started: { label: { sv: 'påbörjat', en: 'begun' }, tone: 'info' },
  late: { label: { sv: 'försenat', en: 'late' }, tone: 'danger' },
  ready: { label: { sv: 'klart', en: 'ready' }, tone: 'success' },
  withdrawn: { label: { sv: 'behövs inte', en: 'not needed' }, tone: 'neutral' },
} as const satisfies Record<string, { readonly label: Localized; readonly tone: string }>;
export type ContributionStanding = keyof typeof contributionStandings;
export const contributionStandingNames = Object.keys(contributionStandings) as readonly ContributionStanding[];

/** What standing is told from. */
export type StandingFacts = Pick<Contribution, 'state' | 'dueOn'> & {
  readonly written: Pick<WrittenContribution, 'carriedFrom'> | null;
};

/** How far a contribution has come on a day. Late goes before what is written, because somebody waits for it. */
export function standingOf(contribution: StandingFacts, today: CivilDate): ContributionStanding {
  if (contribution.state !== 'asked') return contribution.state;
  if (daysLate(contribution, today) > 0) return 'late';
  if (contribution.written === null) return 'asked';
  return contribution.written.carriedFrom === null ? 'started' : 'carried';
}

/** How many days a contribution that is not ready is late on a day; 0 up to and on the day it is due, and for those that nobody waits for. */
export function daysLate({ state, dueOn }: Pick<Contribution, 'state' | 'dueOn'>, today: CivilDate): number {
  return state === 'asked' ? Math.max(0, daysFrom(dueOn, today)) : 0;
}

/** The days from one date to another, negative when the second comes first. */
export function daysFrom(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
