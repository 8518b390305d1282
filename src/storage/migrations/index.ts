import type { Migration } from 'kysely';
import * as foundation from './0001-foundation.ts';

/** The migrations in their order, listed by hand: what is not listed does not run. A released migration is never edited, only followed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
};
