import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildPosition } from '../../../test/support/build-followup.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { positionsOf, takePosition, withdrawPosition } from './index.ts';

let t: TestDatabase;
let body: Id<'body'>;
before(async () => {
  t = await openTestDatabase();
  body = await buildBody(t, { kind: 'draftingCommittee', name: 'Beredning för prov' });
});
after(() => t.close());
const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);

test('a position is the body’s own words, read for their type, changed by one at a time and taken back', async () => {
  const assignmentId = await buildAssignment(t, { year: 2023 });
  await buildPosition(t, { assignmentId, bodyId: body, text: 'Uppdraget har införlivats i planen.' });
  const key = { assignmentId, bodyId: body, year: 2023 };
  const change = (expectedVersion?: number) =>
    write('report.edit', (w) =>
      takePosition(w, { ...key, text: 'Beredningen berörs ej av uppdraget.', expectedVersion }),
    );
  await assert.rejects(change(), { code: 'record.changedMeanwhile' });
  assert.equal((await read((r) => positionsOf(r, assignmentId)))[0]?.answerType, 'absorbed');
  await change(1);
  const [position] = await read((r) => positionsOf(r, assignmentId));
  assert.deepEqual([position?.answerType, position?.version], ['notConcerned', 2]);
  await write('report.edit', (w) => withdrawPosition(w, key));
  assert.deepEqual(await read((r) => positionsOf(r, assignmentId)), []);
});
