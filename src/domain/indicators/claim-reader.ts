import type { Reader } from '../../storage/database.ts';
import { type CheckedClaim, checkClaims } from './check-claims.ts';
import type { Series } from './series.ts';
import { listSeries } from './series-reader.ts';

/** A claimed change with the indicator that it is about. */
export type ClaimListed = CheckedClaim & { readonly indicator: Series['indicator'] };

/** More claims than a year of papers makes. */
const mostIndicators = 500;

/** Every change that a text claims of any indicator, recomputed where both values are known: those that differ first, then those that cannot be computed. */
export async function listClaims(r: Reader): Promise<readonly ClaimListed[]> {
  const rows = await r.db
    .selectFrom('indicator_value')
    .select('indicator_id')
    .distinct()
    .where('tenant_id', '=', r.tenantId)
    .where('change_percent', 'is not', null)
    .where('replaced_by_id', 'is', null)
    .orderBy('indicator_id')
    .limit(mostIndicators)
    .execute();
  const series = await listSeries(
    r,
    rows.map(({ indicator_id }) => indicator_id),
    { limit: 500 },
  );
  return series
    .flatMap((one) => checkClaims(one).map((claim) => ({ ...claim, indicator: one.indicator })))
    .toSorted(
      (a, b) => order[a.finding.kind] - order[b.finding.kind] || a.indicator.name.localeCompare(b.indicator.name, 'sv'),
    );
}

const order = { differs: 0, claimed: 1, agrees: 2 } as const;
