import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildAgreement } from '../../../test/support/build-collaboration.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import {
  addAgreementParty,
  addAgreementStep,
  addAgreementText,
  addAllPrincipals,
  changeAgreement,
  changeAgreementStep,
  getAgreement,
  getWholeAgreement,
  giveNotice,
  listAgreements,
  moveAgreement,
  notePartyDecision,
  openDecisions,
  recordAgreement,
  recordAgreementClaim,
  removeAgreementParty,
  settleClaim,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'agreement.edit');
const whole = (id: string) => read((r) => getWholeAgreement(r, id));
const party = (agreementId: string, name: string, more: object = {}) =>
  write((w) => addAgreementParty(w, { agreementId, name, kind: 'municipality', decides: true, ...more }));
const yes = {
  outcome: 'approved' as const,
  decidedBy: 'kommunfullmäktige',
  decidedOn: '2026-01-12',
  diaryNumber: 'KS 2026/12',
};

test('when the last principal has decided the agreement is decided, its text is fixed, and it begins that day', async () => {
  const id = await buildAgreement(t, { decided: false, startsWhen: 'whenAllDecided', noticeMonths: 12 });
  const [a, b] = [await party(id, 'Sjövik'), await party(id, 'Granberg')];
  await write((w) => addAgreementText(w, { agreementId: id, text: '§ 1 Parterna samverkar.' }));
  await write((w) =>
    addAgreementText(w, { agreementId: id, text: '§ 1 Parterna samverkar nära.', label: 'Efter remissen' }),
  );
  await write((w) => moveAgreement(w, { agreementId: id, expectedVersion: 1, move: 'sendOut' }));
  const first = await write((w) => notePartyDecision(w, { agreementId: id, partyId: a, expectedVersion: 0, ...yes }));
  assert.equal(first.allHaveDecided, false);
  assert.equal((await whole(id)).state, 'out');
  const last = await write((w) =>
    notePartyDecision(w, { agreementId: id, partyId: b, expectedVersion: 0, ...yes, decidedOn: '2026-01-20' }),
  );
  assert.equal(last.allHaveDecided, true);
  const agreement = await whole(id);
  assert.deepEqual([agreement.state, agreement.from, agreement.ratification.approved], ['decided', '2026-01-20', 2]);
  assert.deepEqual(
    agreement.versions.map(({ fixedOn }) => fixedOn !== null),
    [false, true],
    'the text that was decided on',
  );
  await assert.rejects(
    write((w) => addAgreementText(w, { agreementId: id, text: 'Något annat.' })),
    problemKeys('agreements.textDecided'),
  );
  await assert.rejects(
    write((w) =>
      notePartyDecision(w, { agreementId: id, partyId: a, expectedVersion: 1, ...yes, outcome: 'declined' }),
    ),
    { code: 'agreement.alreadyDecided' },
  );
  // Not even a statement past the verbs changes the text that was decided.
  await assert.rejects(
    write((w) =>
      w.db
        .updateTable('agreement_version')
        .set({ agreement_text: 'x' })
        .where('tenant_id', '=', w.tenantId)
        .where('agreement_id', '=', id)
        .execute(),
    ),
    /decided/u,
  );
});

test('a claim is a claim: it decides nothing until a person takes it, party by party, and then each says so', async () => {
  for (const name of ['Region Fjällmark', 'Sjöviks kommun', 'Granbergs kommun'])
    await buildBody(t, { name, kind: name.startsWith('Region') ? 'region' : 'municipality' });
  const id = await buildAgreement(t, { decided: false });
  const words = (text: string) => ({ agreementId: id, words: text, principals: 3 });
  const [claimId, again] = await write(async (w) => [
    await recordAgreementClaim(w, words('Beslutad hos samtliga 3 huvudmän.')),
    await recordAgreementClaim(w, words('Beslutad hos samtliga  3 huvudmän.')),
  ]);
  assert.equal(again, claimId, 'the same words are the same claim');
  assert.equal(await write((w) => addAllPrincipals(w, { agreementId: id })), 3);
  const before = await whole(id);
  assert.deepEqual([before.state, before.ratification.asked, before.ratification.approved], ['draft', 3, 0]);
  assert.deepEqual(before.ratification.told, { principals: 3 });
  const partyIds = before.parties.map((one) => one.id);
  await assert.rejects(
    write((w) => settleClaim(w, { agreementId: id, claimId, expectedVersion: 1, partyIds: [] })),
    problemKeys('agreements.chooseParties'),
  );
  await write((w) => settleClaim(w, { agreementId: id, claimId, expectedVersion: 1, partyIds }));
  const settled = await whole(id);
  assert.deepEqual([settled.state, settled.ratification.claimed, settled.ratification.told], ['decided', 3, null]);
  assert.ok(
    settled.parties.every(
      ({ decision }) => decision?.basis === 'claimed' && decision.decidedOn === null && decision.claimId === claimId,
    ),
  );
  const [region] = settled.parties;
  assert.equal(region?.kind, 'region', 'the region stands first');
  await write((w) => notePartyDecision(w, { agreementId: id, partyId: region!.id, expectedVersion: 1, ...yes }));
  assert.deepEqual((await whole(id)).ratification.claimed, 2, 'with its day and number it is a decision of its own');
  await assert.rejects(
    write((w) => addAllPrincipals(w, { agreementId: id })),
    { code: 'agreement.noPrincipalsLeft' },
  );
});

