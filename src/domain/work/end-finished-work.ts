import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import type { Actor } from '../access/index.ts';
import { workKey } from './work.ts';
import { type WorkKind, workKindOf, workKinds } from './work-kinds.ts';
import { findWork } from './work-reader.ts';

/** What was arranged around work that is done: it can go. */
export type FinishedWork = {
  readonly delegationIds: readonly string[];
  readonly rests: readonly { readonly accountId: string; readonly key: string }[];
};

/**
 * What the night can end: delegations of work that no record asks for any more, and rests whose day has come or whose work is done. One's own signature
 * or answer is seen by nobody but oneself, so its rest stays until its day.
 */
export async function finishedWork(r: Reader, house: Actor, today: CivilDate): Promise<FinishedWork> {
  const delegations = await r.db
    .selectFrom('work_delegation')
    .select(['id', 'work_key'])
    .where('tenant_id', '=', r.tenantId)
    .where('ended_on', 'is', null)
    .execute();
  const rests = await r.db
    .selectFrom('work_rest')
    .select(['account_id', 'work_key', 'until_on'])
    .where('tenant_id', '=', r.tenantId)
    .execute();
  if (delegations.length + rests.length === 0) return { delegationIds: [], rests: [] };
  const alive = new Set((await findWork(r, house, today)).map(workKey));
  return {
    delegationIds: delegations.filter((row) => !alive.has(row.work_key)).map(({ id }) => id),
    rests: rests
      .filter((row) => row.until_on <= today || (!isPersonal(row.work_key) && !alive.has(row.work_key)))
      .map((row) => ({ accountId: row.account_id, key: row.work_key })),
  };
}

/** Ends what was arranged around work that is done. */
export async function endFinishedWork(w: Writer<'work.arrange'>, finished: FinishedWork): Promise<void> {
  const { delegationIds, rests } = finished;
  for (const id of delegationIds) {
    await w.db
      .updateTable('work_delegation')
      .set((eb) => ({ state: 'done', ended_on: w.runtime.today(), version: eb('version', '+', 1) }))
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .where('ended_on', 'is', null)
      .execute();
    await w.log({ noun: 'workDelegation', recordId: id, summary: 'done' });
  }
  for (const { accountId, key } of rests) {
    await w.db
      .deleteFrom('work_rest')
      .where('tenant_id', '=', w.tenantId)
      .where('account_id', '=', accountId)
      .where('work_key', '=', key)
      .execute();
    await w.log({ noun: 'account', recordId: accountId, summary: 'restEnded', after: { key } });
  }
}

function isPersonal(key: string): boolean {
  const kind = key.split(':')[0] ?? '';
  return kind in workKinds && workKindOf(kind as WorkKind).personal;
}
