import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { LendableRole } from './stand-in-rules.ts';

/** A stand-in as it is listed, with the names of the two. */
export type ListedStandIn = {
  readonly id: Id<'stand_in'>;
  readonly giverId: Id<'account'>;
  readonly giver: string;
  readonly receiverId: Id<'account'>;
  readonly receiver: string;
  readonly role: LendableRole;
  readonly body: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly givenBy: string;
};

/** The stand-ins that hold today or later: all of the authority, or those that somebody gives or has. */
export async function listStandIns(
  r: Reader,
  today: CivilDate,
  accountId?: Id<'account'>,
): Promise<readonly ListedStandIn[]> {
  const rows = await r.db
    .selectFrom('stand_in as lent')
    .innerJoin('account as giver', (join) =>
      join.onRef('giver.tenant_id', '=', 'lent.tenant_id').onRef('giver.id', '=', 'lent.giver_id'),
    )
    .innerJoin('account as receiver', (join) =>
      join.onRef('receiver.tenant_id', '=', 'lent.tenant_id').onRef('receiver.id', '=', 'lent.receiver_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'lent.tenant_id').onRef('body.id', '=', 'lent.body_id'),
    )
    .select(['lent.id', 'lent.giver_id as giverId', 'giver.name as giver', 'lent.receiver_id as receiverId'])
    .select(['receiver.name as receiver', 'lent.role', 'body.name as body', 'lent.given_by as givenBy'])
    .select(['lent.valid_from as validFrom', 'lent.valid_to as validTo'])
    .where('lent.tenant_id', '=', r.tenantId)
    .where('lent.ended_at', 'is', null)
    .where('lent.valid_to', '>=', today)
    .$if(accountId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('lent.giver_id', '=', accountId!), eb('lent.receiver_id', '=', accountId!)])),
    )
    .orderBy('lent.valid_from')
    .orderBy('receiver.name')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as LendableRole }));
}

/** The open accounts by name, for whoever chooses a stand-in. */
export async function listOpenAccounts(
  r: Reader,
): Promise<readonly { readonly id: Id<'account'>; readonly name: string }[]> {
  return await r.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute();
}
