import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { bumpPoll, lockPoll } from './make-poll.ts';

/** Chooses which comments are shown with the result; those that are not chosen are seen by nobody but who runs the poll. */
export async function chooseComments(
  w: Writer<'poll.edit'>,
  input: {
    readonly pollId: Id<'poll'>;
    readonly expectedVersion: number;
    readonly chosen: readonly Id<'pollComment'>[];
  },
): Promise<void> {
  const poll = await lockPoll(w, input.pollId, 'chooseComments');
  expectVersion(poll, input.expectedVersion, input);
  const ofPoll = () =>
    w.db.updateTable('poll_comment').where('tenant_id', '=', w.tenantId).where('poll_id', '=', poll.id);
  await ofPoll().set({ chosen: false }).execute();
  if (input.chosen.length > 0)
    await ofPoll()
      .set({ chosen: true })
      .where('id', 'in', [...input.chosen])
      .execute();
  await bumpPoll(w, poll, {});
  await w.log({ noun: 'poll', recordId: poll.id, summary: 'commentsChosen', after: { count: input.chosen.length } });
}
