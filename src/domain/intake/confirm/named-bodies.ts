import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import {
  type Body,
  bodiesMeantBy,
  ensureBody,
  listBodies,
  matchBody,
  nameKey,
  nameKeys,
  namesOf,
} from '../../organisation/index.ts';
import type { OpenQuestion, RecordRef } from '../proposal.ts';

/** "Hälso- och sjukvårdsnämndens beredningar", "berörda beredningar": a plural that names no body of its own (ASG-06). */
export function isGroupName(name: string): boolean {
  return /(?:^|\s)(?:beredningar|nämnder|organ)(?:na)?s?$/u.test(nameKey(name));
}

/** What hinders a name from meaning one body: it is not stated, or several bodies could be meant. A new name is no hindrance. */
export async function bodyQuestions(r: Reader, name: string | undefined): Promise<readonly OpenQuestion[]> {
  if (!name?.trim()) return [{ code: 'unknownBody', values: {} }];
  const bodies = await listBodies(r);
  if (matchBody(name, bodies)) return [];
  const keys = nameKeys(name);
  const meant = bodies.filter((body) => namesOf(body).some((one) => keys.includes(nameKey(one))));
  return meant.length > 1 ? [{ code: 'ambiguousBody', values: { name } }] : [];
}

/** The body of a name, if the register has it. */
export async function bodyNamed(r: Reader, name: string | undefined): Promise<Body | undefined> {
  return name ? matchBody(name, await listBodies(r)) : undefined;
}

/** The body of a name, entered when the register does not have it; a body that was entered is added to `made`. */
export async function takeBody(w: Writer<'intake.confirm'>, name: string, made: RecordRef[]): Promise<Id<'body'>> {
  const { id, created } = await ensureBody(w, name);
  if (created) made.push({ noun: 'body', id });
  return id;
}

/**
 * The bodies that the words of a document mean: one by its name, or, where the words are a plural, the committees it can mean. A committee
 * that writes "beredningarna" about itself is one of them, also when it is the only one that the register knows.
 */
export async function takeBodies(
  w: Writer<'intake.confirm'>,
  name: string,
  writer: Id<'body'> | undefined,
  made: RecordRef[],
): Promise<readonly Id<'body'>[]> {
  if (!isGroupName(name)) return [await takeBody(w, name, made)];
  const meant = bodiesMeantBy(name, await listBodies(w)).map((body) => body.id);
  return [...new Set([...(writer ? [writer] : []), ...meant])];
}
