import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { listNoteTakers } from './meeting-note-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';

export type AddNoteTaker = {
  readonly meetingId: Id<'meeting'>;
  readonly name: string;
  readonly accountId?: Id<'account'> | null;
};

/** Names somebody who writes notes from a meeting; who is named already stays. */
export async function addNoteTaker(w: Writer<'memo.write'>, input: AddNoteTaker): Promise<Id<'noteTaker'>> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'change');
  const name = input.name.trim();
  refuseProblems(name ? [] : [{ path: 'name', key: 'validation.required' }]);
  const takers = await listNoteTakers(w, input.meetingId);
  const known = takers.find((one) => one.name === name);
  if (known) return known.id;
  const id: Id<'noteTaker'> = w.runtime.newId();
  const row = { meeting_id: input.meetingId, position: takers.length + 1, name, account_id: input.accountId ?? null };
  await w.db
    .insertInto('note_taker')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'meeting', recordId: input.meetingId, summary: 'note-taker', after: { id, name } });
  return id;
}
