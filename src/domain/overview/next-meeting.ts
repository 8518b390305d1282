import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** What the next meeting of a body must treat, in the order in which a chair asks: what was handed over, what came back, what falls due. */
export const dueKinds = {
  reportReceived: { sv: 'Överlämnad rapport att ta emot', en: 'Delivered report to receive' },
  reportReady: { sv: 'Egen rapport att besluta om', en: 'Own report to decide on' },
  postponed: { sv: 'Bordlagd eller återremitterad punkt', en: 'Item tabled or referred back' },
  minutes: { sv: 'Protokoll att godkänna', en: 'Minutes to approve' },
  task: { sv: 'Uppgift efter beslut', en: 'Task after a decision' },
  assignment: { sv: 'Uppdrag som förfaller', en: 'Assignment falling due' },
  input: { sv: 'Inspel att besluta om', en: 'Input to decide on' },
} as const satisfies Record<string, Localized>;
export type DueKind = keyof typeof dueKinds;
export const dueKindNames = Object.keys(dueKinds) as readonly DueKind[];

/** A meeting that lies ahead. */
export type MeetingAhead = { readonly id: Id<'meeting'>; readonly heldOn: CivilDate; readonly itemCount: number };

/** One thing that the next meeting of a body must treat, with the record that says so. */
export type DueThing = {
  readonly kind: DueKind;
  readonly bodyId: Id<'body'>;
  readonly recordId: string;
  /** The record that it lies in, where its address needs one. */
  readonly withinId: string | null;
  readonly title: string;
  /** The day it was handed over, postponed, or falls due. */
  readonly on: CivilDate | null;
  /** Whether its day has passed. */
  readonly late: boolean;
};

/** A body with the meetings it has before it and what they must treat. */
export type BodyAhead = {
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly next: MeetingAhead | null;
  readonly nextButOne: MeetingAhead | null;
  readonly things: readonly DueThing[];
};

/**
 * Up to which day something must be treated at the next meeting: what falls due before the one after it cannot wait for that. Null when no meeting
 * is planned that could wait: then everything must be.
 */
export function horizonOf(meetings: readonly MeetingAhead[]): CivilDate | null {
  return meetings[1]?.heldOn ?? null;
}
