import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { asOfKind, compareAsOf } from './as-of.ts';
import { type TargetBound, type TargetKind, targetBounds, targetKinds } from './series.ts';

export type SetTarget = {
  readonly indicatorId: Id<'indicator'>;
  readonly kind: TargetKind;
  readonly bound: TargetBound;
  readonly value: number;
  readonly denominator?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly place?: string;
  readonly note?: string | null;
};

/** Sets what is aimed at: a target of one's own, or a national reference value with what it is counted per (IND-10). */
export async function setTarget(w: Writer<'indicator.edit'>, input: SetTarget): Promise<Id<'indicatorTarget'>> {
  const indicator = await lockRow(w, 'indicator', input.indicatorId);
  const [from, to] = [input.from?.trim() || null, input.to?.trim() || null];
  const denominator = input.denominator?.trim() || null;
  refuseProblems([
    ...(Object.hasOwn(targetKinds, input.kind) ? [] : [{ path: 'kind', key: 'validation.choose' }]),
    ...(Object.hasOwn(targetBounds, input.bound) ? [] : [{ path: 'bound', key: 'validation.choose' }]),
    ...(Number.isFinite(input.value) ? [] : [{ path: 'value', key: 'validation.number' }]),
    ...(from && !asOfKind(from) ? [{ path: 'from', key: 'indicators.asOf' }] : []),
    ...(to && !asOfKind(to) ? [{ path: 'to', key: 'indicators.asOf' }] : []),
    ...(from && to && compareAsOf(from, to) > 0 ? [{ path: 'to', key: 'indicators.endsBeforeItBegins' }] : []),
    // 1 100 invånare and 1 100 listade are different aims: a reference value that does not say which cannot be compared with.
    ...(input.kind === 'nationalReference' && !denominator
      ? [{ path: 'denominator', key: 'indicators.referenceNeedsDenominator' }]
      : []),
  ]);
  const id: Id<'indicatorTarget'> = w.runtime.newId();
  const row = {
    indicator_id: indicator.id,
    kind: input.kind,
    bound: input.bound,
    amount: String(input.value),
    denominator,
    from_as_of: from,
    to_as_of: to,
    place: input.place?.trim() ?? '',
    note: input.note?.trim() || null,
  };
  await w.db
    .insertInto('indicator_target')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'indicatorTarget', recordId: id, after: row });
  return id;
}

/** Takes away a target that was set by mistake. The log keeps it. */
export async function removeTarget(
  w: Writer<'indicator.edit'>,
  { targetId }: { readonly targetId: Id<'indicatorTarget'> },
): Promise<void> {
  const before = await lockRow(w, 'indicator_target', targetId);
  await w.db.deleteFrom('indicator_target').where('tenant_id', '=', w.tenantId).where('id', '=', before.id).execute();
  await w.log({ noun: 'indicatorTarget', recordId: before.id, before });
}
