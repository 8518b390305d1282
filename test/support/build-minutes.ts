import { type Actor, authorize, createAccount, grantRole, operatorOf } from '../../src/domain/access/index.ts';
import { callUpItem, closeMeeting, endItem, openMeeting } from '../../src/domain/attendance/index.ts';
import {
  composeMinutes,
  getMinutes,
  localSignatures,
  type NewSigner,
  type SignatureRequest,
  sendMinutesToSign,
  signMinutes,
  startMinutes,
} from '../../src/domain/minutes/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildRoster, type Roster, type RosterInput } from './build-attendance.ts';
import { buildDecision } from './build-decisions.ts';
import type { TestDatabase } from './database.ts';

export type HeldMeeting = Roster & { readonly decisionIds: readonly Id<'decision'>[] };

/** A meeting that was opened, dealt with each of its items, decided in each of them and was closed; all through verbs. */
export async function buildHeldMeeting(
  t: TestDatabase,
  input: RosterInput & { readonly atOnce?: readonly number[]; readonly close?: boolean } = {},
): Promise<HeldMeeting> {
  const heldOn = input.heldOn ?? '2026-02-24';
  const seats = input.kind === 'officialsGroup' ? { members: 0, deputies: 0 } : {};
  const roster = await buildRoster(t, { ...seats, ...input, heldOn });
  const conduct = authorize(operatorOf(t.tenantId), 'meeting.conduct');
  await t.db.transact(conduct, { verb: 'openMeeting' }, (w) =>
    openMeeting(w, {
      meetingId: roster.meetingId,
      at: '09:00',
      present: roster.members.map((attendanceId) => ({ attendanceId })),
    }),
  );
  const decisionIds: Id<'decision'>[] = [];
  for (const [index, itemId] of roster.itemIds.entries()) {
    await t.db.transact(conduct, { verb: 'callUpItem' }, (w) => callUpItem(w, { itemId, at: `09:${10 + index}` }));
    decisionIds.push(
      await buildDecision(t, {
        agendaItemId: itemId,
        title: `Beslut i ärende ${index + 1}`,
        clauses: [`att godkänna ärende ${index + 1}`],
        state: 'made',
        immediatelyAdjusted: input.atOnce?.includes(index) ?? false,
      }),
    );
  }
  if (input.close !== false)
    await t.db.transact(conduct, { verb: 'closeMeeting' }, async (w) => {
      if (roster.itemIds.length > 0) await endItem(w, { meetingId: roster.meetingId, at: '10:59' });
      await closeMeeting(w, { meetingId: roster.meetingId, at: '11:00' });
    });
  return { ...roster, decisionIds };
}

/** Begins the minutes of a meeting through the verb. */
export async function buildMinutes(t: TestDatabase, meetingId: Id<'meeting'>): Promise<Id<'minutes'>> {
  const auth = authorize(operatorOf(t.tenantId), 'minutes.edit');
  return await t.db.transact(auth, { verb: 'startMinutes' }, (w) =>
    startMinutes(w, { meetingId, secretary: 'Siv Skrivare' }),
  );
}

let signers = 0;
export const signerPassword = 'tre ord på rad här';

/** An account that may sign the minutes of a body, with the actor it acts as. */
export async function buildSigner(
  t: TestDatabase,
  bodyId: Id<'body'>,
  role: 'chair' | 'member' = 'member',
): Promise<Actor & { readonly accountId: Id<'account'> }> {
  signers += 1;
  const name = `Justa Justersson ${signers}`;
  const auth = authorize(operatorOf(t.tenantId), 'account.administer');
  const accountId = await t.db.transact(auth, { verb: 'createAccount' }, async (w) => {
    const id = await createAccount(w, {
      login: `justa${signers}`,
      name,
      email: `justa${signers}@prov.example`,
      password: signerPassword,
    });
    await grantRole(w, { accountId: id, role, bodyId, validFrom: '2020-01-01' });
    return id;
  });
  return {
    tenantId: t.tenantId,
    accountId,
    name,
    language: 'sv',
    grants: [{ role, bodyId, validFrom: '2020-01-01', validTo: null }],
  };
}

/** Sends minutes to sign through the verb. */
export async function sendToSign(
  t: TestDatabase,
  minutesId: Id<'minutes'>,
  those: readonly NewSigner[],
): Promise<void> {
  const auth = authorize(operatorOf(t.tenantId), 'minutes.edit');
  await t.db.transact(auth, { verb: 'sendMinutesToSign' }, async (w) => {
    const { version } = (await composeMinutes(w, minutesId)).minutes;
    await sendMinutesToSign(w, { minutesId, expectedVersion: version, signers: those });
  });
}

/** Signs an act of adjustment as somebody, with the service of the house. Answers whether it was the last signature. */
export async function signAs(t: TestDatabase, actor: Actor, request: SignatureRequest): Promise<boolean> {
  const service = localSignatures(async () => true);
  const signature = await service.sign(request, signerPassword);
  return await t.db.transact(authorize(actor, 'minutes.sign'), { verb: 'signMinutes' }, (w) =>
    signMinutes(w, { request, signature }),
  );
}

/** What somebody would be asked to sign now. */
export async function requestFor(
  t: TestDatabase,
  minutesId: Id<'minutes'>,
  actor: Actor,
  kind: 'whole' | 'section' = 'whole',
): Promise<SignatureRequest> {
  const minutes = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), (r) => getMinutes(r, minutesId));
  const adjustment = minutes.adjustments.find((one) => one.kind === kind)!;
  return {
    adjustmentId: adjustment.id,
    round: adjustment.round,
    contentHash: adjustment.contentHash ?? '',
    role: adjustment.signers.find((one) => one.accountId === actor.accountId)?.role ?? 'adjuster',
    signer: { accountId: actor.accountId, name: actor.name },
    at: t.runtime.now(),
    nonce: t.runtime.newToken(18),
  };
}

/** Minutes that chair and one adjuster have signed, with who they were. */
export async function buildAdjustedMinutes(t: TestDatabase, input: RosterInput = {}) {
  const held = await buildHeldMeeting(t, input);
  const minutesId = await buildMinutes(t, held.meetingId);
  const chair = await buildSigner(t, held.bodyId, 'chair');
  const adjuster = await buildSigner(t, held.bodyId);
  await sendToSign(t, minutesId, [
    { role: 'chair', name: chair.name, accountId: chair.accountId },
    { role: 'adjuster', name: adjuster.name, accountId: adjuster.accountId },
  ]);
  await signAs(t, chair, await requestFor(t, minutesId, chair));
  await signAs(t, adjuster, await requestFor(t, minutesId, adjuster));
  return { ...held, minutesId, chair, adjuster };
}
