import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildIntakeFile } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { AppError } from '../../kernel/errors.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { askDecideMany, decideMany, dropDecideMany, isDecidingMany } from './decide-many.ts';
import { getIntakeFile, listProposals } from './intake-reader.ts';

const paper = `# Återrapportering till vård- och skogsnämnden

Beredning för skogsvård 2010

**Vård- och skogsnämndens beredning för skogsvård får i uppdrag:**

**Nr 1. Att räkna tallarna.**

**Svar:** Beredningen berörs ej av uppdraget.
`;

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

test('one decision on many at a time; work that nobody may do is dropped, and asked for anew', async () => {
  const auth = authorize(operatorOf(t.tenantId), 'intake.confirm');
  const { fileId } = await buildIntakeFile(t, paper);
  const ask = () =>
    t.db.transact(auth, { verb: 'test' }, (w) => askDecideMany(w, { fileId, action: 'reject', minConfidence: 0 }));
  const file = () => t.db.read(auth, (r) => getIntakeFile(r, fileId));
  const states = async () => (await t.db.read(auth, (r) => listProposals(r, fileId))).map(({ state }) => state);
  await ask();
  await assert.rejects(ask(), (error: AppError) => error.code === 'intake.manyUnderWay');
  await dropDecideMany(t.db, auth, fileId);
  assert.equal(isDecidingMany(await file()), false);
  assert.ok((await states()).every((state) => state === 'open'));
  await ask();
  await decideMany(t.db, auth, fileId, (error) => assert.ifError(error));
  assert.ok((await states()).every((state) => state === 'rejected'));
  const { many } = await file();
  assert.deepEqual([many?.state, many?.left, many?.done === many?.total], ['done', [], true]);
  await decideMany(t.db, auth, fileId, (error) => assert.ifError(error));
});
