import { createHash } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { type Actor, linkHolderOf } from '../access/index.ts';
import { bumpPoll, lockPoll } from './make-poll.ts';
import { readableCode, tidyCode } from './poll.ts';

/** Letters of a code that is handed out: 49 bits of chance, which nobody tries through, and still possible to type from a slip. */
const keyLength = 10;
/** How many codes are made at once: a large hall, and a pile of paper that can still be cut. */
export const mostKeys = 500;

/** Makes codes to hand out, one answer each. They are told once and kept as hashes: nobody can look up who was given which. */
export async function makePollKeys(
  w: Writer<'poll.edit'>,
  input: { readonly pollId: Id<'poll'>; readonly count: number },
): Promise<readonly string[]> {
  const poll = await lockPoll(w, input.pollId, 'makeLinks');
  if (poll.access !== 'links') refuseProblems([{ path: 'count', key: 'poll.needsNoCodes' }]);
  if (!(input.count >= 1 && input.count <= mostKeys))
    refuseProblems([{ path: 'count', key: 'validation.tooBig', values: { maximum: mostKeys } }]);
  const keys = Array.from({ length: input.count }, () => readableCode(keyLength, w.runtime.newToken));
  await w.db
    .insertInto('poll_key')
    .values(
      // In an order of chance: the first row is not the first slip of the pile.
      keys
        .map((key) => ({ tenant_id: w.tenantId, poll_id: poll.id, key_hash: keyHash(poll.id, key), used: false }))
        .toSorted((a, b) => (a.key_hash < b.key_hash ? -1 : 1)),
    )
    .execute();
  await bumpPoll(w, poll, { links_made: poll.links_made + keys.length });
  await w.log({ noun: 'poll', recordId: poll.id, summary: 'codesMade', after: { count: keys.length } });
  return keys;
}

/** The hash under which a key is known. The poll is part of it, so that a key opens no other poll and two polls show nothing of each other. */
export function keyHash(pollId: string, key: string): string {
  return createHash('sha256').update(`${pollId}:${key}`).digest('hex');
}

/** Which poll has an address, and who answers it: somebody without a name, who may answer polls of one body and nothing else. */
export type PollVisit = { readonly pollId: Id<'poll'>; readonly respondent: Actor };

/** The poll behind a short address, or undefined when there is none like it. */
export async function findPollByCode(db: Database, code: string): Promise<PollVisit | undefined> {
  const tidy = tidyCode(code);
  if (!/^[2-9A-Z]{6}$/.test(tidy)) return undefined;
  const row = await db.system('findLink', (system) =>
    system
      .selectFrom('poll')
      .select(['tenant_id', 'id', 'body_id'])
      .where('code', '=', tidy)
      .where('state', '!=', 'draft')
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  return {
    pollId: row.id,
    respondent: linkHolderOf(row.tenant_id, 'Svarande', row.body_id),
  };
}
