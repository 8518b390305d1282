import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * What people arrange around their work: what rests until a day, what was handed to somebody, how often the house writes. The work itself has no
 * table: it follows from the records, and a row here names it by its key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const ofAccount = { columns: ['account_id'], table: 'account', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'work_rest',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('work_key', 'text', (c) => c.notNull())
        .addColumn('until_on', 'date', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('rested_at', 'timestamptz', (c) => c.notNull()),
    { key: ['account_id', 'work_key'], foreignKeys: [ofAccount] },
  );
  await tenantTable(
    db,
    'work_delegation',
    (t) =>
      t
        .addColumn('work_key', 'text', (c) => c.notNull())
        .addColumn('from_account_id', 'uuid', (c) => c.notNull())
        .addColumn('to_account_id', 'uuid', (c) => c.notNull())
        .addColumn('note', 'text')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('answer', 'text')
        .addColumn('delegated_on', 'date', (c) => c.notNull())
        .addColumn('ended_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['from_account_id'], table: 'account' },
        { columns: ['to_account_id'], table: 'account' },
      ],
      // One piece of work is in the hands of one person at a time.
      unique: [{ columns: ['work_key'], where: 'ended_on is null' }],
    },
  );
  await tenantTable(
    db,
    'work_setting',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
        .addColumn('digest_weekday', 'integer')
        .addColumn('reminders', 'boolean', (c) => c.notNull()),
    { key: ['account_id'], foreignKeys: [ofAccount] },
  );
  // Which letters about work went to whom: one digest a week and one reminder a day and account, even when the night is worked twice.
  await tenantTable(
    db,
    'work_letter',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('occasion', 'text', (c) => c.notNull())
        .addColumn('entries', 'integer', (c) => c.notNull())
        .addColumn('posted_on', 'date', (c) => c.notNull())
        .addColumn('outbox_id', 'uuid', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['account_id'], table: 'account' }],
      unique: [['account_id', 'kind', 'occasion']],
    },
  );
}
