import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { stateAfter } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { bumpPoll, lockPoll } from './make-poll.ts';
import { getPoll } from './poll-reader.ts';
import { type PollMove, type PollState, pollStates, pollTransitions } from './poll-transitions.ts';

/** Opens, closes or publishes a poll. Closing mixes the ballots and forgets the keys, so that nothing is left that could bring the two together. */
export async function movePoll(
  w: Writer<'poll.edit'>,
  input: { readonly pollId: Id<'poll'>; readonly expectedVersion: number; readonly move: PollMove },
): Promise<void> {
  const before = await lockPoll(w, input.pollId, input.move);
  expectVersion(before, input.expectedVersion, input);
  if (input.move === 'open' && (await getPoll(w, before.id)).questions.length === 0)
    refuseProblems([{ path: 'questions', key: 'poll.noQuestions' }]);
  if (input.move === 'close') await mixBallots(w, before.id);
  const state = stateAfter(pollTransitions, pollStates, before.state as PollState, input.move);
  await bumpPoll(w, before, { state });
  await w.log({
    noun: 'poll',
    recordId: before.id,
    summary: input.move,
    before: { state: before.state },
    after: { state },
  });
}

/**
 * Writes all ballots and comments anew in an order of chance, with new ids, and deletes the keys. PostgreSQL remembers for each row the transaction that
 * wrote it and lays rows one after the other; after this all were written by one transaction, and their order is nobody's.
 */
async function mixBallots(w: Writer, pollId: string): Promise<void> {
  const mixed = <T>(rows: readonly T[]) =>
    rows
      .map((row) => ({ row, chance: w.runtime.newId() }))
      .toSorted((a, b) => (a.chance < b.chance ? -1 : 1))
      .map(({ row, chance }) => ({ ...row, id: chance }));
  const ballots = await w.db
    .deleteFrom('poll_ballot')
    .where('tenant_id', '=', w.tenantId)
    .where('poll_id', '=', pollId)
    .returningAll()
    .execute();
  const comments = await w.db
    .deleteFrom('poll_comment')
    .where('tenant_id', '=', w.tenantId)
    .where('poll_id', '=', pollId)
    .returningAll()
    .execute();
  for (const part of chunks(mixed(ballots)))
    await w.db
      .insertInto('poll_ballot')
      .values(part.map((row) => ({ ...row, answers: JSON.stringify(row.answers) })))
      .execute();
  for (const part of chunks(mixed(comments))) await w.db.insertInto('poll_comment').values(part).execute();
  await w.db.deleteFrom('poll_key').where('tenant_id', '=', w.tenantId).where('poll_id', '=', pollId).execute();
}

/** PostgreSQL takes 65 535 values in one statement. */
function chunks<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const size = 5_000;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}
