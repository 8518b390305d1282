import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import { type Actor, grantsOf } from '../access/index.ts';
import { type DelegationState, isHeld } from './delegation-transitions.ts';
import { type Delegation, mayDo, type Rest, type WorkFinding } from './work.ts';
import type { WorkReading } from './work-source.ts';

/** What is arranged around the work that somebody sees. */
export type Arrangements = {
  readonly rests: ReadonlyMap<string, Rest>;
  readonly delegations: ReadonlyMap<string, Delegation>;
  /** Whether the one it was handed to may do the work today, by their own roles: a delegation gives nobody a right. */
  readonly mayStill: (delegation: Delegation, finding: WorkFinding) => boolean;
};

/** For so many days who handed something over sees that it came back. */
const daysShown = 14;

/** What the actor lets rest, what anybody has in hand by delegation, and what came back to the actor: three queries for all people of a reading. */
export async function arrangementsOf(actor: Actor, { once }: WorkReading): Promise<Arrangements> {
  const rests = actor.accountId === null ? [] : ((await once(restsOfPeople)).get(actor.accountId) ?? []);
  const held = await once(delegationsAround);
  const receivers = await once(receiversOfHeld);
  // What is held comes last and wins over what came back earlier; what came back is shown to who had handed it over.
  const delegations = new Map(
    held.filter(({ state, from }) => isHeld(state) || from.accountId === actor.accountId).map((one) => [one.key, one]),
  );
  return {
    rests: new Map(rests.map((rest) => [rest.key, rest])),
    delegations,
    mayStill: ({ to }, finding) => {
      const receiver = receivers.get(to.accountId);
      return receiver !== undefined && mayDo(receiver, finding);
    },
  };
}

/** What is in somebody's hands, and what came back lately to the people that are read for. */
async function delegationsAround(r: Reader, { accountIds, today }: WorkReading): Promise<readonly Delegation[]> {
  const rows = await delegationRows(r)
    .where((eb) =>
      eb.or([
        eb('delegation.ended_on', 'is', null),
        eb.and([
          eb('delegation.state', '=', 'returned'),
          eb('delegation.from_account_id', '=', eb.fn.any(eb.val([...accountIds]))),
          eb('delegation.ended_on', '>=', addDays(today, -daysShown)),
        ]),
      ]),
    )
    .orderBy('delegation.ended_on', (order) => order.asc().nullsLast())
    .execute();
  return rows.map(toDelegation);
}

async function receiversOfHeld(r: Reader, { today, once }: WorkReading): Promise<ReadonlyMap<string, Actor>> {
  const held = (await once(delegationsAround)).filter(({ state }) => isHeld(state));
  return await actorsOf(
    r,
    held.map(({ to }) => to.accountId),
    today,
  );
}

async function restsOfPeople(r: Reader, { accountIds }: WorkReading): Promise<ReadonlyMap<string, readonly Rest[]>> {
  if (accountIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('work_rest')
    .select(['account_id', 'work_key', 'until_on', 'reason'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('account_id', '=', eb.fn.any(eb.val([...accountIds]))))
    .execute();
  const byAccount = Map.groupBy(rows, ({ account_id }) => account_id as string);
  return new Map(
    [...byAccount].map(([accountId, own]) => [
      accountId,
      own.map((row) => ({ key: row.work_key, untilOn: row.until_on, reason: row.reason })),
    ]),
  );
}

/** Active accounts as actors, with the roles that hold on a day. */
export async function actorsOf(
  r: Reader,
  accountIds: readonly string[],
  today: CivilDate,
): Promise<ReadonlyMap<string, Actor>> {
  if (accountIds.length === 0) return new Map();
  const ids = [...new Set(accountIds)];
  const rows = await r.db
    .selectFrom('account')
    .select(['id', 'name', 'language'])
    .where('tenant_id', '=', r.tenantId)
    .where('active', '=', true)
    .where('id', 'in', ids)
    .execute();
  const grants = await grantsOf(r, ids, today);
  return new Map(
    rows.map(({ id, name, language }) => [
      id,
      {
        tenantId: r.tenantId,
        accountId: id,
        name,
        language: language as Actor['language'],
        grants: grants.get(id) ?? [],
      },
    ]),
  );
}

/** The rows of delegations with the names of the two. */
export function delegationRows(r: Reader) {
  return r.db
    .selectFrom('work_delegation as delegation')
    .innerJoin('account as giver', (join) =>
      join.onRef('giver.id', '=', 'delegation.from_account_id').onRef('giver.tenant_id', '=', 'delegation.tenant_id'),
    )
    .innerJoin('account as receiver', (join) =>
      join
        .onRef('receiver.id', '=', 'delegation.to_account_id')
        .onRef('receiver.tenant_id', '=', 'delegation.tenant_id'),
    )
    .selectAll('delegation')
    .select(['giver.name as giver_name', 'receiver.name as receiver_name'])
    .where('delegation.tenant_id', '=', r.tenantId);
}

/** A row as the delegation that it is. */
export function toDelegation(
  row: Awaited<ReturnType<ReturnType<typeof delegationRows>['execute']>>[number],
): Delegation {
  return {
    id: row.id,
    version: row.version,
    key: row.work_key,
    from: { accountId: row.from_account_id, name: row.giver_name },
    to: { accountId: row.to_account_id, name: row.receiver_name },
    note: row.note,
    state: row.state as DelegationState,
    answer: row.answer,
    delegatedOn: row.delegated_on,
  };
}
