import { type RawBuilder, sql } from 'kysely';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { createBody } from '../../src/domain/organisation/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { WriteQueries } from '../../src/storage/database.ts';
import type { TestDatabase } from './database.ts';

/** How large a register is: so many years back from the last, each with so many assignments of so many bodies. */
export type RegisterSize = {
  readonly years: number;
  readonly bodies: number;
  readonly perYear: number;
  /** Whether the reports of the last year are written too: a bench of report-backs writes these itself. */
  readonly lastReported: boolean;
};

export type FilledRegister = {
  readonly bodyIds: readonly Id<'body'>[];
  /** The records that have a page or a line of their own; links, parties and versions are not counted. */
  readonly records: number;
};

/** The last year of a register: the whole of it lies before the day at which the clocks of tests stand. */
export const lastYear = 2025;
/** So many agenda items deal with each assignment, each in another meeting of its body. */
export const itemsEach = 10;
/** So many years an assignment goes on, as a line of predecessors. */
export const yearsInLine = 5;

/**
 * Lays a register straight into the tables, past the verbs: a million records through verbs would take hours. Around each assignment there is the
 * same: a plan that gave it, a goal, who performs it, ten agenda items in ten meetings, a decision, what was said of it at two
 * periods, an answer in a report with its evidence, passages in papers, now and then a connection and a point of an inspel. So the thread of any
 * assignment looks the same in a small register and in a large one. The bodies must be a tenth of the assignments of a year at most.
 */
export async function fillRegister(t: TestDatabase, size: RegisterSize): Promise<FilledRegister> {
  const { years, bodies, perYear } = size;
  if (perYear % bodies !== 0 || perYear < bodies * itemsEach)
    throw new Error('Ten items of each assignment lie in ten meetings: give each body ten assignments a year or more.');
  const bodyIds = await registerBodies(t, bodies);
  await t.db.system('bench', async (q) => {
    // Keys to other tables are right by construction; checking millions of them one by one would take most of the time.
    await sql`set local session_replication_role = 'replica'`.execute(q);
    await sql`set local statement_timeout = 0`.execute(q);
    await unitsOf(q, bodyIds, { years, perYear });
    const { tenantId } = t;
    const steps = [
      ...plansOf(tenantId, years),
      ...assignmentsOf(tenantId),
      ...meetingsOf(tenantId, bodies, perYear),
      ...papersOf(tenantId),
      ...assessmentsOf(tenantId),
      ...reportsOf(tenantId, size.lastReported ? lastYear : lastYear - 1),
    ];
    for (const step of steps) await step.execute(q);
  });
  // As the server's own cleaning leaves the tables some minutes later.
  await t.db.pool.query('vacuum analyze');
  return { bodyIds, records: await countRecords(t) };
}

/** The assignment with this place in this year: its id follows from both, so that any of them can be asked for. */
export async function assignmentAt(t: TestDatabase, year: number, place: number): Promise<Id<'assignment'>> {
  const { rows } = await t.db.pool.query<{ id: string }>('select bench_id($1, $2, $3) as id', [
    'assignment',
    year,
    place,
  ]);
  return rows[0]!.id;
}

async function registerBodies({ db, tenantId }: TestDatabase, count: number): Promise<readonly Id<'body'>[]> {
  return await db.transact(authorize(operatorOf(tenantId), 'organisation.edit'), { verb: 'bench' }, async (w) => {
    const ids: Id<'body'>[] = [];
    for (let n = 1; n <= count; n += 1) ids.push(await createBody(w, { kind: 'committee', name: `Mätnämnden ${n}` }));
    return ids;
  });
}

const counted = [
  ...['plan', 'goal_document', 'goal', 'assignment', 'meeting', 'agenda_item', 'decision', 'decision_clause'],
  ...[
    'document',
    'source_passage',
    'proposal',
    'period',
    'contribution',
    'assessment',
    'report',
    'report_entry',
    'evidence',
  ],
  ...['budget_input', 'budget_input_point', 'connection'],
];

async function countRecords(t: TestDatabase): Promise<number> {
  const sums = counted.map((table) => `(select count(*) from ${table})`).join(' + ');
  const { rows } = await t.db.pool.query<{ records: string }>(`select ${sums} as records`);
  return Number(rows[0]!.records);
}

