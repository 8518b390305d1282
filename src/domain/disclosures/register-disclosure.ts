import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { findMatterByNumber } from '../matters/index.ts';
import { getBody } from '../organisation/index.ts';
import { referenceCode } from './reference-code.ts';

export type RegisterDisclosure = {
  readonly bodyId: Id<'body'>;
  readonly receivedOn: CivilDate;
  readonly askedFor: string;
  readonly matterNumber?: string | null;
  /** Never asked for; kept when it was given freely. */
  readonly contact?: string | null;
};

/** Puts a request to see documents on record: what is asked for and when, and nothing about who asks or why (R-TF-3, TF 2:18). */
export async function registerDisclosure(
  w: Writer<'disclosure.handle'>,
  input: RegisterDisclosure,
): Promise<Id<'disclosureRequest'>> {
  requireBody(w.auth, input.bodyId);
  await getBody(w, input.bodyId);
  const number = input.matterNumber?.trim();
  const matter = number ? await findMatterByNumber(w, number) : undefined;
  refuseProblems([
    ...(input.askedFor.trim() ? [] : [{ path: 'askedFor', key: 'validation.required' }]),
    ...dayProblems('receivedOn', input.receivedOn, null, w.runtime.today()),
    ...(number && !matter ? [{ path: 'matterNumber', key: 'disclosure.noMatter' }] : []),
  ]);
  const id: Id<'disclosureRequest'> = w.runtime.newId();
  const row = {
    body_id: input.bodyId,
    received_on: input.receivedOn,
    asked_for: input.askedFor.trim(),
    matter_id: matter?.id ?? null,
    state: 'received',
  };
  await w.db
    .insertInto('disclosure_request')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      contact: input.contact?.trim() || null,
      answered_on: null,
      provisions: null,
      decision: null,
      answered_by: null,
      reference: referenceCode(w.runtime.newToken(12)),
    })
    .execute();
  // The log is kept for ever, and the address of who asks is not: it stays out.
  await w.log({ noun: 'disclosureRequest', recordId: id, after: row });
  return id;
}

/** A day of the register lies neither in the future nor before the day it follows on. */
export function dayProblems(
  path: string,
  day: CivilDate,
  earliest: CivilDate | null,
  today: CivilDate,
): readonly Problem[] {
  if (!isCivilDate(day)) return [{ path, key: 'validation.date' }];
  const fits = day <= today && (earliest === null || day >= earliest);
  return fits ? [] : [{ path, key: 'disclosure.day' }];
}
