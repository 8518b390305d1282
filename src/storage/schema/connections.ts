import type { VersionedRow } from './columns.ts';

/** Two records of any nouns that belong to one thread, and why (list I). */
export type ConnectionRow = VersionedRow & {
  from_noun: string;
  from_id: string;
  to_noun: string;
  to_id: string;
  kind: string;
  reason: string;
};

export type ConnectionsTables = { connection: ConnectionRow };
