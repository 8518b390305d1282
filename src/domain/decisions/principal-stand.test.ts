import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildOfficialsGroup } from '../../../test/support/build-joint.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import { authorize, operatorOf } from '../access/index.ts';
import {
  backingOf,
  backingOfItems,
  backingSentences,
  endorsementSentence,
  getDecision,
  type NotePrincipalStand,
  notePrincipalStand,
  type PrincipalStand,
  setEndorsements,
  standsOf,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t?.close());

const heldOn = '2026-02-20';

async function decided(bodyId: Id<'body'>) {
  const meetingId = await buildMeeting(t, { bodyId, heldOn });
  const agendaItemId = await buildAgendaItem(t, { meetingId, category: 'decision' });
  const decisionId = await buildDecision(t, { agendaItemId, clauses: ['att förlänga avtalet tills vidare'] });
  return { decisionId, agendaItemId };
}

const note = (input: NotePrincipalStand) =>
  t.db.transact(authorize(operatorOf(t.tenantId), 'decision.record'), { verb: 'notePrincipalStand' }, (w) =>
    notePrincipalStand(w, input),
  );
const standsNow = async (bodyId: Id<'body'>, decisionId: Id<'decision'>) =>
  await t.db.read(
    authorize(operatorOf(t.tenantId), 'record.read'),
    async (r) => (await standsOf(r, bodyId, heldOn, [decisionId])).get(decisionId)!,
  );

test('R-ORG-3: a decision has one formal maker, and each principal stands behind it by its own mandate', async () => {
  const { bodyId, principalIds } = await buildOfficialsGroup(t);
  const { decisionId, agendaItemId } = await decided(bodyId);
  assert.equal(backingOf(await standsNow(bodyId, decisionId)).unsaid.length, 3);
  const [region, near, far] = principalIds as [Id<'body'>, Id<'body'>, Id<'body'>];
  const first = { decisionId, expectedVersion: 0 };
  await note({ ...first, principalId: region, stand: 'standsBehind' });
  await note({ ...first, principalId: near, stand: 'needsOwnDecision', note: 'socialnämnden i mars' });
  const half = backingOf(await standsNow(bodyId, decisionId));
  assert.deepEqual([half.holds.length, half.awaited.length, half.unsaid.length, half.everywhere], [1, 1, 1, false]);
  await note({
    decisionId,
    expectedVersion: 1,
    principalId: near,
    stand: 'needsOwnDecision',
    ownDecisionOn: '2026-03-10',
  });
  await note({ ...first, principalId: far, stand: 'standsBehind' });
  assert.equal(backingOf(await standsNow(bodyId, decisionId)).everywhere, true);
  const decision = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), (r) => getDecision(r, decisionId));
  assert.equal(decision.body.id, bodyId);
  const { stands } = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), (r) =>
    backingOfItems(r, { bodyId, day: heldOn, itemIds: [agendaItemId] }),
  );
  assert.equal(stands.get(decisionId)?.length, 3);
});

test('R-ORG-3: who is no principal on the day cannot stand behind it, and two screens do not overwrite each other', async () => {
  const { bodyId, principalIds } = await buildOfficialsGroup(t, { principals: 2 });
  const { decisionId } = await decided(bodyId);
  const stranger = await buildBody(t, { kind: 'municipality' });
  const input = { decisionId, expectedVersion: 0, stand: 'standsBehind' } as const;
  await assert.rejects(note({ ...input, principalId: stranger }), { code: 'decision.notPrincipal' });
  await note({ ...input, principalId: principalIds[0]! });
  await assert.rejects(note({ ...input, principalId: principalIds[0]!, stand: 'doesNotStand' }), {
    code: 'record.changedMeanwhile',
  });
  await note({ decisionId, principalId: principalIds[0]!, expectedVersion: 1, stand: null });
  assert.equal(backingOf(await standsNow(bodyId, decisionId)).unsaid.length, 2);
});

for (const kind of ['committee', 'draftingCommittee'] as const)
  test(`R-ORG-3 does not bind a ${kind}: it decides by itself`, async () => {
    const bodyId = await buildBody(t, { kind });
    const { decisionId } = await decided(bodyId);
    const principalId = await buildBody(t, { kind: 'municipality' });
    await assert.rejects(note({ decisionId, principalId, expectedVersion: 0, stand: 'standsBehind' }), {
      code: 'decision.noPrincipals',
    });
  });

test('a proposal keeps who endorsed it before it was decided, with the day when it is known', async () => {
  const { bodyId } = await buildOfficialsGroup(t);
  const { decisionId, agendaItemId } = await decided(bodyId);
  await t.db.transact(authorize(operatorOf(t.tenantId), 'decision.record'), { verb: 'setEndorsements' }, (w) =>
    setEndorsements(w, {
      decisionId,
      endorsements: [
        { endorsedBy: 'Styrgruppen', endorsedOn: null },
        { endorsedBy: ' ', endorsedOn: null },
        { endorsedBy: 'Samverkansrådet', endorsedOn: '2026-02-01' },
      ],
    }),
  );
  const { endorsements } = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), (r) =>
    backingOfItems(r, { bodyId, day: heldOn, itemIds: [agendaItemId] }),
  );
  assert.deepEqual(endorsements.get(decisionId)?.map(endorsementSentence), [
    'Styrgruppen har ställt sig bakom förslaget.',
    'Samverkansrådet har den 2026-02-01 ställt sig bakom förslaget.',
  ]);
});

test('two bodies that meet together decide one by one, each for itself', async () => {
  const [one, other] = [await buildBody(t, {}), await buildBody(t, {})];
  const meetingId = await buildMeeting(t, { bodyId: one, jointBodyIds: [other], kind: 'jointMeeting', heldOn });
  const agendaItemId = await buildAgendaItem(t, { meetingId, category: 'decision' });
  const clauses = ['att ge uppdraget tillsammans'];
  const ids = [
    await buildDecision(t, { agendaItemId, bodyId: one, clauses, state: 'made' }),
    await buildDecision(t, { agendaItemId, bodyId: other, clauses: ['att avvakta'], state: 'made' }),
  ];
  const made = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), async (r) => [
    await getDecision(r, ids[0]!),
    await getDecision(r, ids[1]!),
  ]);
  assert.deepEqual(
    made.map(({ body, clauses: those }) => [body.id, those]),
    [
      [one, clauses],
      [other, ['att avvakta']],
    ],
  );
  await assert.rejects(buildDecision(t, { agendaItemId, bodyId: await buildBody(t, {}), clauses, state: 'made' }), {
    code: 'record.invalid',
  });
});

test('the minutes say shortly that all stand behind it, and else who does not', () => {
  const stand = (principal: string, more: Partial<PrincipalStand> = {}): PrincipalStand => ({
    decisionId: 'd',
    version: 1,
    principalId: principal,
    principal,
    stand: 'standsBehind',
    ownDecisionOn: null,
    note: null,
    ...more,
  });
  assert.deepEqual(backingSentences([stand('A'), stand('B')]), ['Samtliga 2 huvudmän står bakom beslutet.']);
  assert.deepEqual(backingSentences([stand('A', { stand: null }), stand('B', { stand: null })]), []);
  assert.deepEqual(
    backingSentences([
      stand('A'),
      stand('B', { stand: 'needsOwnDecision', note: 'nämnden i mars' }),
      stand('C', { stand: 'doesNotStand' }),
      stand('D', { stand: null }),
    ]),
    [
      'Står bakom beslutet: A.',
      'Behöver eget beslut: B (nämnden i mars).',
      'Står inte bakom beslutet: C.',
      'Har inte lämnat besked: D.',
    ],
  );
});
