import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { Actor } from '../access/index.ts';
import { lastRestDay, type WorkDay, type WorkEntry } from './work.ts';
import { workOf } from './work-reader.ts';

export type RestWork = { readonly key: string; readonly untilOn: CivilDate; readonly reason: string };

/** Lets a piece of one's own list rest until a day, with the reason; work with a day of law comes back on that day at the latest. */
export async function restWork(w: Writer<'work.arrange'>, actor: Actor, input: RestWork): Promise<void> {
  const today = w.runtime.today();
  const entry = await entryOf(w, actor, input.key);
  refuseProblems(restProblems(entry, input, today));
  const row = { until_on: input.untilOn, reason: input.reason.trim(), rested_at: w.runtime.now() };
  await w.db
    .insertInto('work_rest')
    .values({ tenant_id: w.tenantId, account_id: actor.accountId!, work_key: input.key, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id', 'work_key']).doUpdateSet(row))
    .execute();
  await w.log({
    noun: 'account',
    recordId: actor.accountId!,
    summary: 'restWork',
    after: { key: input.key, untilOn: input.untilOn, reason: row.reason },
  });
}

/** Takes a piece of work up again before its day. */
export async function wakeWork(w: Writer<'work.arrange'>, actor: Actor, key: string): Promise<void> {
  const accountId = ownAccount(w, actor);
  const gone = await w.db
    .deleteFrom('work_rest')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .where('work_key', '=', key)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new AppError('work.notOnList');
  await w.log({ noun: 'account', recordId: accountId, summary: 'wakeWork', after: { key } });
}

/** What a person must correct before work can rest: a coming day, never past the day of the law, and a reason. */
export function restProblems(
  finding: WorkDay,
  { untilOn, reason }: Pick<RestWork, 'untilOn' | 'reason'>,
  today: CivilDate,
): readonly Problem[] {
  const last = lastRestDay(finding);
  const day: readonly Problem[] = !isCivilDate(untilOn)
    ? [{ path: 'untilOn', key: 'validation.date' }]
    : last !== undefined && last <= today
      ? [{ path: 'untilOn', key: 'work.lateByLaw', values: { date: last } }]
      : untilOn <= today
        ? [{ path: 'untilOn', key: 'work.day' }]
        : last !== undefined && untilOn > last
          ? [{ path: 'untilOn', key: 'work.pastLaw', values: { date: last } }]
          : [];
  return [...day, ...(reason.trim() ? [] : [{ path: 'reason', key: 'validation.required' }])];
}

/** The line of the actor's own list with a key. Throws `work.notOnList`. */
export async function entryOf(w: Writer<'work.arrange'>, actor: Actor, key: string): Promise<WorkEntry> {
  ownAccount(w, actor);
  const entry = (await workOf(w, actor, w.runtime.today())).find((one) => one.key === key);
  if (!entry) throw new AppError('work.notOnList');
  return entry;
}

/** The account for which something is arranged: always that of the proof, whoever is named as the actor. */
export function ownAccount(w: Writer<'work.arrange'>, actor: Actor): string {
  const { accountId } = w.auth;
  if (accountId === null || actor.accountId !== accountId) throw new AppError('access.denied');
  return accountId;
}