/** One row for each assignment, with the bodies around it. Ids are a hash of what the record is, so that no step has to look another's rows up. */
async function unitsOf(
  q: WriteQueries,
  bodyIds: readonly string[],
  { years, perYear }: { readonly years: number; readonly perYear: number },
): Promise<void> {
  await sql`create function bench_id(what text, y int, k int, n int default 0) returns uuid language sql immutable
    as $$ select md5(what || ' ' || y || ' ' || k || ' ' || n)::uuid $$`.execute(q);
  await sql`create temp table unit on commit drop as
    select y, k, k / ${bodyIds.length}::int as turn, bench_id('assignment', y, k) as assignment_id,
      (${bodyIds}::uuid[])[1 + k % ${bodyIds.length}::int] as body_id,
      (${bodyIds}::uuid[])[1 + (k + 1) % ${bodyIds.length}::int] as giver_id
    from generate_series(${lastYear - years + 1}::int, ${lastYear}::int) y, generate_series(0, ${perYear - 1}::int) k`.execute(
    q,
  );
  await sql`create temp table body_year on commit drop as select distinct y, body_id, giver_id from unit`.execute(q);
  await sql`analyze unit, body_year`.execute(q);
}

function plansOf(tenantId: string, years: number): readonly RawBuilder<unknown>[] {
  const first = lastYear - years + 1;
  return [
    sql`insert into plan (tenant_id, id, year, title, owner_body_id, state, adopted_on)
      select ${tenantId}::uuid, md5('plan ' || y || body_id)::uuid, y, 'Verksamhetsplan ' || y, body_id, 'adopted', make_date(y - 1, 11, 20)
      from body_year`,
    sql`insert into goal_document (tenant_id, id, title) values (${tenantId}::uuid, bench_id('goals', 0, 0), 'Målbild 2035')`,
    sql`insert into perspective (tenant_id, id, goal_document_id, position, name)
      values (${tenantId}::uuid, bench_id('perspective', 0, 0), bench_id('goals', 0, 0), 1, 'Invånarna')`,
    sql`insert into goal (tenant_id, id, goal_document_id, perspective_id, position, heading, body_text)
      select ${tenantId}::uuid, bench_id('goal', 0, n), bench_id('goals', 0, 0), bench_id('perspective', 0, 0), n, 'Mål ' || n, 'Vården är nära.'
      from generate_series(0, 7) n`,
    sql`insert into period (tenant_id, id, year, kind, name, starts_on, ends_on, deadline)
      select ${tenantId}::uuid, bench_id(kind, y, 0), y, kind, name || ' ' || y, make_date(y, 1, 1), ends_on, ends_on + 60
      from generate_series(${first}::int, ${lastYear}::int) y,
        lateral (values ('interim', 'Delårsrapport', make_date(y, 8, 31)), ('annual', 'Årsrapport', make_date(y, 12, 31))) p(kind, name, ends_on)`,
  ];
}

