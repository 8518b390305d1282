import { isDeepStrictEqual } from 'node:util';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { BodyRules } from '../organisation/index.ts';
import { mayTakePartRemotely } from '../organisation/index.ts';
import type { ServingRequestState } from './absence-request-transitions.ts';
import type { CallKind, Meeting, MeetingMode } from './meeting.ts';
import type { MeetingState } from './meeting-transitions.ts';
import {
  type AnswerChannel,
  type LetterDelivery,
  type SummonsAnswer,
  type SummonsKind,
  type SummonsLetterKind,
  summonsAnswerCodes,
} from './summons-table.ts';

/** What a letter said of the meeting: by it the next letter knows what has changed since. */
export type ToldMeeting = {
  readonly heldOn: CivilDate;
  readonly lastDay: CivilDate | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode | null;
};

/** A letter that was laid in the outbox for somebody, and how far it has come. */
export type SummonsLetter = {
  readonly id: Id<'summonsLetter'>;
  readonly kind: SummonsLetterKind;
  /** The version of the agenda that it told of. */
  readonly agendaNumber: number;
  readonly told: ToldMeeting;
  readonly address: string;
  readonly postedAt: Date;
  readonly delivery: LetterDelivery;
  readonly sentAt: Date | null;
};

/** The question to a deputy whether he or she serves on a seat. */
export type ServingRequest = {
  readonly id: Id<'servingRequest'>;
  readonly version: number;
  readonly seatId: Id<'seat'>;
  readonly absentName: string;
  readonly state: ServingRequestState;
};

/** One who is asked to a meeting, with the letters to them and what they answered. */
export type Summons = {
  readonly id: Id<'summons'>;
  readonly version: number;
  readonly kind: SummonsKind;
  readonly name: string;
  readonly party: string | null;
  readonly personId: Id<'person'> | null;
  readonly seatId: Id<'seat'> | null;
  /** Where letters reach them; null for one who has to be told in another way. */
  readonly address: string | null;
  /** Whether the lists of the notice still have the name. */
  readonly listed: boolean;
  readonly answer: {
    readonly code: SummonsAnswer;
    readonly note: string | null;
    readonly at: Date;
    readonly through: AnswerChannel;
    readonly version: number;
  } | null;
  /** The newest first. */
  readonly letters: readonly SummonsLetter[];
  readonly requests: readonly ServingRequest[];
};

/**
 * How somebody on a list of the notice is asked (R-KL-03): where the law or custom has deputies told of the meeting, members are called and deputies
 * notified; a body without seats, such as a chefsgrupp, knows neither, and its participants are invited.
 */
export function summonsKindOf(rules: Pick<BodyRules, 'seats' | 'deputiesNotified'>, list: CallKind): SummonsKind {
  if (list === 'notified' && rules.deputiesNotified) return 'notified';
  return rules.seats ? list : 'invited';
}

/** What can be answered: taking part at a distance only where the body permits it (R-KL-05). */
export function answerChoices(rules: BodyRules): readonly SummonsAnswer[] {
  return summonsAnswerCodes.filter((code) => code !== 'comesRemotely' || mayTakePartRemotely(rules));
}

/** What must be corrected in an answer. */
export function answerProblems(
  input: { readonly answer: string; readonly note?: string | null | undefined },
  choices: readonly SummonsAnswer[],
): readonly Problem[] {
  const problems: Problem[] = [];
  if (!(choices as readonly string[]).includes(input.answer))
    problems.push({ path: 'answer', key: 'validation.choose' });
  if ((input.note ?? '').length > 500)
    problems.push({ path: 'note', key: 'validation.tooLong', values: { maximum: 500 } });
  return problems;
}

/** What a letter says of the meeting as it is now. */
export function toldOf({ heldOn, lastDay, startsAt, endsAt, place, mode }: Meeting): ToldMeeting {
  return { heldOn, lastDay, startsAt, endsAt, place, mode };
}

const aboutMeeting: readonly SummonsLetterKind[] = ['notice', 'supplement', 'changed', 'cancelled', 'withdrawn'];

/** The letter about the meeting itself that was sent last: questions about serving say nothing new of it. */
export function lastTold(summons: Pick<Summons, 'letters'>): SummonsLetter | undefined {
  return summons.letters.find(({ kind }) => aboutMeeting.includes(kind));
}

/**
 * Which letter somebody should have by now and has not: the notice for one who was never told, a supplement when the agenda was sent anew, a change of
 * time or place, a cancellation, or that the summons is taken back. Undefined when what they know is what holds.
 */
export function dueLetter(
  summons: Pick<Summons, 'letters' | 'listed'>,
  meeting: Meeting,
  agendaNumber: number,
): SummonsLetterKind | undefined {
  const last = lastTold(summons);
  const ended = last === undefined || last.kind === 'cancelled' || last.kind === 'withdrawn';
  if (stopped[meeting.state]) return ended ? undefined : 'cancelled';
  if (!summons.listed) return ended ? undefined : 'withdrawn';
  if (agendaNumber === 0) return undefined;
  if (ended) return 'notice';
  if (last.agendaNumber < agendaNumber) return 'supplement';
  return isDeepStrictEqual(last.told, toldOf(meeting)) ? undefined : 'changed';
}

/** The states in which there is no meeting to come to. */
const stopped: Readonly<Partial<Record<MeetingState, true>>> = { cancelled: true };
