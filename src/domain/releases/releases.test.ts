import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildAuthority, buildPrincipal, carryAll, sampleContent, tie } from '../../../test/support/build-releases.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { madeUpPersonNumber } from '../../../test/support/made-up-person-number.ts';
import { problemKeys, runVerbs, someoneWith } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { verifyLog } from '../../storage/verify-log.ts';
import { authorize } from '../access/index.ts';
import {
  type AnswerHandlers,
  type Ask,
  answerProblems,
  answerRelease,
  answerValues,
  getReceived,
  getRelease,
  isBarred,
  listForGuest,
  listReceived,
  listReleases,
  noteReceivedRead,
  openAsks,
  parseAmount,
  type ReleaseRecord,
  readAsGuest,
  recallRelease,
  releaseEvents,
  releaseRecord,
  standingOf,
  type TakenAnswer,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { db, tenantId } = t;
const { write, read, as } = runVerbs(t, 'release.make');
const region = { tenantId, name: 'Provregionen' };
const granhult = await buildAuthority(db, 'granhult', 'Granhults kommun');
const hedvik = await buildAuthority(db, 'hedvik', 'Hedviks kommun');
const here = {
  granhult: await buildPrincipal(db, tenantId, granhult, 'municipality'),
  hedvik: await buildPrincipal(db, tenantId, hedvik, 'municipality'),
};
const regionAtGranhult = await buildPrincipal(db, granhult.tenantId, region, 'region');
const ask: Ask = { kind: 'decideAgreement', question: 'Besluta om överenskommelsen.', dueOn: '2026-05-30' };

const release = (more: Partial<ReleaseRecord> = {}) =>
  write((w) =>
    releaseRecord(w, {
      content: sampleContent('Vi är överens.'),
      receivers: [here.granhult],
      ground: 'noSecrecy',
      ...more,
    }),
  );
const standing = async (id: Id<'release'>) =>
  (await read((r) => getRelease(r, id), 'release.make')).receivers.map((one) => one.standing);
const atGranhult = () =>
  db.read(t.authIn(granhult.tenantId, 'release.answer'), async (r) =>
    Promise.all((await listReceived(r)).map(({ id }) => getReceived(r, id))),
  );

test('R-OSL-7: nothing is delivered until both authorities have tied each other, and then what waited arrives once', async () => {
  const first = await release({ ask });
  await carryAll(db);
  assert.deepEqual(await standing(first), ['untied']);
  await tie(db, tenantId, here.granhult, granhult);
  await carryAll(db);
  assert.deepEqual(await standing(first), ['sent'], 'one side alone does not open the way');
  assert.deepEqual(await atGranhult(), []);
  await tie(db, granhult.tenantId, regionAtGranhult, region);
  await carryAll(db);
  assert.deepEqual(await standing(first), ['delivered']);
  const [copy, ...more] = await atGranhult();
  assert.deepEqual(more, []);
  assert.equal(copy!.giver.name, 'Provregionen');
  assert.equal(copy!.state, 'open');
  const sent = await read((r) => getRelease(r, first), 'release.make');
  assert.deepEqual([copy!.snapshot, copy!.contentHash], [sent.snapshot, sent.contentHash]);
  await tie(db, tenantId, here.hedvik, hedvik);
});

test('R-OSL-7: an answer comes back once, is taken in by who asked, and both logs hold', async () => {
  const [copy] = await atGranhult();
  const answering = t.authIn(granhult.tenantId, 'release.answer' as const);
  await db.transact(answering, { verb: 'read' }, (w) => noteReceivedRead(w, copy!.id));
  await carryAll(db);
  const [id] = (await read((r) => listReleases(r), 'release.make')).map((one) => one.id);
  assert.deepEqual(await standing(id!), ['read']);
  assert.equal((await read((r) => openAsks(r))).length, 1);
  const typed = { outcome: 'approved', body: 'Kommunstyrelsen', decidedOn: '2026-03-01', section: '§ 45' };
  const taken: TakenAnswer[] = [];
  const handlers: AnswerHandlers = { decideAgreement: async (_, one) => void taken.push(one) };
  await assert.rejects(
    db.transact(answering, { verb: 'answer' }, (w) =>
      answerRelease(w, { receivedId: copy!.id, expectedVersion: 1, typed: { ...typed, outcome: 'kanske' } }),
    ),
    problemKeys('validation.choose'),
  );
  await db.transact(answering, { verb: 'answer' }, (w) =>
    answerRelease(w, { receivedId: copy!.id, expectedVersion: 1, typed }),
  );
  await carryAll(db, handlers);
  await db.system('relay', (system) =>
    system.updateTable('outbox').set({ sent_at: null }).where('topic', '=', 'release.carry').execute(),
  );
  await carryAll(db, handlers);
  assert.deepEqual(await standing(id!), ['answered']);
  assert.equal(taken.length, 1, 'an errand that is carried again changes nothing');
  assert.deepEqual(taken[0]!.answer, { ...typed, registrationNumber: null, remark: null });
  assert.equal(taken[0]!.from.bodyId, here.granhult);
  assert.deepEqual(await read((r) => openAsks(r)), []);
  assert.equal((await atGranhult()).length, 1);
  for (const tenant of [tenantId, granhult.tenantId])
    assert.equal((await db.read(t.authIn(tenant), verifyLog)).fault, undefined);
});

test('R-OSL-7: the neighbour that got nothing finds nothing, nor does the giver find what the receiver keeps', async () => {
  const elsewhere = t.authIn(hedvik.tenantId, 'release.answer' as const);
  assert.deepEqual(await db.read(elsewhere, (r) => listReceived(r)), []);
  const [copy] = await atGranhult();
  await assert.rejects(
    db.read(elsewhere, (r) => getReceived(r, copy!.id)),
    { code: 'record.notFound' },
  );
  assert.deepEqual(await read((r) => listReceived(r), 'release.answer'), []);
});

test('a recall is seen at both ends, what has not left does not leave, and nothing more is asked', async () => {
  const id = await release({ receivers: [here.granhult, here.hedvik], ask });
  await carryAll(db);
  await write((w) => recallRelease(w, { releaseId: id, reason: 'Fel version.' }));
  await carryAll(db);
  assert.deepEqual(await standing(id), ['recalled', 'recalled']);
  const copy = (await atGranhult()).find((one) => one.state === 'recalled');
  assert.equal(copy?.recallReason, 'Fel version.');
  await assert.rejects(
    db.transact(t.authIn(granhult.tenantId, 'release.answer' as const), { verb: 'answer' }, (w) =>
      answerRelease(w, { receivedId: copy!.id, expectedVersion: copy!.version, typed: {} }),
    ),
    { code: 'record.wrongState' },
  );
  const regionAtHedvik = await buildPrincipal(db, hedvik.tenantId, region, 'region');
  await tie(db, hedvik.tenantId, regionAtHedvik, region);
  await carryAll(db);
  assert.deepEqual(await db.read(t.authIn(hedvik.tenantId, 'release.answer' as const), (r) => listReceived(r)), []);
  await assert.rejects(
    write((w) => recallRelease(w, { releaseId: id, reason: 'Igen.' })),
    problemKeys('release.alreadyRecalled'),
  );
});

test('R-OSL-7: what is secret leaves only by a ground that lifts it, with its provision and reasons, by who may read it', async () => {
  const content = sampleContent('Hemligt.', { secrecy: { provision: 'OSL 25 kap. 1 §' } });
  await assert.rejects(release({ content }), { code: 'record.notFound' });
  const reading = t.auth('matter.readProtected' as const);
  await assert.rejects(release({ content, reading }), problemKeys('release.secretNeedsGround'));
  await assert.rejects(
    release({ content, reading, ground: 'necessary' }),
    problemKeys('release.provision', 'release.assessment'),
  );
  const told = { provision: 'OSL 25 kap. 1 §', assessment: 'Behövs för samordningen.' };
  await assert.rejects(release({ content, reading, ground: 'balance', ...told }), problemKeys('release.barred'));
  await assert.rejects(
    release({ content, reading, ground: 'reservation', ...told }),
    problemKeys('release.reservation'),
  );
  const id = await release({ content, reading, ground: 'necessary', ...told });
  await carryAll(db);
  await assert.rejects(
    read((r) => getRelease(r, id), 'release.make'),
    { code: 'record.notFound' },
  );
  assert.equal((await read((r) => getRelease(r, id, reading), 'release.make')).receivers[0]!.standing, 'delivered');
  assert.ok(
    (await atGranhult()).every((one) => !one.protected),
    'the secrecy follows it to the receiver',
  );
  const there = t.authIn(granhult.tenantId, 'matter.readProtected' as const);
  const seen = await db.read(t.authIn(granhult.tenantId, 'release.answer' as const), (r) => listReceived(r, {}, there));
  assert.equal(seen.length, (await atGranhult()).length + 1);
  const logged = await read((r) => r.db.selectFrom('log_told').selectAll().where('tenant_id', '=', tenantId).execute());
  assert.doesNotMatch(JSON.stringify(logged), /Hemligt|samordningen/);
});

test('R-GDPR-3: a personal identity number stops a release; a record that changed since it was shown is shown again', async () => {
  await assert.rejects(
    release({ content: sampleContent(`Rör ${madeUpPersonNumber}.`) }),
    problemKeys('release.personalNumber'),
  );
  await assert.rejects(release({ shownHash: 'annan' }), problemKeys('release.contentChanged'));
  await assert.rejects(release({ receivers: [] }), problemKeys('release.noReceiver'));
});

test('guests read what was let out to their group while their role holds, and nothing else', async () => {
  const [group, other] = [await buildBody(t), await buildBody(t)];
  const id = await release({ receivers: [group, here.granhult] });
  await release({ receivers: [other] });
  const guest = authorize(someoneWith(t, 'guest', group), 'release.readAsGuest');
  assert.deepEqual(
    (await db.read(guest, (r) => listForGuest(r))).map((one) => one.id),
    [id],
  );
  await db.transact(guest, { verb: 'read' }, (w) => readAsGuest(w, id));
  const seen = await read((r) => getRelease(r, id), 'release.make');
  assert.equal(seen.receivers.find((one) => one.audience === 'guests')?.standing, 'read');
  const stranger = authorize(someoneWith(t, 'guest', other), 'release.readAsGuest');
  await assert.rejects(
    db.transact(stranger, { verb: 'read' }, (w) => readAsGuest(w, id)),
    { code: 'record.notFound' },
  );
  assert.throws(() => authorize(someoneWith(t, 'guest', group), 'record.read'), { code: 'access.denied' });
  await assert.rejects(release({ receivers: [group], ask }), problemKeys('release.guestsAsked'));
});

test('a role on another body lets out nothing of this one, and opens nothing that was received', async () => {
  const [own, other] = [await buildBody(t), await buildBody(t)];
  const content = sampleContent('Nämndens.', { bodyId: own });
  const input: ReleaseRecord = { content, receivers: [here.granhult], ground: 'noSecrecy' };
  await assert.rejects(
    as('committeeSecretary', other, 'release.make', (w) => releaseRecord(w, input)),
    { code: 'access.denied' },
  );
  const id = await as('committeeSecretary', own, 'release.make', (w) => releaseRecord(w, input));
  const listed = (bodyId: string) =>
    db.read(authorize(someoneWith(t, 'committeeSecretary', bodyId), 'release.make'), (r) => listReleases(r));
  assert.deepEqual([(await listed(own)).map((one) => one.id), await listed(other)], [[id], []]);
  await assert.rejects(
    db.read(authorize(someoneWith(t, 'caseOfficer', own), 'release.answer'), (r) => listReceived(r)),
    { code: 'access.denied' },
  );
});

test('how far a release has come never goes backwards but by a recall', () => {
  const kinds = Object.keys(releaseEvents) as (keyof typeof releaseEvents)[];
  const order = ['untied', 'sent', 'delivered', 'read', 'answered', 'recalled'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...kinds)),
      fc.constantFrom(...kinds),
      fc.boolean(),
      (before, next, answered) => {
        const at = (events: readonly (typeof kinds)[number][]) =>
          order.indexOf(
            standingOf({ audience: 'principal', tied: true, events: events.map((kind) => ({ kind })), answered }),
          );
        assert.ok(at([...before, next]) >= at(before));
      },
    ),
  );
});

