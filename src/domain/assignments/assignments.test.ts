import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildGoal } from '../../../test/support/build-goals.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildPlan } from '../../../test/support/build-plans.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { getGoal, getGoalTree } from '../goals/index.ts';
import { addObjective } from '../plans/index.ts';
import {
  addAssignmentParty,
  assignmentLineage,
  changeAssignment,
  countAssignmentsByGoal,
  countByState,
  findAssignment,
  findAssignmentByRef,
  findAssignmentByText,
  getAssignment,
  giveAssignment,
  linkAssignments,
  linkAssignmentToGoal,
  listAssignmentGoals,
  listAssignmentLinks,
  listAssignments,
  listAssignmentYears,
  listOpenLinks,
  listPerspectiveNames,
  moveAssignment,
  noteEarlierNumber,
  removeAssignmentParty,
  resolveOpenLink,
  unlinkAssignments,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'assignment.edit');

test('an assignment of a plan takes its giver and receiver from the plan and its title from its text', async () => {
  const [planId, office, committee] = [await buildPlan(t), await buildBody(t), await buildBody(t)];
  const id = await buildAssignment(t, {
    planId,
    number: 8,
    text: 'Att genomföra  åtgärder\nför tillgängligheten.',
    parties: [
      { bodyId: office, role: 'performer' },
      { bodyId: committee, role: 'consulted' },
      { bodyId: committee, role: 'monitor' },
    ],
  });
  const one = await read((r) => getAssignment(r, id));
  assert.deepEqual(
    [one.ref, one.title, one.text, one.state, one.givenByBodyId === one.reportToBodyId],
    [
      '2023:8',
      'Genomföra åtgärder för tillgängligheten',
      'Att genomföra åtgärder för tillgängligheten.',
      'given',
      true,
    ],
  );
  assert.deepEqual(
    one.parties.map((party) => [party.bodyId, party.role]),
    [
      [office, 'performer'],
      [committee, 'consulted'],
      [committee, 'monitor'],
    ],
  );
  assert.equal((await read((r) => findAssignmentByRef(r, { year: 2023, number: 8 })))?.id, id);
});

