import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildBody } from '../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { getRow, lockRow } from './get-row.ts';
import { createTenant } from './tenant.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

test('a row is read by its id in its own tenant; anything else is not found', async () => {
  const id = await buildBody(t, { name: 'Vårdnämnden' });
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  assert.equal((await t.db.read(t.auth(), (r) => getRow(r, 'body', id))).name, 'Vårdnämnden');
  const notFound = { code: 'record.notFound' };
  await assert.rejects(
    t.db.read(t.authIn(other), (r) => getRow(r, 'body', id)),
    notFound,
  );
  for (const strange of [t.runtime.newId(), 'ett', "' or true --", ''])
    await assert.rejects(
      t.db.read(t.auth(), (r) => getRow(r, 'body', strange)),
      notFound,
      strange,
    );
});

test('who locks a row second waits, and then sees what the first one wrote', async () => {
  const id = await buildBody(t, { name: 'Före' });
  const order: string[] = [];
  let locked = () => {};
  const firstHolds = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const first = t.db.transact(t.auth(), { verb: 'first' }, async (w) => {
    await lockRow(w, 'body', id);
    locked();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await w.db.updateTable('body').set({ name: 'Efter' }).where('id', '=', id).execute();
    await w.log({ noun: 'body', recordId: id });
    order.push('first');
  });
  await firstHolds;
  const second = t.db.transact(t.auth(), { verb: 'second' }, async (w) => {
    order.push((await lockRow(w, 'body', id)).name);
    await w.log({ noun: 'body', recordId: id });
  });
  await Promise.all([first, second]);
  assert.deepEqual(order, ['first', 'Efter']);
});
