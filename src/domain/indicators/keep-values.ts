import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import { listDefinitionNumbers } from './definition-reader.ts';
import { type NewValue, valueKey, valueProblems } from './figure-input.ts';
import { listKeptValues } from './kept-value-reader.ts';
import type { ValueOrigin } from './series.ts';

export type KeepValues = {
  readonly values: readonly NewValue[];
  readonly origin: Exclude<ValueOrigin, 'told'>;
  /** Why values that are there already get others; without it such values are refused. */
  readonly correctionReason?: string;
};
export type KeptValues = { readonly added: number; readonly corrected: number; readonly unchanged: number };

/** Rows in one statement: a table of a hundred thousand values is written in a hundred of them. */
const rowsAtOnce = 1_000;

/**
 * Keeps measured values. A value of the same indicator, place, group and time is not written twice: the same amount changes nothing, and another is a
 * correction that needs a reason and leaves the earlier value where it was, replaced.
 */
export async function keepValues(
  w: Writer<'indicator.edit' | 'indicator.deliver' | 'release.receive' | 'intake.confirm' | 'period.edit'>,
  { values, origin, correctionReason }: KeepValues,
): Promise<KeptValues> {
  refuseProblems(values.flatMap((value, index) => valueProblems(value, values.length === 1 ? '' : String(index))));
  const byKey = new Map(values.map((value) => [valueKey(value), value]));
  const kept = await listKeptValues(w, values);
  const definitions = await listDefinitionNumbers(w, [...new Set(values.map(({ indicatorId }) => indicatorId))]);
  const fresh: NewRow[] = [];
  const replaced: { readonly id: string; readonly by: string }[] = [];
  let unchanged = 0;
  for (const [key, value] of byKey) {
    const before = kept.get(key);
    const row = rowOf(w, value, origin, definitions.get(value.indicatorId) ?? null);
    if (before && sameValue(before, row)) {
      unchanged += 1;
      continue;
    }
    if (before) replaced.push({ id: before.id, by: row.id });
    fresh.push(before ? { ...row, correction_reason: correctionReason?.trim() ?? null } : row);
  }
  if (replaced.length > 0 && !correctionReason?.trim())
    refuseProblems([{ path: 'reason', key: 'indicators.reasonToCorrect' }]);
  for (const part of partsOf(replaced)) await replace(w, part);
  for (const part of partsOf(fresh)) await w.db.insertInto('indicator_value').values(part).execute();
  await logKept(w, values, fresh, replaced);
  return { added: fresh.length - replaced.length, corrected: replaced.length, unchanged };
}

function rowOf(w: Writer, value: NewValue, origin: ValueOrigin, definitionNumber: number | null) {
  const words = (text: string | null | undefined) => text?.trim() || null;
  const decimal = (number: number | null | undefined) =>
    number === null || number === undefined ? null : String(number);
  return {
    tenant_id: w.tenantId,
    id: w.runtime.newId() as Id<'indicatorValue'>,
    indicator_id: value.indicatorId,
    as_of: value.asOf,
    place: value.place?.trim() ?? '',
    sex: value.sex ?? 'all',
    age_group: value.ageGroup?.trim() ?? '',
    forecast: value.forecast ?? false,
    amount: decimal(value.value),
    missing_reason: value.value === null ? (value.missing ?? null) : null,
    qualifier: words(value.qualifier),
    preliminary: value.preliminary ?? false,
    comparable: value.comparable ?? null,
    of_amount: decimal(value.of),
    to_amount: decimal(value.to),
    note: words(value.note),
    origin,
    definition_number: definitionNumber,
    correction_reason: null as string | null,
  };
}
type NewRow = ReturnType<typeof rowOf>;

function sameValue(
  before: { readonly amount: string | null; readonly missing_reason: string | null; readonly preliminary: boolean },
  row: NewRow,
): boolean {
  const amount = (text: string | null) => (text === null ? null : Number(text));
  return (
    amount(before.amount) === amount(row.amount) &&
    before.missing_reason === row.missing_reason &&
    before.preliminary === row.preliminary
  );
}

/** The key of measured values counts only those that nothing has replaced, so the earlier ones are marked first. */
async function replace(w: Writer, part: readonly { readonly id: string; readonly by: string }[]): Promise<void> {
  await sql`update indicator_value v set replaced_by_id = one.by_id, version = v.version + 1
    from unnest(${part.map(({ id }) => id)}::uuid[], ${part.map(({ by }) => by)}::uuid[]) as one (id, by_id)
    where v.tenant_id = ${w.tenantId} and v.id = one.id`.execute(w.db);
}

/** Few values are told one by one; a table that was read in is told as one, and the file of the table is kept. */
const toldOneByOne = 200;

async function logKept(
  w: Writer,
  values: readonly NewValue[],
  fresh: readonly NewRow[],
  replaced: readonly { readonly id: string; readonly by: string }[],
) {
  if (fresh.length === 0 || fresh.length > toldOneByOne) {
    const counts = { values: values.length, added: fresh.length - replaced.length, corrected: replaced.length };
    for (const indicatorId of new Set(values.map((value) => value.indicatorId)))
      await w.log({ noun: 'indicator', recordId: indicatorId, summary: 'values', after: counts });
    return;
  }
  const before = new Map(replaced.map(({ id, by }) => [by, id]));
  for (const { tenant_id: _tenant, id, ...row } of fresh) {
    const corrects = before.get(id);
    await w.log({ noun: 'indicatorValue', recordId: id, after: corrects ? { ...row, corrects } : row });
  }
}

function partsOf<T>(rows: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, index) =>
    rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}