function assignmentsOf(tenantId: string): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into assignment (tenant_id, id, year, number, position, title, full_text, heading, plan_id, given_by_body_id, report_to_body_id,
        due_on, state)
      select ${tenantId}::uuid, assignment_id, y, k + 1, k + 1, 'Följa sak ' || k || ' i länets vård',
        'Att under ' || y || ' följa sak ' || k || ' i länets vård och föreslå det som behövs.', 'Nära vård', md5('plan ' || y || body_id)::uuid,
        giver_id, giver_id, make_date(y, 12, 31), 'given'
      from unit`,
    sql`insert into assignment_party (tenant_id, assignment_id, body_id, role, position)
      select ${tenantId}::uuid, assignment_id, body_id, 'performer', 1 from unit`,
    sql`insert into assignment_link (tenant_id, from_id, to_id, kind)
      select ${tenantId}::uuid, assignment_id, bench_id('assignment', y - 1, k), 'predecessor'
      from unit where (${lastYear}::int - y) % ${yearsInLine}::int <> ${yearsInLine - 1}::int`,
    sql`insert into assignment_goal (tenant_id, assignment_id, goal_id, kind)
      select ${tenantId}::uuid, assignment_id, bench_id('goal', 0, k % 8), 'direct' from unit`,
  ];
}

/** A meeting of the body for each of its assignments; the ten items of a meeting deal with ten of them. */
function meetingsOf(tenantId: string, bodies: number, perYear: number): readonly RawBuilder<unknown>[] {
  const ofItem = sql`bench_id('item', y, k, n)`;
  return [
    sql`insert into meeting (tenant_id, id, kind, body_id, held_on, starts_at, ends_at, place, state)
      select ${tenantId}::uuid, bench_id('meeting', y, k), 'meeting', body_id,
        make_date(y, 1, 8) + turn * 300 / ${Math.ceil(perYear / bodies)}::int, '09:00', '12:00', 'Regionhuset', 'adjusted'
      from unit`,
    sql`insert into agenda_item (tenant_id, id, meeting_id, position, number, title, category, presenters)
      select ${tenantId}::uuid, ${ofItem}, bench_id('meeting', y, k), n, n::text, 'Lägesrapport ' || n || ' om sak ' || k || ' år ' || y,
        'information', '[]'
      from unit, generate_series(1, ${itemsEach}::int) n`,
    sql`insert into agenda_item_assignment (tenant_id, agenda_item_id, assignment_id)
      select ${tenantId}::uuid, ${ofItem}, bench_id('assignment', y, (k + (n - 1) * ${bodies}::int) % ${perYear}::int)
      from unit, generate_series(1, ${itemsEach}::int) n`,
    sql`insert into decision (tenant_id, id, body_id, agenda_item_id, title, state, decided_on, date_precision)
      select ${tenantId}::uuid, bench_id('decision', y, k), meeting.body_id, bench_id('item', y, k, 1), 'Inriktning för sak ' || k, 'made',
        meeting.held_on, 'day'
      from unit join meeting on meeting.tenant_id = ${tenantId} and meeting.id = bench_id('meeting', y, k)`,
    sql`insert into decision_clause (tenant_id, id, decision_id, position, clause)
      select ${tenantId}::uuid, bench_id('clause', y, k, n), bench_id('decision', y, k), n, 'att godkänna punkt ' || n || ' i sak ' || k
      from unit, generate_series(1, 2) n`,
    sql`insert into decision_assignment (tenant_id, decision_id, assignment_id, kind)
      select ${tenantId}::uuid, bench_id('decision', y, k), assignment_id, 'concerns' from unit`,
    sql`insert into connection (tenant_id, id, from_noun, from_id, to_noun, to_id, kind, reason)
      select ${tenantId}::uuid, bench_id('connection', y, k), 'agendaItem', bench_id('item', y, k, 2), 'decision',
        bench_id('decision', y, (k + 1) % ${perYear}::int), 'concerns', 'Samma sak.'
      from unit where k % 4 = 0`,
  ];
}

/** A paper for each tenth assignment; two passages of it are the source of an item and of the assignment, read and confirmed long ago. */
function papersOf(tenantId: string): readonly RawBuilder<unknown>[] {
  const paper = sql`bench_id('document', y, k - k % 10)`;
  return [
    sql`insert into document (tenant_id, id, kind, title, file_name, media_type, size, sha256, source_text)
      select ${tenantId}::uuid, ${paper}, 'minutes', 'Protokoll ' || y || '/' || k, 'protokoll.txt', 'text/plain', 900,
        encode(sha256(assignment_id::text::bytea), 'hex'), repeat('Beredningen informeras om läget i länets vård. ', 20)
      from unit where k % 10 = 0`,
    sql`insert into intake_file (tenant_id, id, document_id, state, progress, kind, title, reading, error_values, unplaced, furniture, problems,
        facts, created_by)
      select ${tenantId}::uuid, bench_id('file', y, k), ${paper}, 'read', 100, 'minutes', 'Protokoll ' || y || '/' || k, '{}', '{}', '[]', '[]',
        '[]', '[]', 'Siv Skrivare'
      from unit where k % 10 = 0`,
    sql`insert into source_passage (tenant_id, id, noun, record_id, document_id, span_start, span_end, line, passage_hash, rule, confidence, fields)
      select ${tenantId}::uuid, bench_id('passage', y, k, n), case n when 0 then 'assignment' else 'agendaItem' end,
        case n when 0 then assignment_id else bench_id('item', y, k, 1) end, ${paper}, (k % 10) * 80 + n * 40, (k % 10) * 80 + n * 40 + 30,
        1, md5(assignment_id::text), 'bench', 1, '[]'
      from unit, generate_series(0, 1) n`,
    sql`insert into proposal (tenant_id, id, intake_file_id, position, type, reader_id, fields, original_fields, confidence, rule, span_start,
        span_end, line, also_at, state, record_noun, record_id, made, decided_by, decided_at)
      select ${tenantId}::uuid, bench_id('proposal', y, k), bench_id('file', y, k - k % 10), k % 10, 'assignment', 'a' || k,
        jsonb_build_object('title', 'Följa sak ' || k), '{}', 0.9, 'bench', 0, 30, 1, '[]', 'confirmed', 'assignment', assignment_id, '[]',
        'Siv Skrivare', timestamptz '2025-12-30'
      from unit`,
  ];
}

function assessmentsOf(tenantId: string): readonly RawBuilder<unknown>[] {
  const text = sql`repeat('Arbetet med sak ' || k || ' följer planen. ', 8)`;
  const kinds = ['interim', 'annual'];
  return [
    sql`insert into assessment (tenant_id, id, assignment_id, period_id, body_id, status, status_phrase, assessment_text)
      select ${tenantId}::uuid, bench_id('assessment ' || kind, y, k), assignment_id, bench_id(kind, y, 0), body_id, 'startedOnTrack',
        'Startad, enligt plan', ${text}
      from unit, unnest(${kinds}::text[]) kind`,
    sql`insert into assessment_version (tenant_id, assessment_id, version, status, status_phrase, assessment_text, written_at, written_by)
      select ${tenantId}::uuid, bench_id('assessment ' || kind, y, k), 1, 'startedOnTrack', 'Startad, enligt plan', ${text}, make_date(y, 9, 1),
        'Siv Skrivare'
      from unit, unnest(${kinds}::text[]) kind`,
    sql`insert into contribution (tenant_id, id, assignment_id, period_id, body_id, state, due_on, asked_by, asked_at, ready_by, ready_at)
      select ${tenantId}::uuid, bench_id('contribution ' || kind, y, k), assignment_id, bench_id(kind, y, 0), body_id, 'ready', make_date(y, 9, 1),
        'Siv Skrivare', make_date(y, 8, 1), 'Siv Skrivare', make_date(y, 8, 30)
      from unit, unnest(${kinds}::text[]) kind`,
  ];
}

/** The report of each body and year with an answer to each of its assignments, and an inspel with a point for each fourth of them. */
function reportsOf(tenantId: string, until: number): readonly RawBuilder<unknown>[] {
  const reported = sql`y <= ${until}::int`;
  const ofReport = sql`md5('report ' || y || body_id)::uuid`;
  const ofInput = sql`md5('input ' || y || body_id)::uuid`;
  return [
    sql`insert into report (tenant_id, id, kind, body_id, to_body_id, year, title, foreword, closing, state, approved_on, delivered_on,
        frozen_tree, frozen_hash)
      select ${tenantId}::uuid, ${ofReport}, 'reportBack', body_id, giver_id, y, 'Återrapportering ' || y, '', '', 'delivered',
        make_date(y + 1, 1, 20), make_date(y + 1, 1, 21), '{"title": "Återrapportering", "author": "", "language": "sv", "blocks": []}',
        md5(y || body_id::text)
      from body_year where ${reported}`,
    sql`insert into report_entry (tenant_id, id, report_id, assignment_id, position, answer_type, answer_text, edited, quoted_assessment_id,
        quoted_version)
      select ${tenantId}::uuid, bench_id('entry', y, k), ${ofReport}, assignment_id, turn + 1, 'briefing',
        'Beredningen har fått information om sak ' || k || ' vid ett sammanträde i januari ' || y || '.', true,
        bench_id('assessment interim', y, k), 1
      from unit where ${reported}`,
    sql`insert into evidence (tenant_id, id, report_entry_id, claim_hash, claim_text, source_noun, source_id, confirmed)
      select ${tenantId}::uuid, bench_id('evidence', y, k, n), bench_id('entry', y, k), md5(assignment_id::text), 'Information.',
        'agendaItem', bench_id('item', y, k, n), false
      from unit, generate_series(1, 4) n where ${reported}`,
    sql`insert into budget_input (tenant_id, id, body_id, for_year, dated_on, title)
      select ${tenantId}::uuid, ${ofInput}, body_id, y, make_date(y - 1, 6, 1), 'Inspel till ' || y
      from body_year`,
    sql`insert into budget_input_point (tenant_id, id, budget_input_id, number, point)
      select ${tenantId}::uuid, bench_id('point', y, k), ${ofInput}, turn + 1, 'Sak ' || k || ' behöver följas.'
      from unit where k % 4 = 0`,
    sql`insert into input_point_assignment (tenant_id, point_id, assignment_id)
      select ${tenantId}::uuid, bench_id('point', y, k), assignment_id from unit where k % 4 = 0`,
  ];
}
