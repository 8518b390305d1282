import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * Deviations between principals (seed 003 §12). No column names a patient: texts are checked on their way in. What happened to a deviation stands in
 * its steps, which are added and never changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await settings(db);
  await improvements(db);
  await tenantTable(
    db,
    'deviation',
    (t) =>
      t
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('form_version', 'integer', (c) => c.notNull())
        .addColumn('from_body_id', 'uuid', (c) => c.notNull())
        .addColumn('to_body_id', 'uuid')
        .addColumn('external_party', 'text', (c) => c.notNull())
        .addColumn('reporter_function', 'text', (c) => c.notNull())
        .addColumn('unit', 'text', (c) => c.notNull())
        .addColumn('relation', 'text', (c) => c.notNull())
        .addColumn('level', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('chain_step', 'text', (c) => c.notNull())
        .addColumn('on_leave', 'text', (c) => c.notNull())
        .addColumn('leave_rule', 'text')
        .addColumn('starts_on', 'date', (c) => c.notNull())
        .addColumn('ends_on', 'date')
        .addColumn('description', 'text', (c) => c.notNull())
        .addColumn('own_system', 'text', (c) => c.notNull())
        .addColumn('reported_on', 'date', (c) => c.notNull())
        .addColumn('acknowledged', 'boolean', (c) => c.notNull())
        .addColumn('improvement_work_id', 'uuid')
        .addColumn('state', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['from_body_id'], table: 'body' },
        { columns: ['to_body_id'], table: 'body' },
        { columns: ['improvement_work_id'], table: 'improvement_work', onDelete: 'set null' },
      ],
      unique: [['from_body_id', 'year', 'number']],
      indexes: [['starts_on'], ['state', 'reported_on']],
    },
  );
  await tenantTable(
    db,
    'deviation_step',
    (t) =>
      t
        .addColumn('deviation_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('action', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('note', 'text', (c) => c.notNull())
        .addColumn('done_by', 'text', (c) => c.notNull())
        .addColumn('done_on', 'date', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['deviation_id'], table: 'deviation' }],
      unique: [['deviation_id', 'number']],
    },
  );
  await tenantTable(
    db,
    'deviation_comment',
    (t) =>
      t
        .addColumn('deviation_id', 'uuid', (c) => c.notNull())
        .addColumn('deviation_function_id', 'uuid', (c) => c.notNull())
        .addColumn('question', 'text', (c) => c.notNull())
        .addColumn('asked_on', 'date', (c) => c.notNull())
        .addColumn('answer', 'text', (c) => c.notNull())
        .addColumn('answered_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['deviation_id'], table: 'deviation' },
        { columns: ['deviation_function_id'], table: 'deviation_function' },
      ],
    },
  );
}

/** Who is pointed out to take care of deviations, who reports when somebody is on leave, and where the form is tried first. */
async function settings(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'deviation_function',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('area', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('mailbox', 'text', (c) => c.notNull())
        .addColumn('ended_on', 'date'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['body_id'], table: 'body' }],
      unique: [{ columns: ['body_id', 'area'], where: 'ended_on is null' }],
    },
  );
  await tenantTable(
    db,
    'deviation_leave_rule',
    (t) =>
      t
        .addColumn('rule', 'text', (c) => c.notNull())
        .addColumn('motive', 'text', (c) => c.notNull())
        .addColumn('valid_from', 'date', (c) => c.notNull())
        .addColumn('set_by', 'text', (c) => c.notNull()),
    { versioned: true, unique: [['valid_from']] },
  );
  await tenantTable(
    db,
    'deviation_pilot_site',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('site', 'text', (c) => c.notNull())
        .addColumn('starts_on', 'date', (c) => c.notNull())
        .addColumn('ends_on', 'date')
        .addColumn('note', 'text', (c) => c.notNull()),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }] },
  );
}

/** What is done so that a kind of deviation comes back less often (DEV-09). */
async function improvements(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'improvement_work',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('aim', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('effect', 'text', (c) => c.notNull())
        .addColumn('effect_on', 'date'),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }] },
  );
  await tenantTable(
    db,
    'improvement_action',
    (t) =>
      t
        .addColumn('improvement_work_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('what', 'text', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('responsible_function', 'text', (c) => c.notNull())
        .addColumn('due_on', 'date', (c) => c.notNull())
        .addColumn('done_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['improvement_work_id'], table: 'improvement_work' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['improvement_work_id', 'number']],
    },
  );
}
