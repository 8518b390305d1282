import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { agendaChanges } from './agenda-changes.ts';
import type { AgendaVersion } from './agenda-version.ts';
import { findAgendaVersion, findLatestAgendaVersion } from './agenda-version-reader.ts';
import { callSeats } from './call-seats.ts';
import { moveMeeting } from './change-meeting.ts';
import { freezeAgenda } from './freeze-agenda.ts';
import { getMeeting } from './meeting-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';
import { dueLetter, lastTold } from './summons.ts';
import { letterSender, postSummonsLetter } from './summons-letter-writer.ts';
import { writeSummonses } from './summons-list-writer.ts';
import { listSummonses } from './summons-reader.ts';

export type SummonMeeting = {
  readonly meetingId: Id<'meeting'>;
  readonly expectedVersion: number;
  /** Why it goes out after the day that the body's own reglemente says (R-KL-02). */
  readonly lateReason?: string | null;
};

/** How many letters were laid in the outbox, and who has to be told in another way. */
export type SentLetters = { readonly sent: number; readonly withoutAddress: readonly string[] };

/**
 * Summons a meeting: freezes the agenda as the notice unless that was done, lists who is called and notified (R-KL-03), and lays a letter to each in
 * the outbox. What the law says of the last day is refused as when the agenda is frozen (R-KL-01).
 */
export async function summonMeeting(w: Writer<'meeting.edit'>, input: SummonMeeting): Promise<SentLetters> {
  const { meetingId, expectedVersion, lateReason } = input;
  const meeting = await getMeeting(w, meetingId);
  if (meeting.called.length + meeting.notified.length === 0) await callSeats(w, { meetingId });
  const { called, notified } = await getMeeting(w, meetingId);
  if (![...called, ...notified].some(({ name }) => name)) throw new AppError('summons.nobody');
  if (!(await findLatestAgendaVersion(w, meetingId)))
    await freezeAgenda(w, { meetingId, expectedNumber: 0, ...(lateReason && { lateReason }) });
  await moveMeeting(w, { meetingId, action: 'summon', expectedVersion });
  return await sendSummonsLetters(w, meetingId);
}

/**
 * Sends everybody the letter they should have by now: the notice to who was never told, a numbered supplement when the agenda was frozen anew, what has
 * changed, or that the meeting is cancelled. Done twice it sends nothing twice.
 */
export async function sendSummonsLetters(w: Writer<'meeting.edit'>, meetingId: Id<'meeting'>): Promise<SentLetters> {
  meetingStateAfter((await lockMeeting(w, meetingId)).state, 'sendLetters');
  const meeting = await getMeeting(w, meetingId);
  await writeSummonses(w, meeting);
  const latest = await findLatestAgendaVersion(w, meetingId);
  const earlier = new Map<number, AgendaVersion | undefined>();
  const sender = await letterSender(w, meeting, w.runtime.today());
  const withoutAddress: string[] = [];
  let sent = 0;
  for (const summons of await listSummonses(w, meetingId)) {
    const kind = dueLetter(summons, meeting, latest?.number ?? 0);
    if (!kind) continue;
    const last = lastTold(summons);
    const known = last?.agendaNumber ?? 0;
    if (!earlier.has(known)) earlier.set(known, await findAgendaVersion(w, meetingId, known));
    const before = earlier.get(known)?.content;
    const posted = await postSummonsLetter(w, {
      kind,
      meeting,
      summons,
      agenda: latest?.content ?? null,
      agendaNumber: latest?.number ?? 0,
      changes: before && latest ? agendaChanges(before, latest.content) : null,
      before: last?.told ?? null,
      absentName: null,
      sender,
    });
    if (posted) sent += 1;
    else withoutAddress.push(summons.name);
  }
  await w.log({ noun: 'meeting', recordId: meetingId, summary: 'letters', after: { sent, withoutAddress } });
  return { sent, withoutAddress };
}
