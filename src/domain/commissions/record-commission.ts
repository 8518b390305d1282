import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireItem } from '../collaboration/index.ts';
import { getAgendaItem, getMeeting } from '../meetings/index.ts';
import { type CommissionFields, commissionProblems } from './commission-rules.ts';
import { commissionRowOf, requireOrderer, writeParts } from './commission-writer.ts';

export type RecordCommission = CommissionFields & {
  /** False for one that is only proposed. */
  readonly decided?: boolean;
  readonly agendaItemId?: Id<'agendaItem'> | null;
};

/** Puts funded work on record, with what each payer pays. Whose meeting dealt with it is who orders it, unless another is told. */
export async function recordCommission(
  w: Writer<'commission.edit' | 'meeting.edit' | 'decision.record' | 'intake.confirm'>,
  input: RecordCommission,
): Promise<Id<'commission'>> {
  await requireItem(w, input.agendaItemId);
  const bodyId = input.bodyId ?? (await ordererOf(w, input.agendaItemId));
  if (w.auth.action === 'commission.edit') requireOrderer(w, bodyId);
  return await insertCommission(w, { ...input, bodyId });
}

/** Writes a commission that its verb has checked the right to. */
export async function insertCommission(
  w: Writer<'commission.edit' | 'meeting.edit' | 'decision.record' | 'intake.confirm'>,
  input: RecordCommission & { readonly extendsId?: Id<'commission'> },
): Promise<Id<'commission'>> {
  refuseProblems(commissionProblems(input));
  const id: Id<'commission'> = w.runtime.newId();
  const row = {
    ...(await commissionRowOf(w, input)),
    decided: input.decided ?? true,
    agenda_item_id: input.agendaItemId ?? null,
    body_id: input.bodyId ?? null,
    extends_id: input.extendsId ?? null,
  };
  await w.db
    .insertInto('commission')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await writeParts(w, id, input);
  await w.log({
    noun: 'commission',
    recordId: id,
    after: { ...row, amounts: input.amounts, shares: input.shares ?? [] },
  });
  return id;
}

async function ordererOf(
  w: Writer<'commission.edit' | 'meeting.edit' | 'decision.record' | 'intake.confirm'>,
  agendaItemId: Id<'agendaItem'> | null | undefined,
): Promise<Id<'body'> | null> {
  if (!agendaItemId) return null;
  const { meetingId } = await getAgendaItem(w, agendaItemId);
  return (await getMeeting(w, meetingId)).body.id;
}
