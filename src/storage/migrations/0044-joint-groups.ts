import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

const inGroup = { columns: ['group_body_id'], table: 'body', onDelete: 'cascade' } as const;

/**
 * The groups that several principals have together: whom each place in a group speaks for and how many (COL-04), who fills it when, which sub-groups report
 * at each meeting (J-14), and who stands behind a record before it is decided (DEC-12).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'representation_place',
    (t) =>
      t
        .addColumn('group_body_id', 'uuid', (c) => c.notNull())
        .addColumn('for_body_id', 'uuid', (c) => c.notNull())
        .addColumn('representatives', 'integer', (c) => c.notNull())
        .addColumn('substitutes', 'integer', (c) => c.notNull()),
    {
      key: ['group_body_id', 'for_body_id'],
      foreignKeys: [inGroup, { columns: ['for_body_id'], table: 'body', onDelete: 'cascade' }],
    },
  );
  await tenantTable(
    db,
    'representation',
    (t) =>
      t
        .addColumn('group_body_id', 'uuid', (c) => c.notNull())
        .addColumn('for_body_id', 'uuid', (c) => c.notNull())
        .addColumn('person_id', 'uuid', (c) => c.notNull())
        .addColumn('capacity', 'text', (c) => c.notNull())
        .addColumn('title', 'text')
        .addColumn('valid_from', 'date', (c) => c.notNull())
        .addColumn('valid_to', 'date')
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('appointed_by', 'text'),
    {
      versioned: true,
      foreignKeys: [
        inGroup,
        { columns: ['for_body_id'], table: 'body' },
        { columns: ['person_id'], table: 'person' },
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'set null' },
      ],
    },
  );
  await tenantTable(
    db,
    'reporting_group',
    (t) =>
      t
        .addColumn('group_body_id', 'uuid', (c) => c.notNull())
        .addColumn('reporting_body_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('item_title', 'text', (c) => c.notNull())
        .addColumn('since', 'date', (c) => c.notNull()),
    {
      key: ['group_body_id', 'reporting_body_id'],
      foreignKeys: [inGroup, { columns: ['reporting_body_id'], table: 'body', onDelete: 'cascade' }],
    },
  );
  await tenantTable(
    db,
    'endorsement',
    (t) =>
      t
        .addColumn('subject_noun', 'text', (c) => c.notNull())
        .addColumn('subject_id', 'uuid', (c) => c.notNull())
        .addColumn('by_body_id', 'uuid', (c) => c.notNull())
        .addColumn('stance', 'text')
        .addColumn('endorsed_on', 'date')
        .addColumn('remarks', 'text')
        .addColumn('asked_on', 'date')
        .addColumn('due_on', 'date')
        .addColumn('told_in', 'text')
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('release_id', 'uuid'),
    {
      versioned: true,
      unique: [['subject_noun', 'subject_id', 'by_body_id']],
      foreignKeys: [
        { columns: ['by_body_id'], table: 'body' },
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'set null' },
      ],
    },
  );
}
