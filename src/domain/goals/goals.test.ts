import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildGoal, buildGoalDocument } from '../../../test/support/build-goals.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { authorize } from '../access/index.ts';
import { addGoal, getGoal, getGoalTree, listGoalDocuments, listGoals, rewordGoal } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'goal.edit');

test('the tree has its perspectives and goals in the order they were added, with counts when told how to count', async () => {
  const goalDocumentId = await buildGoalDocument(t, { title: 'Målbild 2030', vision: 'Tillsammans ett bättre liv' });
  const first = await buildGoal(t, { goalDocumentId, perspective: 'Invånare', heading: 'Jag har fokus på hälsan' });
  await buildGoal(t, { goalDocumentId, perspective: 'Medarbetare', heading: 'Jag har förutsättningar' });
  await buildGoal(t, { goalDocumentId, perspective: 'Invånare', heading: 'Jag är en del av vårdteamet' });
  const tree = await read((r) => getGoalTree(r, goalDocumentId, async () => new Map([[first, 3]])));
  assert.equal(tree.vision, 'Tillsammans ett bättre liv');
  assert.deepEqual(
    tree.perspectives.map((one) => [one.name, one.goals.map((goal) => [goal.heading, goal.assignments])]),
    [
      [
        'Invånare',
        [
          ['Jag har fokus på hälsan', 3],
          ['Jag är en del av vårdteamet', 0],
        ],
      ],
      ['Medarbetare', [['Jag har förutsättningar', 0]]],
    ],
  );
  const plain = await read((r) => getGoalTree(r, goalDocumentId));
  assert.equal('assignments' in plain.perspectives[0]!.goals[0]!, false);
});

test('a reworded goal keeps the records of the sentences that stay; an old version is refused', async () => {
  const goalId = await buildGoal(t, { text: 'Vården är nära. Den svarar. Den hjälper.' });
  const old = await read((r) => getGoal(r, goalId));
  const change = {
    goalId,
    expectedVersion: 1,
    heading: old.heading,
    text: 'Vården är snabb. Den svarar. Den hjälper.',
  };
  await write((w) => rewordGoal(w, change));
  const now = await read((r) => getGoal(r, goalId));
  assert.deepEqual(now.statements.slice(1), old.statements.slice(1));
  assert.notEqual(now.statements[0]!.anchor, old.statements[0]!.anchor);
  await assert.rejects(
    write((w) => rewordGoal(w, change)),
    { code: 'record.changedMeanwhile' },
  );
});

test('a goal stands once in a document, and only a body that decides can have adopted it', async () => {
  const goalDocumentId = await buildGoalDocument(t);
  await buildGoal(t, { goalDocumentId, heading: 'Jag når vården' });
  await assert.rejects(buildGoal(t, { goalDocumentId, heading: 'Jag når vården', perspective: 'Annat' }), {
    code: 'record.invalid',
  });
  const adoptedByBodyId = await buildBody(t, { kind: 'draftingCommittee', name: 'Beredning utan mandat' });
  await assert.rejects(buildGoalDocument(t, { adoptedByBodyId }), {
    code: 'record.invalid',
    details: [{ path: 'adoptedByBodyId', key: 'goal.adopterMayNotDecide', values: { body: 'Beredning utan mandat' } }],
  });
});

test('what one body adopted is not changed by another’s secretary', async () => {
  const [assembly, other] = [await buildBody(t, { kind: 'assembly', name: 'Provfullmäktige' }), await buildBody(t)];
  const goalDocumentId = await buildGoalDocument(t, { adoptedByBodyId: assembly, adoptedOn: '2019-06-18' });
  const add = (bodyId: string, heading: string) => {
    const grants = [{ role: 'committeeSecretary', bodyId, validFrom: '2020-01-01', validTo: null }] as const;
    const actor = { tenantId: t.tenantId, accountId: t.runtime.newId(), name: 'Prov', language: 'sv', grants } as const;
    return t.db.transact(authorize(actor, 'goal.edit'), { verb: 'addGoal' }, (w) =>
      addGoal(w, { goalDocumentId, perspective: 'Invånare', heading, text: '' }),
    );
  };
  await assert.rejects(add(other, 'Deras mål'), { code: 'access.denied' });
  await add(assembly, 'Vårt mål');
});

test('another authority sees nothing', async () => {
  const id = await buildGoalDocument(t);
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listGoalDocuments(r)), []);
  assert.deepEqual(await there((r) => listGoals(r, id)), []);
  await assert.rejects(
    there((r) => getGoalTree(r, id)),
    { code: 'record.notFound' },
  );
});
