import type { FoundationTables } from './foundation.ts';

/** The tables of the database: name → row. One file a noun; the catalogue test compares the names with the database. */
export type Schema = FoundationTables;
