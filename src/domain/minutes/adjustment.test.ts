import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  buildAdjustedMinutes,
  buildHeldMeeting,
  buildMinutes,
  buildSigner,
  requestFor,
  sendToSign,
  signAs,
  signerPassword,
} from '../../../test/support/build-minutes.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { letterTopic } from '../../kernel/posted-letter.ts';
import { authorize, confirmPassword, operatorOf } from '../access/index.ts';
import { getMeeting } from '../meetings/index.ts';
import {
  approveMinutes,
  correctMinutes,
  findFrozenMinutes,
  getMinutes,
  listMinutesCorrections,
  localSignatures,
  minutesHash,
  notePaperSignature,
  remindSigners,
  returnMinutes,
  sendMinutesToSign,
  sendSectionToSign,
  signatureFits,
} from './index.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

const edit = () => authorize(operatorOf(t.tenantId), 'minutes.edit');
const read = <T>(run: (r: Parameters<Parameters<TestDatabase['db']['read']>[1]>[0]) => Promise<T>) =>
  t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;
const problem = (key: string) => (error: unknown) =>
  error instanceof AppError && JSON.stringify(error.details ?? '').includes(key);

test('R-KL-50: the chair signs, exactly one, and as many adjusters as the body has', async () => {
  const held = await buildHeldMeeting(t);
  const minutesId = await buildMinutes(t, held.meetingId);
  await assert.rejects(sendToSign(t, minutesId, [{ role: 'adjuster', name: 'A' }]), problem('minutes.oneChair'));
  await assert.rejects(
    sendToSign(t, minutesId, [{ role: 'chair', name: 'A' }]),
    problem('minutes.moreAdjusters'),
    'the nämnd has one adjuster',
  );
  await assert.rejects(
    sendToSign(t, minutesId, [
      { role: 'chair', name: 'A' },
      { role: 'adjuster', name: 'a' },
    ]),
    problem('minutes.signerTwice'),
  );
});

test('R-KL-50 does not bind an officials’ group: its minutes are approved at the next meeting', async () => {
  const held = await buildHeldMeeting(t, { kind: 'officialsGroup' });
  const minutesId = await buildMinutes(t, held.meetingId);
  await assert.rejects(sendToSign(t, minutesId, [{ role: 'chair', name: 'A' }]), code('minutes.otherApproval'));
  const next = await buildHeldMeeting(t, {
    kind: 'officialsGroup',
    bodyId: held.bodyId,
    heldOn: '2026-03-01',
    items: 1,
  });
  const { version } = await read((r) => getMinutes(r, minutesId));
  const approve = (decisionId: string) =>
    t.db.transact(edit(), { verb: 'approveMinutes' }, (w) =>
      approveMinutes(w, { minutesId, expectedVersion: version, decisionId }),
    );
  await assert.rejects(
    approve(held.decisionIds[0]!),
    code('minutes.noApprovingDecision'),
    'a meeting cannot approve itself',
  );
  await approve(next.decisionIds[0]!);
  const minutes = await read((r) => getMinutes(r, minutesId));
  assert.equal(minutes.state, 'adjusted');
  assert.equal(minutes.adjustments[0]?.adjustedOn, '2026-03-01', 'on the day of the decision that approved them');
  assert.equal(minutes.approvedInItemId, next.itemIds[0]);
});

test('R-KL-53: the last signature adjusts the minutes, on that day, and the meeting with them; the deadline is 14 days', async () => {
  const held = await buildHeldMeeting(t, { heldOn: '2026-02-24' });
  const minutesId = await buildMinutes(t, held.meetingId);
  const chair = await buildSigner(t, held.bodyId, 'chair');
  const adjuster = await buildSigner(t, held.bodyId);
  const outsider = await buildSigner(t, held.bodyId);
  await sendToSign(t, minutesId, [
    { role: 'chair', name: chair.name, accountId: chair.accountId },
    { role: 'adjuster', name: adjuster.name, accountId: adjuster.accountId },
  ]);
  const sent = (await read((r) => getMinutes(r, minutesId))).adjustments[0]!;
  assert.equal(sent.adjustBy, '2026-03-10');
  const frozen = await read((r) => findFrozenMinutes(r, sent.id));
  assert.equal(frozen && minutesHash(frozen.tree), sent.contentHash, 'the hash is of what was frozen');
  await assert.rejects(signAs(t, outsider, await requestFor(t, minutesId, outsider)), code('minutes.notSigner'));
  assert.equal(await signAs(t, chair, await requestFor(t, minutesId, chair)), false);
  await assert.rejects(signAs(t, chair, await requestFor(t, minutesId, chair)), code('minutes.notSigner'), 'once each');
  assert.equal((await read((r) => getMinutes(r, minutesId))).state, 'signing');
  assert.equal(await signAs(t, adjuster, await requestFor(t, minutesId, adjuster)), true);
  const minutes = await read((r) => getMinutes(r, minutesId));
  assert.equal(minutes.state, 'adjusted');
  assert.equal(minutes.adjustments[0]?.adjustedOn, t.runtime.today());
  assert.equal((await read((r) => getMeeting(r, held.meetingId))).state, 'adjusted');
});

