import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** How one record stands to another when no column of their own holds it (list I). Read as "from – kind – to". */
export const connectionKinds = {
  concerns: { sv: 'rör', en: 'concerns' },
  continues: { sv: 'fortsätter', en: 'continues' },
  reports: { sv: 'redovisar', en: 'reports on' },
  funds: { sv: 'finansierar', en: 'funds' },
} as const satisfies Record<string, Localized>;
export type ConnectionKind = keyof typeof connectionKinds;
export const connectionKindCodes = Object.keys(connectionKinds) as readonly ConnectionKind[];

/** A record of any noun. */
export type Connected = { readonly noun: string; readonly id: string };

/** Two records that belong to one thread, and why somebody says so. */
export type Connection = {
  readonly id: Id<'connection'>;
  readonly version: number;
  readonly from: Connected;
  readonly to: Connected;
  readonly kind: ConnectionKind;
  readonly reason: string;
};
