import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

/** The log as it was when something was done: the number and hash of the entry that tells of it. Nothing up to there can change unnoticed. */
export type PrintedHead = { readonly seq: string; readonly hash: string };

/** The entry that tells of an act on a record: the first whose contents after the act fit. */
export async function headOfAct(
  r: Reader,
  act: {
    readonly noun: string;
    readonly recordId: Id<string>;
    readonly fits?: (after: Readonly<Record<string, unknown>>) => boolean;
  },
): Promise<PrintedHead | undefined> {
  const rows = await r.db
    .selectFrom('log_told')
    .select(['seq', 'hash', 'data'])
    .where('tenant_id', '=', r.tenantId)
    .where('noun', '=', act.noun)
    .where('record_id', '=', act.recordId)
    .orderBy('seq')
    .limit(200)
    .execute();
  const found = rows.find(({ data }) => {
    const after = data?.after;
    return act.fits === undefined || (typeof after === 'object' && after !== null && act.fits(after as never));
  });
  return found && { seq: found.seq, hash: found.hash };
}