test('R-KL-53 does not bind a drafting committee whose rules say nothing: there is no last day', async () => {
  const held = await buildHeldMeeting(t, { kind: 'draftingCommittee' });
  const minutesId = await buildMinutes(t, held.meetingId);
  assert.equal((await read((r) => getMinutes(r, minutesId))).adjustments[0]?.adjustBy, null);
});

test('R-KL-54: one section is adjusted at once, also while the meeting goes on, and stands as signed in the rest', async () => {
  const held = await buildHeldMeeting(t, { atOnce: [1], close: false });
  const minutesId = await buildMinutes(t, held.meetingId);
  const chair = await buildSigner(t, held.bodyId, 'chair');
  const those = [
    { role: 'chair' as const, name: chair.name, accountId: chair.accountId },
    { role: 'adjuster' as const, name: 'Pappersjusteraren' },
  ];
  const send = (itemId: string) =>
    t.db.transact(edit(), { verb: 'sendSectionToSign' }, (w) =>
      sendSectionToSign(w, { minutesId, itemId, signers: those }),
    );
  await assert.rejects(send(held.itemIds[0]!), problem('minutes.notDeclaredAtOnce'));
  await assert.rejects(sendToSign(t, minutesId, those), code('minutes.meetingNotClosed'));
  const adjustmentId = await send(held.itemIds[1]!);
  await signAs(t, chair, await requestFor(t, minutesId, chair, 'section'));
  const { adjustments } = await read((r) => getMinutes(r, minutesId));
  const section = adjustments.find(({ id }) => id === adjustmentId)!;
  assert.deepEqual(section.itemIds, [held.itemIds[1]]);
  const paper = section.signers.find(({ name }) => name === 'Pappersjusteraren')!;
  const done = await t.db.transact(edit(), { verb: 'notePaperSignature' }, (w) =>
    notePaperSignature(w, { adjustmentId, signerId: paper.id, signedOn: t.runtime.today(), keptAt: 'Kansliet' }),
  );
  assert.equal(done, true);
  const minutes = await read((r) => getMinutes(r, minutesId));
  assert.equal(minutes.state, 'draft', 'the rest is still being written');
  assert.equal(minutes.adjustments.find(({ id }) => id === adjustmentId)?.state, 'adjusted');
});

test('R-KL-54: a section of a nämnd that was not declared so is not adjusted at once; R-KL-54 does not bind an officials’ group', async () => {
  const held = await buildHeldMeeting(t, { kind: 'officialsGroup', atOnce: [0] });
  const minutesId = await buildMinutes(t, held.meetingId);
  await assert.rejects(
    t.db.transact(edit(), { verb: 'sendSectionToSign' }, (w) =>
      sendSectionToSign(w, { minutesId, itemId: held.itemIds[0]!, signers: [{ role: 'chair', name: 'A' }] }),
    ),
    code('minutes.otherApproval'),
  );
});

test('a signature is for one document, in one round, by one account: none of them can be exchanged', async () => {
  const held = await buildHeldMeeting(t);
  const minutesId = await buildMinutes(t, held.meetingId);
  const chair = await buildSigner(t, held.bodyId, 'chair');
  const adjuster = await buildSigner(t, held.bodyId);
  const those = [
    { role: 'chair' as const, name: chair.name, accountId: chair.accountId },
    { role: 'adjuster' as const, name: adjuster.name, accountId: adjuster.accountId },
  ];
  await sendToSign(t, minutesId, those);
  const request = await requestFor(t, minutesId, chair);
  await assert.rejects(signAs(t, chair, { ...request, contentHash: '0'.repeat(64) }), code('minutes.signatureUnfit'));
  await assert.rejects(signAs(t, chair, { ...request, round: 2 }), code('minutes.signatureUnfit'));
  await assert.rejects(
    signAs(t, adjuster, request),
    code('minutes.signatureUnfit'),
    'a request made for another account',
  );
  const signature = await localSignatures(async () => true).sign(request, signerPassword);
  assert.ok(signatureFits(request, signature));
  assert.ok(!signatureFits({ ...request, role: 'adjuster' }, signature));
  const asked = localSignatures((accountId, password) => confirmPassword(t.db, accountId, password));
  await assert.rejects(asked.sign(request, 'fel lösenord här'), code('minutes.wrongPassword'));
  assert.ok(signatureFits(request, await asked.sign(request, signerPassword)));
});