test('a number names one assignment of a year; the same number next year is another', async () => {
  await buildAssignment(t, { year: 2031, number: 1 });
  await buildAssignment(t, { year: 2032, number: 1 });
  await assert.rejects(buildAssignment(t, { year: 2031, number: 1 }), problemKeys('assignment.numberTaken'));
  // Also when both are given at the same moment: one is given, the other told why not.
  const both = await Promise.allSettled([1, 2].map(() => buildAssignment(t, { year: 2031, number: 2 })));
  assert.deepEqual(both.map((one) => one.status).toSorted(), ['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  problemKeys('assignment.numberTaken')(refused?.reason);
});

test('an assignment may be known by its number alone, and one without number by its text alone', async () => {
  const id = await buildAssignment(t, { year: 2033, number: 13, text: null });
  const one = await read((r) => getAssignment(r, id));
  assert.deepEqual([one.title, one.text], ['Uppdrag 13', null]);
  await write((w) => changeAssignment(w, { assignmentId: id, expectedVersion: 1, text: 'Att följa piloten.' }));
  assert.equal((await read((r) => getAssignment(r, id))).title, 'Följa piloten');
  await assert.rejects(buildAssignment(t, { number: null, text: ' ' }), problemKeys('assignment.textOrNumber'));
});

test('unnumbered assignments get places of their own, also when given at the same moment', async () => {
  const given = await Promise.all(
    [1, 2, 3, 4].map((i) => buildAssignment(t, { year: 2020, number: null, text: `Att pröva sak ${i}` })),
  );
  const refs = await Promise.all(given.map(async (id) => (await read((r) => getAssignment(r, id))).ref));
  assert.deepEqual(refs.toSorted(), ['2020:u1', '2020:u2', '2020:u3', '2020:u4']);
  assert.equal((await read((r) => findAssignmentByText(r, 2020, ' Att  pröva sak 3 ')))?.id, given[2]);
  assert.equal(await read((r) => findAssignmentByRef(r, { year: 2020, number: null, position: 9 })), undefined);
});

test('plan, objective, bodies and roles must exist and fit', async () => {
  const [planId, other, bodyId] = [
    await buildPlan(t, { year: 2023 }),
    await buildPlan(t, { year: 2023 }),
    await buildBody(t),
  ];
  const objectiveId = await write(
    (w) => addObjective(w, { planId: other, perspective: 'Process', objective: 'Att pröva' }),
    'plan.edit',
  );
  await assert.rejects(buildAssignment(t, { planId, year: 2024 }), problemKeys('assignment.planOtherYear'));
  await assert.rejects(buildAssignment(t, { planId, objectiveId }), problemKeys('assignment.objectiveOtherPlan'));
  const twice = [
    { bodyId, role: 'monitor' },
    { bodyId, role: 'monitor' },
  ] as const;
  await assert.rejects(buildAssignment(t, { parties: twice }), problemKeys('assignment.partyTwice'));
  const nobody = [{ bodyId: t.runtime.newId(), role: 'performer' }] as const;
  await assert.rejects(buildAssignment(t, { parties: nobody }), problemKeys('validation.id'));
});

test('a change against an old version is refused with what is saved and what was written', async () => {
  const id = await buildAssignment(t, { text: 'Att pröva.' });
  await write((w) => changeAssignment(w, { assignmentId: id, expectedVersion: 1, title: 'Min rubrik' }));
  await assert.rejects(
    write((w) => changeAssignment(w, { assignmentId: id, expectedVersion: 1, title: 'Din rubrik' })),
    (error: { code?: string; details?: { current?: { title: string }; written?: { title: string } } }) =>
      error.code === 'record.changedMeanwhile' &&
      error.details?.current?.title === 'Min rubrik' &&
      error.details?.written?.title === 'Din rubrik',
  );
  // A title that a person chose stays when the text changes.
  await write((w) => changeAssignment(w, { assignmentId: id, expectedVersion: 2, text: 'Att pröva igen.' }));
  assert.equal((await read((r) => getAssignment(r, id))).title, 'Min rubrik');
});

test('an ended assignment is opened again before it is changed', async () => {
  const id = await buildAssignment(t);
  const move = (action: 'start' | 'complete' | 'reopen' | 'pause', expectedVersion: number) =>
    write((w) => moveAssignment(w, { assignmentId: id, expectedVersion, action, reason: 'Prov' }));
  await move('start', 1);
  await move('complete', 2);
  await assert.rejects(move('pause', 3), {
    code: 'record.wrongState',
    values: { state: { sv: 'slutfört', en: 'completed' } },
  });
  await assert.rejects(
    write((w) => changeAssignment(w, { assignmentId: id, expectedVersion: 3, title: 'Ny' })),
    {
      code: 'record.wrongState',
    },
  );
  await move('reopen', 3);
  assert.equal((await read((r) => getAssignment(r, id))).state, 'started');
});

test('parties come and go, each role once a body', async () => {
  const [assignmentId, bodyId] = [await buildAssignment(t), await buildBody(t)];
  const party = { assignmentId, bodyId, role: 'directedTo' } as const;
  await write((w) => addAssignmentParty(w, party));
  await assert.rejects(
    write((w) => addAssignmentParty(w, party)),
    problemKeys('assignment.partyTwice'),
  );
  await write((w) => removeAssignmentParty(w, party));
  await assert.rejects(
    write((w) => removeAssignmentParty(w, party)),
    { code: 'record.notFound' },
  );
});

test('the same assignment through the years is one line, and links show from both ends', async () => {
  const [a, b, c] = [
    await buildAssignment(t, { year: 2015, number: 3 }),
    await buildAssignment(t, { year: 2017, number: 7 }),
    await buildAssignment(t, { year: 2019, number: 1 }),
  ];
  await write((w) => linkAssignments(w, { fromId: b, toId: a, kind: 'predecessor' }));
  await write((w) => linkAssignments(w, { fromId: c, toId: b, kind: 'predecessor', note: 'Samma verksamhet' }));
  for (const id of [a, b, c])
    assert.deepEqual(
      (await read((r) => assignmentLineage(r, id))).map((one) => one.ref),
      ['2015:3', '2017:7', '2019:1'],
    );
  const links = await read((r) => listAssignmentLinks(r, b));
  assert.deepEqual(
    links.map((link) => [link.kind, link.outgoing, link.other.ref, link.note]),
    [
      ['predecessor', true, '2015:3', null],
      ['predecessor', false, '2019:1', 'Samma verksamhet'],
    ],
  );
  const link = (fromId: string, toId: string) =>
    write((w) => linkAssignments(w, { fromId, toId, kind: 'predecessor' }));
  await assert.rejects(link(b, a), problemKeys('assignment.linkExists'));
  await assert.rejects(link(a, c), problemKeys('assignment.predecessorNotEarlier'));
  await assert.rejects(link(a, a), problemKeys('assignment.linkToItself'));
  await write((w) => unlinkAssignments(w, { fromId: c, toId: b, kind: 'predecessor' }));
  assert.equal((await read((r) => assignmentLineage(r, c))).length, 1);
});

test('what was merged never merges back into itself, by whatever way', async () => {
  const [a, b, c] = [await buildAssignment(t), await buildAssignment(t), await buildAssignment(t)];
  const merge = (fromId: string, toId: string) =>
    write((w) => linkAssignments(w, { fromId, toId, kind: 'mergedInto' }));
  await merge(a, b);
  await merge(b, c);
  await assert.rejects(merge(c, a), problemKeys('assignment.linkCircle'));
});

test('"tidigare uppdrag 23" waits until a person says which assignment is meant', async () => {
  const assignmentId = await buildAssignment(t, { year: 2021, number: 5 });
  const earlier = await buildAssignment(t, { year: 2018, number: 23 });
  await write((w) => noteEarlierNumber(w, { assignmentId, number: 23, note: '(tidigare uppdrag 23)' }));
  const [open] = await read((r) => listOpenLinks(r, assignmentId));
  assert.deepEqual([open?.year, open?.number], [null, 23]);
  assert.deepEqual(await read((r) => listAssignmentLinks(r, assignmentId)), []);
  await write((w) => resolveOpenLink(w, { openLinkId: open!.id, toId: earlier }));
  assert.deepEqual(await read((r) => listOpenLinks(r, assignmentId)), []);
  assert.equal((await read((r) => listAssignmentLinks(r, assignmentId)))[0]?.other.ref, '2018:23');
  // With the year, it is a link at once.
  const other = await buildAssignment(t, { year: 2022, number: 5 });
  await write((w) => noteEarlierNumber(w, { assignmentId: other, number: 23, year: 2018 }));
  assert.equal((await read((r) => listAssignmentLinks(r, other)))[0]?.other.id, earlier);
});

test('goals and assignments meet, each way once, and the goal tree counts them', async () => {
  const [assignmentId, goalId] = [await buildAssignment(t), await buildGoal(t)];
  const link = (kind: 'direct' | 'check') => write((w) => linkAssignmentToGoal(w, { assignmentId, goalId, kind }));
  await link('direct');
  await link('check');
  await assert.rejects(link('direct'), problemKeys('assignment.goalLinked'));
  assert.deepEqual(
    (await read((r) => listAssignmentGoals(r, assignmentId))).map((one) => [one.goalId, one.kind]),
    [
      [goalId, 'check'],
      [goalId, 'direct'],
    ],
  );
  const tree = await read(async (r) =>
    getGoalTree(r, (await getGoal(r, goalId)).goalDocumentId, countAssignmentsByGoal),
  );
  assert.equal(tree.perspectives[0]!.goals[0]!.assignments, 1);
});

test('the list filters, searches, sorts and pages', async () => {
  const year = 2040;
  const [planId, mine, other] = [await buildPlan(t, { year }), await buildBody(t), await buildBody(t)];
  const objectiveId = await write(
    (w) => addObjective(w, { planId, perspective: 'Resurs 2040', objective: 'Att hushålla' }),
    'plan.edit',
  );
  const goalId = await buildGoal(t, { perspective: 'Invånare 2040' });
  const texts = [
    'Att följa ÅLDRANDET.',
    'Att utreda 100 % el_bilar',
    'Att se över åldrandets villkor',
    'Att bevaka allt',
  ];
  const ids: string[] = [];
  for (const [i, text] of texts.entries())
    ids.push(
      await buildAssignment(t, {
        year,
        planId,
        number: i < 3 ? 10 - i : null,
        text,
        objectiveId: i === 0 ? objectiveId : null,
        parties: [{ bodyId: i % 2 ? other : mine, role: i === 2 ? 'monitor' : 'performer' }],
      }),
    );
  await write((w) => linkAssignmentToGoal(w, { assignmentId: ids[1]!, goalId, kind: 'direct' }));
  await write((w) => moveAssignment(w, { assignmentId: ids[3]!, expectedVersion: 1, action: 'start' }));
  const list = async (query: Parameters<typeof listAssignments>[1]) =>
    (await read((r) => listAssignments(r, { year, ...query }))).rows.map((one) => ids.indexOf(one.id));
  assert.deepEqual(await list({}), [2, 1, 0, 3]);
  assert.deepEqual(await list({ sort: 'title' }), [3, 0, 2, 1]);
  assert.deepEqual(await list({ bodyId: mine }), [2, 0]);
  assert.deepEqual(await list({ bodyId: mine, role: 'monitor' }), [2]);
  assert.deepEqual(await list({ state: 'started' }), [3]);
  assert.deepEqual(await list({ text: 'åldrande' }), [2, 0]);
  assert.deepEqual(await list({ text: 'VILLKOR åldrande' }), [2]);
  assert.deepEqual(await list({ text: '100 %' }), [1]);
  assert.deepEqual(await list({ text: 'l_b' }), [1]);
  assert.deepEqual(await list({ text: 'lxb' }), []);
  assert.deepEqual(await list({ text: '%' }), [1]);
  assert.deepEqual(await list({ text: '2040:9' }), [1]);
  assert.deepEqual(await list({ text: '2040:u1' }), [3]);
  assert.deepEqual(await list({ goalId }), [1]);
  assert.deepEqual(await list({ perspective: 'Resurs 2040' }), [0]);
  assert.deepEqual(await list({ perspective: 'Invånare 2040' }), [1]);
  const names = await read((r) => listPerspectiveNames(r));
  assert.deepEqual(
    names.filter((name) => name.endsWith('2040')),
    ['Invånare 2040', 'Resurs 2040'],
  );
  const years = await read((r) => listAssignmentYears(r));
  assert.ok(years.includes(year));
  assert.deepEqual(
    years,
    [...new Set(years)].sort((a, b) => b - a),
  );
  const counts = await read((r) => countByState(r, { year }));
  assert.deepEqual([...counts].toSorted(), [
    ['given', 3],
    ['started', 1],
  ]);
  const page = await read((r) => listAssignments(r, { year, page: 2, pageSize: 3 }));
  assert.deepEqual([page.rows.map((one) => ids.indexOf(one.id)), page.total, page.more], [[3], 4, false]);
});

test('another body’s secretary may not change, link or give for it; the body’s own may', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const assignmentId = await buildAssignment(t, { givenByBodyId: ours });
  const change = (bodyId: string) =>
    as('committeeSecretary', bodyId, 'assignment.edit', (w) =>
      changeAssignment(w, { assignmentId, expectedVersion: 1, title: 'Ändrad' }),
    );
  const give = (bodyId: string, number: number) =>
    as('committeeSecretary', bodyId, 'assignment.give', (w) =>
      giveAssignment(w, { year: 2050, number, text: 'Att pröva', givenByBodyId: ours }),
    );
  const toGoal = async (bodyId: string, goalId: string) =>
    await as('committeeSecretary', bodyId, 'assignment.edit', (w) =>
      linkAssignmentToGoal(w, { assignmentId, goalId, kind: 'direct' }),
    );
  const goalId = await buildGoal(t);
  for (const denied of [() => change(theirs), () => give(theirs, 1), () => toGoal(theirs, goalId)])
    await assert.rejects(denied, { code: 'access.denied' });
  await change(ours);
  await give(ours, 1);
  await toGoal(ours, goalId);
});

test('a body takes up the following of an assignment by itself, and no other role', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const assignmentId = await buildAssignment(t, { givenByBodyId: theirs });
  const add = (bodyId: string, role: 'monitor' | 'performer') =>
    as('committeeSecretary', ours, 'assignment.edit', (w) => addAssignmentParty(w, { assignmentId, bodyId, role }));
  await assert.rejects(add(ours, 'performer'), { code: 'access.denied' });
  await assert.rejects(add(theirs, 'monitor'), { code: 'access.denied' });
  await add(ours, 'monitor');
});

