import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { QuestionState } from './question-transitions.ts';

/** A question that a member announced to the body (anmäld fråga; seed 001 items 3 and 7: announced in one item, answered in another). */
export type NotifiedQuestion = {
  readonly id: Id<'notifiedQuestion'>;
  readonly version: number;
  readonly meetingId: Id<'meeting'>;
  readonly position: number;
  readonly askedBy: string;
  readonly question: string;
  readonly announcedOn: CivilDate;
  readonly state: QuestionState;
  readonly answeredBy: string | null;
  readonly answer: string | null;
  readonly answeredItemId: Id<'agendaItem'> | null;
  /** The question of the meeting before, where it was not answered. */
  readonly carriedFrom: Id<'notifiedQuestion'> | null;
};
