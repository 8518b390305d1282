import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, type Actor, authorize, operatorOf } from '../access/index.ts';
import {
  askPerformers,
  askUnits,
  assessmentsOf,
  assessmentVersions,
  carryOver,
  changePeriod,
  closePeriod,
  confirmCarried,
  contributionsOf,
  lateContributions,
  listPeriods,
  mainAssessmentOf,
  makePeriod,
  markReadyContribution,
  reopenContribution,
  reopenPeriod,
  takenTextsOf,
  takeText,
  type WriteAssessment,
  withdrawContribution,
  writeAssessment,
} from './index.ts';

let t: TestDatabase;
let year = 2030;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const house = () => operatorOf(t.tenantId);
const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>, actor: Actor = house()): Promise<T> =>
  t.db.transact(authorize(actor, action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(house(), 'record.read'), run);
const say = (input: WriteAssessment) => write('assessment.write', (w) => writeAssessment(w, input));

/** A year of its own for each test, so that asking all performers asks only those of the test. */
async function aYear() {
  year += 1;
  const performer = await buildBody(t);
  const second = await buildBody(t);
  const assignmentId = await buildAssignment(t, {
    year,
    parties: [
      { bodyId: performer, role: 'performer' },
      { bodyId: second, role: 'performer' },
    ],
  });
  const endsOn = `${year}-08-31`;
  const periodId = await write('period.edit', (w) =>
    makePeriod(w, { year, kind: 'interim', endsOn, contributionsDueOn: `${year}-09-10` }),
  );
  return { year, performer, second, assignmentId, periodId };
}
const contributionOf = async (periodId: Id<'period'>, bodyId: Id<'body'>) => {
  const [found] = await read((r) => contributionsOf(r, { periodId, bodyIds: [bodyId] }));
  assert.ok(found, 'the contribution was asked for');
  return found;
};
const key = (one: { id: string; version: number }) => ({ contributionId: one.id, expectedVersion: one.version });

test('a period knows the day of the law, and takes an earlier one but no later', async () => {
  const make = (kind: 'interim' | 'annual', days: { endsOn: string; deadline?: string; contributionsDueOn?: string }) =>
    write('period.edit', (w) => makePeriod(w, { year: 2029, kind, ...days }));
  const refused = (path: string) => (error: { code: string; details: { path: string }[] }) =>
    error.code === 'record.invalid' && error.details.some((problem) => problem.path === path);
  await assert.rejects(make('interim', { endsOn: '2029-08-31', deadline: '2029-11-01' }), refused('deadline'));
  await assert.rejects(make('interim', { endsOn: '2029-08-31', deadline: '2029-08-31' }), refused('deadline'));
  await assert.rejects(
    make('interim', { endsOn: '2029-08-31', contributionsDueOn: '2029-11-01' }),
    refused('contributionsDueOn'),
  );
  await assert.rejects(make('annual', { endsOn: '2029-12-31', deadline: '2030-04-16' }), refused('deadline'));
  const id = await make('annual', { endsOn: '2029-12-31' });
  await make('interim', { endsOn: '2029-08-31', deadline: '2029-10-15' });
  await assert.rejects(make('annual', { endsOn: '2029-12-31' }), refused('kind'));
  const periods = await read((r) => listPeriods(r, { year: 2029 }));
  assert.deepEqual(
    periods.map((one) => [one.kind, one.deadline]),
    [
      ['annual', '2030-04-15'],
      ['interim', '2029-10-15'],
    ],
  );
  const change = (expectedVersion: number) =>
    write('period.edit', (w) =>
      changePeriod(w, { periodId: id, expectedVersion, endsOn: '2029-12-31', contributionsDueOn: '2030-01-20' }),
    );
  await change(1);
  await assert.rejects(change(1), { code: 'record.changedMeanwhile' });
});

test('a period belongs to no body: who may for one body only may not', async () => {
  const bodyId = await buildBody(t);
  const actor: Actor = { ...house(), grants: [{ role: 'controller', bodyId, validFrom: '2020-01-01', validTo: null }] };
  await assert.rejects(
    write('period.edit', (w) => makePeriod(w, { year: 2028, kind: 'annual', endsOn: '2028-12-31' }), actor),
    { code: 'access.denied' },
  );
});

test('all performers of the year are asked at once, and once only', async () => {
  const { periodId, performer, second, year: of } = await aYear();
  await buildAssignment(t, { year: of, parties: [{ bodyId: performer, role: 'performer' }] });
  await buildAssignment(t, { year: of, parties: [{ bodyId: second, role: 'consulted' }] });
  const ask = () => write('period.edit', (w) => askPerformers(w, { periodId }));
  assert.deepEqual(await ask(), { asked: 3, already: 0 });
  assert.deepEqual(await ask(), { asked: 0, already: 3 });
  const all = await read((r) => contributionsOf(r, { periodId }));
  assert.deepEqual(
    all.map((one) => [one.body.id, one.coordinates, one.state, one.dueOn]),
    [
      ...[performer, second]
        .map((id) => [id, id === performer, 'asked', `${of}-09-10`] as const)
        .toSorted(
          (a, b) => all.findIndex((one) => one.body.id === a[0]) - all.findIndex((one) => one.body.id === b[0]),
        ),
      [performer, true, 'asked', `${of}-09-10`],
    ],
  );
});

test('asking needs a day, and two who ask at once ask once', async () => {
  year += 1;
  const bodyId = await buildBody(t);
  await buildAssignment(t, { year, parties: [{ bodyId, role: 'performer' }] });
  const periodId = await write('period.edit', (w) => makePeriod(w, { year, kind: 'annual', endsOn: `${year}-12-31` }));
  const ask = () => write('period.edit', (w) => askPerformers(w, { periodId }));
  await assert.rejects(ask(), { code: 'record.invalid' });
  const change = { periodId, expectedVersion: 1, endsOn: `${year}-12-31`, contributionsDueOn: `${year + 1}-01-10` };
  await write('period.edit', (w) => changePeriod(w, change));
  const answers = await Promise.all([ask(), ask()]);
  assert.equal(answers[0].asked + answers[1].asked, 1);
  assert.equal((await read((r) => contributionsOf(r, { periodId }))).length, 1);
});

test('units contribute, and their words never speak for the whole until the performer takes them', async () => {
  const { periodId, performer, assignmentId, second } = await aYear();
  await write('period.edit', (w) => askPerformers(w, { periodId }));
  const units = [await buildBody(t, { parentId: performer }), await buildBody(t)];
  const ask = (bodyIds: readonly string[], dueOn?: string) =>
    write('assessment.write', (w) =>
      askUnits(w, { assignmentId, periodId, partOfBodyId: performer, bodyIds, ...(dueOn && { dueOn }) }),
    );
  await assert.rejects(ask([second]), { code: 'record.invalid' });
  await assert.rejects(ask(units, `${year}-09-11`), { code: 'record.invalid' }, 'after the whole is due');
  assert.deepEqual(await ask(units, `${year}-09-05`), { asked: 2, already: 0 });
  assert.deepEqual(await ask(units), { asked: 0, already: 2 });
  const [unit, other] = units as [string, string];
  const sourceId = await say({ assignmentId, periodId, bodyId: unit, text: 'Enhetens text.', status: 'paused' });
  await say({ assignmentId, periodId, bodyId: other, text: 'Den andras text.', status: 'started' });
  const main = async () => {
    const parties = [
      { bodyId: performer, bodyName: '', role: 'performer' as const },
      { bodyId: second, bodyName: '', role: 'performer' as const },
    ];
    return mainAssessmentOf({ id: assignmentId, parties }, await read((r) => assessmentsOf(r, assignmentId)));
  };
  assert.equal(await main(), undefined, 'nobody has spoken for the whole');
  const take = (expectedVersion: number) =>
    write('assessment.write', (w) => takeText(w, { bodyId: performer, sourceId, expectedVersion }));
  const jointId = await take(0);
  await say({ assignmentId, periodId, bodyId: second, text: 'Den andra utföraren.', status: 'started' });
  assert.deepEqual(
    [(await main())?.id, (await main())?.text, (await main())?.status],
    [jointId, 'Enhetens text.', 'unspecified'],
  );
  await assert.rejects(take(0), { code: 'record.changedMeanwhile' });
  await say({
    assignmentId,
    periodId,
    bodyId: performer,
    text: 'Först. Enhetens text. Sist.',
    status: 'startedOnTrack',
    expectedVersion: 1,
  });
  await say({ assignmentId, periodId, bodyId: unit, text: 'Enhetens nya text.', status: 'paused', expectedVersion: 1 });
  const taken = () => read((r) => takenTextsOf(r, jointId));
  assert.deepEqual(
    (await taken()).map((one) => [one.body?.id, one.sourceVersion, one.stands, one.outdated]),
    [[unit, 1, true, true]],
  );
  await take(2);
  assert.equal((await main())?.text, 'Först. Enhetens nya text. Sist.');
  assert.equal((await main())?.status, 'startedOnTrack', 'the judgement of the whole stays');
  assert.deepEqual(
    (await taken()).map((one) => [one.sourceVersion, one.stands, one.outdated]),
    [[2, true, false]],
  );
});

test('ready is said of what is written, and what is ready is opened again before it changes', async () => {
  const { periodId, performer, assignmentId } = await aYear();
  await write('period.edit', (w) => askPerformers(w, { periodId }));
  const ready = async () => {
    const one = await contributionOf(periodId, performer);
    await write('assessment.write', (w) => markReadyContribution(w, key(one)));
  };
  await assert.rejects(ready(), { code: 'contribution.notWritten' });
  await say({ assignmentId, periodId, bodyId: performer, text: 'Uppdraget har påbörjats.' });
  await ready();
  await assert.rejects(ready(), { code: 'record.wrongState' });
  const again = (expectedVersion: number) =>
    say({ assignmentId, periodId, bodyId: performer, text: 'Nytt.', expectedVersion });
  await assert.rejects(again(1), { code: 'contribution.ready' });
  const one = await contributionOf(periodId, performer);
  assert.ok(one.ready);
  await write('assessment.write', (w) => reopenContribution(w, key(one)));
  await again(1);
});

test('a carried text is marked, cannot be ready, and is somebody’s word when it is confirmed or changed', async () => {
  const { periodId, performer, assignmentId, year: of } = await aYear();
  await say({
    assignmentId,
    periodId,
    bodyId: performer,
    text: 'I halvtid.',
    status: 'started',
    forecastOn: `${of}-11-30`,
  });
  const annual = await write('period.edit', (w) =>
    makePeriod(w, { year: of, kind: 'annual', endsOn: `${of}-12-31`, contributionsDueOn: `${of + 1}-01-10` }),
  );
  // The next year's assignment follows on this one: its first text may be carried over from it.
  const next = await buildAssignment(t, { year: of + 1, parties: [{ bodyId: performer, role: 'performer' }] });
  year = of + 1;
  await write('assessment.write', (w) =>
    w.db
      .insertInto('assignment_link')
      .values({ tenant_id: w.tenantId, from_id: next, to_id: assignmentId, kind: 'predecessor', note: null })
      .execute()
      .then(() => w.log({ noun: 'assignment', recordId: next, summary: 'prov' })),
  );
  await write('period.edit', (w) => askPerformers(w, { periodId: annual }));
  const carry = (where: { assignmentId: string; periodId: string }) =>
    write('assessment.write', (w) => carryOver(w, { ...where, bodyId: performer }));
  const id = await carry({ assignmentId, periodId: annual });
  await assert.rejects(carry({ assignmentId, periodId: annual }), { code: 'contribution.writtenAlready' });
  const one = await contributionOf(annual, performer);
  assert.deepEqual([one.written?.carriedFrom, one.written?.forecastOn], [`Delårsrapport ${of}`, `${of}-11-30`]);
  await assert.rejects(
    write('assessment.write', (w) => markReadyContribution(w, key(one))),
    { code: 'contribution.notConfirmed' },
  );
  await write('assessment.write', (w) => confirmCarried(w, { assessmentId: id, expectedVersion: 1 }));
  const now = (await read((r) => assessmentsOf(r, assignmentId))).find((each) => each.id === id);
  assert.deepEqual([now?.version, now?.carried?.confirmedBy !== null, now?.text], [2, true, 'I halvtid.']);
  assert.deepEqual(
    (await read((r) => assessmentVersions(r, id))).map((version) => version.carried),
    [true, false],
  );
  const toMark = await contributionOf(annual, performer);
  await write('assessment.write', (w) => markReadyContribution(w, key(toMark)));

  const following = await write('period.edit', (w) =>
    makePeriod(w, { year: of + 1, kind: 'interim', endsOn: `${of + 1}-08-31`, contributionsDueOn: `${of + 1}-09-10` }),
  );
  const carried = await carry({ assignmentId: next, periodId: following });
  await say({ assignmentId: next, periodId: following, bodyId: performer, text: 'Ändrat.', expectedVersion: 1 });
  const changed = (await read((r) => assessmentsOf(r, next))).find((each) => each.id === carried);
  assert.equal(changed?.carried, null, 'changed words are new words');
  const stranger = await buildBody(t);
  await assert.rejects(
    write('assessment.write', (w) => carryOver(w, { assignmentId, periodId: annual, bodyId: stranger })),
    { code: 'contribution.nothingToCarry' },
  );
});

test('late is what was due and is not ready, in a period that is open', async () => {
  const { periodId, performer, second, assignmentId, year: of } = await aYear();
  await write('period.edit', (w) => askPerformers(w, { periodId }));
  await say({ assignmentId, periodId, bodyId: performer, text: 'Klart.' });
  const toMark = await contributionOf(periodId, performer);
  await write('assessment.write', (w) => markReadyContribution(w, key(toMark)));
  const late = (today: string) =>
    read(async (r) => (await lateContributions(r, today)).filter((one) => one.period.id === periodId));
  assert.deepEqual(await late(`${of}-09-10`), [], 'the day itself is in time');
  assert.deepEqual(
    (await late(`${of}-09-11`)).map((one) => one.body.id),
    [second],
  );
  const [waiting] = await late(`${of}-09-11`);
  await write('assessment.write', (w) => withdrawContribution(w, key(waiting!)));
  assert.deepEqual(await late(`${of}-09-11`), []);
});

test('at a closed period nothing is asked, written or marked, also below the verbs; reopening says why', async () => {
  const { periodId, performer, assignmentId } = await aYear();
  await write('period.edit', (w) => askPerformers(w, { periodId }));
  const id = await say({ assignmentId, periodId, bodyId: performer, text: 'Före.' });
  await write('period.edit', (w) => closePeriod(w, { periodId, expectedVersion: 1 }));
  const one = await contributionOf(periodId, performer);
  const closed = { code: 'period.closed' };
  await assert.rejects(say({ assignmentId, periodId, bodyId: performer, text: 'Efter.', expectedVersion: 1 }), closed);
  await assert.rejects(
    write('period.edit', (w) => askPerformers(w, { periodId })),
    closed,
  );
  await assert.rejects(
    write('assessment.write', (w) => markReadyContribution(w, key(one))),
    closed,
  );
  const sneaks: readonly ((w: Writer) => Promise<unknown>)[] = [
    (w: Writer) => w.db.updateTable('assessment').set({ assessment_text: 'x' }).where('id', '=', id).execute(),
    (w: Writer) => w.db.deleteFrom('assessment').where('id', '=', id).execute(),
    (w: Writer) => w.db.updateTable('contribution').set({ state: 'ready' }).where('id', '=', one.id).execute(),
  ];
  for (const sneak of sneaks) await assert.rejects(write('assessment.write', sneak), { code: 'KA001' });
  const reopen = (reason: string) =>
    write('period.edit', (w) => reopenPeriod(w, { periodId, expectedVersion: 2, reason }));
  await assert.rejects(reopen(' '), { code: 'record.invalid' });
  await reopen('En enhet skrev fel.');
  await say({ assignmentId, periodId, bodyId: performer, text: 'Efter.', expectedVersion: 1 });
});
