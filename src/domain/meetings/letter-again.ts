import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { findAgendaVersion } from './agenda-version-reader.ts';
import { getMeeting } from './meeting-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';
import { lastTold } from './summons.ts';
import { letterSender, postSummonsLetter } from './summons-letter-writer.ts';
import { getSummons } from './summons-reader.ts';

export type SetSummonsAddress = {
  readonly summonsId: Id<'summons'>;
  readonly expectedVersion: number;
  /** Null for one who is to be told in another way. */
  readonly address: string | null;
};

const addressShape = /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$/u;

/** What is wrong with an address; none at all is right for one who is told in another way. */
export function addressProblems(address: string | null): readonly Problem[] {
  if (address === null || (addressShape.test(address) && address.length <= 254)) return [];
  return [{ path: 'address', key: 'summons.address' }];
}

/**
 * Says where letters reach somebody. It is kept with the person for the next meeting too, or with the summons when nobody in the register is meant.
 */
export async function setSummonsAddress(w: Writer<'meeting.edit'>, input: SetSummonsAddress): Promise<void> {
  const summons = await lockSummons(w, input.summonsId);
  expectVersion(summons, input.expectedVersion, input);
  const address = input.address?.trim().toLowerCase() || null;
  refuseProblems(addressProblems(address));
  if (summons.personId)
    await w.db
      .updateTable('person')
      .set({ email: address })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', summons.personId)
      .execute();
  await w.db
    .updateTable('summons')
    .set({ address: summons.personId ? null : address, version: summons.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', summons.id)
    .execute();
  // The log is read by others than the secretary: that an address was given is enough there.
  await w.log({ noun: 'meeting', recordId: summons.meetingId, summary: 'address', after: { summonsId: summons.id } });
}

/** Sends somebody the letter about the meeting once more, as it is now: what they had did not arrive, or is lost. Answers whether there is an address. */
export async function sendLetterAgain(w: Writer<'meeting.edit'>, summonsId: Id<'summons'>): Promise<boolean> {
  const summons = await lockSummons(w, summonsId);
  meetingStateAfter(summons.state, 'sendLetters');
  const last = lastTold(summons);
  if (!last) throw new AppError('summons.nothingSent');
  const meeting = await getMeeting(w, summons.meetingId);
  const latest = await findAgendaVersion(w, meeting.id, last.agendaNumber);
  const posted = await postSummonsLetter(w, {
    kind: last.kind === 'supplement' || last.kind === 'changed' ? 'notice' : last.kind,
    meeting,
    summons,
    agenda: latest?.content ?? null,
    agendaNumber: last.agendaNumber,
    changes: null,
    before: null,
    absentName: null,
    sender: await letterSender(w, meeting, w.runtime.today()),
  });
  await w.log({ noun: 'meeting', recordId: meeting.id, summary: 'letterAgain', after: { summonsId, posted } });
  return posted;
}

async function lockSummons(w: Writer<'meeting.edit'>, id: Id<'summons'>) {
  const { meetingId } = await getSummons(w, id);
  const { state } = await lockMeeting(w, meetingId);
  return { ...(await getSummons(w, id)), state };
}
