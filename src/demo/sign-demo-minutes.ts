import { type Actor, authorize, confirmPassword, findAccountByLogin, findActor } from '../domain/access/index.ts';
import {
  getMinutes,
  localSignatures,
  type Minutes,
  sendMinutesToSign,
  signMinutes,
  startMinutes,
} from '../domain/minutes/index.ts';
import { announceAdjustment } from '../domain/notices/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { type DemoWriter, onDay } from './demo-writer.ts';
import { demoPassword } from './region.ts';

/** Somebody of the demonstration who acts with an account of their own. */
export async function actorOf(
  { db, operator }: DemoWriter,
  login: string,
): Promise<Actor & { accountId: Id<'account'> }> {
  const account = await db.read(authorize(operator, 'account.administer'), (r) => findAccountByLogin(r, login));
  const actor = account && (await findActor(db, operator.tenantId, account.id));
  if (!actor?.accountId) throw new Error(`The demonstration has no login ”${login}”. Look at src/demo/region.ts.`);
  return { ...actor, accountId: actor.accountId };
}

/** Begins the minutes of a meeting that is over. */
export function beginMinutes(demo: DemoWriter, meetingId: Id<'meeting'>): Promise<Id<'minutes'>> {
  return demo.as('minutes.edit', 'startDemoMinutes', (w) => startMinutes(w, { meetingId }));
}

export function readMinutes({ db, operator }: DemoWriter, minutesId: Id<'minutes'>): Promise<Minutes> {
  return db.read(authorize(operator, 'record.read'), (r) => getMinutes(r, minutesId));
}

/** Sends the minutes to sign to the chair and one adjuster. */
export async function sendDemoMinutes(demo: DemoWriter, minutesId: Id<'minutes'>): Promise<void> {
  const chair = await actorOf(demo, 'ordforande');
  const adjuster = await actorOf(demo, 'justerare');
  await demo.as('minutes.edit', 'sendDemoMinutes', async (w) =>
    sendMinutesToSign(w, {
      minutesId,
      expectedVersion: (await getMinutes(w, minutesId)).version,
      signers: [
        { role: 'chair', name: chair.name, accountId: chair.accountId },
        { role: 'adjuster', name: adjuster.name, accountId: adjuster.accountId },
      ],
    }),
  );
}

/** Signs as somebody does on the page: the password is asked for again, and the signature holds for exactly this document. */
export async function signAs(demo: DemoWriter, minutesId: Id<'minutes'>, login: string, day: CivilDate): Promise<void> {
  const actor = await actorOf(demo, login);
  const adjustment = (await readMinutes(demo, minutesId)).adjustments.find(({ kind }) => kind === 'whole');
  const signer = adjustment?.signers.find(({ accountId }) => accountId === actor.accountId);
  if (!adjustment?.contentHash || !signer) throw new Error(`The minutes do not wait for ${login}.`);
  const service = localSignatures((accountId, password) => confirmPassword(demo.db, accountId, password));
  const { runtime } = demo.db;
  const request = {
    adjustmentId: adjustment.id,
    round: adjustment.round,
    contentHash: adjustment.contentHash,
    role: signer.role,
    signer: { accountId: actor.accountId, name: actor.name },
    at: new Date(`${day}T10:00:00Z`),
    nonce: runtime.newToken(18),
  };
  const signature = await service.sign(request, demoPassword);
  await onDay(demo, day, actor).as('minutes.sign', 'signDemoMinutes', (w) => signMinutes(w, { request, signature }));
}

/** Puts the adjusted minutes on the notice board; the time of appeal runs from that day. */
export async function announceDemoMinutes(demo: DemoWriter, minutesId: Id<'minutes'>): Promise<void> {
  const adjustment = (await readMinutes(demo, minutesId)).adjustments.find(({ kind }) => kind === 'whole')!;
  await demo.as('notice.post', 'announceDemoMinutes', (w) =>
    announceAdjustment(w, { adjustmentId: adjustment.id, availableAt: 'Regionens kansli, Storgatan 1, Fjällmark' }),
  );
}
