import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildDeliverable } from '../../../test/support/build-collaboration.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildProject } from '../../../test/support/build-projects.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { madeUpPersonNumber } from '../../../test/support/made-up-person-number.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { addDays } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import {
  addProjectAlias,
  addProjectPart,
  carryProjectLesson,
  changeDeliverable,
  changeProject,
  changeProjectPart,
  finishDeliverable,
  getDeliverable,
  getProject,
  likelyProjects,
  listProjects,
  moveDeliverable,
  moveProject,
  nameLikeness,
  projectTransitions,
  recordDeliverable,
  recordPastPhase,
  recordReadCount,
  recordReadProject,
  removeProjectPart,
  slippageOf,
  slippedDays,
  standingOf,
} from './index.ts';
import { isNameOf } from './project-name.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'project.edit');
const get = (id: string) => read((r) => getProject(r, id));
const today = t.runtime.today();

test('what is due in a month is late when the month has passed, and in time on any day of it', () => {
  const june = { dueOn: '2026-06', movedTo: null, doneOn: null };
  assert.equal(standingOf(june, '2026-06-30'), 'ahead');
  assert.equal(standingOf(june, '2026-07-01'), 'late');
  assert.equal(standingOf({ ...june, doneOn: '2026-06-30' }, '2026-09-01'), 'done');
  assert.equal(standingOf({ ...june, doneOn: '2026-07' }, '2026-09-01'), 'doneLate');
  assert.equal(standingOf({ ...june, dueOn: null }, '2026-09-01'), 'undated');
  assert.equal(slippedDays({ ...june, doneOn: '2026-06-03' }, '2026-09-01'), 0);
  assert.equal(slippedDays({ ...june, movedTo: '2026-09' }, '2026-06-01'), 92);
  assert.equal(
    slippedDays({ ...june, movedTo: '2026-09' }, '2026-10-03'),
    95,
    'it goes on slipping when the new day has passed',
  );
  assert.equal(slippedDays({ ...june, dueOn: null }, '2026-06-01'), null);
});

test('slippage is counted from the day that was said first, however the day was moved between', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2026-01-01', days));
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 5 }), day, (dueOn, moves, doneOn) => {
      const movedTo = moves.at(-1) ?? null;
      const direct = slippedDays({ dueOn, movedTo: null, doneOn }, '2026-01-01');
      assert.equal(slippedDays({ dueOn, movedTo, doneOn }, '2026-01-01'), direct);
      assert.equal(addDays(dueOn, direct!), doneOn);
      const open = slippedDays({ dueOn, movedTo, doneOn: null }, addDays(movedTo ?? dueOn, -1));
      assert.equal(addDays(dueOn, open!), movedTo ?? dueOn);
    }),
  );
  const moved = (to: string, times: number) => ({
    dueOn: '2026-01-10',
    movedTo: to,
    doneOn: null,
    moves: Array.from({ length: times }, () => ({}) as never),
  });
  assert.deepEqual(
    slippageOf(
      [moved('2026-01-12', 1), moved('2026-01-20', 2), { ...moved('2026-01-10', 0), movedTo: null }],
      '2026-01-01',
    ),
    { dated: 3, slipped: 2, movedTwice: 1, medianDays: 6, mostDays: 10 },
  );
});

test('names that look alike are likely the same, and only the same name is the same', () => {
  const care = { name: 'Samordnad vård i hemmet', aliases: ['SVH'] };
  assert.ok(isNameOf(care, 'projektet Samordnad vård i hemmet'));
  assert.ok(isNameOf(care, 'pilotprojektet ”SVH”'));
  assert.ok(!isNameOf(care, 'Samordnad vård'));
  assert.ok(!isNameOf(care, ' '));
  assert.equal(nameLikeness('Gemensam avvikelsehantering', 'gemensam avvikelsehantering'), 1);
  assert.ok(nameLikeness('Gemensam avvikelsehantering i samverkan', 'Gemensam avvikelshantering i samverkan') > 0.9);
  assert.ok(nameLikeness('SMO', 'Samordnat medicinskt omhändertagande') > 0.8);
  assert.ok(nameLikeness('Mobila team norr', 'Digital mottagning barn') < 0.3);
});

