/**
 * The one door past the wall between authorities. Each purpose is listed here with the power it needs; whoever adds one answers in review why
 * `read` and `transact`, which know only one authority, do not do. `read` sees all tenants in a read-only transaction; `write` may besides
 * write what a migration granted the role kansli_system (new tenants, the outbox); `owner` is the owner of the tables.
 */
export const systemPurposes = {
  migrate: 'owner',
  createTenant: 'write',
  findTenant: 'read',
  findSession: 'read',
  findAccount: 'read',
  findLink: 'read',
  keepSession: 'write',
  tellReading: 'write',
  keepProof: 'write',
  relay: 'write',
  keepHeads: 'write',
  eraseLogContent: 'write',
  doctor: 'read',
  findBlobReferences: 'read',
  bench: 'owner',
} as const satisfies Readonly<Record<string, 'read' | 'write' | 'owner'>>;

export type SystemPurpose = keyof typeof systemPurposes;

/** The purposes that only look. */
export type ReadingPurpose = {
  [P in SystemPurpose]: (typeof systemPurposes)[P] extends 'read' ? P : never;
}[SystemPurpose];

export type WritingPurpose = Exclude<SystemPurpose, ReadingPurpose>;
