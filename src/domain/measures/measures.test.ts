import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildMeasure, buildMeasurePlan, buildTelling } from '../../../test/support/build-measures.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import {
  addMeasure,
  changeMeasure,
  getMeasure,
  getMeasurePlan,
  groupedSums,
  latestTelling,
  type Measure,
  mayMeasure,
  measureKindCodes,
  measureMoves,
  measureStateAfter,
  measureStateCodes,
  measuresOf,
  moveMeasure,
  needsReason,
  sumsByMonth,
  sumsOf,
  tellMeasure,
  totalOf,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const refuses = (key: string) => (error: unknown) =>
  error instanceof AppError &&
  (error.details as readonly Problem[] | undefined)?.some((one) => one.key === key) === true;
const says = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

test('a plan with a demanded sum, a measure in it, and what is told month by month', async () => {
  const bodyId = await buildBody(t, { name: 'Vårdnämnden' });
  const clinic = await buildBody(t, { name: 'Närsjukvården' });
  const assignmentId = await buildAssignment(t, { year: 2026, title: 'Att spara' });
  const planId = await buildMeasurePlan(t, { bodyId, demanded: 25_000_000, assignmentId });
  const measureId = await buildMeasure(t, { planId, responsibleBodyId: clinic, assignmentId });
  await buildTelling(t, { measureId, month: '2026-02', effect: 150_000, forecast: 550_000 });
  await buildTelling(t, { measureId, month: '2026-01', effect: 50_000, forecast: 600_000 });

  const plan = await read((r) => getMeasurePlan(r, planId));
  assert.deepEqual(
    [plan.demanded, plan.title, plan.assignment?.id],
    [25_000_000, 'Ekonomisk handlingsplan 2026', assignmentId],
  );
  const measure = await read((r) => getMeasure(r, measureId));
  assert.deepEqual(
    [measure.number, measure.responsible.name, measure.plan.body.name, measure.state, measure.planned],
    [1, 'Närsjukvården', 'Vårdnämnden', 'planned', 600_000],
  );
  assert.deepEqual(
    measure.told.map(({ month, effect }) => [month, effect]),
    [
      ['2026-01', 50_000],
      ['2026-02', 150_000],
    ],
  );
  assert.equal(latestTelling(measure, '2026-01')?.forecast, 600_000);
  // Both whose plan it is and who carries it out find it.
  for (const id of [bodyId, clinic])
    assert.deepEqual(
      (await read((r) => measuresOf(r, { year: 2026, bodyId: id }))).map((one) => one.id),
      [measureId],
    );
  assert.deepEqual(await read((r) => measuresOf(r, { year: 2025, bodyId })), []);
});

test('a body has one plan a year; two measures never get one number', async () => {
  const bodyId = await buildBody(t);
  const planId = await buildMeasurePlan(t, { bodyId });
  await assert.rejects(buildMeasurePlan(t, { bodyId }), says('measures.planExists'));
  const responsibleBodyId = await buildBody(t);
  const ids = await Promise.all([1, 2, 3].map(() => buildMeasure(t, { planId, responsibleBodyId })));
  const numbers = await Promise.all(ids.map(async (id) => (await read((r) => getMeasure(r, id))).number));
  assert.deepEqual(numbers.toSorted(), [1, 2, 3]);
});

test('what must be corrected is said at its field', async () => {
  const planId = await buildMeasurePlan(t);
  const add = (own: object) => buildMeasure(t, { planId, ...own });
  await assert.rejects(add({ title: ' ' }), refuses('validation.required'));
  await assert.rejects(add({ planned: 0.5 }), refuses('validation.amount'));
  await assert.rejects(add({ planned: -1 }), refuses('measures.plannedBelowZero'));
  await assert.rejects(add({ startsOn: '2027-01-01' }), refuses('measures.startsLater'));
  const measureId = await add({});
  const tell = (own: object) => buildTelling(t, { measureId, ...own });
  await assert.rejects(tell({ month: '2025-12' }), refuses('measures.month'));
  await assert.rejects(tell({ month: '2026-13' }), refuses('measures.month'));
  await assert.rejects(tell({ month: '2026-04' }), refuses('measures.monthAhead'));
  await assert.rejects(tell({ operational: '  ' }), refuses('measures.consequence'));
});

test('what was told of a month is corrected with the version that was read, never over another', async () => {
  const measureId = await buildMeasure(t, { planId: await buildMeasurePlan(t) });
  await buildTelling(t, { measureId });
  await assert.rejects(buildTelling(t, { measureId, effect: 1 }), says('record.changedMeanwhile'));
  await buildTelling(t, { measureId, effect: -20_000, expectedVersion: 1 });
  const { told } = await read((r) => getMeasure(r, measureId));
  assert.deepEqual(
    told.map(({ effect, version }) => [effect, version]),
    [[-20_000, 2]],
  );
});

