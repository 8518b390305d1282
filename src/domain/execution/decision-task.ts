import { addDays, type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { DecisionTaskStatus } from './decision-task-transitions.ts';

/** Something that has to be done because of a decision, which the body follows until it closes it (verkställighet). */
export type DecisionTask = {
  readonly id: Id<'decisionTask'>;
  readonly version: number;
  readonly decision: {
    readonly id: Id<'decision'>;
    readonly title: string;
    readonly decidedOn: CivilDate | null;
    readonly itemId: Id<'agendaItem'> | null;
  };
  /** The body that decided and follows it up. */
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  /** The att-clause it follows from, 1 for the first; null for the decision as a whole. */
  readonly clause: number | null;
  readonly task: string;
  /** The person or office that answers for it. */
  readonly responsible: string | null;
  readonly responsibleBody: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly dueOn: CivilDate | null;
  readonly status: DecisionTaskStatus;
  /** The day when something was last told of it. */
  readonly toldOn: CivilDate;
  readonly lastNote: string | null;
};

/** One entry of a task's history: what was told, by whom, and in which item. */
export type DecisionTaskChange = {
  readonly id: Id<'decisionTaskChange'>;
  readonly from: DecisionTaskStatus | null;
  readonly to: DecisionTaskStatus;
  readonly on: CivilDate;
  readonly toldBy: string;
  readonly note: string | null;
  readonly item: {
    readonly id: Id<'agendaItem'>;
    readonly title: string;
    readonly number: string | null;
    readonly meetingId: Id<'meeting'>;
    readonly heldOn: CivilDate;
  } | null;
};

export type DecisionTaskFields = {
  readonly task: string;
  readonly clause?: number | null;
  readonly responsible?: string | null;
  readonly responsibleBodyId?: Id<'body'> | null;
  readonly dueOn?: CivilDate | null;
};

/** A task of which nothing has been heard for so long is silent: a quarter, the rhythm in which committees follow up. */
export const silentAfterDays = 90;

const waiting: readonly DecisionTaskStatus[] = ['notStarted', 'ongoing', 'tabled'];

/** Whether its day has passed and it is neither done nor dropped. */
export function isOverdue({ status, dueOn }: Pick<DecisionTask, 'status' | 'dueOn'>, today: CivilDate): boolean {
  return dueOn !== null && dueOn < today && waiting.includes(status);
}

/** Whether it waits and nothing has been told of it for a quarter. */
export function isSilent({ status, toldOn }: Pick<DecisionTask, 'status' | 'toldOn'>, today: CivilDate): boolean {
  return waiting.includes(status) && toldOn < silentBefore(today);
}

/** What was last told before this day is silent. */
export function silentBefore(today: CivilDate): CivilDate {
  return addDays(today, -silentAfterDays);
}

/** What a person must correct before a task can be kept: somebody must answer for it, and a clause must be one that the decision has. */
export function decisionTaskProblems(fields: DecisionTaskFields, clauseCount: number): readonly Problem[] {
  const { clause, dueOn } = fields;
  return [
    ...(fields.task.trim() ? [] : [{ path: 'task', key: 'validation.required' }]),
    ...(dueOn && !isCivilDate(dueOn) ? [{ path: 'dueOn', key: 'validation.date' }] : []),
    ...(fields.responsible?.trim() || fields.responsibleBodyId
      ? []
      : [{ path: 'responsible', key: 'execution.nobodyAnswers' }]),
    ...(clause && !(Number.isInteger(clause) && clause >= 1 && clause <= clauseCount)
      ? [{ path: 'clause', key: 'proceedings.noSuchClause' }]
      : []),
  ];
}

/** Who answers for a task, in one phrase. */
export function answersFor({
  responsible,
  responsibleBody,
}: Pick<DecisionTask, 'responsible' | 'responsibleBody'>): string {
  return [responsible, responsibleBody?.name].filter(Boolean).join(', ');
}
