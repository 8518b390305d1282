import { type Actor, authorize, findAccountByLogin, findActor } from '../domain/access/index.ts';
import { delegateWork, isAtHand, restWork, type WorkKind, workOf } from '../domain/work/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import type { DemoWriter } from './demo-writer.ts';
import { logins } from './region.ts';

/**
 * What people have arranged around their work: the secretary handed a task after a decision to the case officer, and lets a report rest for a week. It
 * comes after the logins, because only who can sign in has a list.
 */
export async function loadWork(demo: DemoWriter): Promise<void> {
  const secretary = await actorOf(demo, 'committeeSecretary');
  const officer = await actorOf(demo, 'caseOfficer');
  const task = await first(demo, secretary, 'doTask');
  const proof = authorize(secretary, 'work.arrange');
  if (task)
    await demo.db.transact(proof, { verb: 'delegateWork' }, (w) =>
      delegateWork(w, secretary, {
        key: task,
        toAccountId: officer.accountId!,
        note: 'Du har kontakten med verksamheten. Hinner du före nästa sammanträde?',
      }),
    );
  const report = await first(demo, secretary, 'writeReport');
  const untilOn = addDays(demo.db.runtime.today(), 7);
  if (report)
    await demo.db.transact(proof, { verb: 'restWork' }, (w) =>
      restWork(w, secretary, { key: report, untilOn, reason: 'Väntar på lägesbilder från tre verksamheter.' }),
    );
}

/** The key of the most urgent work of a kind that somebody has at hand; what day the region was loaded on decides what there is. */
async function first({ db }: DemoWriter, actor: Actor, kind: WorkKind): Promise<string | undefined> {
  const entries = await db.read(authorize(actor, 'record.read'), (r) => workOf(r, actor, db.runtime.today()));
  return entries.find((one) => one.kind === kind && isAtHand(one))?.key;
}

async function actorOf({ db, operator }: DemoWriter, role: (typeof logins)[number]['role']): Promise<Actor> {
  const { login } = logins.find((one) => one.role === role)!;
  const account = await db.read(authorize(operator, 'account.administer'), (r) => findAccountByLogin(r, login));
  const actor = account && (await findActor(db, operator.tenantId, account.id));
  if (!actor) throw new Error(`The demonstration has no login "${login}" to give work to. Load the logins first.`);
  return actor;
}
