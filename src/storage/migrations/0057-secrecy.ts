import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

const levels = ['open', 'workingMaterial', 'internal', 'secret', 'protectedPerson'];

/**
 * Marks of secrecy on fields (OSL 5:5), with the text that they keep apart from the record (OSL 5:2), and the copies in which parts are masked. One
 * order of levels for all: what was "restricted" is secret, because a mark never was more than a warning that is tried at each request.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document add column secrecy_level text not null default 'open'`.execute(db);
  for (const table of ['matter', 'consultation_response', 'document']) {
    await sql`update ${sql.table(table)} set secrecy_level = 'secret' where secrecy_level = 'restricted'`.execute(db);
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(`${table}_secrecy_level_known`)}
      check (${oneOf('secrecy_level', levels)})`.execute(db);
  }
  await tenantTable(
    db,
    'secrecy_mark',
    (t) =>
      t
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('field', 'text', (c) => c.notNull())
        .addColumn('level', 'text', (c) => c.notNull().check(oneOf('level', levels.slice(1))))
        .addColumn('provision', 'text')
        .addColumn('authority', 'text', (c) => c.notNull())
        .addColumn('marked_on', 'date', (c) => c.notNull())
        .addColumn('marked_by', 'text', (c) => c.notNull())
        .addColumn('review_on', 'date')
        .addColumn('body_id', 'uuid')
        .addColumn('created_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`)),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['body_id'], table: 'body' }],
      indexes: [['noun', 'record_id'], ['review_on']],
    },
  );
  await tenantTable(
    db,
    'secrecy_lift',
    (t) =>
      t
        .addColumn('mark_id', 'uuid', (c) => c.notNull())
        .addColumn('lifted_on', 'date', (c) => c.notNull())
        .addColumn('lifted_by', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull()),
    { appendOnly: true, foreignKeys: [{ columns: ['mark_id'], table: 'secrecy_mark' }], unique: [['mark_id']] },
  );
  await tenantTable(
    db,
    'secrecy_value',
    (t) => t.addColumn('mark_id', 'uuid', (c) => c.notNull()).addColumn('secret_text', 'text', (c) => c.notNull()),
    { key: ['mark_id'], foreignKeys: [{ columns: ['mark_id'], table: 'secrecy_mark' }] },
  );
  await maskedCopies(db);
}

async function maskedCopies(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'masked_copy',
    (t) =>
      t
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('disclosure_request_id', 'uuid')
        .addColumn('body_id', 'uuid')
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('made_on', 'date', (c) => c.notNull())
        .addColumn('made_by', 'text', (c) => c.notNull())
        .addColumn('mask_count', 'integer', (c) => c.notNull())
        .addColumn('provisions', 'jsonb', (c) => c.notNull())
        .addColumn('tree', 'jsonb', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [
        { columns: ['document_id'], table: 'document' },
        { columns: ['disclosure_request_id'], table: 'disclosure_request' },
        { columns: ['body_id'], table: 'body' },
      ],
    },
  );
}
