/**
 * The log of an authority: what was done, by whom, to which record, in one chain. Each entry holds the hash of the one before it, so that an
 * entry that was changed, removed, added or moved breaks the chain from there on. The application may add entries and nothing else; who owns
 * the database could rewrite the chain as a whole, against which only a head kept elsewhere helps (`logHead`, `src/domain/witnessing`).
 * How an entry is hashed stands in `log-entry.ts`.
 */
import type { Transaction } from 'kysely';
import type { Authorized } from '../kernel/authorized.ts';
import type { Runtime } from '../kernel/runtime.ts';
import { commitmentTo, hashOfCommitted, type LogActor, logFormat } from './log-entry.ts';
import type { Schema } from './schema/index.ts';
import type { Reader } from './transaction.ts';

/** What a verb notes: which record it touched, in words or as the contents before and after. */
export type LogNote = {
  readonly noun: string;
  readonly recordId: string;
  readonly summary?: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

const pageSize = 1_000;
/** As long as the digest that it hides the text behind. */
const saltBytes = 32;

/**
 * Appends the notes of a transaction, as its last act: the head of the chain is locked until the commit, so that writers of the same authority
 * wait for each other as briefly as possible and never in a circle.
 */
export async function appendLog(
  db: Transaction<Schema>,
  auth: Authorized,
  verb: string,
  at: Date,
  notes: readonly LogNote[],
  runtime: Runtime,
): Promise<void> {
  const head = await db
    .selectFrom('log_head')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', auth.tenantId)
    .forUpdate()
    .executeTakeFirst();
  if (!head) throw new Error(`Tenant ${auth.tenantId} has no log. Make tenants with createTenant, which begins it.`);
  let { seq, hash } = head;
  const actor: LogActor = { accountId: auth.accountId, name: auth.actorName };
  const rows = notes.map(({ noun, recordId, ...content }) => {
    seq = String(BigInt(seq) + 1n);
    // Through JSON once, so that dates and absent members are hashed as they will be read back.
    const data = JSON.parse(JSON.stringify(content)) as Record<string, unknown>;
    const salts = { actor: runtime.newToken(saltBytes), data: runtime.newToken(saltBytes) };
    const commitments = { actor: commitmentTo(actor, salts.actor), data: commitmentTo(data, salts.data) };
    const prevHash = hash;
    hash = hashOfCommitted({ tenantId: auth.tenantId, seq, at, verb, noun, recordId, prevHash, ...commitments });
    return {
      entry: {
        tenant_id: auth.tenantId,
        seq,
        at,
        format: logFormat,
        actor_commitment: commitments.actor,
        data_commitment: commitments.data,
        verb,
        noun,
        record_id: recordId,
        prev_hash: prevHash,
        hash,
      },
      content: {
        tenant_id: auth.tenantId,
        seq,
        actor_id: auth.accountId,
        actor_name: auth.actorName,
        actor_salt: salts.actor,
        data: JSON.stringify(data),
        data_salt: salts.data,
      },
    };
  });
  // In pages, because a statement takes at most 65 535 values.
  for (let start = 0; start < rows.length; start += pageSize) {
    const page = rows.slice(start, start + pageSize);
    await db
      .with('entries', (cte) => cte.insertInto('log_entry').values(page.map(({ entry }) => entry)))
      .insertInto('log_content')
      .values(page.map(({ content }) => content))
      .execute();
  }
  await db.updateTable('log_head').set({ seq, hash }).where('tenant_id', '=', auth.tenantId).execute();
}

/** The last entry's number and hash: printed or kept elsewhere, it proves later that nothing before it was rewritten. */
export async function logHead(reader: Reader): Promise<{ readonly seq: string; readonly hash: string }> {
  return await reader.db
    .selectFrom('log_head')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', reader.tenantId)
    .executeTakeFirstOrThrow();
}
