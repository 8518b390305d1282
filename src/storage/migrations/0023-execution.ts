import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** What follows from decisions: tasks with their status, and the records that decisions made or changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const ofDecision = { columns: ['decision_id'], table: 'decision', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'decision_task',
    (t) =>
      t
        .addColumn('decision_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('clause_position', 'integer')
        .addColumn('task', 'text', (c) => c.notNull())
        .addColumn('responsible', 'text')
        .addColumn('responsible_body_id', 'uuid')
        .addColumn('due_on', 'date')
        .addColumn('status', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        ofDecision,
        { columns: ['body_id'], table: 'body' },
        { columns: ['responsible_body_id'], table: 'body', onDelete: 'set null' },
      ],
      indexes: [
        ['status', 'due_on'],
        ['body_id', 'status', 'due_on'],
      ],
    },
  );
  await tenantTable(
    db,
    'decision_task_change',
    (t) =>
      t
        .addColumn('decision_task_id', 'uuid', (c) => c.notNull())
        .addColumn('from_status', 'text')
        .addColumn('to_status', 'text', (c) => c.notNull())
        .addColumn('changed_on', 'date', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('note', 'text')
        .addColumn('told_at', 'timestamptz', (c) => c.notNull())
        .addColumn('told_by', 'text', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['decision_task_id'], table: 'decision_task', onDelete: 'cascade' },
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'set null' },
      ],
      indexes: [['decision_task_id', 'told_at']],
    },
  );
  await tenantTable(
    db,
    'decision_effect',
    (t) =>
      t
        .addColumn('decision_id', 'uuid', (c) => c.notNull())
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull()),
    { key: ['decision_id', 'noun', 'record_id'], foreignKeys: [ofDecision], indexes: [['record_id']] },
  );
}