test('an import enters what another body gave when the covered body has a role in it, and only then', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const give = (bodyId: string, number: number) =>
    as('committeeSecretary', ours, 'intake.confirm', (w) =>
      giveAssignment(w, { year: 2051, number, givenByBodyId: theirs, parties: [{ bodyId, role: 'monitor' }] }),
    );
  await assert.rejects(give(theirs, 1), { code: 'access.denied' });
  const assignmentId = await give(ours, 2);
  const fill = (expectedVersion: number, text: string) =>
    as('committeeSecretary', ours, 'intake.confirm', (w) =>
      changeAssignment(w, { assignmentId, expectedVersion, text }),
    );
  await fill(1, 'Att följa piloten');
  assert.equal((await read((r) => getAssignment(r, assignmentId))).text, 'Att följa piloten');
  await assert.rejects(fill(2, 'Att skriva över'), { code: 'access.denied' });
});

test('another authority sees nothing', async () => {
  const id = await buildAssignment(t, { year: 2052, number: 1 });
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.equal((await there((r) => listAssignments(r))).total, 0);
  assert.equal(await there((r) => findAssignment(r, id)), undefined);
  assert.equal(await there((r) => findAssignmentByRef(r, { year: 2052, number: 1 })), undefined);
  assert.deepEqual(await there((r) => listAssignmentLinks(r, id)), []);
});
