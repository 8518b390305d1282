import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getDocument } from '../matters/index.ts';
import { versionsOf } from './agreement-parts-reader.ts';
import { lockAgreement } from './agreement-writer.ts';

export type AddAgreementText = {
  readonly agreementId: Id<'agreement'>;
  /** "Efter remissen"; the number alone when nothing is said. */
  readonly label?: string;
  readonly text: string;
  readonly madeOn?: CivilDate | null;
  readonly documentId?: Id<'document'> | null;
};

/**
 * Adds a version of the text: a new version is never written over an old one, so that two can be held against each other. The text of something that
 * is decided already can be put in once; what would change it is a new agreement that replaces it.
 */
export async function addAgreementText(
  w: Writer<'agreement.edit'>,
  input: AddAgreementText,
): Promise<Id<'agreementVersion'>> {
  const agreement = await lockAgreement(w, input.agreementId, 'writeText');
  const versions = await versionsOf(w, agreement.id);
  const decided = agreement.state === 'decided';
  const madeOn = input.madeOn ?? w.runtime.today();
  const text = input.text.trim().replace(/\r\n?/gu, '\n');
  refuseProblems([
    ...(text ? [] : [{ path: 'text', key: 'validation.required' }]),
    ...(isCivilDate(madeOn) ? [] : [{ path: 'madeOn', key: 'validation.date' }]),
    ...(decided && versions.some(({ fixedOn }) => fixedOn !== null)
      ? [{ path: 'text', key: 'agreements.textDecided' }]
      : []),
    ...(versions.at(-1)?.text === text ? [{ path: 'text', key: 'agreements.sameText' }] : []),
  ]);
  if (input.documentId) await getDocument(w, input.documentId);
  const id: Id<'agreementVersion'> = w.runtime.newId();
  const row = {
    agreement_id: agreement.id,
    number: (versions.at(-1)?.number ?? 0) + 1,
    label: input.label?.trim() ?? '',
    agreement_text: text,
    document_id: input.documentId ?? null,
    made_on: madeOn,
    fixed_on: decided ? w.runtime.today() : null,
  };
  await w.db
    .insertInto('agreement_version')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'agreement', recordId: agreement.id, summary: 'text', after: row });
  return id;
}
