import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { readVerifierKey } from '../../kernel/signed-note.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { listWatchedLogs, listWitnesses } from './witness-reader.ts';

/** A witness as it is typed in: a neighbour by its id, or another installation by its address and its key. */
export type NewWitness = {
  readonly name: string;
  readonly neighbourId?: Id<'tenant'> | undefined;
  readonly address?: string | undefined;
  readonly key?: string | undefined;
};

/** A log of somebody else as it is typed in: whose it is and the key that its heads are signed with. */
export type NewWatchedLog = { readonly name: string; readonly origin: string; readonly key: string };

/** Begins to hand our heads to a witness. */
export async function addWitness(w: Writer<'witness.edit'>, input: NewWitness): Promise<Id<'witness'>> {
  const name = input.name.trim();
  const problems: Problem[] = [];
  if (name === '') problems.push({ path: 'name', key: 'validation.required' });
  if ((await listWitnesses(w)).some((one) => one.name === name))
    problems.push({ path: 'name', key: 'witness.nameTaken' });
  if (!input.neighbourId) {
    if (!isWitnessAddress(input.address ?? '')) problems.push({ path: 'address', key: 'witness.address' });
    if (!readVerifierKey(input.key ?? '')) problems.push({ path: 'key', key: 'witness.key' });
  } else if (input.neighbourId === w.tenantId) problems.push({ path: 'neighbourId', key: 'witness.self' });
  refuse(problems);
  const id = w.runtime.newId();
  const row = input.neighbourId
    ? { kind: 'neighbour', neighbour_id: input.neighbourId, address: null, key: null }
    : { kind: 'address', neighbour_id: null, address: input.address!.trim(), key: input.key!.trim() };
  await w.db
    .insertInto('witness')
    .values({
      tenant_id: w.tenantId,
      id,
      name,
      ...row,
      added_at: w.runtime.now(),
      last_asked_at: null,
      last_agreed_at: null,
      refusal: null,
    })
    .execute();
  await w.log({ noun: 'witness', recordId: id, summary: 'added', after: { name, ...row } });
  return id;
}

/** Stops handing heads to a witness. What it has signed stays. */
export async function removeWitness(
  w: Writer<'witness.edit'>,
  input: { readonly witnessId: Id<'witness'>; readonly expectedVersion: number },
): Promise<void> {
  const found = (await listWitnesses(w)).find(({ id }) => id === input.witnessId);
  if (!found) throw new AppError('record.notFound');
  expectVersion(found, input.expectedVersion);
  await w.db.deleteFrom('witness').where('tenant_id', '=', w.tenantId).where('id', '=', found.id).execute();
  await w.log({ noun: 'witness', recordId: found.id, summary: 'removed', before: { name: found.name } });
}

/** Begins to counter-sign the heads of somebody else's log, checked with the key that they told us. */
export async function watchLog(w: Writer<'witness.edit'>, input: NewWatchedLog): Promise<Id<'watchedLog'>> {
  const [name, origin, key] = [input.name.trim(), input.origin.trim(), input.key.trim()];
  const known = (await listWatchedLogs(w)).find((one) => one.origin === origin);
  const problems: Problem[] = [];
  if (name === '') problems.push({ path: 'name', key: 'validation.required' });
  if (!/^kansli\//.test(origin) || !isId(origin.slice('kansli/'.length)))
    problems.push({ path: 'origin', key: 'witness.origin' });
  else if (known && known.endedAt === null) problems.push({ path: 'origin', key: 'witness.originTaken' });
  if (!readVerifierKey(key)) problems.push({ path: 'key', key: 'witness.key' });
  refuse(problems);
  if (known) {
    // Watched again: what was seen of it before still binds it.
    await saveWatchedLog(w, known.id, { name, key, ended_at: null });
    await w.log({ noun: 'watchedLog', recordId: known.id, summary: 'added', after: { name, origin, key } });
    return known.id;
  }
  const id = w.runtime.newId();
  await w.db
    .insertInto('watched_log')
    .values({ tenant_id: w.tenantId, id, origin, name, key, added_at: w.runtime.now(), ended_at: null })
    .execute();
  await w.log({ noun: 'watchedLog', recordId: id, summary: 'added', after: { name, origin, key } });
  return id;
}

/** Stops counter-signing the heads of somebody else's log. What has been seen of it stays, and so does what contradicted it. */
export async function stopWatching(
  w: Writer<'witness.edit'>,
  input: { readonly watchedLogId: Id<'watchedLog'>; readonly expectedVersion: number },
): Promise<void> {
  const found = (await listWatchedLogs(w)).find(({ id, endedAt }) => id === input.watchedLogId && endedAt === null);
  if (!found) throw new AppError('record.notFound');
  expectVersion(found, input.expectedVersion);
  await saveWatchedLog(w, found.id, { ended_at: w.runtime.now() });
  await w.log({ noun: 'watchedLog', recordId: found.id, summary: 'ended', before: { name: found.name } });
}

async function saveWatchedLog(
  w: Writer<'witness.edit'>,
  id: Id<'watchedLog'>,
  row: { readonly name?: string; readonly key?: string; readonly ended_at: Date | null },
): Promise<void> {
  await w.db
    .updateTable('watched_log')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .execute();
}

/** https, a host, and no user or fragment; http only to the own machine, where installations are tried out. */
export function isWitnessAddress(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text.trim())) return false;
  const url = new URL(text.trim());
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return (
    (url.protocol === 'https:' || (url.protocol === 'http:' && own)) && !url.username && !url.password && !url.hash
  );
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError('record.invalid', {}, problems);
}