test('what waits for a principal is found by its body, and no longer when it has decided', async () => {
  const body = await buildBody(t, { name: 'Tallnäs kommun', kind: 'municipality' });
  const id = await buildAgreement(t, { decided: false });
  const own = await party(id, '', { bodyId: body });
  await party(id, 'Sjövik');
  assert.deepEqual(await read((r) => openDecisions(r, body)), [], 'not sent out yet');
  await write((w) => moveAgreement(w, { agreementId: id, expectedVersion: 1, move: 'sendOut' }));
  assert.deepEqual(
    (await read((r) => openDecisions(r, body))).map((one) => one.id),
    [id],
  );
  assert.equal((await whole(id)).parties.find((one) => one.id === own)?.name, 'Tallnäs kommun');
  const reserved = { ...yes, outcome: 'withReservation' as const };
  await assert.rejects(
    write((w) => notePartyDecision(w, { agreementId: id, partyId: own, expectedVersion: 0, ...reserved })),
    problemKeys('agreements.whichReservation'),
  );
  await write((w) =>
    notePartyDecision(w, { agreementId: id, partyId: own, expectedVersion: 0, ...reserved, remarks: 'Ej § 4.' }),
  );
  assert.deepEqual(await read((r) => openDecisions(r, body)), []);
  await assert.rejects(
    write((w) => removeAgreementParty(w, { agreementId: id, partyId: own, expectedVersion: 1 })),
    { code: 'agreement.partyHasDecided' },
  );
});

test('notice ends it on the first day that its months allow, can be withdrawn with a reason, and needs a day where none is agreed', async () => {
  const id = await buildAgreement(t, { from: '2023-01-01', noticeMonths: 9 });
  const endsOn = await write((w) =>
    giveNotice(w, { agreementId: id, expectedVersion: 1, givenOn: '2026-01-10', givenBy: 'Sjövik' }),
  );
  assert.equal(endsOn, '2026-10-10');
  assert.deepEqual((await whole(id)).notice, { givenOn: '2026-01-10', givenBy: 'Sjövik', endsOn: '2026-10-10' });
  const withdraw = (reason?: string) =>
    write((w) =>
      moveAgreement(w, { agreementId: id, expectedVersion: 2, move: 'withdrawNotice', ...(reason && { reason }) }),
    );
  await assert.rejects(withdraw(), problemKeys('agreements.reason'));
  await withdraw('Parterna enades.');
  assert.deepEqual([(await whole(id)).state, (await whole(id)).notice], ['decided', null]);
  const without = await buildAgreement(t, { from: '2023-01-01' });
  await assert.rejects(
    write((w) => giveNotice(w, { agreementId: without, expectedVersion: 1, givenOn: '2026-01-10', givenBy: 'Sjövik' })),
    problemKeys('agreements.endUnknown'),
  );
});

test('a plan step for each party is one step for each; what was changed meanwhile is answered with both', async () => {
  const id = await buildAgreement(t);
  await party(id, 'Sjövik');
  await party(id, 'Granberg');
  const fields = { what: 'Utse lokal samordnare', responsible: 'Socialchefen', dueOn: '2026-04-01' };
  const steps = await write((w) => addAgreementStep(w, { agreementId: id, stepFor: 'each', ...fields }));
  assert.equal(steps.length, 2);
  const done = { agreementId: id, stepId: steps[0]!, expectedVersion: 1, ...fields, doneOn: '2026-01-15' };
  await write((w) => changeAgreementStep(w, done));
  assert.equal((await whole(id)).steps.filter(({ doneOn }) => doneOn !== null).length, 1);
  await assert.rejects(
    write((w) => changeAgreementStep(w, done)),
    { code: 'record.changedMeanwhile' },
  );
  const other = await buildAgreement(t);
  await assert.rejects(
    write((w) => changeAgreementStep(w, { ...done, agreementId: other })),
    { code: 'record.notFound' },
  );
});

test('facts are changed under a version, a renewal needs an end, and the list finds by party, kind, state and words', async () => {
  const id = await buildAgreement(t, { name: 'Avtal om tolkar', area: 'språkstöd' });
  const fields = { agreementId: id, expectedVersion: 1, name: 'Avtal om tolkar', kind: 'contract' as const };
  await assert.rejects(
    write((w) => changeAgreement(w, { ...fields, renewMonths: 12, openEnded: true, alarmMonths: [0] })),
    problemKeys('agreements.renewsWithoutEnd', 'agreements.alarmMonths'),
  );
  await write((w) =>
    changeAgreement(w, { ...fields, to: '2027-12-31', renewMonths: 12, noticeMonths: 6, alarmMonths: [3, 9] }),
  );
  const changed = await read((r) => getAgreement(r, id));
  assert.deepEqual([changed.openEnded, changed.alarmMonths, changed.kind], [false, [9, 3], 'contract']);
  await assert.rejects(
    write((w) => changeAgreement(w, fields)),
    { code: 'record.changedMeanwhile' },
  );
  const found = async (filter: object) => (await read((r) => listAgreements(r, filter))).map((one) => one.id);
  assert.deepEqual(await found({ words: 'tolk' }), [id]);
  assert.deepEqual(await found({ kind: 'contract' }), [id]);
  assert.ok((await found({ state: 'decided' })).includes(id));
  assert.deepEqual(await found({ words: '%' }), []);
});

test('who may for one body keeps its agreements and no others', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const record = (bodyId: Id<'body'> | null, name: string) =>
    as('cooperationLead', ours, 'agreement.edit', (w) => recordAgreement(w, { name, bodyId }));
  await record(ours, 'Vårt avtal');
  await assert.rejects(record(theirs, 'Deras avtal'), { code: 'access.denied' });
  await assert.rejects(record(null, 'Ingens avtal'), { code: 'access.denied' });
});
