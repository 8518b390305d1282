import { type Kysely, sql } from 'kysely';

/**
 * The guard of the evidence of frozen reports, once for each statement instead of once for each row: a draft is written with hundreds of proofs at
 * a time, and to ask each of them for its report took longer than to write them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function kansli_refuse_frozen_evidence() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from changed
          join report_entry entry on entry.tenant_id = changed.tenant_id and entry.id = changed.report_entry_id
          join report on report.tenant_id = entry.tenant_id and report.id = entry.report_id
        where report.state in ('approved', 'delivered')
      ) then
        raise exception 'the report is frozen: a correction is a new report' using errcode = 'KA001';
      end if;
      return null;
    end $$`.execute(db);
  await sql`drop trigger evidence_frozen on evidence`.execute(db);
  // An update may take a proof out of a frozen report as well as into one, so that both the old and the new rows are looked at.
  for (const [event, rows] of [
    ['insert', 'new'],
    ['update', 'old'],
    ['update', 'new'],
    ['delete', 'old'],
  ] as const)
    await sql`create trigger ${sql.ref(`evidence_frozen_${event}_${rows}`)} after ${sql.raw(event)} on evidence
      referencing ${sql.raw(rows)} table as changed for each statement execute function kansli_refuse_frozen_evidence()`.execute(
      db,
    );
}
