import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';
import type { DeviationKind } from './deviation.ts';

/** How far an improvement has come. */
export const improvementStates = {
  planned: { sv: 'planerat', en: 'planned' },
  ongoing: { sv: 'pågår', en: 'under way' },
  done: { sv: 'genomfört', en: 'carried out' },
  stopped: { sv: 'avbrutet', en: 'stopped' },
} as const satisfies Record<string, Localized>;
export type ImprovementState = keyof typeof improvementStates;

/** A row says: in these states the action may be done, and it leads to that state. What is carried out tells which effect it had. */
export const improvementTransitions = [
  { action: 'start', from: ['planned'], to: 'ongoing', label: { sv: 'Påbörja', en: 'Start' } },
  { action: 'finish', from: ['ongoing'], to: 'done', label: { sv: 'Genomfört', en: 'Carried out' } },
  { action: 'stop', from: ['planned', 'ongoing'], to: 'stopped', label: { sv: 'Avbryt', en: 'Stop' } },
  { action: 'act', from: ['planned', 'ongoing'], to: 'same', label: { sv: 'Ändra åtgärder', en: 'Change actions' } },
] as const satisfies readonly (Transition<ImprovementState> & { readonly to: ImprovementState | 'same' })[];
export type ImprovementAct = (typeof improvementTransitions)[number]['action'];
export type ImprovementMove = Exclude<ImprovementAct, 'act'>;
export const improvementMoves = ['start', 'finish', 'stop'] as const satisfies readonly ImprovementMove[];

export function improvementStateAfter(state: ImprovementState, action: ImprovementAct): ImprovementState {
  return stateAfter<ImprovementState>(improvementTransitions, improvementStates, state, action);
}

export function mayImprove(state: ImprovementState, action: ImprovementAct): boolean {
  return isAllowedIn<ImprovementState>(improvementTransitions, state, action);
}

/** Several deviations that became one piece of work (DEV-09): what is done, who answers for it, by when, and whether it helped. */
export type ImprovementWork = {
  readonly id: Id<'improvementWork'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly title: string;
  readonly aim: string;
  readonly state: ImprovementState;
  /** What it led to, or why it was stopped. */
  readonly effect: string;
  readonly effectOn: CivilDate | null;
  readonly actions: readonly ImprovementAction[];
  readonly deviations: readonly {
    readonly id: Id<'deviation'>;
    readonly ref: string;
    readonly kind: DeviationKind;
    readonly startsOn: CivilDate;
  }[];
};

export type ImprovementAction = {
  readonly id: Id<'improvementAction'>;
  readonly version: number;
  readonly number: number;
  readonly what: string;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly responsibleFunction: string;
  readonly dueOn: CivilDate;
  readonly doneOn: CivilDate | null;
};

/** Whether an action should have been done. */
export function isLateAction(action: Pick<ImprovementAction, 'dueOn' | 'doneOn'>, today: CivilDate): boolean {
  return action.doneOn === null && action.dueOn < today;
}

/** Of its deviations, how many happened before the work was done and how many after: whether it helped is a figure beside the words. */
export function beforeAndAfter(work: Pick<ImprovementWork, 'effectOn'>, days: readonly CivilDate[]) {
  const { effectOn } = work;
  if (effectOn === null) return undefined;
  return { before: days.filter((day) => day < effectOn).length, after: days.filter((day) => day >= effectOn).length };
}
