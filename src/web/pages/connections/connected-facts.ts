import { type ConnectionKind, listConnections } from '../../../domain/connections/index.ts';
import { nameRecords, type RecordName } from '../../../domain/thread/index.ts';
import type { Reader } from '../../contracts.ts';

/** A connection as one of its ends shows it: how the record stands to the other one, and why somebody said so. */
export type Connected = {
  readonly kind: ConnectionKind;
  /** Whether the record is the one the sentence begins with: "this – funds – that". */
  readonly outgoing: boolean;
  readonly reason: string;
  readonly other: RecordName;
};

/** The connections of each record, by its id. */
export type ConnectionsOf = ReadonlyMap<string, readonly Connected[]>;

/**
 * What belongs together with each of some records, asked for all of them at once: one query for the connections and one for the names of each
 * kind of record at their other ends. A record that is gone is left out.
 */
export async function readConnections(r: Reader, recordIds: readonly string[]): Promise<ConnectionsOf> {
  const own = new Set(recordIds);
  const connections = await listConnections(r, [...own]);
  const names = await nameRecords(
    r,
    connections.flatMap(({ from, to }) => [from, to]).map(({ noun, id }) => ({ noun, recordId: id })),
  );
  const found = new Map<string, Connected[]>();
  for (const { from, to, kind, reason } of connections)
    for (const outgoing of [true, false]) {
      const [here, there] = outgoing ? [from, to] : [to, from];
      const other = names.get(there.id);
      if (!own.has(here.id) || !other) continue;
      found.set(here.id, [...(found.get(here.id) ?? []), { kind, outgoing, reason, other }]);
    }
  return found;
}
