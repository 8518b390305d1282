import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireItem } from '../collaboration/index.ts';
import { getBody } from '../organisation/index.ts';
import { findAgreement } from './agreement-reader.ts';
import { type AgreementFields, agreementColumns, agreementProblems } from './agreement-rules.ts';
import type { AgreementState } from './agreement-transitions.ts';
import { lockAgreement, requireKeeper, writeAgreement } from './agreement-writer.ts';

export type RecordAgreement = AgreementFields & {
  /** False for one that is only proposed. */
  readonly decided?: boolean;
  /** The state that a source tells, where it is neither decided nor proposed. */
  readonly state?: AgreementState;
  readonly stateReason?: string | null;
  readonly agendaItemId?: Id<'agendaItem'> | null;
};

/** Puts an agreement on record. The same name with the same first day is the same agreement; a new term is a new one. */
export async function recordAgreement(
  w: Writer<'agreement.edit' | 'meeting.edit' | 'decision.record' | 'intake.confirm'>,
  input: RecordAgreement,
): Promise<Id<'agreement'>> {
  const { from = null } = input;
  requireKeeper(w, input.bodyId ?? null);
  await requireItem(w, input.agendaItemId);
  refuseProblems([
    ...agreementProblems(input),
    ...((from === null || isCivilDate(from)) && (await findAgreement(w, input.name, from))
      ? [{ path: 'name', key: 'collaboration.agreementExists' }]
      : []),
  ]);
  await requireRecords(w, input);
  const id: Id<'agreement'> = w.runtime.newId();
  const row = {
    ...agreementColumns(input),
    state: input.state ?? ((input.decided ?? true) ? 'decided' : 'draft'),
    state_reason: input.stateReason?.trim() || null,
    agenda_item_id: input.agendaItemId ?? null,
  };
  await w.db
    .insertInto('agreement')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'agreement', recordId: id, after: row });
  return id;
}

/** Changes what is known of an agreement, not its text nor who has decided. */
export async function changeAgreement(
  w: Writer<'agreement.edit'>,
  input: AgreementFields & { readonly agreementId: Id<'agreement'>; readonly expectedVersion: number },
): Promise<void> {
  const { nextState: _, ...before } = await lockAgreement(w, input.agreementId, 'change');
  expectVersion(before, input.expectedVersion, input);
  const taken =
    isCivilDate(input.from ?? '') || !input.from ? await findAgreement(w, input.name, input.from ?? null) : undefined;
  refuseProblems([
    ...agreementProblems(input),
    ...(taken && taken.id !== before.id ? [{ path: 'name', key: 'collaboration.agreementExists' }] : []),
    ...(input.predecessorId === before.id ? [{ path: 'predecessorId', key: 'agreements.ownPredecessor' }] : []),
  ]);
  if (input.bodyId !== before.body_id) requireKeeper(w, input.bodyId ?? null);
  await requireRecords(w, input);
  await writeAgreement(w, before, agreementColumns(input));
}

async function requireRecords(w: Writer, { bodyId, predecessorId }: AgreementFields): Promise<void> {
  if (bodyId) await getBody(w, bodyId);
  if (predecessorId) await getRow(w, 'agreement', predecessorId);
}
