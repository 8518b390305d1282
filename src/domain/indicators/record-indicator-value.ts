import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { listIndicators } from './indicator-reader.ts';

export type RecordIndicatorValue = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly qualifier?: string | null;
  readonly asOf?: string | null;
  readonly changePercent?: number | null;
  readonly changedFrom?: string | null;
};

export type RecordedValue = {
  readonly indicatorId: Id<'indicator'>;
  readonly valueId: Id<'indicatorValue'>;
  /** What was new: the same value of the same day is not written twice. */
  readonly createdIndicator: boolean;
  readonly createdValue: boolean;
};

/** Puts a figure on record under the indicator of its name and unit, which is entered with its first value. */
export async function recordIndicatorValue(
  w: Writer<'period.edit' | 'intake.confirm'>,
  input: RecordIndicatorValue,
): Promise<RecordedValue> {
  refuseProblems([
    ...(input.name.trim() ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(Number.isFinite(input.value) ? [] : [{ path: 'value', key: 'validation.number' }]),
  ]);
  const [known] = await listIndicators(w, { name: input.name, unit: input.unit });
  const same = known?.values.find((one) => one.value === input.value && one.asOf === (input.asOf ?? null));
  if (known && same) return { indicatorId: known.id, valueId: same.id, createdIndicator: false, createdValue: false };
  const indicatorId = known?.id ?? (await enterIndicator(w, input.name.trim(), input.unit.trim()));
  const valueId: Id<'indicatorValue'> = w.runtime.newId();
  const row = {
    indicator_id: indicatorId,
    amount: String(input.value),
    qualifier: input.qualifier?.trim() || null,
    as_of: input.asOf ?? null,
    change_percent:
      input.changePercent === undefined || input.changePercent === null ? null : String(input.changePercent),
    changed_from: input.changedFrom ?? null,
  };
  await w.db
    .insertInto('indicator_value')
    .values({ tenant_id: w.tenantId, id: valueId, ...row })
    .execute();
  await w.log({ noun: 'indicatorValue', recordId: valueId, after: row });
  return { indicatorId, valueId, createdIndicator: !known, createdValue: true };
}

async function enterIndicator(w: Writer, name: string, unit: string): Promise<Id<'indicator'>> {
  const id: Id<'indicator'> = w.runtime.newId();
  await w.db.insertInto('indicator').values({ tenant_id: w.tenantId, id, name, unit }).execute();
  await w.log({ noun: 'indicator', recordId: id, after: { name, unit } });
  return id;
}
