import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  addMeasure,
  createMeasurePlan,
  type MeasureFields,
  type MeasurePlanFields,
  type TellMeasure,
  tellMeasure,
} from '../../src/domain/measures/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** The economic action plan of a body, made through the verb: for 2026 and without a sum unless told. */
export async function buildMeasurePlan(
  where: Where,
  input: MeasurePlanFields & { readonly bodyId?: Id<'body'>; readonly year?: number } = {},
): Promise<Id<'measurePlan'>> {
  const bodyId = input.bodyId ?? (await buildBody(where));
  const auth = authorize(operatorOf(where.tenantId), 'plan.edit');
  return await where.db.transact(auth, { verb: 'createMeasurePlan' }, (w) =>
    createMeasurePlan(w, { year: 2026, ...input, bodyId }),
  );
}

/** Adds a measure to a plan through the verb; a cost reduction of a million a year unless told. */
export async function buildMeasure(
  where: Where,
  input: Partial<MeasureFields> & { readonly planId: Id<'measurePlan'> },
): Promise<Id<'measure'>> {
  const responsibleBodyId = input.responsibleBodyId ?? (await buildBody(where));
  const auth = authorize(operatorOf(where.tenantId), 'plan.edit');
  const usual = { title: 'Färre hyrkonsulter', planned: 600_000, plannedFullYear: 1_000_000, startsOn: '2026-01-01' };
  return await where.db.transact(auth, { verb: 'addMeasure' }, (w) =>
    addMeasure(w, { kind: 'costReduction', ...usual, ...input, responsibleBodyId }),
  );
}

/** Tells of a measure through the verb, at the end of February 2026 unless told. */
export async function buildTelling(
  { db, tenantId }: Where,
  input: Partial<TellMeasure> & Pick<TellMeasure, 'measureId'>,
): Promise<Id<'measureTelling'>> {
  const auth = authorize(operatorOf(tenantId), 'assessment.write');
  const usual = { month: '2026-02', effect: 100_000, forecast: 500_000 };
  const words = { financial: 'Kostnaden har sjunkit.', operational: 'Ingen påverkan på vården.' };
  return await db.transact(auth, { verb: 'tellMeasure' }, (w) => tellMeasure(w, { ...usual, ...words, ...input }));
}
