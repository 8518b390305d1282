import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Who was at a meeting, what happened in its course, who was disqualified from what, and how far each series of §§ has come. An account can belong to a person of the register. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('account').addColumn('person_id', 'uuid').execute();
  await sql`alter table account add constraint account_person_id_fkey
    foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id)`.execute(db);
  await sql`create index account_person_id_idx on account (tenant_id, person_id)`.execute(db);
  await tenantTable(
    db,
    'meeting_attendance',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('organisation', 'text')
        .addColumn('party', 'text')
        .addColumn('role', 'text')
        .addColumn('present', 'boolean', (c) => c.notNull())
        .addColumn('capacity', 'text')
        .addColumn('seat_id', 'uuid')
        .addColumn('person_id', 'uuid'),
    {
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' },
        { columns: ['seat_id'], table: 'seat', onDelete: 'set null' },
        { columns: ['person_id'], table: 'person', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'meeting_event',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('day', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('at', 'text', (c) => c.notNull())
        .addColumn('attendance_id', 'uuid')
        .addColumn('seat_id', 'uuid')
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('mode', 'text')
        .addColumn('reason', 'text')
        .addColumn('withdrawn', 'boolean', (c) => c.notNull().defaultTo(false)),
    {
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' },
        { columns: ['attendance_id'], table: 'meeting_attendance' },
        { columns: ['seat_id'], table: 'seat' },
        { columns: ['agenda_item_id'], table: 'agenda_item' },
      ],
      unique: [['meeting_id', 'seq']],
    },
  );
  await tenantTable(
    db,
    'disqualification',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('attendance_id', 'uuid', (c) => c.notNull())
        .addColumn('ground', 'text', (c) => c.notNull())
        .addColumn('declared_by_self', 'boolean', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('note', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' },
        { columns: ['attendance_id'], table: 'meeting_attendance', onDelete: 'cascade' },
      ],
      unique: [['agenda_item_id', 'attendance_id']],
    },
  );
  await tenantTable(
    db,
    'section_series',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('series', 'text', (c) => c.notNull())
        .addColumn('last_number', 'integer', (c) => c.notNull()),
    { key: ['body_id', 'series'], foreignKeys: [{ columns: ['body_id'], table: 'body' }] },
  );
}
