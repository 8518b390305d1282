import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { getBody, listBodies } from '../organisation/index.ts';
import type { AgreementParty } from './agreement.ts';
import { type AgreementPartyKind, agreementPartyKinds } from './agreement-codes.ts';
import { partiesOf } from './agreement-parts-reader.ts';
import { lockAgreement } from './agreement-writer.ts';

export type AgreementPartyFields = {
  readonly kind: AgreementPartyKind;
  readonly name: string;
  readonly bodyId?: Id<'body'> | null;
  readonly members?: number;
  readonly decides: boolean;
  readonly signedOn?: CivilDate | null;
};

/** Adds a party: one of the bodies of the register, or somebody outside it by name. */
export async function addAgreementParty(
  w: Writer<'agreement.edit' | 'intake.confirm'>,
  input: AgreementPartyFields & { readonly agreementId: Id<'agreement'> },
): Promise<Id<'agreementParty'>> {
  const agreement = await lockAgreement(w, input.agreementId, 'noteDecision');
  const parties = (await partiesOf(w, [agreement.id])).get(agreement.id) ?? [];
  refuseProblems(partyProblems(input, parties));
  return await insertParty(w, agreement.id, input);
}

/** Changes who a party is and how it takes part; its decision stays. */
export async function changeAgreementParty(
  w: Writer<'agreement.edit'>,
  input: AgreementPartyFields & {
    readonly agreementId: Id<'agreement'>;
    readonly partyId: Id<'agreementParty'>;
    readonly expectedVersion: number;
  },
): Promise<void> {
  const { before, parties } = await lockParty(w, input.agreementId, input.partyId);
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(
    partyProblems(
      input,
      parties.filter(({ id }) => id !== before.id),
    ),
  );
  const row = await columnsOf(w, input);
  await w.db
    .updateTable('agreement_party')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'agreement', recordId: input.agreementId, summary: 'party', before, after: row });
}

/** Takes a party away that was added by mistake. One that has decided stays: its decision is a fact. */
export async function removeAgreementParty(
  w: Writer<'agreement.edit'>,
  input: {
    readonly agreementId: Id<'agreement'>;
    readonly partyId: Id<'agreementParty'>;
    readonly expectedVersion: number;
  },
): Promise<void> {
  const { before } = await lockParty(w, input.agreementId, input.partyId);
  expectVersion(before, input.expectedVersion, input);
  if (before.decision) throw new AppError('agreement.partyHasDecided', { party: before.name });
  await w.db.deleteFrom('agreement_party').where('tenant_id', '=', w.tenantId).where('id', '=', before.id).execute();
  await w.log({ noun: 'agreement', recordId: input.agreementId, summary: 'party', before });
}

/** Adds every region and municipality of the register that is no party yet, each to decide by itself: the principals, in one step. */
export async function addAllPrincipals(
  w: Writer<'agreement.edit' | 'intake.confirm'>,
  input: { readonly agreementId: Id<'agreement'> },
): Promise<number> {
  const agreement = await lockAgreement(w, input.agreementId, 'noteDecision');
  const parties = (await partiesOf(w, [agreement.id])).get(agreement.id) ?? [];
  const principals = (await listBodies(w)).filter(
    ({ id, kind, name }) =>
      (kind === 'region' || kind === 'municipality') && !parties.some((one) => one.bodyId === id || one.name === name),
  );
  if (principals.length === 0) throw new AppError('agreement.noPrincipalsLeft');
  for (const { id, name, kind } of principals)
    await insertParty(w, agreement.id, { kind: kind as 'region' | 'municipality', name, bodyId: id, decides: true });
  return principals.length;
}

/** A party of an agreement, held until the transaction ends. */
export async function lockParty(w: Writer, agreementId: Id<'agreement'>, partyId: Id<'agreementParty'>) {
  const agreement = await lockAgreement(w, agreementId, 'noteDecision');
  const parties = (await partiesOf(w, [agreement.id])).get(agreement.id) ?? [];
  const before = parties.find(({ id }) => id === partyId);
  if (!before) throw new AppError('record.notFound');
  return { agreement, before, parties };
}

function partyProblems(fields: AgreementPartyFields, others: readonly AgreementParty[]) {
  const name = fields.name.trim().toLocaleLowerCase('sv');
  const { members = 1 } = fields;
  return [
    ...(fields.kind in agreementPartyKinds ? [] : [{ path: 'kind', key: 'validation.choose' }]),
    ...(name || fields.bodyId ? [] : [{ path: 'name', key: 'agreements.partyName' }]),
    ...(others.some(
      (one) => (name && one.name.toLocaleLowerCase('sv') === name) || (fields.bodyId && one.bodyId === fields.bodyId),
    )
      ? [{ path: 'name', key: 'agreements.partyExists' }]
      : []),
    ...(Number.isInteger(members) && members > 0 && members < 1000
      ? []
      : [{ path: 'members', key: 'validation.number' }]),
    ...(fields.signedOn && !isCivilDate(fields.signedOn) ? [{ path: 'signedOn', key: 'validation.date' }] : []),
  ];
}

async function insertParty(
  w: Writer,
  agreementId: string,
  fields: AgreementPartyFields,
): Promise<Id<'agreementParty'>> {
  const id: Id<'agreementParty'> = w.runtime.newId();
  const row = { agreement_id: agreementId, ...(await columnsOf(w, fields)) };
  await w.db
    .insertInto('agreement_party')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'agreement', recordId: agreementId, summary: 'party', after: row });
  return id;
}

/** A body of the register is called what the register calls it, unless the paper calls it otherwise. */
async function columnsOf(w: Writer, fields: AgreementPartyFields) {
  const body = fields.bodyId ? await getBody(w, fields.bodyId) : undefined;
  return {
    kind: fields.kind,
    name: fields.name.trim().replace(/\s+/gu, ' ') || body!.name,
    body_id: body?.id ?? null,
    members: fields.members ?? 1,
    decides: fields.decides,
    signed_on: fields.signedOn ?? null,
  };
}
