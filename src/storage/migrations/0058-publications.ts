import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * The register's side of what is public: each proposal with its findings, its review and its end, and a trace that cannot be rewritten. What everybody
 * reads lies in the schema `pub` (0052). A record has at most one edition that is public and one that waits.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'publication',
    (t) =>
      t
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid')
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('public_hash', 'text')
        .addColumn('findings', 'jsonb', (c) => c.notNull())
        .addColumn('edition', 'integer')
        .addColumn('proposed_at', 'timestamptz', (c) => c.notNull())
        .addColumn('proposed_by', 'text', (c) => c.notNull())
        .addColumn('proposer_id', 'uuid')
        .addColumn('reviewed_at', 'timestamptz')
        .addColumn('reviewed_by', 'text')
        .addColumn('reviewer_id', 'uuid')
        .addColumn('published_at', 'timestamptz')
        .addColumn('withdrawn_at', 'timestamptz')
        .addColumn('withdrawn_by', 'text')
        .addColumn('reason', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['proposer_id'], table: 'account' },
        { columns: ['reviewer_id'], table: 'account' },
      ],
      unique: [
        { columns: ['noun', 'record_id'], where: "state = 'published'" },
        { columns: ['record_id', 'noun'], where: "state in ('awaitingReview', 'stopped')" },
      ],
      indexes: [
        ['noun', 'record_id', 'proposed_at'],
        ['state', 'proposed_at'],
      ],
    },
  );
  await tenantTable(
    db,
    'publication_event',
    (t) =>
      t
        .addColumn('publication_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('at', 'timestamptz', (c) => c.notNull())
        .addColumn('by_name', 'text', (c) => c.notNull())
        .addColumn('account_id', 'uuid')
        .addColumn('details', 'jsonb'),
    { appendOnly: true, foreignKeys: [{ columns: ['publication_id'], table: 'publication' }] },
  );
}
