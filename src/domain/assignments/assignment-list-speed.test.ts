import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  type AssignmentQuery,
  countCap,
  listAllAssignments,
  listAssignments,
  pageQuery,
} from './assignment-list-reader.ts';

const many = 20_000;
let t: TestDatabase;
let rare: string;

before(async () => {
  t = await openTestDatabase();
  const common = await buildBody(t);
  rare = await buildBody(t);
  // Rows by the thousand are laid beside the verbs: what is tested is how the list finds them.
  await t.db.pool.query(
    `insert into assignment (tenant_id, id, year, number, position, title, full_text, state)
     select $1, gen_random_uuid(), 1951 + g / 200, g % 200 + 1, g % 200 + 1, 'Följa sak ' || g, 'Att följa sak ' || g || ' i vården', 'given'
     from generate_series(1, ${many}) g`,
    [t.tenantId],
  );
  await t.db.pool.query(
    `insert into assignment_party (tenant_id, assignment_id, body_id, role)
     select tenant_id, id, case when number = 7 then $2::uuid else $1::uuid end, 'performer' from assignment`,
    [common, rare],
  );
  await t.db.pool.query('analyze assignment, assignment_party');
});
after(() => t.close());

const planOf = (query: AssignmentQuery) =>
  t.db.read(t.auth('record.read'), async (r) => JSON.stringify(await pageQuery(r, query, 25, 1).explain('text')));

test('each order of the list comes from an index, under row-level security', async () => {
  for (const [sort, index] of [
    ['newest', 'assignment_newest_idx'],
    ['oldest', 'assignment_year_number_position_idx'],
    ['title', 'assignment_title_id_idx'],
    ['titleReverse', 'assignment_title_id_idx'],
    ['due', 'assignment_due_on_id_idx'],
  ] as const) {
    const plan = await planOf({ sort });
    assert.match(plan, new RegExp(index), sort);
    assert.doesNotMatch(plan, /Sort Key|Seq Scan/, sort);
  }
});

test('a year, a rare body and a reference are found without reading the whole table', async () => {
  for (const query of [{ year: 2000 }, { bodyId: rare }, { text: '2000:5' }, { year: 2000, text: 'finns inte' }]) {
    assert.doesNotMatch(await planOf(query), /Seq Scan on assignment\b/, JSON.stringify(query));
  }
  // Negative control: words that may stand anywhere are the one filter that reads the authority's assignments once.
  assert.match(await planOf({ text: 'finns inte' }), /Seq Scan on assignment\b/);
});

test('counting stops at the cap and says that there are more', async () => {
  const list = (query: AssignmentQuery) => t.db.read(t.auth('record.read'), (r) => listAssignments(r, query));
  const all = await list({ pageSize: 10 });
  assert.deepEqual([all.rows.length, all.total, all.more], [10, countCap, true]);
  const some = await list({ bodyId: rare, pageSize: 10 });
  assert.deepEqual([some.rows.length, some.total, some.more], [10, many / 200, false]);
  const beyond = await list({ bodyId: rare, page: 99 });
  assert.deepEqual([beyond.rows.length, beyond.total], [0, many / 200]);
});

test('all that fit are read, however many pages they fill', async () => {
  const all = await t.db.read(t.auth('record.read'), (r) => listAllAssignments(r, { text: '11' }));
  const { rows } = await t.db.pool.query("select count(*)::int as count from assignment where title like '%11%'");
  assert.ok(all.length > 400, 'more than two pages');
  assert.deepEqual([all.length, new Set(all.map(({ id }) => id)).size], [rows[0].count, rows[0].count]);
});
