import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { nameKey, namesOf } from './body-names.ts';
import { getBody, listBodies } from './organisation-reader.ts';

export type AddBodyAlias = {
  readonly bodyId: Id<'body'>;
  readonly name: string;
  /** Why the two names are the same body, for the one who asks in ten years: a decision, a renaming, a slip in one document. */
  readonly reason: string;
};

/** Records that documents use another name for a body. Only a person says so; the likeness of two names never does. */
export async function addBodyAlias(
  w: Writer<'organisation.edit' | 'intake.confirm'>,
  input: AddBodyAlias,
): Promise<Id<'bodyAlias'>> {
  requireBody(w.auth, input.bodyId);
  const body = await getBody(w, input.bodyId);
  const [name, reason] = [input.name.replace(/\s+/g, ' ').trim(), input.reason.trim()];
  const problems: Problem[] = [];
  if (name === '') problems.push({ path: 'name', key: 'validation.required' });
  if (reason === '') problems.push({ path: 'reason', key: 'organisation.aliasReason' });
  const taken = (await listBodies(w)).find((one) => namesOf(one).some((other) => nameKey(other) === nameKey(name)));
  if (taken) problems.push({ path: 'name', key: 'organisation.nameTaken', values: { name: taken.name } });
  refuseProblems(problems);
  const id: Id<'bodyAlias'> = w.runtime.newId();
  await w.db.insertInto('body_alias').values({ tenant_id: w.tenantId, id, body_id: body.id, name, reason }).execute();
  await w.log({ noun: 'body', recordId: body.id, summary: `alias ”${name}”: ${reason}` });
  return id;
}
