import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { answerPoll, buildPoll, stepPoll } from '../../../test/support/build-polls.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { makePollKeys } from './index.ts';

let t: TestDatabase;
let owner: pg.Client;
before(async () => {
  t = await openTestDatabase();
  owner = new pg.Client(t.connection);
  await owner.connect();
});
after(async () => {
  await owner.end();
  await t.close();
});

type Column = { readonly table: string; readonly name: string; readonly type: string; readonly target: string | null };

/** The columns of tables, with the table that each refers to, as PostgreSQL knows them. */
async function columnsOf(tables: readonly string[]): Promise<readonly Column[]> {
  const { rows } = await owner.query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) and f.relname <> 'tenant' limit 1) as target
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname = any($1) and a.attnum > 0 and not a.attisdropped`,
    [tables],
  );
  return rows.map((row) => (row.name === 'tenant_id' ? { ...row, target: null } : row));
}

/** What could bring an answer and a person, a key or a moment together. */
function linking(columns: readonly Column[]): readonly string[] {
  const harmless = ['poll', 'poll_group', 'poll_question', null];
  return columns
    .filter(
      ({ name, type, target }) =>
        /time|date|interval|serial|inet/.test(type) ||
        !harmless.includes(target) ||
        (type === 'uuid' && target === null && !['tenant_id', 'id'].includes(name)) ||
        /account|person|actor|key|token|hash|seq|order|position|address/.test(name),
    )
    .map(({ table, name }) => `${table}.${name}`);
}

test('no column of an answer could link it to a person, a key or a moment', async () => {
  const columns = await columnsOf(['poll_ballot', 'poll_comment']);
  assert.ok(columns.length >= 8, 'the tables were not found');
  assert.deepEqual(linking(columns), []);
});

test('control: the reading of columns finds a link, a moment and a number in order', async () => {
  assert.deepEqual(linking(await columnsOf(['poll_key'])), ['poll_key.key_hash']);
  const found = linking(await columnsOf(['summons_link', 'form_response_answer', 'log_told']));
  for (const column of ['summons_link.summons_letter_id', 'form_response_answer.answered_at', 'log_told.seq'])
    assert.ok(found.includes(column), `${column} is not found`);
});

test('no answer is found again in the log, which only knows that somebody answered', async () => {
  const poll = await buildPoll(t);
  const words = `sällsynta ord ${t.runtime.newId()}`;
  await answerPoll(t, poll, {
    answers: { [poll.questions[0]!.id]: '4' },
    comments: { [poll.questions[1]!.id]: words },
  });
  const { rows } = await owner.query<{ entry: string }>(
    `select to_jsonb(log_told)::text as entry from log_told where to_jsonb(log_told)::text like '%' || $1 || '%'`,
    [poll.id],
  );
  assert.ok(rows.length >= 4, 'the log knows the poll');
  const ballots = await owner.query<{ id: string }>('select id from poll_ballot where poll_id = $1', [poll.id]);
  for (const { entry } of rows)
    for (const secret of [words, ballots.rows[0]!.id]) assert.ok(!entry.includes(secret), entry);
});

test('after closing, neither the order of rows nor the transaction that wrote them tells who answered when', async () => {
  const poll = await buildPoll(t, { access: 'links' });
  const keys = await t.db.transact(authorize(operatorOf(t.tenantId), 'poll.edit'), { verb: 'prov' }, (w) =>
    makePollKeys(w, { pollId: poll.id, count: 40 }),
  );
  const values = keys.map((_, index) => String((index % 5) + 1));
  for (const [index, key] of keys.entries())
    await answerPoll(t, poll, { key, answers: { [poll.questions[0]!.id]: values[index]! } });
  const rowsOf = async () =>
    (
      await owner.query<{ id: string; xmin: string; value: string }>(
        `select id, xmin::text, answers ->> $2 as value from poll_ballot where poll_id = $1 order by ctid`,
        [poll.id, poll.questions[0]!.id],
      )
    ).rows;
  const before = await rowsOf();
  assert.equal(new Set(before.map(({ xmin }) => xmin)).size, 40, 'control: while it is open, transactions tell');
  assert.deepEqual(
    before.map(({ value }) => value),
    values,
    'control: and so does the order',
  );
  await stepPoll(t, poll.id, 'close');
  const after = await rowsOf();
  assert.equal(new Set(after.map(({ xmin }) => xmin)).size, 1);
  assert.deepEqual(after.map(({ value }) => value).toSorted(), values.toSorted(), 'every answer is still there');
  // Forty answers fall back into their order by chance less than once in 10^20.
  assert.notDeepEqual(
    after.map(({ value }) => value),
    values,
  );
  assert.ok(after.every(({ id }) => !before.some((one) => one.id === id)));
  const left = await owner.query('select 1 from poll_key where poll_id = $1', [poll.id]);
  assert.equal(left.rowCount, 0, 'the keys are forgotten');
});

test('whatever code writes: an answer is never changed, and none comes or goes once the poll is closed', async () => {
  const poll = await buildPoll(t);
  await answerPoll(t, poll, { answers: { [poll.questions[0]!.id]: '4' } });
  const change = `update poll_ballot set answers = '{}' where poll_id = $1`;
  await assert.rejects(owner.query(change, [poll.id]), { code: '23001' }, 'also while it is open');
  await stepPoll(t, poll.id, 'close');
  for (const statement of [
    change,
    'delete from poll_ballot where poll_id = $1',
    `insert into poll_ballot (tenant_id, id, poll_id, answers) select tenant_id, gen_random_uuid(), id, '{}' from poll where id = $1`,
    `update poll_question set prompt = 'Annat' where poll_id = $1`,
    `update poll set state = 'open' where id = $1`,
  ])
    await assert.rejects(owner.query(statement, [poll.id]), { code: '23001' }, statement);
});
