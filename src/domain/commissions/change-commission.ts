import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireItem } from '../collaboration/index.ts';
import { getCommission } from './commission-reader.ts';
import { type CommissionFields, commissionProblems } from './commission-rules.ts';
import { commissionState, requireCommissionState } from './commission-transitions.ts';
import { commissionRowOf, lockCommission, requireOrderer, writeParts } from './commission-writer.ts';
import { insertCommission } from './record-commission.ts';

type Seen = { readonly commissionId: Id<'commission'>; readonly expectedVersion: number };

/** Changes what is told of a commission, with all that each payer pays. */
export async function changeCommission(w: Writer<'commission.edit'>, input: CommissionFields & Seen): Promise<void> {
  const before = await lockCommission(w, input.commissionId);
  expectVersion(before, input.expectedVersion, input);
  const body_id = input.bodyId ?? before.body_id;
  requireOrderer(w, body_id);
  refuseProblems(commissionProblems(input));
  const told = await getCommission(w, before.id);
  const row = { ...(await commissionRowOf(w, input)), body_id };
  await setRow(w, before, row);
  await writeParts(w, before.id, input);
  await w.log({
    noun: 'commission',
    recordId: before.id,
    before: { ...before, amounts: told.amounts, shares: told.shares },
    after: { ...row, amounts: input.amounts, shares: input.shares ?? [] },
  });
}

/** Notes that what was proposed has been decided, and in which item where that is told. */
export async function decideCommission(
  w: Writer<'commission.edit'>,
  input: Seen & { readonly agendaItemId?: Id<'agendaItem'> | null },
): Promise<void> {
  const before = await lockCommission(w, input.commissionId);
  expectVersion(before, input.expectedVersion, input);
  await requireState(w, before.id, 'decide');
  await requireItem(w, input.agendaItemId);
  const row = { decided: true, agenda_item_id: input.agendaItemId ?? before.agenda_item_id };
  await setRow(w, before, row);
  await w.log({ noun: 'commission', recordId: before.id, before: { decided: before.decided }, after: row });
}

/** Ends a commission before its term, or withdraws one that was only proposed, with the reason. */
export async function endCommission(
  w: Writer<'commission.edit'>,
  input: Seen & { readonly endedOn: CivilDate; readonly reason: string },
): Promise<void> {
  const before = await lockCommission(w, input.commissionId);
  expectVersion(before, input.expectedVersion, input);
  await requireState(w, before.id, 'end');
  const { endedOn, reason } = input;
  refuseProblems([
    ...(isCivilDate(endedOn) ? [] : [{ path: 'endedOn', key: 'validation.date' }]),
    ...(before.decided && before.starts_on && endedOn < before.starts_on
      ? [{ path: 'endedOn', key: 'collaboration.endsBeforeStart' }]
      : []),
    ...(before.ends_on && endedOn > before.ends_on ? [{ path: 'endedOn', key: 'commission.endsAfterTerm' }] : []),
    ...(reason.trim() ? [] : [{ path: 'reason', key: 'validation.required' }]),
  ]);
  const row = { ended_on: endedOn, end_reason: reason.trim() };
  await setRow(w, before, row);
  await w.log({ noun: 'commission', recordId: before.id, before: { ended_on: before.ended_on }, after: row });
}

/** Puts on record that the work goes on: a commission of its own that extends this one, so that each decision keeps its own money and term. */
export async function extendCommission(
  w: Writer<'commission.edit' | 'intake.confirm'>,
  input: CommissionFields & {
    readonly extendsId: Id<'commission'>;
    readonly decided?: boolean;
    readonly agendaItemId?: Id<'agendaItem'> | null;
  },
): Promise<Id<'commission'>> {
  await requireItem(w, input.agendaItemId);
  // Locked, so that two extensions at once do not both find it free.
  await w.db
    .selectFrom('commission')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', input.extendsId)
    .forUpdate()
    .execute();
  const before = await getCommission(w, input.extendsId);
  const bodyId = input.bodyId ?? before.orderedBy?.id ?? null;
  if (w.auth.action === 'commission.edit') requireOrderer(w, bodyId);
  if (before.extendedBy) throw new AppError('commission.extendedAlready');
  requireCommissionState(commissionState(before, w.runtime.today()), 'extend');
  refuseProblems(
    before.from && input.from && input.from <= before.from
      ? [{ path: 'from', key: 'commission.extendsBackwards' }]
      : [],
  );
  return await insertCommission(w, { ...input, bodyId });
}

async function requireState(
  w: Writer<'commission.edit'>,
  id: Id<'commission'>,
  action: 'decide' | 'end',
): Promise<void> {
  requireCommissionState(commissionState(await getCommission(w, id), w.runtime.today()), action);
}

async function setRow(
  w: Writer<'commission.edit'>,
  before: { readonly id: string; readonly version: number },
  row: object,
): Promise<void> {
  await w.db
    .updateTable('commission')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
}
