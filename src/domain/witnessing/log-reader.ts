import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

/** An entry as it is read: who did what to which record, and its place in the chain. Erased parts are null. */
export type LogEntry = {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: Id<'account'> | null;
  readonly actorName: string | null;
  readonly verb: string;
  readonly noun: string;
  readonly recordId: string;
  readonly hash: string;
};

/** What one looks for in the log: by whom, what kind of act, of which noun or record, in which days; older than an entry. */
export type LogFilter = {
  readonly actor?: string | undefined;
  readonly verb?: string | undefined;
  readonly noun?: string | undefined;
  readonly recordId?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly below?: number | undefined;
  readonly limit: number;
};

/** Entries from the newest. What was done to a record that is protected is listed by its kind alone: the contents are not part of the list. */
export async function listLogEntries(r: Reader, filter: LogFilter): Promise<readonly LogEntry[]> {
  const { actor, verb, noun, recordId, from, until, below, limit } = filter;
  const rows = await r.db
    .selectFrom('log_told')
    .select(['seq', 'at', 'actor_id', 'actor_name', 'verb', 'noun', 'record_id', 'hash'])
    .where('tenant_id', '=', r.tenantId)
    .$if(!!actor, (query) => query.where('actor_name', 'ilike', `%${(actor ?? '').replace(/[\\%_]/g, '\\$&')}%`))
    .$if(!!verb, (query) => query.where('verb', '=', verb!))
    .$if(!!noun, (query) => query.where('noun', '=', noun!))
    .$if(!!recordId, (query) => query.where('record_id', '=', recordId!))
    .$if(!!from, (query) => query.where('at', '>=', from!))
    .$if(!!until, (query) => query.where('at', '<', until!))
    .$if(!!below, (query) => query.where('seq', '<', String(below)))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    verb: row.verb,
    noun: row.noun,
    recordId: row.record_id,
    hash: row.hash,
  }));
}
