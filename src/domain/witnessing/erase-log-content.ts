import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Database } from '../../storage/database.ts';

/** What of an entry can be erased: who did it, or what it says about what was done. */
export const erasableParts = {
  actor: { sv: 'vem som gjorde det', en: 'who did it' },
  data: { sv: 'vad som gjordes', en: 'what was done' },
} as const satisfies Readonly<Record<string, Localized>>;
export type ErasablePart = keyof typeof erasableParts;

/** What is to be erased, and why: the decision or the provision. */
export type EraseLogContent = {
  readonly seq: number;
  readonly parts: readonly ErasablePart[];
  readonly reason: string;
};

/**
 * Destroys text and salt of an entry, so that nobody can read or guess it any more while the chain still holds (GDPR art. 17, reliability I8).
 * The decision is written and logged first; what was decided and not yet done, because the machine stopped in between, is done by the next
 * call and each night. An entry of the first format holds its text in the chain itself and cannot be erased.
 */
export async function eraseLogContent(
  db: Database,
  auth: Authorized<'system.operate'>,
  { seq, parts, reason }: EraseLogContent,
): Promise<void> {
  if (reason.trim() === '') throw new AppError('log.erasureNeedsReason');
  await db.transact(auth, { verb: 'eraseLogContent' }, async (w) => {
    const entry = await w.db
      .selectFrom('log_entry')
      .select(['format', 'record_id'])
      .where('tenant_id', '=', w.tenantId)
      .where('seq', '=', String(seq))
      .executeTakeFirst();
    if (!entry) throw new AppError('record.notFound');
    if (entry.format === 1) throw new AppError('log.firstFormat', { seq });
    await w.db
      .insertInto('log_erasure')
      .values(
        parts.map((part) => ({ tenant_id: w.tenantId, seq, part, reason: reason.trim(), decided_at: w.runtime.now() })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await w.log({
      noun: 'logEntry',
      recordId: entry.record_id,
      summary: 'erased',
      after: { seq, parts, reason: reason.trim() },
    });
  });
  await eraseDecided(db);
}

/** Erases what has been decided and still lies there. The database lets nothing else be emptied. */
export async function eraseDecided(db: Database): Promise<void> {
  const emptied = {
    actor: { actor_id: null, actor_name: null, actor_salt: null },
    data: { data: null, data_salt: null },
  } as const satisfies Record<ErasablePart, object>;
  await db.system('eraseLogContent', async (system) => {
    for (const part of Object.keys(emptied) as ErasablePart[])
      await system
        .updateTable('log_content')
        .from('log_erasure')
        .set(emptied[part])
        .whereRef('log_erasure.tenant_id', '=', 'log_content.tenant_id')
        .whereRef('log_erasure.seq', '=', 'log_content.seq')
        .where('log_erasure.part', '=', part)
        .where(part === 'actor' ? 'log_content.actor_salt' : 'log_content.data_salt', 'is not', null)
        .execute();
  });
}
