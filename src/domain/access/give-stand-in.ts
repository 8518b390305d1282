import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import type { RoleGrant } from './actor.ts';
import { requireBody } from './authorize.ts';
import type { Role } from './roles.ts';
import { type StandIn, standInProblems } from './stand-in-rules.ts';

export type GiveStandIn = Omit<StandIn, 'giverName'> & { readonly receiverId: Id<'account'> };

/**
 * Lets somebody act in another's role on one body between two days. One lends one's own role; who administers lends for anybody, for when a person has
 * fallen ill. More than the giver has is never lent, and what the giver loses the stand-in loses with it.
 */
export async function giveStandIn(w: Writer<'delegation.give'>, wanted: GiveStandIn): Promise<Id<'stand_in'>> {
  const { giverId, receiverId, role, bodyId, validFrom, validTo } = wanted;
  if (giverId !== w.auth.accountId && !(await administers(w)))
    refuseProblems([{ path: 'giverId', key: 'standIn.notOwn' }]);
  requireBody(w.auth, bodyId);
  const giver = await getRow(w, 'account', giverId);
  const receiver = await getRow(w, 'account', receiverId);
  await getRow(w, 'body', bodyId);
  if (!giver.active || !receiver.active) throw new AppError('access.standInClosed');
  refuseProblems(standInProblems(wanted, await grantsGivenTo(w, giverId), w.runtime.today()));
  const id = w.runtime.newId();
  await w.db
    .insertInto('stand_in')
    .values({
      tenant_id: w.tenantId,
      id,
      giver_id: giverId,
      receiver_id: receiverId,
      role,
      body_id: bodyId,
      valid_from: validFrom,
      valid_to: validTo,
      given_by: w.auth.actorName,
      ended_at: null,
    })
    .execute();
  await w.log({
    noun: 'account',
    recordId: receiverId,
    summary: `${receiver.name} för ${giver.name}`,
    after: { standInId: id, giverId, role, bodyId, validFrom, validTo },
  });
  return id;
}

/** Ends it before its last day, by who lent the role or an administrator; it bites with the next request of the stand-in. */
export async function endStandIn(w: Writer<'delegation.give'>, id: Id<'stand_in'>): Promise<void> {
  const row = await lockRow(w, 'stand_in', id);
  if (row.giver_id !== w.auth.accountId && !(await administers(w))) throw new AppError('access.denied');
  if (row.ended_at) return;
  await w.db
    .updateTable('stand_in')
    .set((eb) => ({ ended_at: w.runtime.now(), version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .execute();
  const { role, body_id: bodyId, giver_id: giverId } = row;
  await w.log({ noun: 'account', recordId: row.receiver_id, summary: 'endStandIn', before: { giverId, role, bodyId } });
}

/** The proof says that the actor may lend, not for whom: for another only who administers may, and the operator of the installation. */
async function administers(w: Writer<'delegation.give'>): Promise<boolean> {
  if (w.auth.accountId === null) return true;
  const held = await grantsGivenTo(w, w.auth.accountId);
  const today = w.runtime.today();
  return held.some(
    ({ role, validFrom, validTo }) =>
      role === 'administrator' && validFrom <= today && (validTo === null || validTo >= today),
  );
}

async function grantsGivenTo(w: Writer<'delegation.give'>, accountId: string): Promise<readonly RoleGrant[]> {
  const rows = await w.db
    .selectFrom('role_grant')
    .select(['role', 'body_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .execute();
  return rows.map((row) => ({
    role: row.role as Role,
    bodyId: row.body_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}
