import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How something is reviewed together (FOL-04, FOL-05, FOL-07, FOL-10). */
export const reviewStudyKinds = {
  pointPrevalence: { sv: 'punktprevalensmätning', en: 'point prevalence survey' },
  recordReview: { sv: 'gemensam journalgranskning', en: 'joint review of records' },
  callSurvey: { sv: 'uppföljande samtal', en: 'follow-up calls' },
  evaluation: { sv: 'utvärdering', en: 'evaluation' },
} as const satisfies Record<string, Localized>;
export type ReviewStudyKind = keyof typeof reviewStudyKinds;
export const reviewStudyKindCodes = Object.keys(reviewStudyKinds) as readonly ReviewStudyKind[];

/** How far a study has come. */
export const reviewStudyStates = {
  planned: { sv: 'planeras', en: 'being planned' },
  ongoing: { sv: 'pågår', en: 'under way' },
  published: { sv: 'sammanfattad', en: 'summarised' },
} as const satisfies Record<string, Localized>;
export type ReviewStudyState = keyof typeof reviewStudyStates;

/** A row says: in these states the action may be done. What was published stays as it was read; a further occasion is a study of its own. */
export const reviewStudyTransitions = [
  { action: 'change', from: ['planned', 'ongoing'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
  { action: 'review', from: ['planned', 'ongoing'], to: 'ongoing', label: { sv: 'Granska', en: 'Review' } },
  { action: 'learn', from: ['planned', 'ongoing'], to: 'same', label: { sv: 'Lägg till lärdom', en: 'Add a lesson' } },
  { action: 'publish', from: ['ongoing'], to: 'published', label: { sv: 'Ge ut', en: 'Publish' } },
  {
    action: 'carry',
    from: ['planned', 'ongoing', 'published'],
    to: 'same',
    label: { sv: 'För in i en plan', en: 'Carry into a plan' },
  },
] as const satisfies readonly (Transition<ReviewStudyState> & { readonly to: ReviewStudyState | 'same' })[];
export type ReviewStudyAction = (typeof reviewStudyTransitions)[number]['action'];

/** Where a lesson can be carried: an assignment, the backlog of an activity plan, or an input to the budget. */
export const lessonPlaces = {
  assignment: { sv: 'uppdrag', en: 'assignment' },
  planPoint: { sv: 'förslag i aktivitetsplanen', en: 'proposal of the activity plan' },
  budgetInput: { sv: 'inspel', en: 'input to the budget' },
} as const satisfies Record<string, Localized>;
export type LessonPlace = keyof typeof lessonPlaces;
export const lessonPlaceCodes = Object.keys(lessonPlaces) as readonly LessonPlace[];

/** A study in which principals review their work together. It holds what was asked and found, in figures of many, and never whose record it was. */
export type ReviewStudy = {
  readonly id: Id<'reviewStudy'>;
  readonly version: number;
  readonly title: string;
  readonly kind: ReviewStudyKind;
  readonly purpose: string;
  readonly scope: string;
  readonly conclusions: string;
  /** Who leads it. */
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  /** Whose work is reviewed. */
  readonly units: readonly { readonly id: Id<'body'>; readonly name: string }[];
  readonly state: ReviewStudyState;
  readonly variables: readonly ReviewVariable[];
  readonly rounds: readonly ReviewRound[];
  readonly lessons: readonly ReviewLesson[];
  /** The summary as it was published. */
  readonly published: { readonly on: CivilDate; readonly tree: DocumentTree } | null;
};

/** What is counted in each round: "har en aktuell vårdplan". */
export type ReviewVariable = { readonly id: Id<'reviewVariable'>; readonly number: number; readonly label: string };

/** One occasion: autumn 2025, and again three months later (FOL-05). */
export type ReviewRound = {
  readonly id: Id<'reviewRound'>;
  readonly version: number;
  readonly number: number;
  readonly title: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** How many were reviewed; null until it is known. */
  readonly reviewed: number | null;
  readonly findings: string;
  readonly figures: readonly ReviewFigure[];
};

/** How many of those reviewed; `shown` is null where the figure would show a small group (`shownCount`). */
export type ReviewFigure = { readonly variableId: Id<'reviewVariable'>; readonly shown: number | null };

export type ReviewLesson = {
  readonly id: Id<'reviewLesson'>;
  readonly version: number;
  readonly number: number;
  readonly lesson: string;
  /** The record that it was carried into; null while it is only written down. */
  readonly carried: {
    readonly noun: LessonPlace;
    readonly id: string;
    readonly withinId: string | null;
    readonly on: CivilDate;
  } | null;
};

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function studyStateAfter(state: ReviewStudyState, action: ReviewStudyAction): ReviewStudyState {
  return stateAfter<ReviewStudyState>(reviewStudyTransitions, reviewStudyStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayStudy(state: ReviewStudyState, action: ReviewStudyAction): boolean {
  return isAllowedIn<ReviewStudyState>(reviewStudyTransitions, state, action);
}

/** The share that a figure is of those reviewed, in whole percent; undefined where the figure is not shown. */
export function shareOf(
  { shown }: Pick<ReviewFigure, 'shown'>,
  { reviewed }: Pick<ReviewRound, 'reviewed'>,
): number | undefined {
  return shown === null || !reviewed ? undefined : Math.round((shown / reviewed) * 100);
}