test('a project goes from phase to phase with cause, effect and decision; what the table does not say is refused', async () => {
  const id = await buildProject(t, { phase: 'idea', startsOn: '2025-01' });
  const move = async (action: Parameters<typeof moveProject>[1]['action'], more: object = {}) =>
    write(async (w) =>
      moveProject(w, {
        projectId: id,
        expectedVersion: (await getProject(w, id)).version,
        action,
        on: '2026-02',
        reason: 'Nämnden vill pröva.',
        ...more,
      }),
    );
  await assert.rejects(move('makePermanent'), { code: 'record.wrongState' });
  await move('tryOut', { decision: 'Nämnden § 12' });
  await assert.rejects(move('pause'), problemKeys('validation.required'));
  await move('pause', { reason: 'Ingen läkare', effects: 'Breddinförandet skjuts ett år' });
  await move('run');
  await assert.rejects(move('end', { on: '2099-01-01' }), problemKeys('projects.notYet'));
  await assert.rejects(
    move('end', { on: null, reason: ' ' }),
    problemKeys('validation.required', 'validation.required'),
  );
  const project = await get(id);
  assert.equal(project.phase, 'project');
  assert.deepEqual(
    project.phases.map(({ phase, effects, decision }) => [phase, effects, decision]),
    [
      ['idea', '', ''],
      ['pilot', '', 'Nämnden § 12'],
      ['paused', 'Breddinförandet skjuts ett år', ''],
      ['project', '', ''],
    ],
  );
  await assert.rejects(
    write((w) => moveProject(w, { projectId: id, expectedVersion: 1, action: 'end', on: '2026-03', reason: 'Klart' })),
    { code: 'record.changedMeanwhile' },
  );
  for (const { from, to } of projectTransitions) assert.ok(to === 'same' || !(from as readonly string[]).includes(to));
});

test('a phase of the past is told once, and a later one becomes the phase of today', async () => {
  const id = await buildProject(t, { phase: 'pilot', startsOn: '2024-09' });
  const past = (phase: 'idea' | 'rollout', on: string) =>
    write((w) => recordPastPhase(w, { projectId: id, phase, on, reason: 'Enligt protokollet' }));
  await assert.rejects(past('idea', '2020-13'), problemKeys('projects.dayOrMonth'));
  assert.ok(await past('idea', '2020-03'));
  assert.equal((await get(id)).phase, 'pilot');
  await assert.rejects(past('idea', '2020-03'), problemKeys('projects.phaseKnown'));
  await past('rollout', '2025-05-02');
  assert.equal((await get(id)).phase, 'rollout');
});

test('sites, people, figures and points are kept one by one, and a day has one figure', async () => {
  const id = await buildProject(t);
  const add = <K extends 'site' | 'role' | 'count' | 'point'>(
    kind: K,
    fields: Parameters<typeof addProjectPart<K>>[1]['fields'],
  ) => write((w) => addProjectPart(w, { projectId: id, kind, fields }));
  await add('site', { name: 'Norra länsdelen', state: 'running', startsOn: '2025-10', reason: 'Störst behov' });
  await add('role', { role: 'leader', person: 'Kim Ek', percent: 50, startsOn: null, endsOn: null });
  await add('role', { role: 'team', person: 'Kim Ek', percent: 50, startsOn: null, endsOn: null });
  await assert.rejects(
    add('role', { role: 'team', person: '', percent: 120, startsOn: '2026-05', endsOn: '2026-04' }),
    problemKeys('validation.required', 'projects.percent', 'projects.endsBeforeStart'),
  );
  await add('count', { asOf: '2026-01', value: 44, maximum: 120, note: '' });
  const first = await add('count', { asOf: '2025-12', value: 12, maximum: 120, note: '' });
  await assert.rejects(
    add('count', { asOf: '2025-12', value: 13, maximum: null, note: '' }),
    problemKeys('projects.countKnown'),
  );
  await assert.rejects(
    add('count', { asOf: addDays(today, 1), value: 1, maximum: 0, note: '' }),
    problemKeys('validation.number', 'projects.notYet'),
  );
  await assert.rejects(
    add('point', { kind: 'challenge', point: `Patient ${madeUpPersonNumber} nekades`, state: 'open', note: '' }),
    problemKeys('privacy.personalNumber'),
  );
  const project = await get(id);
  assert.deepEqual(
    project.counts.map(({ asOf, value }) => [asOf, value]),
    [
      ['2025-12', 12],
      ['2026-01', 44],
    ],
  );
  assert.deepEqual(project.count, project.counts[1], 'the newest figure stands for the project');
  assert.equal(project.roles.filter(({ person }) => person === 'Kim Ek').length, 2);
  const fields = { asOf: '2025-12', value: 15, maximum: 120, note: 'rättat' };
  await write((w) => changeProjectPart(w, { partId: first, kind: 'count', expectedVersion: 1, fields }));
  await assert.rejects(
    write((w) => changeProjectPart(w, { partId: first, kind: 'count', expectedVersion: 1, fields })),
    { code: 'record.changedMeanwhile' },
  );
  await write((w) => removeProjectPart(w, { partId: first, kind: 'count', expectedVersion: 2 }));
  assert.equal((await get(id)).counts.length, 1);
});

