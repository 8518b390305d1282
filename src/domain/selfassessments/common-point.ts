import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** What has become of a point of the common plan. */
export const commonPointStates = {
  planned: { sv: 'planerad', en: 'planned' },
  ongoing: { sv: 'pågår', en: 'ongoing' },
  done: { sv: 'genomförd', en: 'carried out' },
  dropped: { sv: 'blev inte av', en: 'not carried out' },
  carriedOver: { sv: 'förd till nästa år', en: 'carried over to next year' },
} as const satisfies Record<string, Localized>;
export type CommonPointState = keyof typeof commonPointStates;

/**
 * A row says: in these states the action may be done, and it leads to that state. Every move is told in words: what is learnt next year is learnt from
 * what was told.
 */
export const commonPointTransitions = [
  { action: 'change', from: ['planned', 'ongoing'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
  { action: 'start', from: ['planned'], to: 'ongoing', label: { sv: 'Påbörjad', en: 'Begun' } },
  { action: 'tell', from: ['planned', 'ongoing'], to: 'same', label: { sv: 'Oförändrat läge', en: 'No change' } },
  { action: 'finish', from: ['planned', 'ongoing'], to: 'done', label: { sv: 'Genomförd', en: 'Carried out' } },
  { action: 'drop', from: ['planned', 'ongoing'], to: 'dropped', label: { sv: 'Blev inte av', en: 'Not carried out' } },
  {
    action: 'carryOver',
    from: ['planned', 'ongoing'],
    to: 'carriedOver',
    label: { sv: 'För till nästa års plan', en: 'Carry over to next year’s plan' },
  },
] as const satisfies readonly (Transition<CommonPointState> & { readonly to: CommonPointState | 'same' })[];
export type CommonPointAction = (typeof commonPointTransitions)[number]['action'];

/** The moves that are told at a follow-up; carrying over is done from next year's assessment. */
export const pointMoves = ['tell', 'start', 'finish', 'drop'] as const satisfies readonly CommonPointAction[];
export type PointMove = (typeof pointMoves)[number];

/** One thing that the units have decided to do together (FOL-03). */
export type CommonPoint = {
  readonly id: Id<'commonPoint'>;
  readonly version: number;
  readonly number: number;
  /** The area of the form that it is about; null for the whole. */
  readonly question: string | null;
  readonly what: string;
  readonly responsible: { readonly id: Id<'body'>; readonly name: string; readonly function: string };
  readonly dueOn: CivilDate;
  readonly state: CommonPointState;
  readonly carriedFromId: Id<'commonPoint'> | null;
  readonly told: readonly PointTelling[];
};

/** What was told of a point, and the state it was left in. */
export type PointTelling = {
  readonly told: string;
  readonly state: CommonPointState;
  readonly on: CivilDate;
  readonly by: string;
};

/** What a person writes of a point. */
export type CommonPointFields = {
  readonly question?: string | null;
  readonly what: string;
  readonly responsibleBodyId: Id<'body'>;
  readonly responsibleFunction: string;
  readonly dueOn: string;
};

/** What must be corrected in a point: it says what, by which function, and until when. */
export function pointProblems(fields: CommonPointFields): readonly Problem[] {
  return [
    ...(fields.what.trim() ? [] : [{ path: 'what', key: 'validation.required' }]),
    ...(fields.responsibleFunction.trim() ? [] : [{ path: 'responsibleFunction', key: 'validation.required' }]),
    ...(isCivilDate(fields.dueOn) ? [] : [{ path: 'dueOn', key: 'validation.date' }]),
    ...personalNumberProblems({ what: fields.what, responsibleFunction: fields.responsibleFunction }),
  ];
}

/** Whether somebody still has to tell how it went. */
export function isOpen({ state }: Pick<CommonPoint, 'state'>): boolean {
  return isAllowedIn<CommonPointState>(commonPointTransitions, state, 'tell');
}

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function pointStateAfter(state: CommonPointState, action: CommonPointAction): CommonPointState {
  return stateAfter<CommonPointState>(commonPointTransitions, commonPointStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayPoint(state: CommonPointState, action: CommonPointAction): boolean {
  return isAllowedIn<CommonPointState>(commonPointTransitions, state, action);
}
