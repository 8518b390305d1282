import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { openTestDatabase } from '../../../test/support/database.ts';
import {
  findPublished,
  listAuthorities,
  type PublishedRecord,
  passagesOf,
  publishedHash,
  putPublished,
  removePublished,
} from './index.ts';

const { db, auth, connection, tenantId, close } = await openTestDatabase();
after(close);

const id = '11111111-1111-4111-8111-111111111111';
const heading = {
  kind: 'heading',
  level: 1,
  content: [{ kind: 'text', text: 'Bakgrund' }],
  anchor: 'bakgrund',
} as const;
const record: PublishedRecord<'matter'> = {
  noun: 'matter',
  recordId: id,
  title: 'Plan för primärvården',
  summary: null,
  bodyId: null,
  bodyName: null,
  happenedOn: '2026-02-03',
  year: 2026,
  state: null,
  registrationNumbers: ['26RS14'],
  tree: {
    title: 'Plan för primärvården',
    author: 'Provregionen',
    language: 'sv',
    blocks: [heading, { kind: 'paragraph', content: [{ kind: 'text', text: 'Planen gäller länet.' }] }],
  },
  data: { openedOn: '2026-01-02', closed: false },
  links: [],
  files: [],
};

const publish = (what: PublishedRecord) =>
  db.transact(auth('publication.propose'), { verb: 'publish' }, async (w) => {
    await w.log({ noun: what.noun, recordId: what.recordId, summary: 'published' });
    return await putPublished(w, what);
  });

test('what is published is read by anybody as it was put, in editions, and is gone when it is withdrawn', async () => {
  assert.equal(await publish(record), 1);
  assert.equal(await publish({ ...record, title: 'Plan för vården' }), 2);
  const [authority] = await db.readPublic(listAuthorities);
  assert.equal(authority?.slug, 'prov');
  const found = await db.readPublic((r) => findPublished(r, authority!, 'matter', id));
  assert.equal(found?.title, 'Plan för vården');
  assert.deepEqual([found?.edition, found?.data, found?.tree], [2, record.data, record.tree]);
  await db.transact(auth('publication.withdraw'), { verb: 'withdraw' }, async (w) => {
    assert.equal(await removePublished(w, 'matter', id), true);
    await w.log({ noun: 'matter', recordId: id, summary: 'withdrawn' });
  });
  assert.equal(await db.readPublic((r) => findPublished(r, authority!, 'matter', id)), undefined);
  const changes = await db.readPublic((r) =>
    r.db.selectFrom('pub.change').select(['seq', 'kind']).orderBy('seq').execute(),
  );
  assert.deepEqual(
    changes.map(({ seq, kind }) => `${seq} ${kind}`),
    ['1 published', '2 changed', '3 withdrawn'],
  );
});

test('the open side reaches what is published and not one table more, and writes nothing', async () => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select nspname as schema, relname as name from pg_class join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'p', 'v', 'm') and nspname not in ('pg_catalog', 'information_schema')`,
    );
    const reached: string[] = [];
    const written: string[] = [];
    for (const { schema, name } of tables) {
      const may = async (right: string) =>
        (
          await client.query<{ may: boolean }>(
            `select has_schema_privilege('kansli_public', $1, 'usage') and has_table_privilege('kansli_public', $2, '${right}') as may`,
            [schema, `${schema}."${name}"`],
          )
        ).rows[0]!.may;
      if (await may('select')) reached.push(`${schema}.${name}`);
      if (await may('insert, update, delete, truncate')) written.push(`${schema}.${name}`);
    }
    assert.deepEqual(
      reached.filter((name) => !name.startsWith('pub.')),
      [],
    );
    assert.ok(reached.includes('pub.record'), 'the portal reads what is published');
    assert.deepEqual(written, []);
  } finally {
    await client.end();
  }
  // Control: the same question through the open side itself is refused by the database, not by our types.
  const asked = db.readPublic((r) =>
    r.db
      .selectFrom('public.account' as 'pub.record')
      .selectAll()
      .execute(),
  );
  await assert.rejects(asked, /permission denied/);
});

test('an authority writes its own portal and no other', async () => {
  const other = { ...record, recordId: '22222222-2222-4222-8222-222222222222' };
  await assert.rejects(
    db.transact(auth('publication.propose'), { verb: 'publish' }, async (w) => {
      await w.log({ noun: 'matter', recordId: other.recordId });
      await putPublished({ ...w, tenantId: '33333333-3333-4333-8333-333333333333' as typeof tenantId }, other);
    }),
  );
});

test('passages stand under their headings, and the hash tells every change', () => {
  assert.deepEqual(passagesOf(record.tree), [
    { anchor: 'bakgrund', heading: 'Bakgrund', words: 'Planen gäller länet.' },
  ]);
  assert.notEqual(publishedHash(record), publishedHash({ ...record, year: 2025 }));
  assert.equal(publishedHash(record), publishedHash(JSON.parse(JSON.stringify(record))));
});
