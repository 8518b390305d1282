import type { ColumnType, Generated } from 'kysely';

/** Every record of a tenant: the tenant leads each key, so that rows of two authorities can never meet. */
export type TenantRow = { tenant_id: string };

/** A record with an id of its own. */
export type RecordRow = TenantRow & { id: string };

/** A record that people edit: `version` counts its changes, and a save that names an old version is answered with both texts. */
export type VersionedRow = RecordRow & { version: Generated<number>; created_at: Generated<Date> };

/** A JSON column: written as text, read as the value. */
export type Json<T> = ColumnType<T, string, string>;

/** Dates of law are civil dates, `YYYY-MM-DD`, in and out. */
export type DateColumn = string;

/** A JSON column that may be empty. */
export type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>;

/** A JSON column that the database fills when a row says nothing. */
export type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;
