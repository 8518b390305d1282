import type { CourseState } from '../../../domain/attendance/index.ts';
import { type AgendaItem, type MeetingState, meetingTransitions } from '../../../domain/meetings/index.ts';
import {
  type ItemProceedings,
  type ItemTable,
  itemTable,
  presentForMinority,
  propositionStanding,
  type Standing,
} from '../../../domain/proceedings/index.ts';
import type { ButtonVariant } from '../../components/button/button.ts';
import { form, postButton } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import type { Content, Html } from '../../html.ts';
import { type ActName, actPath } from './conduct-address.ts';
import type { DeskFacts } from './desk-facts.ts';
import { momentOf } from './presence-rows.ts';

/** A form of the screen that was refused, with what was typed in it. */
export type Refused = { readonly act: ActName | 'text'; readonly field?: string; readonly state: FormState };

/** One item of the meeting as the parts of the screen look at it. */
export type DeskView = {
  readonly ctx: RequestContext;
  readonly facts: DeskFacts;
  readonly item: AgendaItem;
  readonly happened: ItemProceedings;
  readonly table: ItemTable;
  readonly standing: Standing;
  /** The moment whose presence is shown: now, or when the item ended. */
  readonly moment: CourseState;
  readonly refused: Refused | undefined;
};

/** Puts together what the parts of the screen look at. */
export function deskView(
  ctx: RequestContext,
  facts: DeskFacts,
  item: AgendaItem,
  refused: Refused | undefined,
): DeskView {
  const happened = facts.proceedings.get(item.id)!;
  const table = itemTable(facts.course, item.id, facts.rules);
  return {
    ctx,
    facts,
    item,
    happened,
    table,
    standing: propositionStanding(happened, minorityIn(facts, happened, table)),
    moment: momentOf(facts.course, item.id),
    refused,
  };
}

/** How many there are to count a third of, where a third can have the item tabled (KL 5:50, R-KL-35). */
export function minorityIn(
  { rules }: Pick<DeskFacts, 'rules'>,
  happened: ItemProceedings,
  table: ItemTable,
): number | null {
  return presentForMinority(rules, {
    voters: table.voters.length,
    isElection: happened.propositions.some((one) => one.vote?.subject === 'election'),
    tabledByMinorityBefore: happened.carriedFrom?.byMinority ?? false,
  });
}

/** Whether what happened in the item can be written down now: the meeting is on or just closed, and the § is not being signed. */
export function mayWrite({ facts, happened }: Pick<DeskView, 'facts' | 'happened'>): boolean {
  return mayDo(facts.meeting.state, 'writeDown') && !happened.outcome.sealed;
}

/** Whether the table of states has a row for the action. */
export function mayDo(state: MeetingState, action: (typeof meetingTransitions)[number]['action']): boolean {
  const row = meetingTransitions.find((one) => one.action === action);
  return row !== undefined && (row.from as readonly MeetingState[]).includes(state);
}

/**
 * What stands in the form of an act: what was typed and refused, or the values it begins with. The fields of each act carry its name, because many
 * forms stand on one page; the verbs do not know that.
 */
export function stateOf(
  { refused }: Pick<DeskView, 'refused'>,
  act: ActName,
  values: FormState['values'] = {},
): FormState {
  if (refused?.act !== act) return freshForm(values);
  const problems = refused.state.problems.map((one) => ({
    ...one,
    path: one.path === '' || one.path.startsWith(`${act}.`) ? one.path : `${act}.${one.path}`,
  }));
  return { ...refused.state, problems };
}

/** Whether the form of an act stands open, because it was refused. */
export function isOpen({ refused }: Pick<DeskView, 'refused'>, ...acts: readonly ActName[]): boolean {
  return acts.some((act) => refused?.act === act);
}

/** The form of an act; its summary of errors stands above the item. */
export function actForm(
  { ctx, facts, item }: Pick<DeskView, 'ctx' | 'facts' | 'item'>,
  act: ActName,
  options: {
    readonly body: Content;
    readonly submit: string;
    readonly variant?: ButtonVariant;
    readonly more?: Content;
    readonly about?: string;
    readonly shortcut?: string;
  },
): Html {
  return form(ctx, { variant: 'secondary', ...options, action: actPath(facts.meeting.id, act, item.id) });
}

/** One button that does an act at once. */
export function actButton(
  { ctx, facts, item }: Pick<DeskView, 'ctx' | 'facts' | 'item'>,
  act: ActName,
  options: {
    readonly text: string;
    readonly fields?: Readonly<Record<string, string | number>>;
    readonly variant?: ButtonVariant;
    readonly shortcut?: string;
    readonly about?: string;
  },
): Html {
  const { fields = {}, variant = 'secondary', ...look } = options;
  return postButton(ctx, {
    ...look,
    variant,
    action: actPath(facts.meeting.id, act, item.id),
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${act}.${name}`, String(value)])),
  });
}

/** "Ada Ek (S)": how the screen names somebody. */
export function personName({ name, party }: { readonly name: string; readonly party: string | null }): string {
  return party ? `${name} (${party})` : name;
}

/** The name of somebody on the attendance list. */
export function nameOf({ facts }: Pick<DeskView, 'facts'>, attendanceId: string): string {
  const person = facts.course.scene.people.find(({ id }) => id === attendanceId);
  return person ? personName(person) : '';
}
