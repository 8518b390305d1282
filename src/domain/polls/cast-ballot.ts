import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { type Poll, pollDoor, tidyCode } from './poll.ts';
import { keyHash } from './poll-key.ts';
import { ballotsOf, getPoll } from './poll-reader.ts';
import { steppedTally, tallyOf } from './poll-result.ts';
import { type Ballot, ballotProblems } from './poll-rules.ts';

/** While a poll is open its shown count is looked at this often: five ballots never tell what one of them said. */
const ballotsBetweenCounts = 5;

/**
 * Counts an answer once. The key (a code that was handed out, or the receipt of an open form) is marked as used and the ballot laid down in one
 * transaction, and neither row knows of the other. A key that was used before throws `poll.answered` and changes nothing.
 */
export async function castBallot(
  w: Writer<'poll.answer'>,
  input: Ballot & { readonly pollId: Id<'poll'>; readonly key: string },
): Promise<void> {
  // Whoever comes at the same moment waits here: closing, and the next answer, see all that came before.
  const row = await lockRow(w, 'poll', input.pollId);
  const poll = await getPoll(w, row.id);
  const door = pollDoor(poll, w.runtime.today());
  if (door === 'notYet') throw new AppError('poll.notOpen');
  if (door === 'over') throw new AppError('poll.over');
  refuseProblems(ballotProblems(poll, input));
  await useKey(w, poll, input.key);
  await w.db
    .insertInto('poll_ballot')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      poll_id: poll.id,
      poll_group_id: input.groupId || null,
      answers: JSON.stringify(input.answers),
    })
    .execute();
  await layComments(w, poll.id, input.comments);
  if ((poll.ballots + 1) % ballotsBetweenCounts === 0) {
    const shown = steppedTally(row.shown, tallyOf(await ballotsOf(w, poll.id)));
    await w.db
      .updateTable('poll')
      .set({ shown: JSON.stringify(shown) })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', poll.id)
      .execute();
  }
  // That somebody answered is all the log may know.
  await w.log({ noun: 'poll', recordId: poll.id, summary: 'answered' });
}

async function useKey(w: Writer, { id, access }: Pick<Poll, 'id' | 'access'>, key: string): Promise<void> {
  if (access === 'open') {
    const made = await w.db
      .insertInto('poll_key')
      .values({ tenant_id: w.tenantId, poll_id: id, key_hash: keyHash(id, key), used: true })
      .onConflict((conflict) => conflict.doNothing())
      .returning('used')
      .executeTakeFirst();
    if (!made) throw new AppError('poll.answered');
    return;
  }
  const hash = keyHash(id, tidyCode(key));
  const found = await w.db
    .selectFrom('poll_key')
    .select('used')
    .where('tenant_id', '=', w.tenantId)
    .where('poll_id', '=', id)
    .where('key_hash', '=', hash)
    .executeTakeFirst();
  if (!found) throw new AppError('poll.codeUnknown');
  if (found.used) throw new AppError('poll.answered');
  await w.db
    .updateTable('poll_key')
    .set({ used: true })
    .where('tenant_id', '=', w.tenantId)
    .where('poll_id', '=', id)
    .where('key_hash', '=', hash)
    .execute();
}

/** Whether a code can still be used, so that its page shows the questions or says why not. */
export async function keyStanding(r: Reader, pollId: Id<'poll'>, key: string): Promise<'unused' | 'used' | 'unknown'> {
  const row = await r.db
    .selectFrom('poll_key')
    .select('used')
    .where('tenant_id', '=', r.tenantId)
    .where('poll_id', '=', pollId)
    .where('key_hash', '=', keyHash(pollId, tidyCode(key)))
    .executeTakeFirst();
  return row ? (row.used ? 'used' : 'unused') : 'unknown';
}

async function layComments(w: Writer, pollId: string, comments: Ballot['comments']): Promise<void> {
  const written = Object.entries(comments)
    .map(([questionId, words]) => ({ questionId, comment: words.trim() }))
    .filter(({ comment }) => comment !== '');
  if (written.length === 0) return;
  await w.db
    .insertInto('poll_comment')
    .values(
      written.map(({ questionId, comment }) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        poll_id: pollId,
        poll_question_id: questionId,
        comment,
        chosen: false,
      })),
    )
    .execute();
}
