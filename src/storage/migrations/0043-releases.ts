import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * What authorities of one installation let each other have (OSL 8:1–2, R-OSL-7). Every table lies in one authority as all others do: what was released
 * is kept at the giver, and what arrived is a copy at the receiver. No row points into another tenant; the ids of the other side are kept as values.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'principal',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('authority_id', 'uuid', (c) => c.notNull())
        .addColumn('tied_at', 'timestamptz', (c) => c.notNull())
        .addColumn('tied_by', 'text', (c) => c.notNull()),
    { key: ['body_id'], foreignKeys: [{ columns: ['body_id'], table: 'body' }], unique: [['authority_id']] },
  );
  await tenantTable(
    db,
    'release',
    (t) =>
      t
        .addColumn('body_id', 'uuid')
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('protected', 'boolean', (c) => c.notNull())
        .addColumn('ground', 'text', (c) => c.notNull())
        .addColumn('provision', 'text')
        .addColumn('assessment', 'text')
        .addColumn('note', 'text')
        .addColumn('ask', 'jsonb')
        .addColumn('released_at', 'timestamptz', (c) => c.notNull())
        .addColumn('released_by', 'text', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['body_id'], table: 'body' }],
      indexes: [['noun', 'record_id'], ['released_at']],
    },
  );
  await tenantTable(
    db,
    'release_receiver',
    (t) =>
      t
        .addColumn('release_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('audience', 'text', (c) => c.notNull()),
    {
      key: ['release_id', 'body_id'],
      appendOnly: true,
      foreignKeys: [
        { columns: ['release_id'], table: 'release' },
        { columns: ['body_id'], table: 'body' },
      ],
      indexes: [['body_id', 'audience']],
    },
  );
  await tenantTable(
    db,
    'release_event',
    (t) =>
      t
        .addColumn('release_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('at', 'timestamptz', (c) => c.notNull())
        .addColumn('by_name', 'text', (c) => c.notNull())
        .addColumn('reason', 'text'),
    {
      appendOnly: true,
      foreignKeys: [
        { columns: ['release_id', 'body_id'], table: 'release_receiver', references: ['release_id', 'body_id'] },
      ],
      indexes: [['release_id', 'body_id', 'kind']],
    },
  );
  await tenantTable(
    db,
    'received_answer',
    (t) =>
      t
        .addColumn('release_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('answered_at', 'timestamptz', (c) => c.notNull())
        .addColumn('answered_by', 'text', (c) => c.notNull())
        .addColumn('received_at', 'timestamptz', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [
        { columns: ['release_id', 'body_id'], table: 'release_receiver', references: ['release_id', 'body_id'] },
      ],
    },
  );
  await tenantTable(
    db,
    'received_release',
    (t) =>
      t
        .addColumn('giver_body_id', 'uuid', (c) => c.notNull())
        .addColumn('giver_authority_id', 'uuid', (c) => c.notNull())
        .addColumn('giver_release_id', 'uuid', (c) => c.notNull())
        .addColumn('addressed_body_id', 'uuid', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('protected', 'boolean', (c) => c.notNull())
        .addColumn('ground', 'text', (c) => c.notNull())
        .addColumn('provision', 'text')
        .addColumn('note', 'text')
        .addColumn('ask', 'jsonb')
        .addColumn('due_on', 'date')
        .addColumn('released_at', 'timestamptz', (c) => c.notNull())
        .addColumn('released_by', 'text', (c) => c.notNull())
        .addColumn('received_at', 'timestamptz', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('read_at', 'timestamptz')
        .addColumn('read_by', 'text')
        .addColumn('recalled_at', 'timestamptz')
        .addColumn('recall_reason', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['giver_body_id'], table: 'body' }],
      unique: [['giver_authority_id', 'giver_release_id']],
      indexes: [['state', 'due_on'], ['received_at']],
    },
  );
  await tenantTable(
    db,
    'release_answer',
    (t) =>
      t
        .addColumn('received_release_id', 'uuid', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('answered_at', 'timestamptz', (c) => c.notNull())
        .addColumn('answered_by', 'text', (c) => c.notNull()),
    { appendOnly: true, foreignKeys: [{ columns: ['received_release_id'], table: 'received_release' }] },
  );
}
