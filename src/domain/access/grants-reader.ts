import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import { grantsOn, type RoleGrant } from './actor.ts';
import { grantsOfSeats } from './seat-roles.ts';
import { borrowedGrants, type StandIn } from './stand-in-rules.ts';

type Look = Pick<Reader, 'db' | 'tenantId'>;

/**
 * The roles of accounts on a day, from all three sources: given by hand, following from a seat, and lent by another. One question however many the
 * accounts, because each request asks it. Of accounts that are not active, and of givers who are not, nothing is answered.
 */
export async function grantsOf(
  { db, tenantId }: Look,
  accountIds: readonly Id<'account'>[],
  today: CivilDate,
): Promise<ReadonlyMap<string, readonly RoleGrant[]>> {
  if (accountIds.length === 0) return new Map();
  const lent = db
    .selectFrom('stand_in as lent')
    .innerJoin('account as giver', (join) =>
      join.onRef('giver.tenant_id', '=', 'lent.tenant_id').onRef('giver.id', '=', 'lent.giver_id'),
    )
    .select(['lent.giver_id as giverId', 'giver.name as giverName', 'lent.receiver_id as receiverId', 'lent.role'])
    .select(['lent.body_id as bodyId', 'lent.valid_from as validFrom', 'lent.valid_to as validTo'])
    .where('lent.tenant_id', '=', tenantId)
    .where('lent.receiver_id', 'in', accountIds)
    .where('lent.ended_at', 'is', null)
    .where('lent.valid_from', '<=', today)
    .where('lent.valid_to', '>=', today)
    .where('giver.active', '=', true);
  const given = db
    .selectFrom('role_grant')
    .select(['account_id as accountId', 'role', 'body_id as bodyId', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('tenant_id', '=', tenantId)
    .where((where) =>
      where.or([
        where('account_id', 'in', accountIds),
        where('account_id', 'in', lent.clearSelect().select('lent.giver_id')),
      ]),
    );
  const seated = db
    .selectFrom('account')
    .innerJoin('seat', (join) =>
      join.onRef('seat.tenant_id', '=', 'account.tenant_id').onRef('seat.person_id', '=', 'account.person_id'),
    )
    .select(['account.id as accountId', 'seat.body_id as bodyId', 'seat.kind', 'seat.role as office'])
    .select(['seat.valid_from as validFrom', 'seat.valid_to as validTo'])
    .where('account.tenant_id', '=', tenantId)
    .where('account.id', 'in', accountIds);
  const found = await db
    .selectNoFrom([
      sql<readonly GivenRow[]>`(select coalesce(json_agg(one), '[]') from (${given}) as one)`.as('given'),
      sql<readonly SeatedRow[]>`(select coalesce(json_agg(one), '[]') from (${seated}) as one)`.as('seated'),
      sql<readonly HeldStandIn[]>`(select coalesce(json_agg(one), '[]') from (${lent}) as one)`.as('lent'),
    ])
    .executeTakeFirstOrThrow();
  const givenTo = (id: string) => found.given.filter(({ accountId }) => accountId === id).map(grantOf);
  return new Map(
    accountIds.map((id) => {
      const borrowed = borrowedGrants(
        found.lent.filter(({ receiverId }) => receiverId === id),
        givenTo,
      );
      const fromSeats = grantsOfSeats(found.seated.filter(({ accountId }) => accountId === id));
      return [id, grantsOn([...givenTo(id), ...fromSeats, ...borrowed], today)];
    }),
  );
}

type GivenRow = RoleGrant & { readonly accountId: string };
type SeatedRow = Parameters<typeof grantsOfSeats>[0][number] & { readonly accountId: string };
type HeldStandIn = StandIn & { readonly receiverId: Id<'account'> };

function grantOf({ role, bodyId, validFrom, validTo }: GivenRow): RoleGrant {
  return { role, bodyId, validFrom, validTo };
}