test('answers are read as they are written in Swedish, and what has no problem makes an answer', () => {
  assert.deepEqual(['1 234,5', '−3', '12', 'tolv', '', '1,2,3'].map(parseAmount), [
    1234.5,
    -3,
    12,
    undefined,
    undefined,
    undefined,
  ]);
  const figures: Ask = {
    kind: 'deliverFigures',
    question: 'Lämna.',
    dueOn: null,
    figures: [{ key: 'a', label: 'Antal', unit: null }],
  };
  const typed = { asOf: '2026-01-01', source: 'Procapita', 'figure-a': '1 200' };
  assert.deepEqual(answerProblems(figures, typed), []);
  assert.deepEqual(answerValues(figures, typed), {
    asOf: '2026-01-01',
    source: 'Procapita',
    remark: null,
    figures: { a: 1200 },
  });
  assert.deepEqual(answerProblems(figures, { ...typed, 'figure-a': 'många', source: `rör ${madeUpPersonNumber}` }), [
    { path: 'figure-a', key: 'release.figure' },
    { path: 'source', key: 'privacy.personalNumber' },
  ]);
  assert.equal(isBarred('balance', 'OSL 26 kap. 1 §'), true);
  assert.equal(isBarred('balance', '25:1 OSL'), true);
  assert.equal(isBarred('balance', 'OSL 19 kap. 3 §'), false);
});
