import { type Action, type Actor, authorize, operatorOf } from './domain/access/index.ts';
import { remindContributors } from './domain/assessments/index.ts';
import { remindConsultation, roundsToRemind } from './domain/consultations/index.ts';
import { listWaitingAdjustments, remindSigners, remindsOn } from './domain/minutes/index.ts';
import { endDueAppealPeriods } from './domain/notices/index.ts';
import { forgetUnconfirmed, subscriptionsToTell, tellSubscriber } from './domain/published/index.ts';
import { remindAnswerers } from './domain/returns/index.ts';
import {
  dueWorkLetters,
  endFinishedWork,
  finishedWork,
  postWorkLetter,
  type WorkLetterKind,
} from './domain/work/index.ts';
import type { Authorized } from './kernel/authorized.ts';
import type { CivilDate } from './kernel/civil-date.ts';
import { recordAddress } from './kernel/record-address.ts';
import type { Database } from './storage/database.ts';
import { listTenants } from './storage/tenant.ts';

/** The name of the work of the night among the background tasks. */
export const nightlyTask = 'nightly';
/** When it starts (UTC): after midnight in Stockholm the year round, so that a time that ended yesterday has ended. */
export const nightlyAt = '15 2 * * *';

/** What a work of the night has in hand: one authority, its day, and the proof of what the house may do in it. */
export type Night<A extends Action> = {
  readonly db: Database;
  readonly house: Actor;
  readonly proof: Authorized<A>;
  /** The proof by which the house looks. */
  readonly look: Authorized<'record.read'>;
  readonly today: CivilDate;
  readonly publicUrl: string;
  /** A key that makes a step harmless when the same night is worked twice: a letter is posted once. */
  readonly key: (of: string) => string;
};

/** One thing that the house does by itself each night for every authority. */
export type NightWork = {
  readonly name: string;
  readonly run: (night: Omit<Night<Action>, 'proof' | 'key'>) => Promise<void>;
};

/** A row of the table: its name, the action that it needs a proof of, and what it does with it. */
export function nightWork<A extends Action>(
  name: string,
  action: A,
  run: (night: Night<A>) => Promise<void>,
): NightWork {
  return {
    name,
    run: (night) =>
      run({ ...night, proof: authorize(night.house, action), key: (of) => `night:${night.today}:${name}:${of}` }),
  };
}

/** What is done each night, in this order: times that end come before letters, so that no letter speaks of what has ended. */
export const worksOfTheNight: readonly NightWork[] = [
  nightWork('endDueAppealPeriods', 'notice.post', async ({ db, proof }) => {
    await db.transact(proof, { verb: 'endDueAppealPeriods' }, endDueAppealPeriods);
  }),
  nightWork('endFinishedWork', 'work.arrange', async ({ db, house, proof, look, today }) => {
    const finished = await db.read(look, (r) => finishedWork(r, house, today));
    if (finished.delegationIds.length + finished.rests.length === 0) return;
    await db.transact(proof, { verb: 'endFinishedWork' }, (w) => endFinishedWork(w, finished));
  }),
  nightWork('remindConsultations', 'matter.edit', async ({ db, proof, look, today, key }) => {
    const silent = await db.read(look, (r) => roundsToRemind(r, today));
    for (const consultationId of silent)
      await db.transact(proof, { verb: 'remindConsultation', idempotencyKey: key(consultationId) }, (w) =>
        remindConsultation(w, { consultationId }),
      );
  }),
  nightWork('remindSigners', 'minutes.edit', async ({ db, proof, look, today, publicUrl, key }) => {
    const waiting = await db.read(look, (r) => listWaitingAdjustments(r));
    const late = waiting.filter(({ adjustBy }) => remindsOn(today, adjustBy)).map(({ minutesId }) => minutesId);
    for (const minutesId of new Set(late))
      await db.transact(proof, { verb: 'remindSigners', idempotencyKey: key(minutesId) }, (w) =>
        remindSigners(w, { minutesId, link: `${publicUrl}${recordAddress('minutes', minutesId)}` }),
      );
  }),
  nightWork('remindContributors', 'period.edit', async ({ db, proof, key }) => {
    await db.transact(proof, { verb: 'remindContributors', idempotencyKey: key('all') }, (w) => remindContributors(w));
  }),
  nightWork('remindAnswerers', 'return.edit', async ({ db, proof, key }) => {
    await db.transact(proof, { verb: 'remindAnswerers', idempotencyKey: key('all') }, (w) => remindAnswerers(w));
  }),
  nightWork('tellSubscribers', 'portal.tell', async ({ db, proof, look, key }) => {
    const { ids, stale } = await db.read(look, subscriptionsToTell);
    for (const id of ids)
      await db.transact(proof, { verb: 'tellSubscriber', idempotencyKey: key(id) }, (w) => tellSubscriber(w, id));
    if (stale) await db.transact(proof, { verb: 'forgetUnconfirmed', idempotencyKey: key('stale') }, forgetUnconfirmed);
  }),
  workLetters('remindOfWork', 'reminder'),
  workLetters('sendDigests', 'digest'),
];

/** Letters to people about their work, one account at a time: what was posted stays posted when a later one fails. */
function workLetters(name: string, kind: WorkLetterKind): NightWork {
  return nightWork(name, 'work.arrange', async ({ db, proof, look, today }) => {
    const due = await db.read(look, (r) => dueWorkLetters(r, kind, today));
    for (const one of due) await db.transact(proof, { verb: name }, (w) => postWorkLetter(w, one));
  });
}

/** A work of the night that failed for an authority; the others were done all the same. */
export type NightFault = { readonly tenantId: string; readonly work: string; readonly error: unknown };

/**
 * What the house does by itself each night, for every authority. What fails stops neither the next work nor the next authority; at the end the faults are
 * told together, so that the night is worked again. Every work can be done twice in a night without anybody hearing of it twice.
 */
export async function workTheNight(
  db: Database,
  publicUrl: string,
  works: readonly NightWork[] = worksOfTheNight,
): Promise<void> {
  const faults: NightFault[] = [];
  for (const { id: tenantId } of await listTenants(db)) {
    const house = operatorOf(tenantId, 'Kansli');
    const look = authorize(house, 'record.read');
    const night = { db, house, look, today: db.runtime.today(), publicUrl };
    for (const work of works) {
      try {
        await work.run(night);
      } catch (error) {
        faults.push({ tenantId, work: work.name, error });
      }
    }
  }
  if (faults.length === 0) return;
  const told = faults.map(
    ({ tenantId, work, error }) => `${work} (${tenantId}): ${error instanceof Error ? error.message : error}`,
  );
  throw new AggregateError(
    faults.map(({ error }) => error),
    `Not all works of the night were done; the others were. ${told.join('; ')}`,
  );
}
