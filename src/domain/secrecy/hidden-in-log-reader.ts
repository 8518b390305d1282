import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import { readableLevels } from './secrecy-levels.ts';

/** An entry of the log as far as it matters here: what it is about, and what it says. */
export type EntryAbout = { readonly recordId: string; readonly said: string };

/**
 * Tells which entries of the log may not be handed out with what they say, because a mark that stands now keeps it apart: those about a marked record or
 * the one it lies in, about what is withheld as a whole with what was read from it, and any that hold the hidden words themselves. The log says what
 * happened as it happened; a mark that came later reaches back by this.
 */
export async function hiddenInLog(r: Reader): Promise<(entry: EntryAbout) => boolean> {
  const readable = sql.join(readableLevels.map((level) => sql.lit(level)));
  const hidden = sql<{ record_id: string; hidden: string | null }>`(
    with standing as (
      select mark.id, mark.record_id from secrecy_mark mark
      where mark.tenant_id = ${r.tenantId} and mark.level not in (${readable}) and not exists (
        select from secrecy_lift lift where lift.tenant_id = mark.tenant_id and lift.mark_id = mark.id)
    ), closed as (
      select id from document where tenant_id = ${r.tenantId} and (secrecy_level not in (${readable})
        or id in (select record_id from standing) or matter_id in (
          select id from matter where tenant_id = ${r.tenantId} and secrecy_level not in (${readable})))
    )
    select standing.record_id, value.secret_text as hidden from standing
      left join secrecy_value value on value.tenant_id = ${r.tenantId} and value.mark_id = standing.id
    union all select id, null from matter where tenant_id = ${r.tenantId} and secrecy_level not in (${readable})
    union all select id, null from closed
    union all select id, null from intake_file where tenant_id = ${r.tenantId} and document_id in (select id from closed)
    union all select p.id, null from proposal p join intake_file f on f.tenant_id = p.tenant_id and f.id = p.intake_file_id
      where p.tenant_id = ${r.tenantId} and f.document_id in (select id from closed)
    union all select decision_id, null from decision_clause where tenant_id = ${r.tenantId} and id in (select record_id from standing)
    union all select decision_id, null from decision_task where tenant_id = ${r.tenantId} and id in (select record_id from standing)
  )`.as<'one'>(sql`one`);
  const rows = await r.db.selectFrom(hidden).select(['record_id', 'hidden']).execute();
  const records = new Set(rows.map((row) => row.record_id));
  const words = rows.flatMap(({ hidden }) => (hidden?.trim() ? [JSON.stringify(hidden.trim()).slice(1, -1)] : []));
  return ({ recordId, said }) => records.has(recordId) || words.some((one) => said.includes(one));
}
