import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import { type BodyKind, type Regulation, type RegulationKey, rulesetOf } from '../organisation/index.ts';

/** What the rules of a body follow from: its kind, and what its reglemente has said. */
export type RuleFacts = { readonly kind: BodyKind; readonly regulations: readonly Regulation[] };

/** The same for all bodies of the authority, by body, in one query: several sources of work ask for them. */
export async function readRuleFacts(r: Reader): Promise<ReadonlyMap<string, RuleFacts>> {
  const rows = await r.db
    .selectFrom('body')
    .leftJoin('body_regulation as said', (join) =>
      join.onRef('said.body_id', '=', 'body.id').onRef('said.tenant_id', '=', 'body.tenant_id'),
    )
    .select(['body.id as body_id', 'body.kind', 'said.id', 'said.key', 'said.value', 'said.valid_from'])
    .select(['said.valid_to', 'said.source'])
    .where('body.tenant_id', '=', r.tenantId)
    .orderBy('said.key')
    .orderBy('said.valid_from', 'desc')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ body_id }) => body_id)].map(([bodyId, own]) => [
      bodyId,
      {
        kind: own[0]!.kind as BodyKind,
        regulations: own.flatMap(({ id, key, value, valid_from, valid_to, source }): readonly Regulation[] =>
          id === null || value === null || valid_from === null
            ? []
            : [{ id, bodyId, key: key as RegulationKey, value, validFrom: valid_from, validTo: valid_to, source }],
        ),
      },
    ]),
  );
}

/** Whether the Local Government Act binds the minutes of a body: it speaks of bodies with a mandate, not of a beredning or a chefsgrupp. */
export function isBoundByLaw(facts: RuleFacts | undefined, on: CivilDate): boolean {
  const mandate = facts && rulesetOf(facts.kind, on).rules.mandate;
  return mandate === 'own' || mandate === 'delegated';
}
