import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Bodies with their other names, reglemente, order of deputies and parties, people and seats; and the roles accounts hold on bodies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'body',
    (t) =>
      t
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('short_name', 'text')
        .addColumn('parent_id', 'uuid')
        .addColumn('valid_from', 'date')
        .addColumn('valid_to', 'date'),
    { versioned: true, foreignKeys: [{ columns: ['parent_id'], table: 'body' }], unique: [['name']] },
  );
  await tenantTable(
    db,
    'body_alias',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull()),
    { foreignKeys: [{ columns: ['body_id'], table: 'body', onDelete: 'cascade' }], unique: [['name']] },
  );
  await tenantTable(
    db,
    'body_regulation',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('value', 'text', (c) => c.notNull())
        .addColumn('valid_from', 'date', (c) => c.notNull())
        .addColumn('valid_to', 'date')
        .addColumn('source', 'text'),
    {
      foreignKeys: [{ columns: ['body_id'], table: 'body', onDelete: 'cascade' }],
      unique: [['body_id', 'key', 'valid_from']],
    },
  );
  await tenantTable(
    db,
    'substitution_order',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('party', 'text', (c) => c.notNull())
        .addColumn('falls_back_on', 'jsonb', (c) => c.notNull())
        .addColumn('valid_from', 'date', (c) => c.notNull())
        .addColumn('valid_to', 'date')
        .addColumn('source', 'text'),
    {
      foreignKeys: [{ columns: ['body_id'], table: 'body', onDelete: 'cascade' }],
      unique: [['body_id', 'party', 'valid_from']],
    },
  );
  await tenantTable(
    db,
    'body_participant',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('participant_body_id', 'uuid', (c) => c.notNull())
        .addColumn('host', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('valid_from', 'date')
        .addColumn('valid_to', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body', onDelete: 'cascade' },
        { columns: ['participant_body_id'], table: 'body' },
      ],
    },
  );
  await tenantTable(db, 'person', (t) => t.addColumn('name', 'text', (c) => c.notNull()), {
    versioned: true,
    indexes: [['name']],
  });
  await tenantTable(
    db,
    'seat',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('seat_order', 'integer', (c) => c.notNull())
        .addColumn('party', 'text')
        .addColumn('role', 'text')
        .addColumn('person_id', 'uuid')
        .addColumn('valid_from', 'date')
        .addColumn('valid_to', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['person_id'], table: 'person', onDelete: 'set null' },
      ],
      indexes: [['body_id', 'kind', 'seat_order']],
    },
  );
  await tenantTable(
    db,
    'role_grant',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('body_id', 'uuid')
        .addColumn('valid_from', 'date', (c) => c.notNull())
        .addColumn('valid_to', 'date'),
    {
      foreignKeys: [
        { columns: ['account_id'], table: 'account', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
      ],
    },
  );
}
