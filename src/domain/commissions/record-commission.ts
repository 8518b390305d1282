import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireItem } from '../collaboration/index.ts';

export type RecordCommission = {
  readonly who: string;
  readonly what: string;
  readonly fte?: number | null;
  readonly amounts: readonly { readonly value: number; readonly currency: string; readonly payer?: string | null }[];
  readonly shares?: readonly { readonly payer?: string | null; readonly fte: number }[];
  readonly from?: CivilDate | null;
  readonly to?: CivilDate | null;
  readonly fund?: string | null;
  /** False for one that is only proposed. */
  readonly decided?: boolean;
  readonly agendaItemId?: Id<'agendaItem'> | null;
};

/** Puts funded work on record, with what each payer pays. */
export async function recordCommission(
  w: Writer<'meeting.edit' | 'decision.record' | 'intake.confirm'>,
  input: RecordCommission,
): Promise<Id<'commission'>> {
  const { from = null, to = null, fte = null } = input;
  await requireItem(w, input.agendaItemId);
  refuseProblems([
    ...(input.who.trim() ? [] : [{ path: 'who', key: 'validation.required' }]),
    ...(input.what.trim() ? [] : [{ path: 'what', key: 'validation.required' }]),
    ...(from && !isCivilDate(from) ? [{ path: 'from', key: 'validation.date' }] : []),
    ...(to && !isCivilDate(to) ? [{ path: 'to', key: 'validation.date' }] : []),
    ...(from && to && to < from ? [{ path: 'to', key: 'collaboration.endsBeforeStart' }] : []),
    ...(fte !== null && !(fte > 0) ? [{ path: 'fte', key: 'validation.number' }] : []),
    ...input.amounts.flatMap(({ value }, index) =>
      value > 0 ? [] : [{ path: `amounts.${index}.value`, key: 'validation.number' }],
    ),
  ]);
  const id: Id<'commission'> = w.runtime.newId();
  const row = {
    commissioned: input.who.trim(),
    task: input.what.trim(),
    fte: fte === null ? null : String(fte),
    starts_on: from,
    ends_on: to,
    fund: input.fund?.trim() || null,
    decided: input.decided ?? true,
    agenda_item_id: input.agendaItemId ?? null,
  };
  await w.db
    .insertInto('commission')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  const paid = [
    ...input.amounts.map(({ value, currency, payer }) => ({ amount: String(value), currency, fte: null, payer })),
    ...(input.shares ?? []).map(({ fte: posts, payer }) => ({
      amount: null,
      currency: null,
      fte: String(posts),
      payer,
    })),
  ];
  if (paid.length > 0)
    await w.db
      .insertInto('commission_amount')
      .values(
        paid.map((part, index) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          commission_id: id,
          position: index + 1,
          ...part,
          payer: part.payer?.trim() || null,
        })),
      )
      .execute();
  await w.log({
    noun: 'commission',
    recordId: id,
    after: { ...row, amounts: input.amounts, shares: input.shares ?? [] },
  });
  return id;
}