test('a measure moves by the table and by nothing else', async () => {
  const planId = await buildMeasurePlan(t);
  for (const move of measureMoves)
    for (const state of measureStateCodes) {
      const allowed = mayMeasure(state, move);
      if (allowed) assert.notEqual(measureStateAfter(state, move), state);
      else assert.throws(() => measureStateAfter(state, move), says('record.wrongState'));
    }
  const measureId = await buildMeasure(t, { planId });
  const go = (expectedVersion: number, move: (typeof measureMoves)[number], reason?: string) =>
    write('plan.edit', (w) => moveMeasure(w, { measureId, expectedVersion, move, ...(reason && { reason }) }));
  await assert.rejects(go(1, 'finish'), says('record.wrongState'));
  await go(1, 'start');
  assert.ok(needsReason('stop') && !needsReason('start'));
  await assert.rejects(go(2, 'stop'), refuses('measures.reason'));
  await go(2, 'stop', 'Avtalet sades upp.');
  const { version, state, stateReason, ...fields } = await read((r) => getMeasure(r, measureId));
  assert.deepEqual([version, state, stateReason], [3, 'stopped', 'Avtalet sades upp.']);
  await assert.rejects(
    write('plan.edit', (w) =>
      changeMeasure(w, { ...fields, measureId, expectedVersion: 3, responsibleBodyId: fields.responsible.id }),
    ),
    says('record.wrongState'),
  );
  // What it gave before it was stopped is still told.
  await buildTelling(t, { measureId });
});

test('who holds a role on one body only tells of its measures, and owns no plan of another', async () => {
  const [mine, other] = [await buildBody(t), await buildBody(t)];
  const planId = await buildMeasurePlan(t, { bodyId: other });
  const own = await buildMeasure(t, { planId, responsibleBodyId: mine });
  const foreign = await buildMeasure(t, { planId, responsibleBodyId: other });
  const actor = {
    ...operatorOf(t.tenantId),
    grants: [{ role: 'controller' as const, bodyId: mine, validFrom: '2026-01-01', validTo: null }],
  };
  const told = (measureId: string) =>
    t.db.transact(authorize(actor, 'assessment.write'), { verb: 'prov' }, (w) =>
      tellMeasure(w, {
        measureId,
        month: '2026-02',
        effect: 1,
        forecast: 1,
        financial: 'Ingen.',
        operational: 'Ingen.',
      }),
    );
  await told(own);
  await assert.rejects(told(foreign), says('access.denied'));
  await assert.rejects(
    t.db.transact(authorize(actor, 'plan.edit'), { verb: 'prov' }, (w) =>
      addMeasure(w, {
        planId,
        title: 'x',
        kind: 'revenue',
        responsibleBodyId: mine,
        planned: 1,
        plannedFullYear: 1,
        startsOn: '2026-01-01',
      }),
    ),
    says('access.denied'),
  );
});

const kronor = fc.integer({ min: -50_000_000, max: 50_000_000 });
const measure = fc
  .record({
    body: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom(...measureKindCodes),
    planned: kronor,
    plannedFullYear: kronor,
    told: fc.uniqueArray(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }).map((n) => `2026-${String(n).padStart(2, '0')}`),
        effect: kronor,
        forecast: kronor,
      }),
      { selector: ({ month }) => month, maxLength: 6 },
    ),
  })
  .map(
    ({ body, told, ...own }) =>
      ({
        ...own,
        responsible: { id: body, name: `Organ ${body}` },
        told: told.toSorted((x, y) => x.month.localeCompare(y.month)),
      }) as unknown as Measure,
  );

test('whatever the measures, the groups together are the total, in every column', () => {
  fc.assert(
    fc.property(
      fc.array(measure, { maxLength: 30 }),
      fc.option(fc.constantFrom('2026-03', '2026-08'), { nil: undefined }),
      (some, until) => {
        assert.deepEqual(totalOf(groupedSums(some, until)), sumsOf(some, until));
      },
    ),
  );
});

test('the sums of the last month told are the sums of now', () => {
  fc.assert(
    fc.property(fc.array(measure, { maxLength: 20 }), (some) => {
      const last = sumsByMonth(some).at(-1);
      if (last) assert.deepEqual({ ...last, month: undefined }, { ...sumsOf(some), month: undefined });
    }),
  );
});
