import { type Actor, accountsWhoMay, may, type NamedAccount } from '../../../domain/access/index.ts';
import { type Decision, listDecisions } from '../../../domain/decisions/index.ts';
import { getMeeting, listMeetings, type Meeting, type MeetingDetail } from '../../../domain/meetings/index.ts';
import {
  type ComposedMinutes,
  type Dispatch,
  type FrozenMinutes,
  findFrozenMinutes,
  isAdjusted,
  listDispatches,
  listMinutesComments,
  listMinutesCorrections,
  listMinutesReadings,
  type Minutes,
  type MinutesAction,
  type MinutesComment,
  type MinutesCorrection,
  mayMinutes,
  minutesTransitions,
  readMinutesDraft,
} from '../../../domain/minutes/index.ts';
import { type BoardDuty, type BoardNotice, boardDutyOf, listNotices } from '../../../domain/notices/index.ts';
import type { Reader } from '../../contracts.ts';

/** Everything the page of some minutes shows. */
export type MinutesPageFacts = {
  readonly composed: ComposedMinutes;
  readonly meeting: MeetingDetail;
  /** What was sent to sign, once it has been. */
  readonly frozen: FrozenMinutes | undefined;
  readonly comments: readonly MinutesComment[];
  readonly readings: readonly { readonly reader: string; readonly readAt: Date }[];
  readonly corrections: readonly MinutesCorrection[];
  readonly dispatches: readonly Dispatch[];
  readonly notices: readonly BoardNotice[];
  readonly duty: BoardDuty;
  /** Later meetings on whose agenda the approval can be put, and decisions that could approve. */
  readonly later: readonly Meeting[];
  readonly approving: readonly Decision[];
};

/** Reads the page of some minutes. */
export async function readMinutesPage(r: Reader, minutesId: string): Promise<MinutesPageFacts> {
  const composed = await readMinutesDraft(r, minutesId);
  const { minutes, facts, rules } = composed;
  const meeting = await getMeeting(r, minutes.meetingId);
  const locked = minutes.state === 'signing' || isAdjusted(minutes.state);
  const byMeeting = rules.approval === 'nextMeeting' && !isAdjusted(minutes.state);
  const { meetings } = byMeeting
    ? await listMeetings(r, { bodyId: minutes.body.id, from: minutes.heldOn, order: 'oldest', limit: 6 })
    : { meetings: [] };
  const later = meetings.filter(({ heldOn }) => heldOn > minutes.heldOn);
  const approving: Decision[] = [];
  for (const { id } of later)
    approving.push(...(await listDecisions(r, { meetingId: id, bodyId: minutes.body.id, state: 'made' })).decisions);
  return {
    composed,
    meeting,
    frozen: locked ? await findFrozenMinutes(r, wholeOf(minutes).id) : undefined,
    comments: await listMinutesComments(r, minutes.id),
    readings: await listMinutesReadings(r, minutes.id),
    corrections: await listMinutesCorrections(r, minutes.id),
    dispatches: await listDispatches(r, minutes.id),
    notices: await listNotices(r, { adjustmentIds: minutes.adjustments.map(({ id }) => id) }),
    duty: boardDutyOf(rules, {
      decided: facts.sections.some(({ decisions }) => decisions.some(({ made }) => made)),
    }),
    later: later.filter(({ state }) => state === 'planned' || state === 'summoned'),
    approving,
  };
}

/** The act that adjusts the whole: every minutes has one from the beginning. */
export function wholeOf(minutes: Minutes): Minutes['adjustments'][number] {
  return minutes.adjustments.find(({ kind }) => kind === 'whole')!;
}

/** Whether the table of states and the rights of the actor both allow an action, so that its button is shown. */
export function offersMinutes(
  actor: Actor | undefined,
  minutes: Pick<Minutes, 'state' | 'body'>,
  action: MinutesAction,
): boolean {
  const row = minutesTransitions.find((one) => one.action === action);
  return (
    actor !== undefined &&
    row !== undefined &&
    mayMinutes(minutes.state, action) &&
    may(actor, row.who, minutes.body.id)
  );
}

/** The accounts among which the secretary chooses who signs. */
export async function signingAccounts(r: Reader, bodyId: string, today: string): Promise<readonly NamedAccount[]> {
  return await accountsWhoMay(r, 'minutes.sign', bodyId, today);
}

/** Whether the draft is out for comments. */
export function isCommenting(minutes: Pick<Minutes, 'state'>): boolean {
  return minutes.state === 'commenting';
}
