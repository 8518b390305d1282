import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Joint self-assessments with their common plans (FOL-01…03), and studies by review of records: figures only, never whose records (FOL-04, FOL-05). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await selfAssessments(db);
  await studies(db);
}

async function selfAssessments(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'assessment_round',
    (t) =>
      t
        .addColumn('form_version_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('due_on', 'date', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['form_version_id'], table: 'form_version' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['body_id', 'year', 'title']],
    },
  );
  await tenantTable(
    db,
    'self_assessment',
    (t) =>
      t
        .addColumn('round_id', 'uuid', (c) => c.notNull())
        .addColumn('form_response_id', 'uuid', (c) => c.notNull())
        // The ids of the units in order: one of each combination in a round, and how the same units are found again next year.
        .addColumn('units_key', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('agreed_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['round_id'], table: 'assessment_round' },
        { columns: ['form_response_id'], table: 'form_response' },
      ],
      unique: [['round_id', 'units_key']],
      indexes: [['units_key']],
    },
  );
  await tenantTable(
    db,
    'self_assessment_party',
    (t) =>
      t
        .addColumn('self_assessment_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('side', 'text', (c) => c.notNull())
        .addColumn('participants', 'text', (c) => c.notNull())
        .addColumn('agreed_by', 'text')
        .addColumn('agreed_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['self_assessment_id'], table: 'self_assessment' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['self_assessment_id', 'body_id']],
    },
  );
  await tenantTable(
    db,
    'self_assessment_view',
    (t) =>
      t
        .addColumn('self_assessment_party_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('step', 'integer')
        .addColumn('note', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [{ columns: ['self_assessment_party_id'], table: 'self_assessment_party' }],
      unique: [['self_assessment_party_id', 'question_code']],
    },
  );
  await tenantTable(
    db,
    'common_point',
    (t) =>
      t
        .addColumn('self_assessment_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('question_code', 'text')
        .addColumn('what', 'text', (c) => c.notNull())
        .addColumn('responsible_body_id', 'uuid', (c) => c.notNull())
        .addColumn('responsible_function', 'text', (c) => c.notNull())
        .addColumn('due_on', 'date', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('carried_from_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['self_assessment_id'], table: 'self_assessment' },
        { columns: ['responsible_body_id'], table: 'body' },
        { columns: ['carried_from_id'], table: 'common_point' },
      ],
      unique: [['self_assessment_id', 'number']],
      indexes: [['state', 'due_on']],
    },
  );
  await tenantTable(
    db,
    'common_point_telling',
    (t) =>
      t
        .addColumn('common_point_id', 'uuid', (c) => c.notNull())
        .addColumn('told', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('told_on', 'date', (c) => c.notNull())
        .addColumn('told_by', 'text', (c) => c.notNull())
        .addColumn('told_at', 'timestamptz', (c) => c.notNull()),
    { appendOnly: true, foreignKeys: [{ columns: ['common_point_id'], table: 'common_point' }] },
  );
}

async function studies(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'review_study',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('purpose', 'text', (c) => c.notNull())
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('conclusions', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('published_on', 'date')
        .addColumn('published', 'jsonb'),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }], unique: [['title']] },
  );
  const ofStudy = { columns: ['review_study_id'], table: 'review_study' };
  await tenantTable(
    db,
    'review_study_unit',
    (t) => t.addColumn('review_study_id', 'uuid', (c) => c.notNull()).addColumn('body_id', 'uuid', (c) => c.notNull()),
    {
      key: ['review_study_id', 'body_id'],
      foreignKeys: [ofStudy, { columns: ['body_id'], table: 'body' }],
    },
  );
  await tenantTable(
    db,
    'review_round',
    (t) =>
      t
        .addColumn('review_study_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('starts_on', 'date', (c) => c.notNull())
        .addColumn('ends_on', 'date', (c) => c.notNull())
        .addColumn('reviewed', 'integer')
        .addColumn('findings', 'text', (c) => c.notNull()),
    { versioned: true, foreignKeys: [ofStudy], unique: [['review_study_id', 'number']] },
  );
  await tenantTable(
    db,
    'review_variable',
    (t) =>
      t
        .addColumn('review_study_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('label', 'text', (c) => c.notNull()),
    { versioned: true, foreignKeys: [ofStudy], unique: [['review_study_id', 'number']] },
  );
  await tenantTable(
    db,
    'review_figure',
    (t) =>
      t
        .addColumn('review_round_id', 'uuid', (c) => c.notNull())
        .addColumn('review_variable_id', 'uuid', (c) => c.notNull())
        .addColumn('count', 'integer', (c) => c.notNull()),
    {
      key: ['review_round_id', 'review_variable_id'],
      foreignKeys: [
        { columns: ['review_round_id'], table: 'review_round' },
        { columns: ['review_variable_id'], table: 'review_variable' },
      ],
    },
  );
  await tenantTable(
    db,
    'review_lesson',
    (t) =>
      t
        .addColumn('review_study_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('lesson', 'text', (c) => c.notNull())
        .addColumn('carried_noun', 'text')
        .addColumn('carried_id', 'uuid')
        .addColumn('carried_within_id', 'uuid')
        .addColumn('carried_on', 'date'),
    { versioned: true, foreignKeys: [ofStudy], unique: [['review_study_id', 'number']] },
  );
}