test('a lesson is carried on to a record that exists, other points are not', async () => {
  const id = await buildProject(t);
  const assignmentId = await buildAssignment(t);
  const point = (kind: 'lesson' | 'goal') =>
    write((w) =>
      addProjectPart(w, {
        projectId: id,
        kind: 'point',
        fields: { kind, point: 'Läkaren först', state: 'open', note: '' },
      }),
    );
  const carry = (pointId: string, to: Parameters<typeof carryProjectLesson>[1]['to']) =>
    write((w) => carryProjectLesson(w, { pointId, expectedVersion: 1, to }));
  const lesson = await point('lesson');
  await assert.rejects(
    carry(await point('goal'), { noun: 'assignment', id: assignmentId }),
    problemKeys('projects.notALesson'),
  );
  await assert.rejects(carry(lesson, { noun: 'assignment', id: t.runtime.newId() }), { code: 'record.notFound' });
  await carry(lesson, { noun: 'assignment', id: assignmentId });
  const [kept] = (await get(id)).points;
  assert.deepEqual([kept?.state, kept?.carried?.noun, kept?.carried?.id], ['handled', 'assignment', assignmentId]);
});

test('a deliverable keeps every move of its day, and belongs to the project that goes by the printed name', async () => {
  const loose = await buildDeliverable(t, { what: 'slutrapport', project: 'projektet Läsbussen', dueOn: '2025-11' });
  const id = await buildProject(t, { name: 'Läsbussen', aliases: ['LB', 'läsbussen'] });
  assert.deepEqual((await get(id)).aliases, ['LB'], 'its own name is no other name');
  assert.deepEqual(
    (await get(id)).deliverables.map((one) => one.id),
    [loose],
  );
  const other = await buildDeliverable(t, { what: 'delrapport', project: 'LB', dueOn: '2025-12', movedTo: '2026-01' });
  assert.equal((await read((r) => getDeliverable(r, other))).projectId, id);
  const move = async (to: string, reason = 'Resurser saknas') =>
    write(async (w) =>
      moveDeliverable(w, {
        deliverableId: loose,
        expectedVersion: (await getDeliverable(w, loose)).version,
        to,
        reason,
      }),
    );
  await move('2026-01');
  await move('2026-02-14', 'Upphandlingen drog ut');
  await assert.rejects(move('2026-02-14', ' '), problemKeys('validation.required', 'projects.sameDay'));
  const moved = await read((r) => getDeliverable(r, loose));
  assert.deepEqual([moved.dueOn, moved.movedTo], ['2025-11', '2026-02-14']);
  assert.deepEqual(
    moved.moves.map(({ before, after: to, reason }) => [before, to, reason]),
    [
      ['2025-11', '2026-01', 'Resurser saknas'],
      ['2026-01', '2026-02-14', 'Upphandlingen drog ut'],
    ],
  );
  await write((w) =>
    finishDeliverable(w, { deliverableId: loose, expectedVersion: moved.version, doneOn: '2026-02-20' }),
  );
  await assert.rejects(move('2026-07'), problemKeys('projects.alreadyDone'));
  const done = await read((r) => getDeliverable(r, loose));
  assert.equal(standingOf(done, today), 'doneLate');
  await write((w) =>
    changeDeliverable(w, {
      deliverableId: loose,
      expectedVersion: done.version,
      what: 'slutrapporten',
      responsible: 'Kim Ek',
      projectId: id,
      doneOn: null,
    }),
  );
  assert.equal((await read((r) => getDeliverable(r, loose))).doneOn, null);
});

