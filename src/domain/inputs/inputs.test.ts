import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { addBudgetInputPoint, getBudgetInput, listBudgetInputs, recordBudgetInput, takeUpPoint } from './index.ts';

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

test('the points of an input are followed to the assignments that took them up', async () => {
  const points = ['Målbilden stäms av.', 'Omställningen trappas upp.'].map((text, index) => ({
    number: index + 1,
    text,
  }));
  const input = {
    bodyId: body,
    forYear: 2021,
    title: 'Inspel till verksamhetsplan 2021',
    datedOn: '2020-10-27',
    points,
  };
  const inputId = await write('report.edit', (w) => recordBudgetInput(w, input));
  await assert.rejects(
    write('report.edit', (w) => recordBudgetInput(w, input)),
    { code: 'record.invalid' },
  );
  await write('report.edit', (w) => addBudgetInputPoint(w, { inputId, number: 3, text: 'Traumasjukvården.' }));
  await assert.rejects(
    write('report.edit', (w) => addBudgetInputPoint(w, { inputId, number: 3, text: 'Igen.' })),
    { code: 'record.invalid' },
  );
  const assignmentId = await buildAssignment(t, { year: 2021 });
  const before = await read((r) => getBudgetInput(r, inputId));
  await write('report.edit', (w) => takeUpPoint(w, { pointId: before.points[1]!.id, assignmentId }));
  const [found] = await read((r) => listBudgetInputs(r, { ofAssignments: [assignmentId] }));
  assert.deepEqual(
    found?.points.map((point) => [point.number, point.assignments[0]?.id ?? null]),
    [
      [1, null],
      [2, assignmentId],
      [3, null],
    ],
  );
});
