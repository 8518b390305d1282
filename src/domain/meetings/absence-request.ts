import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { listSeats } from '../organisation/index.ts';
import { isLiveRequest } from './absence-request-transitions.ts';
import { moveRequest } from './answer-writer.ts';
import { getMeeting } from './meeting-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';
import { letterSender, postSummonsLetter } from './summons-letter-writer.ts';
import { getSummons, listSummonses } from './summons-reader.ts';

export type AskDeputy = {
  readonly meetingId: Id<'meeting'>;
  /** The deputy. */
  readonly summonsId: Id<'summons'>;
  /** The member's seat that is empty. */
  readonly seatId: Id<'seat'>;
};

/**
 * Asks a deputy to serve on the seat of a member who cannot come, or on a vacant one. The order of service proposes whom; the secretary decides
 * (R-KL-20), and may ask another where the order is not the whole truth. Answers whether a letter could be sent.
 */
export async function askDeputy(w: Writer<'meeting.edit'>, input: AskDeputy): Promise<boolean> {
  const { meetingId, summonsId, seatId } = input;
  const locked = await lockMeeting(w, meetingId);
  meetingStateAfter(locked.state, 'answerSummons');
  const summonses = await listSummonses(w, meetingId);
  const deputy = summonses.find(({ id, listed }) => id === summonsId && listed);
  const seat = await memberSeat(w, locked.bodyIds, locked.heldOn, seatId);
  if (deputy?.kind !== 'notified' || !seat) throw new AppError('record.notFound');
  const live = summonses.flatMap(({ id, requests }) =>
    requests.filter(({ state }) => isLiveRequest(state)).map((request) => ({ id, request })),
  );
  if (live.some(({ id, request }) => id === summonsId || request.seatId === seatId))
    throw new AppError('summons.askedAlready', { name: deputy.name });
  const holder = summonses.find((one) => one.personId !== null && one.personId === seat.personId);
  if (seat.personId && holder?.answer?.code !== 'cannotCome')
    throw new AppError('summons.memberComes', { name: seat.personName ?? '' });
  const absentName = seat.personName ?? (seat.party ? `vakant plats (${seat.party})` : 'vakant plats');
  const id: Id<'servingRequest'> = w.runtime.newId();
  await w.db
    .insertInto('serving_request')
    .values({
      tenant_id: w.tenantId,
      id,
      meeting_id: meetingId,
      summons_id: summonsId,
      seat_id: seatId,
      absent_name: absentName,
      state: 'asked',
      asked_at: w.runtime.now(),
      asked_by: w.auth.actorName,
      answered_at: null,
      answered_through: null,
    })
    .execute();
  const posted = await postQuestion(w, meetingId, summonsId, 'servingRequest', absentName, id);
  await w.log({
    noun: 'meeting',
    recordId: meetingId,
    summary: 'askDeputy',
    after: { deputy: deputy.name, absentName, posted },
  });
  return posted;
}

/** Takes a question back: the member comes after all, or somebody else serves. The deputy is told. */
export async function withdrawServingRequest(
  w: Writer<'meeting.edit'>,
  input: {
    readonly meetingId: Id<'meeting'>;
    readonly summonsId: Id<'summons'>;
    readonly requestId: Id<'servingRequest'>;
  },
): Promise<void> {
  const { meetingId, summonsId, requestId } = input;
  meetingStateAfter((await lockMeeting(w, meetingId)).state, 'answerSummons');
  const deputy = await getSummons(w, summonsId);
  const request = deputy.requests.find(({ id }) => id === requestId);
  if (!request || deputy.meetingId !== meetingId) throw new AppError('record.notFound');
  await moveRequest(w, request, 'withdraw', 'secretary');
  await postQuestion(w, meetingId, summonsId, 'servingWithdrawn', request.absentName, requestId);
  await w.log({
    noun: 'meeting',
    recordId: meetingId,
    summary: 'withdrawServingRequest',
    after: { deputy: deputy.name, absentName: request.absentName },
  });
}

async function postQuestion(
  w: Writer<'meeting.edit'>,
  meetingId: Id<'meeting'>,
  summonsId: Id<'summons'>,
  kind: 'servingRequest' | 'servingWithdrawn',
  absentName: string,
  requestId: Id<'servingRequest'>,
): Promise<boolean> {
  const meeting = await getMeeting(w, meetingId);
  const summons = await getSummons(w, summonsId);
  return await postSummonsLetter(w, {
    kind,
    meeting,
    summons,
    agenda: null,
    agendaNumber: summons.letters[0]?.agendaNumber ?? 0,
    changes: null,
    before: null,
    absentName,
    sender: await letterSender(w, meeting, w.runtime.today()),
    requestId,
  });
}

async function memberSeat(w: Writer, bodyIds: readonly Id<'body'>[], heldOn: string, seatId: Id<'seat'>) {
  for (const bodyId of bodyIds) {
    const seat = (await listSeats(w, bodyId, heldOn)).find(({ id, kind }) => id === seatId && kind === 'member');
    if (seat) return seat;
  }
  return undefined;
}
