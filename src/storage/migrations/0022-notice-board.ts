import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** The entries of the notice boards, and the proof of when each was to be seen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'board_notice',
    (t) =>
      t
        .addColumn('board_body_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('meeting_id', 'uuid')
        .addColumn('adjustment_id', 'uuid')
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('sections', 'text')
        .addColumn('body_text', 'text')
        .addColumn('available_at', 'text')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('appeal_kind', 'text', (c) => c.notNull())
        .addColumn('held_on', 'date')
        .addColumn('adjusted_on', 'date')
        .addColumn('announce_by', 'date')
        .addColumn('margin_days', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('posted_on', 'date')
        .addColumn('appeal_last', 'date')
        .addColumn('remove_earliest', 'date')
        .addColumn('taken_down_on', 'date')
        .addColumn('interrupted', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('appealed', 'boolean', (c) => c.notNull().defaultTo(false)),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['board_body_id'], table: 'body' },
        { columns: ['body_id'], table: 'body' },
        { columns: ['meeting_id'], table: 'meeting' },
        { columns: ['adjustment_id'], table: 'adjustment' },
      ],
      unique: [['adjustment_id', 'board_body_id']],
      indexes: [['posted_on'], ['state', 'appeal_last']],
    },
  );
  await tenantTable(
    db,
    'board_notice_event',
    (t) =>
      t
        .addColumn('board_notice_id', 'uuid', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('happened_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
        .addColumn('reason', 'text')
        .addColumn('noted_by', 'text'),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['board_notice_id'], table: 'board_notice' }],
      unique: [['board_notice_id', 'seq']],
    },
  );
}