test('a project that a paper tells of has no owner until somebody takes it; figures and names are added without touching anything', async () => {
  const id = await write((w) => recordReadProject(w, { name: 'Digitala hembesök', phase: 'pilot' }), 'intake.confirm');
  const added = (value: number) =>
    write(
      (w) => recordReadCount(w, { projectId: id, fields: { asOf: '2025-11', value, maximum: 40, note: '' } }),
      'intake.confirm',
    );
  assert.ok(await added(7));
  await write(async (w) => {
    await addProjectAlias(w, { projectId: id, name: 'DHB' });
    const again = { asOf: '2025-11', value: 9, maximum: null, note: '' };
    assert.equal(
      await recordReadCount(w, { projectId: id, fields: again }),
      undefined,
      'a figure that is there is not overwritten',
    );
  }, 'intake.confirm');
  const project = await get(id);
  assert.deepEqual([project.owner, project.count?.value, project.aliases], [null, 7, ['DHB']]);
  const alike = await read((r) => likelyProjects(r, ['digitalt hembesök', 'DHB']));
  assert.deepEqual(
    alike.map((one) => one.id),
    [id],
  );
  const mine = await buildBody(t);
  const take = (bodyId: string) =>
    as('caseOfficer', mine, 'project.edit', (w) =>
      changeProject(w, { projectId: id, expectedVersion: project.version, name: project.name, bodyId }),
    );
  await assert.rejects(take(await buildBody(t)), { code: 'access.denied' });
  await take(mine);
  assert.equal((await get(id)).owner?.id, mine);
});

test('only who owns a project changes it, and another authority sees nothing of it', async () => {
  const [mine, theirs] = [await buildBody(t), await buildBody(t)];
  const id = await buildProject(t, { bodyId: theirs });
  const deliverableId = await write((w) => recordDeliverable(w, { what: 'rapport', projectId: id, dueOn: '2026-09' }));
  const refused = (run: Parameters<typeof as<void, 'project.edit'>>[3]) =>
    assert.rejects(
      as('cooperationLead', mine, 'project.edit', run),
      (error) => error instanceof AppError && error.code === 'access.denied',
    );
  await refused((w) =>
    moveProject(w, { projectId: id, expectedVersion: 1, action: 'end', on: '2026-01', reason: 'x' }),
  );
  await refused(async (w) => void (await recordDeliverable(w, { what: 'x', projectId: id })));
  await refused((w) => moveDeliverable(w, { deliverableId, expectedVersion: 1, to: '2026-10', reason: 'x' }));
  await refused((w) => changeProject(w, { projectId: id, expectedVersion: 1, name: 'Mitt', bodyId: mine }));
  const tenant = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(tenant, 'record.read'), run);
  assert.deepEqual(await there((r) => listProjects(r)), []);
  await assert.rejects(
    there((r) => getProject(r, id)),
    { code: 'record.notFound' },
  );
});

test('two names of one project cannot stand for two', async () => {
  const id = await buildProject(t, { name: 'Vårdplats hemma', aliases: ['VPH'] });
  await assert.rejects(buildProject(t, { name: 'projektet VPH' }), problemKeys('projects.nameTaken'));
  await assert.rejects(buildProject(t, { name: 'Vårdplatsen hemma', isAnother: false }), problemKeys('projects.alike'));
  const { version } = await get(id);
  await write(async (w) =>
    changeProject(w, {
      projectId: id,
      expectedVersion: version,
      name: 'VPH',
      bodyId: (await getProject(w, id)).owner!.id,
    }),
  );
});
