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

/** Names somebody who writes notes from a meeting. Nobody is named twice: each has one text of an item. */
export async function addNoteTaker(w: Writer<'memo.write'>, input: AddNoteTaker): Promise<Id<'noteTaker'>> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'change');
  const name = input.name.trim();
  const takers = await listNoteTakers(w, input.meetingId);
  refuseProblems([
    ...(name ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(takers.some((one) => one.name === name) ? [{ path: 'name', key: 'joint.takerTwice', values: { name } }] : []),
  ]);
  const id: Id<'noteTaker'> = w.runtime.newId();
  const row = { meeting_id: input.meetingId, position: takers.length + 1, name, account_id: input.accountId ?? null };
  await w.db
    .insertInto('note_taker')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'meeting', recordId: input.meetingId, summary: 'note-taker', after: { id, name } });
  return id;
}
