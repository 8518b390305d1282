import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildPlan } from '../../../test/support/build-plans.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { authorize } from '../access/index.ts';
import {
  addObjective,
  adoptPlan,
  changePlan,
  createPlan,
  ensureObjective,
  ensurePlan,
  findPlan,
  getPlan,
  listPlans,
  type PlanAction,
  type PlanState,
  planAfter,
  planStates,
  planTransitions,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'plan.edit');

test('every state × action follows the table', () => {
  for (const state of Object.keys(planStates) as PlanState[])
    for (const action of Object.keys(planTransitions) as PlanAction[])
      if (state === 'draft') assert.equal(planAfter(state, action), action === 'adopt' ? 'adopted' : 'draft');
      else assert.throws(() => planAfter(state, action), { code: 'record.wrongState' });
});

test('a plan is drafted with its objectives and adopted; after that it stands', async () => {
  const planId = await buildPlan(t);
  const add = (number: string, objective: string) =>
    write((w) => addObjective(w, { planId, perspective: 'Process', number, objective }));
  await add('3.2.1', 'Att utveckla effektiviteten');
  await assert.rejects(add('3.2.1', 'Att något annat'), { code: 'record.invalid' });
  await assert.rejects(add('tre', 'Att något annat'), { code: 'record.invalid' });
  await write((w) => adoptPlan(w, { planId, expectedVersion: 1, adoptedOn: '2022-12-14' }));
  const plan = await read((r) => getPlan(r, planId));
  assert.deepEqual([plan.state, plan.adoptedOn, plan.version], ['adopted', '2022-12-14', 2]);
  assert.deepEqual(
    plan.objectives.map((one) => [one.number, one.position]),
    [['3.2.1', 1]],
  );
  await assert.rejects(add('3.2.2', 'Att för sent'), { code: 'record.wrongState' });
  await assert.rejects(
    write((w) => changePlan(w, { planId, expectedVersion: 2, title: 'Annan' })),
    {
      code: 'record.wrongState',
    },
  );
});

test('an import adds what it reads in an adopted plan, once', async () => {
  const ownerBodyId = await buildBody(t);
  const ensure = () =>
    write((w) => ensurePlan(w, { year: 2020, title: 'Verksamhetsplan 2020', ownerBodyId }), 'intake.confirm');
  const planId = await ensure();
  await write((w) => adoptPlan(w, { planId, expectedVersion: 1, adoptedOn: '2019-12-11' }));
  const objective = { planId, perspective: 'Resurs', number: '3.3.1', objective: 'Att fullfölja handlingsplanen' };
  const first = await write((w) => ensureObjective(w, objective), 'intake.confirm');
  assert.equal((await read((r) => getPlan(r, planId))).objectives[0]?.id, first);
  assert.equal((await read((r) => findPlan(r, 2020, ownerBodyId)))?.id, planId);
});

test('a body has one plan a year, and only one that decides can adopt it', async () => {
  const ownerBodyId = await buildBody(t, { kind: 'draftingCommittee', name: 'Beredningen för planprov' });
  const planId = await buildPlan(t, { ownerBodyId });
  await assert.rejects(buildPlan(t, { ownerBodyId }), { code: 'record.invalid' });
  await assert.rejects(
    write((w) => adoptPlan(w, { planId, expectedVersion: 1, adoptedOn: '2022-12-14' })),
    {
      code: 'record.invalid',
      details: [{ path: 'ownerBodyId', key: 'plan.ownerMayNotDecide' }],
    },
  );
  await write((w) => changePlan(w, { planId, expectedVersion: 1, title: 'Nytt namn' }));
  await assert.rejects(
    write((w) => changePlan(w, { planId, expectedVersion: 1, title: 'Annat namn' })),
    {
      code: 'record.changedMeanwhile',
    },
  );
});

test('another body’s secretary is denied, and another authority sees nothing', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const grants = [{ role: 'committeeSecretary', bodyId: ours, validFrom: '2020-01-01', validTo: null }] as const;
  const actor = { tenantId: t.tenantId, accountId: t.runtime.newId(), name: 'Prov', language: 'sv', grants } as const;
  const create = (ownerBodyId: string) =>
    t.db.transact(authorize(actor, 'plan.edit'), { verb: 'createPlan' }, (w) =>
      createPlan(w, { year: 2024, title: 'Plan', ownerBodyId }),
    );
  await assert.rejects(create(theirs), { code: 'access.denied' });
  const planId = await create(ours);
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listPlans(r)), []);
  await assert.rejects(
    there((r) => getPlan(r, planId)),
    { code: 'record.notFound' },
  );
});
