import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { type BodyKind, isBodyKind } from './body-kinds.ts';
import { nameKey, namesOf } from './body-names.ts';
import { findBody, listBodies } from './organisation-reader.ts';

export type CreateBody = {
  readonly kind: BodyKind;
  readonly name: string;
  readonly shortName?: string;
  readonly parentId?: Id<'body'>;
  readonly validFrom?: CivilDate;
  readonly validTo?: CivilDate;
};

/** Enters a body in the register. Who has a role on one body only may enter those below it. */
export async function createBody(w: Writer<'organisation.edit'>, input: CreateBody): Promise<Id<'body'>> {
  if (input.parentId) requireBody(w.auth, input.parentId);
  else if (w.auth.bodies !== 'all') throw new AppError('access.denied');
  return await insertBody(w, input, 'entered');
}

/** The writing itself, shared with the import, which has another rule about who may. */
export async function insertBody(w: Writer, input: CreateBody, summary: string): Promise<Id<'body'>> {
  const problems = await bodyProblems(w, input);
  refuseProblems(problems);
  const id: Id<'body'> = w.runtime.newId();
  const row = {
    kind: input.kind,
    name: input.name.trim(),
    short_name: input.shortName?.trim() || null,
    parent_id: input.parentId ?? null,
    valid_from: input.validFrom ?? null,
    valid_to: input.validTo ?? null,
  };
  await w.db
    .insertInto('body')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'body', recordId: id, summary, after: row });
  return id;
}

/** What hinders a body from being entered or changed so. `ownId` is the body itself when it exists already. */
export async function bodyProblems(r: Reader, input: CreateBody, ownId?: Id<'body'>): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  if (!isBodyKind(input.kind)) problems.push({ path: 'kind', key: 'validation.choose' });
  if (input.name.trim() === '') problems.push({ path: 'name', key: 'validation.required' });
  if (input.validFrom && input.validTo && input.validTo < input.validFrom)
    problems.push({ path: 'validTo', key: 'organisation.endsBeforeStart' });
  for (const body of await listBodies(r))
    if (body.id !== ownId && namesOf(body).some((name) => nameKey(name) === nameKey(input.name)))
      problems.push({ path: 'name', key: 'organisation.nameTaken', values: { name: body.name } });
  if (input.parentId && !(await findBody(r, input.parentId))) problems.push({ path: 'parentId', key: 'validation.id' });
  if (input.parentId && ownId && (await isBelow(r, input.parentId, ownId)))
    problems.push({ path: 'parentId', key: 'organisation.parentBelow' });
  return problems;
}

async function isBelow(r: Reader, id: Id<'body'>, above: Id<'body'>): Promise<boolean> {
  const parents = new Map((await listBodies(r)).map((body) => [body.id as string, body.parentId]));
  for (let at: string | null = id; at; at = parents.get(at) ?? null) if (at === above) return true;
  return false;
}
