import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { grantsOn, type RoleGrant } from './actor.ts';
import type { Role } from './roles.ts';
import { grantsOfSeats } from './seat-roles.ts';
import { borrowedGrants, type LendableRole, type StandIn } from './stand-in-rules.ts';

type Look = Pick<Reader, 'db' | 'tenantId'>;

/**
 * The roles of accounts on a day, from all three sources: given by hand, following from a seat, and lent by another. Four queries however many the
 * accounts. Of accounts that are not active, and of givers who are not, nothing is answered.
 */
export async function grantsOf(
  { db, tenantId }: Look,
  accountIds: readonly Id<'account'>[],
  today: CivilDate,
): Promise<ReadonlyMap<string, readonly RoleGrant[]>> {
  if (accountIds.length === 0) return new Map();
  const standIns = await standInsOf({ db, tenantId }, accountIds, today);
  const all = [...new Set([...accountIds, ...standIns.map(({ giverId }) => giverId)])];
  const given = await grantsGiven({ db, tenantId }, all);
  const seated = await grantsSeated({ db, tenantId }, accountIds);
  const givenTo = (id: string) => given.get(id) ?? [];
  return new Map(
    accountIds.map((id) => {
      const lent = borrowedGrants(
        standIns.filter(({ receiverId }) => receiverId === id),
        givenTo,
      );
      return [id, grantsOn([...givenTo(id), ...grantsOfSeats(seated.get(id) ?? []), ...lent], today)];
    }),
  );
}

async function grantsGiven({ db, tenantId }: Look, accountIds: readonly string[]) {
  const rows = await db
    .selectFrom('role_grant')
    .select(['account_id', 'role', 'body_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', tenantId)
    .where('account_id', 'in', accountIds)
    .execute();
  const grants = rows.map((row) => ({
    accountId: row.account_id,
    grant: { role: row.role as Role, bodyId: row.body_id, validFrom: row.valid_from, validTo: row.valid_to },
  }));
  return new Map(
    [...Map.groupBy(grants, ({ accountId }) => accountId)].map(([id, own]) => [
      id,
      own.map(({ grant }): RoleGrant => grant),
    ]),
  );
}

async function grantsSeated({ db, tenantId }: Look, accountIds: readonly string[]) {
  const rows = await db
    .selectFrom('account')
    .innerJoin('seat', (join) =>
      join.onRef('seat.tenant_id', '=', 'account.tenant_id').onRef('seat.person_id', '=', 'account.person_id'),
    )
    .select(['account.id', 'seat.body_id as bodyId', 'seat.kind', 'seat.role as office'])
    .select(['seat.valid_from as validFrom', 'seat.valid_to as validTo'])
    .where('account.tenant_id', '=', tenantId)
    .where('account.id', 'in', accountIds)
    .execute();
  return Map.groupBy(rows, ({ id }) => id);
}

type HeldStandIn = StandIn & { readonly receiverId: Id<'account'> };

async function standInsOf(
  { db, tenantId }: Look,
  receivers: readonly string[],
  today: CivilDate,
): Promise<readonly HeldStandIn[]> {
  const rows = await db
    .selectFrom('stand_in as lent')
    .innerJoin('account as giver', (join) =>
      join.onRef('giver.tenant_id', '=', 'lent.tenant_id').onRef('giver.id', '=', 'lent.giver_id'),
    )
    .select(['lent.giver_id', 'lent.receiver_id', 'lent.role', 'lent.body_id', 'lent.valid_from', 'lent.valid_to'])
    .select('giver.name')
    .where('lent.tenant_id', '=', tenantId)
    .where('lent.receiver_id', 'in', receivers)
    .where('lent.ended_at', 'is', null)
    .where('lent.valid_from', '<=', today)
    .where('lent.valid_to', '>=', today)
    .where('giver.active', '=', true)
    .execute();
  return rows.map((row) => ({
    giverId: row.giver_id,
    giverName: row.name,
    receiverId: row.receiver_id,
    role: row.role as LendableRole,
    bodyId: row.body_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}
