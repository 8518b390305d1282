import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { type NewValue, valueProblems } from './figure-input.ts';

export type CorrectValue = Pick<NewValue, 'value' | 'missing' | 'qualifier' | 'preliminary' | 'comparable' | 'note'> & {
  readonly valueId: Id<'indicatorValue'>;
  readonly expectedVersion: number;
  readonly reason: string;
};

/** Puts another value in the place of one, with the reason. What a text told stays told: the correction is a measured value beside it. */
export async function correctValue(w: Writer<'indicator.edit'>, input: CorrectValue): Promise<Id<'indicatorValue'>> {
  const before = await lockRow(w, 'indicator_value', input.valueId);
  expectVersion(before, input.expectedVersion, input);
  refuseProblems([
    ...valueProblems({ ...input, indicatorId: before.indicator_id, asOf: before.as_of ?? '2000' }),
    ...(input.reason.trim() ? [] : [{ path: 'reason', key: 'indicators.reasonToCorrect' }]),
    ...(before.replaced_by_id === null ? [] : [{ path: 'value', key: 'indicators.alreadyCorrected' }]),
  ]);
  const id: Id<'indicatorValue'> = w.runtime.newId();
  const { tenant_id, id: _id, version: _version, created_at: _created, ...kept } = before;
  const row = {
    ...kept,
    amount: input.value === null ? null : String(input.value),
    missing_reason: input.value === null ? (input.missing ?? null) : null,
    qualifier: input.qualifier?.trim() || null,
    preliminary: input.preliminary ?? false,
    comparable: input.comparable ?? null,
    note: input.note?.trim() || null,
    origin: before.origin === 'told' ? 'measured' : before.origin,
    // The change that a text claimed belongs to what the text told, not to what corrects it.
    change_percent: null,
    changed_from: null,
    correction_reason: input.reason.trim(),
  };
  await w.db
    .updateTable('indicator_value')
    .set({ replaced_by_id: id, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.db
    .insertInto('indicator_value')
    .values({ tenant_id, id, ...row })
    .execute();
  await w.log({ noun: 'indicatorValue', recordId: id, before: { id: before.id, ...kept }, after: row });
  return id;
}
