import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type BodyKind, type Regulation, type RegulationKey, rulesetOf } from '../organisation/index.ts';

/** What the rules of a body follow from: its kind, and what its reglemente has said. */
export type RuleFacts = { readonly kind: BodyKind; readonly regulations: readonly Regulation[] };

/** The same for some bodies at once, by body: two queries, however many they are. */
export async function ruleFactsOf(r: Reader, bodyIds: readonly Id<'body'>[]): Promise<ReadonlyMap<string, RuleFacts>> {
  const ids = [...new Set(bodyIds)];
  if (ids.length === 0) return new Map();
  const bodies = await r.db
    .selectFrom('body')
    .select(['id', 'kind'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', ids)
    .execute();
  const rows = await r.db
    .selectFrom('body_regulation')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', 'in', ids)
    .orderBy('key')
    .orderBy('valid_from', 'desc')
    .execute();
  const said = Map.groupBy(rows, ({ body_id }) => body_id);
  return new Map(
    bodies.map(({ id, kind }) => [
      id,
      {
        kind: kind as BodyKind,
        regulations: (said.get(id) ?? []).map((row) => ({
          id: row.id,
          bodyId: row.body_id,
          key: row.key as RegulationKey,
          value: row.value,
          validFrom: row.valid_from as CivilDate,
          validTo: row.valid_to,
          source: row.source,
        })),
      },
    ]),
  );
}

/** Tells of some bodies whether the Local Government Act binds their minutes: it speaks of bodies with a mandate, not of a beredning or a chefsgrupp. */
export async function boundByLaw(
  r: Reader,
  occasions: readonly { readonly bodyId: Id<'body'>; readonly on: CivilDate }[],
): Promise<(bodyId: Id<'body'>, on: CivilDate) => boolean> {
  const facts = await ruleFactsOf(
    r,
    occasions.map(({ bodyId }) => bodyId),
  );
  return (bodyId, on) => {
    const kind = facts.get(bodyId)?.kind;
    const mandate = kind && rulesetOf(kind, on).rules.mandate;
    return mandate === 'own' || mandate === 'delegated';
  };
}
