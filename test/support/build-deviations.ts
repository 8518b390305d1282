import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type DeviationFields, reportDeviation } from '../../src/domain/deviations/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

/** Reports a deviation through the verb: of a municipality about the region, on the aggregated level, unless told. */
export async function buildDeviation(
  where: Pick<TestDatabase, 'db' | 'tenantId'>,
  input: Partial<DeviationFields> = {},
): Promise<Id<'deviation'>> {
  const fromBodyId = input.fromBodyId ?? (await buildBody(where, { kind: 'municipality' }));
  const toBodyId = input.toBodyId ?? (await buildBody(where, { kind: 'region' }));
  const auth = authorize(operatorOf(where.tenantId), 'deviation.report');
  return await where.db.transact(auth, { verb: 'reportDeviation' }, (w) =>
    reportDeviation(w, {
      reporterFunction: 'Medicinskt ansvarig sjuksköterska',
      relation: 'regionMunicipality',
      level: 'aggregated',
      kind: 'dischargePlanning',
      chainStep: 'discharge',
      onLeave: 'no',
      startsOn: '2026-01-15',
      description: 'Kallelser till planering kommer samma dag som utskrivningen.',
      ...input,
      fromBodyId,
      toBodyId,
    }),
  );
}
