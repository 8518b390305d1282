import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  keepPopulationFigures,
  type RecordedValue,
  type RecordIndicatorValue,
  type RecordPopulationChange,
  recordIndicatorValue,
  recordPopulationChange,
} from '../../src/domain/indicators/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** Puts a figure on record through the verb. */
export function buildIndicatorValue(
  { db, tenantId }: Where,
  input: Partial<RecordIndicatorValue> = {},
): Promise<RecordedValue> {
  const auth = authorize(operatorOf(tenantId), 'period.edit');
  const fields = { name: 'digitala besök', unit: 'antal', value: 5000, asOf: '2025', ...input };
  return db.transact(auth, { verb: 'recordIndicatorValue' }, (w) => recordIndicatorValue(w, fields));
}

/** Puts a row of a population table on record through the verbs, with its numbers as values of their series. */
export function buildPopulationRow(
  { db, tenantId }: Where,
  municipality: string,
  [from, to]: readonly [number, number],
  printed: Partial<RecordPopulationChange> = {},
): Promise<Id<'populationChange'>> {
  const auth = authorize(operatorOf(tenantId), 'period.edit');
  const fields = {
    municipality,
    ageGroup: '80+ år',
    from: { year: 2020, count: from },
    to: { year: 2030, count: to },
    ...printed,
  };
  return db.transact(auth, { verb: 'recordPopulationChange' }, async (w) => {
    const id = await recordPopulationChange(w, fields);
    await keepPopulationFigures(w, fields);
    return id;
  });
}
