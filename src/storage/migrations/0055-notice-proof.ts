import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/**
 * The notice boards themselves, and the proof minute by minute that each entry stood on its board (KL 8:12, 13:5): spans of time in which it was seen,
 * gaps in which it was not, and what somebody stated about a gap afterwards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'notice_board',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('slug', 'text', (c) => c.notNull())
        .addColumn('keeping', 'text', (c) => c.notNull().check(oneOf('keeping', ['here', 'elsewhere'])))
        .addColumn('address', 'text')
        .addColumn('probed_since', 'timestamptz'),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }], unique: [['body_id'], ['slug']] },
  );
  await tenantTable(
    db,
    'posting_proof',
    (t) =>
      t
        .addColumn('board_notice_id', 'uuid', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('from_at', 'timestamptz', (c) => c.notNull())
        .addColumn('to_at', 'timestamptz', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('how', 'text', (c) => c.notNull())
        .addCheckConstraint('posting_proof_order', sql`from_at <= to_at`),
    { foreignKeys: [{ columns: ['board_notice_id'], table: 'board_notice' }], unique: [['board_notice_id', 'seq']] },
  );
  await tenantTable(
    db,
    'posting_gap',
    (t) =>
      t
        .addColumn('board_notice_id', 'uuid', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('from_at', 'timestamptz', (c) => c.notNull())
        .addColumn('to_at', 'timestamptz', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addCheckConstraint('posting_gap_order', sql`from_at <= to_at`),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['board_notice_id'], table: 'board_notice' }],
      unique: [['board_notice_id', 'seq']],
    },
  );
  await tenantTable(
    db,
    'posting_gap_statement',
    (t) =>
      t
        .addColumn('posting_gap_id', 'uuid', (c) => c.notNull())
        .addColumn('statement', 'text', (c) => c.notNull())
        .addColumn('stated_by', 'text', (c) => c.notNull())
        .addColumn('stated_at', 'timestamptz', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['posting_gap_id'], table: 'posting_gap' }],
      unique: [['posting_gap_id']],
    },
  );
  // An entry that another authority's joint nämnd has on our board: whose it is, and the release that it came with.
  await sql`alter table board_notice add column on_behalf_of text, add column received_release_id uuid`.execute(db);
  await sql`alter table board_notice add constraint board_notice_received_release_id_fkey
    foreign key (tenant_id, received_release_id) references received_release (tenant_id, id)`.execute(db);
  await sql`create unique index board_notice_received_release_id_key
    on board_notice (tenant_id, received_release_id) where received_release_id is not null`.execute(db);
  await keepProof(db);
}

/**
 * That an entry was seen once more is no act of anybody: the door `keepProof` moves the end of its span forward each minute, and writes nothing else.
 * A span neither begins earlier, ends earlier nor goes away.
 */
async function keepProof(db: Kysely<unknown>): Promise<void> {
  await sql`revoke update, delete on posting_proof from kansli_app`.execute(db);
  await sql`grant update (to_at) on posting_proof to kansli_system`.execute(db);
  await sql`create function kansli_extend_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'A proof of posting is never taken away.' using errcode = '55000';
      end if;
      if new.to_at < old.to_at or (to_jsonb(new) - 'to_at') <> (to_jsonb(old) - 'to_at') then
        raise exception 'A proof of posting can only be extended.' using errcode = '55000';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger posting_proof_extend_only before update or delete on posting_proof
    for each row execute function kansli_extend_only()`.execute(db);
}
