import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildAssessment, buildPeriod } from '../../../test/support/build-followup.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { listAssignmentsById } from '../assignments/index.ts';
import {
  assessmentsOf,
  assessmentVersions,
  ensurePeriod,
  interimDeadline,
  periodProblems,
  statusStrip,
  writeAssessment,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());
const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);

const deadlines: readonly (readonly [string, string])[] = [
  ['2023-06-30', '2023-08-31'],
  ['2023-08-31', '2023-10-31'],
  ['2023-07-15', '2023-09-15'],
  ['2023-12-31', '2024-02-29'],
  ['2022-12-31', '2023-02-28'],
];
for (const [endsOn, deadline] of deadlines)
  test(`an interim period that ends ${endsOn} is reported by ${deadline}`, () =>
    assert.equal(interimDeadline(endsOn), deadline));

test('property: the deadline is two months later, and a later period is never due earlier', () => {
  const day = fc
    .integer({ min: 0, max: 3650 })
    .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (a, b) => {
      const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
      assert.equal(months(interimDeadline(a)) - months(a), 2);
      if (a <= b) assert.ok(interimDeadline(a) <= interimDeadline(b));
    }),
  );
});

test('an interim period covers at least half and at most two thirds of the year', () => {
  const rows: readonly (readonly ['interim' | 'annual', string, boolean])[] = [
    ['interim', '2023-06-30', true],
    ['interim', '2023-08-31', true],
    ['interim', '2023-06-29', false],
    ['interim', '2023-09-01', false],
    ['interim', '2023-02-30', false],
    ['annual', '2023-12-31', true],
    ['annual', '2023-11-30', false],
  ];
  for (const [kind, endsOn, fits] of rows)
    assert.equal(periodProblems(2023, kind, endsOn).length === 0, fits, `${kind} ${endsOn}`);
});

test('a period is made once', async () => {
  const first = await buildPeriod(t, 2019);
  assert.equal(
    await write('period.edit', (w) => ensurePeriod(w, { year: 2019, kind: 'interim', endsOn: '2019-08-31' })),
    first,
  );
  await assert.rejects(
    write('period.edit', (w) => ensurePeriod(w, { year: 2018, kind: 'interim', endsOn: '2018-09-30' })),
    {
      code: 'record.invalid',
    },
  );
});

test('an assessment keeps every version, and the versions can be neither changed nor removed', async () => {
  const assignmentId = await buildAssignment(t, { year: 2023 });
  const id = await buildAssessment(t, { assignmentId, text: 'Uppdraget har påbörjats.' });
  const periodId = await buildPeriod(t);
  const rewrite = (text: string, expectedVersion: number) =>
    write('assessment.write', (w) => writeAssessment(w, { assignmentId, periodId, text, expectedVersion }));
  assert.equal(await rewrite('Uppdraget är pausat.', 1), id, 'the same assessment');
  await assert.rejects(rewrite('Något.', 1), { code: 'record.changedMeanwhile' });
  await assert.rejects(
    write('assessment.write', (w) => writeAssessment(w, { assignmentId, periodId, text: 'Utan version.' })),
    { code: 'record.changedMeanwhile' },
  );
  const versions = await read((r) => assessmentVersions(r, id));
  assert.deepEqual(
    versions.map((one) => [one.version, one.status, one.text]),
    [
      [1, 'started', 'Uppdraget har påbörjats.'],
      [2, 'paused', 'Uppdraget är pausat.'],
    ],
  );
  const [now] = await read((r) => assessmentsOf(r, assignmentId));
  assert.deepEqual([now?.version, now?.status, now?.period.kind], [2, 'paused', 'interim']);
  const attempts: readonly ((w: Writer) => Promise<unknown>)[] = [
    (w) => w.db.updateTable('assessment_version').set({ status: 'started' }).execute(),
    (w) => w.db.deleteFrom('assessment_version').execute(),
  ];
  for (const attempt of attempts) await assert.rejects(write('assessment.write', attempt), { code: '42501' });
  assert.equal((await read((r) => assessmentVersions(r, id))).length, 2);
});

test('the strip shows the latest status of each year, and the years of which nothing is known', async () => {
  const first = await buildAssignment(t, { year: 2020 });
  const later = await buildAssignment(t, { year: 2023 });
  await buildAssessment(t, { assignmentId: first, periodId: await buildPeriod(t, 2020), status: 'started' });
  await buildAssessment(t, { assignmentId: later, periodId: await buildPeriod(t, 2023), status: 'startedOnTrack' });
  const annual = await buildPeriod(t, 2023, 'annual');
  await buildAssessment(t, { assignmentId: later, periodId: annual, status: 'startedDelayed' });
  assert.deepEqual(
    (await read(async (r) => statusStrip(r, await listAssignmentsById(r, [first, later])))).map((one) => [
      one.year,
      one.status,
    ]),
    [
      [2020, 'started'],
      [2021, null],
      [2022, null],
      [2023, 'startedDelayed'],
    ],
  );
  assert.deepEqual(await read((r) => statusStrip(r, [])), []);
});
