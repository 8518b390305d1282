import type { Database } from './database.ts';

/** What the records stand on, as the server itself says. */
export type EngineDescription = {
  readonly engine: Database['engine'];
  readonly version: string;
  readonly fsync: boolean;
  readonly synchronousCommit: boolean;
  readonly checksums: boolean;
  /** Whether Å, Ä and Ö come last: true for the embedded database, and for a server whose database was made with ICU sv-SE. */
  readonly swedishOrder: boolean;
};

/** Asks the server how safely it keeps what it acknowledges. */
export async function inspectEngine(db: Database): Promise<EngineDescription> {
  type Settings = Record<'version' | 'fsync' | 'synchronous' | 'checksums', string> & { readonly letters: string };
  const { rows } = await db.pool.query<Settings>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous, current_setting('data_checksums') as checksums,
      (select string_agg(letter, '' order by letter) from unnest(array['ö', 'Z', 'ä', 'a', 'å']) letter) as letters`,
  );
  const settings = rows[0]!;
  return {
    engine: db.engine,
    version: settings.version,
    fsync: settings.fsync === 'on',
    synchronousCommit: settings.synchronous !== 'off',
    checksums: settings.checksums === 'on',
    swedishOrder: settings.letters === 'aZåäö',
  };
}

const engineWords = {
  own: 'embedded, own server process',
  join: 'embedded, joined the running server',
  server: 'server of DATABASE_URL',
} as const satisfies Record<Database['engine'], string>;

/** The line of the start-up and of `kansli doctor`: engine, version, fsync, checksums, order of letters. */
export async function describeEngine(db: Database): Promise<string> {
  const { engine, version, fsync, synchronousCommit, checksums, swedishOrder } = await inspectEngine(db);
  const onOff = (value: boolean) => (value ? 'on' : 'OFF');
  return (
    `PostgreSQL ${version} (${engineWords[engine]}), fsync ${onOff(fsync)}, ` +
    `synchronous commit ${onOff(synchronousCommit)}, checksums ${onOff(checksums)}, Swedish order ${onOff(swedishOrder)}`
  );
}
