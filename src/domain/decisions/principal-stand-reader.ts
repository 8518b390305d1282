import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { listParticipants } from '../organisation/index.ts';
import { decisionsOfItems } from './decision-reader.ts';
import { bothEndorsements, type Endorsement, type PrincipalStand, type PrincipalStandKind } from './principal-stand.ts';

/** Who stands where to some decisions of one body on its day: each principal of that day, also those who have not said (R-ORG-3). */
export async function standsOf(
  r: Reader,
  bodyId: Id<'body'>,
  day: string,
  decisionIds: readonly Id<'decision'>[],
): Promise<ReadonlyMap<string, readonly PrincipalStand[]>> {
  if (decisionIds.length === 0) return new Map();
  const principals = await listParticipants(r, bodyId, day);
  const rows = await r.db
    .selectFrom('principal_stand')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('decision_id', 'in', decisionIds)
    .execute();
  return new Map(
    decisionIds.map((decisionId) => [
      decisionId,
      principals.map(({ participantId, name }): PrincipalStand => {
        const row = rows.find((one) => one.decision_id === decisionId && one.principal_body_id === participantId);
        return {
          decisionId,
          version: row?.version ?? 0,
          principalId: participantId,
          principal: name,
          stand: (row?.stand as PrincipalStandKind | undefined) ?? null,
          ownDecisionOn: row?.own_decision_on ?? null,
          note: row?.note ?? null,
        };
      }),
    ]),
  );
}

/** Who endorsed some proposals, by decision, in order. */
export async function endorsementsOf(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<ReadonlyMap<string, readonly Endorsement[]>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('decision_endorsement')
    .select(['decision_id', 'endorsed_by', 'endorsed_on'])
    .where('tenant_id', '=', r.tenantId)
    .where('decision_id', 'in', decisionIds)
    .orderBy('decision_id')
    .orderBy('position')
    .execute();
  const byDecision = Map.groupBy(rows, (row) => row.decision_id);
  return new Map(
    [...byDecision].map(([id, those]) => [
      id,
      those.map(({ endorsed_by, endorsed_on }) => ({ endorsedBy: endorsed_by, endorsedOn: endorsed_on })),
    ]),
  );
}

/**
 * The bodies that answered that they stand behind some proposals (DEC-12), by decision, in the order of the days. Who said so with remarks stands behind;
 * who has not answered, or does not, is no endorsement.
 */
export async function answeredEndorsements(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<ReadonlyMap<string, readonly Endorsement[]>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('endorsement')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'endorsement.tenant_id').onRef('body.id', '=', 'endorsement.by_body_id'),
    )
    .select(['endorsement.subject_id', 'endorsement.endorsed_on', 'body.name'])
    .where('endorsement.tenant_id', '=', r.tenantId)
    .where('endorsement.subject_noun', '=', 'decision')
    .where('endorsement.subject_id', 'in', decisionIds)
    .where('endorsement.stance', 'in', ['endorsed', 'endorsedWithRemark'])
    .orderBy('endorsement.endorsed_on')
    .orderBy('body.name')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ subject_id }) => subject_id)].map(([id, those]) => [
      id,
      those.map(({ name, endorsed_on }) => ({ endorsedBy: name, endorsedOn: endorsed_on })),
    ]),
  );
}

/** What stands behind the decisions of some items of a body: endorsements and principals, by decision, in a constant number of queries. */
export async function backingOfItems(
  r: Reader,
  of: { readonly bodyId: Id<'body'>; readonly day: string; readonly itemIds: readonly Id<'agendaItem'>[] },
): Promise<{
  readonly stands: ReadonlyMap<string, readonly PrincipalStand[]>;
  readonly endorsements: ReadonlyMap<string, readonly Endorsement[]>;
}> {
  const decisions = await decisionsOfItems(r, of.itemIds);
  const ids = decisions.filter(({ body }) => body.id === of.bodyId).map(({ id }) => id);
  const [written, answered] = [await endorsementsOf(r, ids), await answeredEndorsements(r, ids)];
  return {
    stands: await standsOf(r, of.bodyId, of.day, ids),
    endorsements: new Map(ids.map((id) => [id, bothEndorsements(written.get(id), answered.get(id))])),
  };
}