test('minutes that are returned with a comment are sent anew, and the signatures of the round before count no more', async () => {
  const held = await buildHeldMeeting(t);
  const minutesId = await buildMinutes(t, held.meetingId);
  const chair = await buildSigner(t, held.bodyId, 'chair');
  const adjuster = await buildSigner(t, held.bodyId);
  const those = [
    { role: 'chair' as const, name: chair.name, accountId: chair.accountId },
    { role: 'adjuster' as const, name: adjuster.name, accountId: adjuster.accountId },
  ];
  await sendToSign(t, minutesId, those);
  await signAs(t, chair, await requestFor(t, minutesId, chair));
  const adjustmentId = (await read((r) => getMinutes(r, minutesId))).adjustments[0]!.id;
  const giveBack = (comment: string) =>
    t.db.transact(authorize(adjuster, 'minutes.sign'), { verb: 'returnMinutes' }, (w) =>
      returnMinutes(w, { adjustmentId, comment }),
    );
  await assert.rejects(giveBack('  '), problem('validation.required'));
  await giveBack('Tiden i § 2 är fel.');
  const returned = await read((r) => getMinutes(r, minutesId));
  assert.equal(returned.state, 'draft');
  assert.equal(returned.adjustments[0]?.state, 'returned');
  await sendToSign(t, minutesId, those);
  const again = await read((r) => getMinutes(r, minutesId));
  assert.equal(again.adjustments[0]?.round, 2);
  assert.equal(again.adjustments[0]?.signers.filter(({ signedAt }) => signedAt).length, 0);
  assert.equal(again.adjustments[0]?.earlier.find(({ comment }) => comment)?.comment, 'Tiden i § 2 är fel.');
});

test('R-FL-6: adjusted minutes are never changed; a correction is a record beside them', async () => {
  const { minutesId, decisionIds } = await buildAdjustedMinutes(t);
  const minutes = await read((r) => getMinutes(r, minutesId));
  const adjustmentId = minutes.adjustments[0]!.id;
  const before = await read((r) => findFrozenMinutes(r, adjustmentId));
  await t.db.transact(edit(), { verb: 'correctMinutes' }, (w) =>
    correctMinutes(w, { minutesId, itemId: null, was: 'kl. 09.00', isNow: 'kl. 09.30', reason: 'Skrivfel.' }),
  );
  assert.deepEqual(await read((r) => findFrozenMinutes(r, adjustmentId)), before);
  assert.equal((await read((r) => listMinutesCorrections(r, minutesId))).length, 1);
  await assert.rejects(
    t.db.transact(edit(), { verb: 'sendMinutesToSign' }, (w) =>
      sendMinutesToSign(w, { minutesId, expectedVersion: minutes.version, signers: [] }),
    ),
    code('record.wrongState'),
  );
  const owner = await import('pg');
  const client = new owner.default.Client(t.connection);
  await client.connect();
  try {
    for (const statement of [
      `update adjustment set tree = '{}' where id = '${adjustmentId}'`,
      `update adjuster set name = 'En annan' where adjustment_id = '${adjustmentId}'`,
      `delete from adjustment where id = '${adjustmentId}'`,
      `update minutes_correction set was = 'x'`,
    ])
      await assert.rejects(client.query(statement), /append-only|is final/, statement);
  } finally {
    await client.end();
  }
  assert.ok(decisionIds.length > 0);
});

test('R-FL-6 does not bind a draft: what nobody has signed is changed where it stands', async () => {
  const held = await buildHeldMeeting(t);
  const minutesId = await buildMinutes(t, held.meetingId);
  await assert.rejects(
    t.db.transact(edit(), { verb: 'correctMinutes' }, (w) =>
      correctMinutes(w, { minutesId, itemId: null, was: 'a', isNow: 'b', reason: 'c' }),
    ),
    code('record.wrongState'),
  );
});

test('nobody is reminded of minutes that do not exist, or that another body keeps', async () => {
  const theirs = await buildMinutes(t, (await buildHeldMeeting(t)).meetingId);
  const remind = (auth: ReturnType<typeof edit>, minutesId: string) =>
    t.db.transact(auth, { verb: 'remindSigners' }, (w) => remindSigners(w, { minutesId, link: 'http://localhost/' }));
  await assert.rejects(remind(edit(), '00000000-0000-4000-8000-000000000000'), { code: 'record.notFound' });
  const { bodyId } = await buildHeldMeeting(t);
  await assert.rejects(remind({ ...edit(), bodies: [bodyId] }, theirs), { code: 'access.denied' });
});

test('a letter that minutes send is one that the carrier of letters knows', async () => {
  const held = await buildHeldMeeting(t);
  const minutesId = await buildMinutes(t, held.meetingId);
  const chair = await buildSigner(t, held.bodyId, 'chair');
  await sendToSign(t, minutesId, [
    { role: 'chair', name: chair.name, accountId: chair.accountId },
    { role: 'adjuster', name: 'Utan Konto' },
  ]);
  await t.db.transact(edit(), { verb: 'remindSigners' }, async (w) => {
    assert.equal(await remindSigners(w, { minutesId, link: 'http://localhost/protokoll' }), 1);
    const posted = await w.db
      .selectFrom('outbox')
      .select(['topic', 'payload'])
      .where('tenant_id', '=', t.tenantId)
      .orderBy('posted_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    assert.equal(posted.topic, letterTopic);
    assert.deepEqual(Object.keys(posted.payload).sort(), ['id', 'subject', 'text', 'to']);
  });
});
