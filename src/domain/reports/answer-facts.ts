import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { DatePrecision } from '../decisions/index.ts';
import type { ItemCategory, MeetingKind, MeetingState } from '../meetings/index.ts';
import type { BodyKind } from '../organisation/index.ts';
import type { AnswerType } from './answer-types.ts';

/** The nouns whose records can prove a sentence. `assignment` proves what the register says of the assignment itself: who it is directed to, and that nothing was linked to it. */
export const sourceNouns = [
  'agendaItem',
  'decision',
  'meeting',
  'indicatorValue',
  'assessment',
  'sourcePassage',
  'assignmentPosition',
  'assignment',
] as const;
export type SourceNoun = (typeof sourceNouns)[number];

/** A pointer at a record that proves something. */
export type SourceRef = { readonly noun: SourceNoun; readonly id: string };

/** An item that dealt with the assignment, as much of it as sentences need. */
export type OccasionFact = {
  readonly itemId: Id<'agendaItem'>;
  readonly date: CivilDate;
  readonly meetingKind: MeetingKind;
  readonly meetingState: MeetingState;
  readonly category: ItemCategory;
  readonly title: string;
};

/** A decision that changes or concerns the assignment. */
export type DecisionFact = {
  readonly id: Id<'decision'>;
  readonly bodyId: Id<'body'>;
  readonly bodyName: string;
  readonly title: string;
  readonly date: CivilDate;
  readonly precision: DatePrecision;
};

/** How the body stands to the assignment a year, in its own words. */
export type PositionFact = {
  readonly id: Id<'assignmentPosition'>;
  readonly answerType: AnswerType;
  readonly text: string;
};

/** All that the answer to one assignment is drafted from. Gathered by `answer-facts-reader.ts`; drafting itself looks at nothing else. */
export type AnswerFacts = {
  readonly assignment: {
    readonly id: Id<'assignment'>;
    readonly number: number | null;
    readonly title: string;
    readonly fullText: string | null;
  };
  readonly body: { readonly id: Id<'body'>; readonly kind: BodyKind; readonly name: string };
  readonly year: number;
  /** The day the report speaks from: a summoned meeting after it is planned, before it held. */
  readonly reportDate: CivilDate;
  /** False when the plan directs the assignment to other bodies than this one. */
  readonly hasPart: boolean;
  /** Items of this body's own and joint meetings in the year. */
  readonly occasions: readonly OccasionFact[];
  /** The days of this body's meetings that were held in the year, for "vid varje sammanträde". */
  readonly heldMeetings: readonly CivilDate[];
  readonly decisions: readonly DecisionFact[];
  readonly position: PositionFact | null;
};

/**
 * Whether an occasion was held, seen from a day. A meeting that is closed or adjusted was; a summoned one was when its day has come. A meeting
 * that only stands as planned has not been held as far as the register knows, whatever the calendar says.
 */
export function wasHeld(occasion: Pick<OccasionFact, 'date' | 'meetingState'>, reportDate: CivilDate): boolean {
  if (occasion.meetingState === 'closed' || occasion.meetingState === 'adjusted') return true;
  return occasion.meetingState === 'summoned' && occasion.date <= reportDate;
}
