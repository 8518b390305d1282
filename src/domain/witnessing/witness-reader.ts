import type { Id } from '../../kernel/id.ts';
import type { Database, Reader } from '../../storage/database.ts';
import { listTenants } from '../../storage/tenant.ts';
import type { WatchedLog, Witness, WitnessKind, WitnessRefusal } from './witness.ts';

/** Those who counter-sign our heads, by name. */
export async function listWitnesses(r: Reader): Promise<readonly Witness[]> {
  const rows = await r.db
    .selectFrom('witness')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as WitnessKind,
    name: row.name,
    neighbourId: row.neighbour_id,
    address: row.address,
    key: row.key,
    addedAt: row.added_at,
    lastAskedAt: row.last_asked_at,
    lastAgreedAt: row.last_agreed_at,
    refusal: row.refusal as WitnessRefusal | null,
    version: row.version,
  }));
}

/** The logs of others that we counter-sign, with how far each has come. */
export async function listWatchedLogs(r: Reader): Promise<readonly WatchedLog[]> {
  const rows = await r.db
    .selectFrom('watched_log as log')
    .selectAll('log')
    .select((eb) => [
      eb
        .selectFrom('watched_head as head')
        .select((sub) => sub.fn.max('head.size').as('size'))
        .whereRef('head.tenant_id', '=', 'log.tenant_id')
        .whereRef('head.watched_log_id', '=', 'log.id')
        .as('size'),
      eb
        .selectFrom('watched_head as head')
        .select((sub) => sub.fn.max('head.received_at').as('at'))
        .whereRef('head.tenant_id', '=', 'log.tenant_id')
        .whereRef('head.watched_log_id', '=', 'log.id')
        .as('receivedAt'),
      eb
        .selectFrom('watched_fault as fault')
        .select((sub) => sub.fn.countAll<string>().as('count'))
        .whereRef('fault.tenant_id', '=', 'log.tenant_id')
        .whereRef('fault.watched_log_id', '=', 'log.id')
        .as('faults'),
    ])
    .where('log.tenant_id', '=', r.tenantId)
    .orderBy('log.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    origin: row.origin,
    name: row.name,
    key: row.key,
    version: row.version,
    endedAt: row.ended_at,
    size: row.size === null ? null : Number(row.size),
    receivedAt: row.receivedAt,
    faults: Number(row.faults ?? 0),
  }));
}

/** An authority of this installation, as a neighbour that may witness and at the address where it receives heads. */
export type Neighbour = { readonly id: Id<'tenant'>; readonly slug: string; readonly name: string };

/** The authorities of this installation, by name. */
export async function listNeighbours(db: Database): Promise<readonly Neighbour[]> {
  return (await listTenants(db)).map(({ id, slug, name }) => ({ id, slug, name }));
}
