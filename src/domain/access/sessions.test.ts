import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createAccount, grantRole } from './create-account.ts';
import { findSession, signIn, signOut } from './sessions.ts';

let prepared: TestDatabase;
const password = 'en lång mening om hösten';

before(async () => {
  prepared = await openTestDatabase();
  const { db, auth } = prepared;
  await db.transact(auth('account.administer'), { verb: 'createAccount' }, async (w) => {
    const accountId = await createAccount(w, { login: 'Stina', name: 'Stina Prov', password });
    await grantRole(w, { accountId, role: 'committeeSecretary', validFrom: '2026-01-01' });
    await grantRole(w, { accountId, role: 'chair', validFrom: '2019-01-01', validTo: '2025-12-31' });
    await createAccount(w, { login: 'utan-losenord', name: 'Extern Prov' });
  });
});
after(() => prepared.close());

test('the right password opens a session with the roles that hold today', async () => {
  const { token, session } = await signIn(prepared.db, ' STINA ', password);
  assert.equal(session.actor.name, 'Stina Prov');
  assert.deepEqual(
    session.actor.grants.map((grant) => grant.role),
    ['committeeSecretary'],
  );
  assert.equal((await findSession(prepared.db, token))?.csrfToken, session.csrfToken);
});

test('a wrong password, an unknown login and an account without password are refused alike', async () => {
  for (const [login, tried] of [
    ['stina', 'fel'],
    ['finns-inte', password],
    ['utan-losenord', ''],
  ] as const)
    await assert.rejects(signIn(prepared.db, login, tried), { code: 'access.wrongLogin' });
});

test('a session that was ended, lay unused or grew old opens nothing', async () => {
  const { token } = await signIn(prepared.db, 'stina', password);
  await signOut(prepared.db, token);
  assert.equal(await findSession(prepared.db, token), undefined);

  const second = await signIn(prepared.db, 'stina', password);
  prepared.clock.set('2026-03-02T10:59:00.000Z');
  assert.ok(await findSession(prepared.db, second.token), 'used after two hours less a minute');
  prepared.clock.set('2026-03-02T13:30:00.000Z');
  assert.equal(await findSession(prepared.db, second.token), undefined, 'unused for more than two hours');
  assert.equal(await findSession(prepared.db, 'påhittad'), undefined);
});

test('the table of sessions holds no token that could be used', async () => {
  const { token } = await signIn(prepared.db, 'stina', password);
  const rows = await prepared.db.system('findSession', (system) => system.selectFrom('session').selectAll().execute());
  assert.ok(rows.length > 0);
  assert.equal(JSON.stringify(rows).includes(token), false);
});
