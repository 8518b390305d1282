import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody, type WritingAction } from '../access/index.ts';
import { getBody, listBodies } from '../organisation/index.ts';
import type { CommissionFields, PaidPart } from './commission-rules.ts';
import { fundNamed } from './fund.ts';
import { listFunds } from './fund-reader.ts';
import { payerNamed } from './payer.ts';

/** Throws `access.denied` unless the proof covers the body that orders; what no body orders is for those who may in the whole authority. */
export function requireOrderer(w: Writer<WritingAction>, bodyId: Id<'body'> | null): void {
  // An empty id is among nobody's bodies, and allowed to those who may act for all.
  requireBody(w.auth, bodyId ?? '');
}

/** Reads a commission for change, when the actor may act for the body that orders it. */
export async function lockCommission(w: Writer<'commission.edit'>, id: Id<'commission'>) {
  const row = await lockRow(w, 'commission', id);
  requireOrderer(w, row.body_id);
  return row;
}

/** The row of a commission as its fields tell it, with the fund found by its words. Throws `record.notFound` for a body or fund that is not here. */
export async function commissionRowOf(w: Writer<WritingAction>, input: CommissionFields) {
  const words = input.fund?.trim() || null;
  const chosen = input.fundId ?? null;
  if (input.bodyId) await getBody(w, input.bodyId);
  const funds = chosen || words ? await listFunds(w) : [];
  if (chosen && !funds.some(({ id }) => id === chosen)) throw new AppError('record.notFound');
  const fundId = chosen ?? (words ? (fundNamed(words, funds)?.id ?? null) : null);
  return {
    commissioned: input.who.trim(),
    task: input.what.trim(),
    fte: input.fte == null ? null : String(input.fte),
    starts_on: input.from ?? null,
    ends_on: input.to ?? null,
    fund: words,
    fund_id: fundId,
    extent_kind: input.extentKind ?? null,
    employment_form: input.employmentForm ?? null,
    personnel_note: input.personnelNote?.trim() ?? '',
  };
}

/** Writes what each payer pays, in the order told, in place of what was there. */
export async function writeParts(
  w: Writer<WritingAction>,
  id: Id<'commission'>,
  input: CommissionFields,
): Promise<void> {
  await w.db
    .deleteFrom('commission_amount')
    .where('tenant_id', '=', w.tenantId)
    .where('commission_id', '=', id)
    .execute();
  const paid = [
    ...input.amounts.map((part) => ({ part, amount: String(part.value), currency: part.currency, fte: null })),
    ...(input.shares ?? []).map((part) => ({ part, amount: null, currency: null, fte: String(part.fte) })),
  ];
  if (paid.length === 0) return;
  const bodies = await listBodies(w);
  const payerOf = ({ payer, payerBodyId }: PaidPart) => {
    const body = payerBodyId ? bodies.find((one) => one.id === payerBodyId) : undefined;
    if (body) return { name: payer?.trim() || body.name, bodyId: body.id, group: null };
    return payer?.trim() ? payerNamed(payer, bodies) : null;
  };
  await w.db
    .insertInto('commission_amount')
    .values(
      paid.map(({ part, ...row }, index) => {
        const payer = payerOf(part);
        return {
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          commission_id: id,
          position: index + 1,
          ...row,
          year: part.year ?? null,
          payer: payer?.name ?? null,
          payer_body_id: payer?.bodyId ?? null,
          payer_group: payer?.group ?? null,
        };
      }),
    )
    .execute();
}
