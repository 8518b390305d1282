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
  readonly place?: string;
  readonly ageGroup?: string;
  /** The whole that the value is a part of, or the most it can be; and the upper end of a range. */
  readonly of?: number | null;
  readonly to?: number | null;
  readonly note?: string | null;
};

export type RecordedValue = {
  readonly indicatorId: Id<'indicator'>;
  readonly valueId: Id<'indicatorValue'>;
  /** What was new: the same value of the same day is not written twice. */
  readonly createdIndicator: boolean;
  readonly createdValue: boolean;
};

/** Puts a figure that a text tells on record under the indicator of its name and unit, which is entered with its first value. */
export async function recordIndicatorValue(
  w: Writer<'period.edit' | 'intake.confirm' | 'indicator.edit'>,
  input: RecordIndicatorValue,
): Promise<RecordedValue> {
  refuseProblems([
    ...(input.name.trim() ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(Number.isFinite(input.value) ? [] : [{ path: 'value', key: 'validation.number' }]),
  ]);
  const [known] = await listIndicators(w, { name: input.name, unit: input.unit });
  const same = known && (await sameTold(w, known.id, input));
  if (known && same) return { indicatorId: known.id, valueId: same.id, createdIndicator: false, createdValue: false };
  const indicatorId = known?.id ?? (await enterIndicator(w, input.name.trim(), input.unit.trim()));
  const valueId: Id<'indicatorValue'> = w.runtime.newId();
  const row = {
    indicator_id: indicatorId,
    amount: String(input.value),
    qualifier: input.qualifier?.trim() || null,
    as_of: input.asOf ?? null,
    change_percent: decimal(input.changePercent),
    changed_from: input.changedFrom ?? null,
    place: input.place?.trim() ?? '',
    age_group: input.ageGroup?.trim() ?? '',
    of_amount: decimal(input.of),
    to_amount: decimal(input.to),
    note: input.note?.trim() || null,
  };
  await w.db
    .insertInto('indicator_value')
    .values({ tenant_id: w.tenantId, id: valueId, ...row })
    .execute();
  await w.log({ noun: 'indicatorValue', recordId: valueId, after: row });
  return { indicatorId, valueId, createdIndicator: !known, createdValue: true };
}

const decimal = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value));

/** The same amount of the same place, group and time: told again it is one value, with one more source. */
async function sameTold(w: Writer, indicatorId: string, input: RecordIndicatorValue) {
  return await w.db
    .selectFrom('indicator_value')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('indicator_id', '=', indicatorId)
    .where('replaced_by_id', 'is', null)
    .where('amount', '=', String(input.value))
    .where('as_of', input.asOf ? '=' : 'is', input.asOf ?? null)
    .where('place', '=', input.place?.trim() ?? '')
    .where('age_group', '=', input.ageGroup?.trim() ?? '')
    .executeTakeFirst();
}

/** Enters an indicator that is known by its name and unit alone. */
export async function enterIndicator(w: Writer, name: string, unit: string): Promise<Id<'indicator'>> {
  const id: Id<'indicator'> = w.runtime.newId();
  await w.db.insertInto('indicator').values({ tenant_id: w.tenantId, id, name, unit }).execute();
  await w.log({ noun: 'indicator', recordId: id, after: { name, unit } });
  return id;
}
