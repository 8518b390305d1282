import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/context.ts';
import { signIn } from '../../src/domain/access/index.ts';
import { runKansli } from '../support/run-kansli.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-account-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const kansli = (...args: string[]) => runKansli(args, { KANSLI_DATA: folder });

test('the first person of an installation gets an account from the command line, and can sign in with its password', async () => {
  const made = await kansli('account', 'stina', '--name', 'Stina Prov', '--role', 'committeeSecretary', '--json');
  assert.equal(made.code, 0, made.err);
  const { login, password } = JSON.parse(made.out) as { login: string; password: string };
  const context = await createContext(readConfig({ KANSLI_DATA: folder }), { mode: 'own' });
  try {
    const { session } = await signIn(context.db, login, password);
    assert.deepEqual(
      session.actor.grants.map(({ role, bodyId }) => [role, bodyId]),
      [['committeeSecretary', null]],
    );
  } finally {
    await context.close();
  }
});

test('a taken name and a role that nobody has are refused in words', async () => {
  const again = await kansli('account', 'Stina', '--name', 'Någon Annan', '--role', 'member');
  assert.equal(again.code, 1);
  assert.match(again.err, /login: Användarnamnet finns redan/);
  const role = await kansli('account', 'karin', '--name', 'Karin Prov', '--role', 'kung');
  assert.equal(role.code, 2);
  assert.match(role.err, /--role ska vara en av committeeSecretary, caseOfficer/);
  const guest = await kansli('account', 'karin', '--name', 'Karin Prov', '--role', 'guest', '--until', '2099-01-01');
  assert.equal(guest.code, 2, 'a guest without a group would see what is let out to the guests of every group');
  assert.match(guest.err, /--body och --until/);
  const operator = await kansli('account', 'karin', '--name', 'Karin Prov', '--role', 'operator');
  assert.equal(operator.code, 2, 'the role of operator belongs to who runs the server');
});
