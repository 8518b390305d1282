import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { authorize } from '../../src/domain/access/index.ts';
import { proposePublication, withdrawPublication } from '../../src/domain/publications/index.ts';
import { buildMatter } from '../support/build-matters.ts';
import { openTestDatabase } from '../support/database.ts';
import { someoneWith } from '../support/run-verbs.ts';

const t = await openTestDatabase();
after(t.close);
const secretary = { ...someoneWith(t, 'committeeSecretary', null), accountId: null };
const words = 'Kantareller i kommunens skogar';

/** Every row of the open side as text: whatever a page, a feed, a search or a file is made of stands in it. */
const everything = () =>
  t.db.readPublic(async (r) => {
    const tables = ['pub.record', 'pub.link', 'pub.file', 'pub.passage', 'pub.change'] as const;
    const rows = await Promise.all(tables.map((table) => r.db.selectFrom(table).selectAll().execute()));
    return JSON.stringify(rows);
  });

test('what is withdrawn is gone from all that the open side can be made of, and only that it was withdrawn remains', async () => {
  const recordId = await buildMatter(t, { publicTitle: words });
  await t.db.transact(authorize(secretary, 'publication.propose'), { verb: 'proposePublication' }, (w) =>
    proposePublication(w, { noun: 'matter', recordId }),
  );
  assert.ok((await everything()).includes(words), 'control: while it is public it stands there');
  await t.db.transact(authorize(secretary, 'publication.withdraw'), { verb: 'withdrawPublication' }, (w) =>
    withdrawPublication(w, { noun: 'matter', recordId, reason: 'Fel handling' }),
  );
  const left = await everything();
  assert.ok(!left.includes(words) && !left.includes('Fel handling'));
  assert.match(left, /"kind":"withdrawn"/);
});
