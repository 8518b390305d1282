import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { AssignmentState } from '../assignments/index.ts';
import type { FindingKind, FindingNoun } from './finding.ts';
import type { InputState } from './input-transitions.ts';
import type { PointOutcome } from './point-outcomes.ts';

/** Input (inspel) of a body to the plan and budget of a year: its numbered points, its way to the board, and what became of each point (BUD-01…04). */
export type BudgetInput = {
  readonly id: Id<'budgetInput'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly to: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly forYear: number;
  readonly datedOn: CivilDate | null;
  readonly title: string;
  readonly opening: string;
  readonly state: InputState;
  readonly matter: { readonly id: Id<'matter'>; readonly registrationNumber: string } | null;
  readonly discussed: { readonly on: CivilDate; readonly place: InputPlace | null } | null;
  readonly decision: { readonly id: Id<'decision'>; readonly on: CivilDate; readonly immediate: boolean } | null;
  readonly sentOn: CivilDate | null;
  /** The item in which the receiver took it up. */
  readonly received: InputPlace | null;
  readonly answeredOn: CivilDate | null;
  /** What was decided; from then on this is the letter. */
  readonly frozen: { readonly tree: DocumentTree; readonly hash: string } | null;
  readonly points: readonly BudgetInputPoint[];
};

/** An agenda item in which an input was dealt with. */
export type InputPlace = {
  readonly itemId: Id<'agendaItem'>;
  readonly meetingId: Id<'meeting'>;
  readonly heldOn: CivilDate;
};

/** One point of an input. */
export type BudgetInputPoint = {
  readonly id: Id<'budgetInputPoint'>;
  readonly number: number;
  /** Headline and reasons together: what the letter prints. */
  readonly text: string;
  /** The sentence that states the wish, and the reasons for it. */
  readonly headline: string;
  readonly reasoning: string;
  /** Drafted from a finding, and nobody has gone over the words yet. */
  readonly drafted: boolean;
  readonly goal: { readonly id: Id<'goal'>; readonly heading: string } | null;
  readonly about: Pick<PointAssignment, 'id' | 'year' | 'number' | 'title'> | null;
  readonly origins: readonly PointOrigin[];
  /** The assignments it led to, proposed or given; a point may lead to several. */
  readonly assignments: readonly PointAssignment[];
  /** Null when nobody has said what became of it, which is not to say that it was refused. */
  readonly outcome: PointAnswer | null;
};

export type PointAssignment = {
  readonly id: Id<'assignment'>;
  readonly year: number;
  readonly number: number | null;
  readonly position: number;
  readonly title: string;
  readonly text: string | null;
  readonly state: AssignmentState;
};

/** What the receiver answered. */
export type PointAnswer = {
  readonly outcome: PointOutcome;
  readonly reason: string | null;
  readonly decision: { readonly id: Id<'decision'>; readonly title: string; readonly on: CivilDate | null } | null;
  readonly on: CivilDate;
  readonly by: string;
};

/** The finding from which a point was written, with its words of that day. */
export type PointOrigin = {
  readonly noun: FindingNoun;
  readonly recordId: string;
  readonly withinId: string | null;
  readonly finding: FindingKind;
  readonly said: string;
};

/** The wish and the reasons of a printed point: its first sentence and the rest, unless the headline is known. */
export function headlineOf(
  text: string,
  known: string | null,
): { readonly headline: string; readonly reasoning: string } {
  const whole = text.trim();
  const first = known && whole.startsWith(known) ? known : (/^.*?[.!?;](?=\s|$)/su.exec(whole)?.[0] ?? whole);
  return { headline: first.trim(), reasoning: whole.slice(first.length).trim() };
}

/** A headline and its reasons as the letter prints them. */
export function pointText(headline: string, reasoning: string): string {
  const wish = headline.trim().replace(/\s+/gu, ' ');
  const ended = /[.!?;]$/u.test(wish) ? wish : `${wish}.`;
  return [ended, reasoning.trim()].filter((part) => part).join(' ');
}
