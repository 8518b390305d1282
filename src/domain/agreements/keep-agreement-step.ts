import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import type { AgreementStep } from './agreement.ts';
import { partiesOf } from './agreement-parts-reader.ts';
import { requireKeeper } from './agreement-writer.ts';

export type AgreementStepFields = {
  readonly what: string;
  readonly responsible: string;
  readonly dueOn?: CivilDate | null;
  readonly doneOn?: CivilDate | null;
  readonly note?: string;
};

/** For whom a step is: for all together, for one party, or for each party by itself, which makes one step for each. */
export type StepFor = 'together' | 'each' | Id<'agreementParty'>;

/** Adds a step to the plan by which the agreement is carried out. */
export async function addAgreementStep(
  w: Writer<'agreement.edit'>,
  input: AgreementStepFields & { readonly agreementId: Id<'agreement'>; readonly stepFor: StepFor },
): Promise<readonly Id<'agreementStep'>[]> {
  const agreement = await lockRow(w, 'agreement', input.agreementId);
  requireKeeper(w, agreement.body_id);
  const parties = (await partiesOf(w, [agreement.id])).get(agreement.id) ?? [];
  const known = parties.some(({ id }) => id === input.stepFor);
  refuseProblems([
    ...stepProblems(input, w.runtime.today()),
    ...(input.stepFor === 'each' && parties.length === 0 ? [{ path: 'stepFor', key: 'agreements.noParties' }] : []),
    ...(input.stepFor !== 'each' && input.stepFor !== 'together' && !known
      ? [{ path: 'stepFor', key: 'validation.choose' }]
      : []),
  ]);
  const partyIds =
    input.stepFor === 'together' ? [null] : input.stepFor === 'each' ? parties.map(({ id }) => id) : [input.stepFor];
  const rows = partyIds.map((partyId) => ({
    id: w.runtime.newId(),
    agreement_id: agreement.id,
    agreement_party_id: partyId,
    ...columnsOf(input),
  }));
  await w.db
    .insertInto('agreement_step')
    .values(rows.map((row) => ({ tenant_id: w.tenantId, ...row })))
    .execute();
  await w.log({ noun: 'agreement', recordId: agreement.id, summary: 'step', after: rows });
  return rows.map(({ id }) => id);
}

/** Changes a step, or tells that it is done. */
export async function changeAgreementStep(
  w: Writer<'agreement.edit'>,
  input: AgreementStepFields & {
    readonly agreementId: Id<'agreement'>;
    readonly stepId: Id<'agreementStep'>;
    readonly expectedVersion: number;
  },
): Promise<void> {
  const before = await lockStep(w, input);
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(stepProblems(input, w.runtime.today()));
  const row = columnsOf(input);
  await w.db
    .updateTable('agreement_step')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'agreement', recordId: before.agreement_id, summary: 'step', before, after: row });
}

/** Takes a step away that is not to be done. */
export async function removeAgreementStep(
  w: Writer<'agreement.edit'>,
  input: {
    readonly agreementId: Id<'agreement'>;
    readonly stepId: Id<'agreementStep'>;
    readonly expectedVersion: number;
  },
): Promise<void> {
  const before = await lockStep(w, input);
  expectVersion(before, input.expectedVersion, input);
  await w.db.deleteFrom('agreement_step').where('tenant_id', '=', w.tenantId).where('id', '=', before.id).execute();
  await w.log({ noun: 'agreement', recordId: before.agreement_id, summary: 'step', before });
}

/** How a step stands on a day. */
export function stepStanding(
  { dueOn, doneOn }: Pick<AgreementStep, 'dueOn' | 'doneOn'>,
  today: CivilDate,
): 'done' | 'late' | 'ahead' | 'dayless' {
  if (doneOn !== null) return 'done';
  if (dueOn === null) return 'dayless';
  return dueOn < today ? 'late' : 'ahead';
}

async function lockStep(
  w: Writer,
  { agreementId, stepId }: { readonly agreementId: Id<'agreement'>; readonly stepId: Id<'agreementStep'> },
) {
  const step = await lockRow(w, 'agreement_step', stepId);
  if (step.agreement_id !== agreementId) throw new AppError('record.notFound');
  const agreement = await lockRow(w, 'agreement', step.agreement_id);
  requireKeeper(w, agreement.body_id);
  return step;
}

function stepProblems(fields: AgreementStepFields, today: CivilDate) {
  const { dueOn = null, doneOn = null } = fields;
  return [
    ...(fields.what.trim() ? [] : [{ path: 'what', key: 'validation.required' }]),
    ...(fields.responsible.trim() ? [] : [{ path: 'responsible', key: 'agreements.whoResponsible' }]),
    ...(dueOn && !isCivilDate(dueOn) ? [{ path: 'dueOn', key: 'validation.date' }] : []),
    ...(doneOn && !isCivilDate(doneOn) ? [{ path: 'doneOn', key: 'validation.date' }] : []),
    ...(doneOn && isCivilDate(doneOn) && doneOn > today ? [{ path: 'doneOn', key: 'agreements.doneAhead' }] : []),
  ];
}

function columnsOf(fields: AgreementStepFields) {
  return {
    what: fields.what.trim(),
    responsible: fields.responsible.trim(),
    due_on: fields.dueOn ?? null,
    done_on: fields.doneOn ?? null,
    note: fields.note?.trim() ?? '',
  };
}
