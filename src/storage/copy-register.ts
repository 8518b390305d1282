/**
 * Copies of whole registers, as a folder that can be read without Kansli:
 *
 *     manifest.json       what it holds: every file with its SHA-256, the migrations, the last entry of each log
 *     manifest.sha256     the SHA-256 of the manifest
 *     tables/*.jsonl      one file a table, one line a row
 *     files/ab/cd/abcd…   the files of the register, named by the SHA-256 of their bytes
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '../kernel/errors.ts';
import { beginCopy, listCopiedTables, putRows, rowsOf } from './copy-tables.ts';
import type { Database } from './database.ts';

/** What a copy says of itself. */
export type Manifest = {
  readonly kansliCopy: 1;
  /** All authorities of an installation, or one of them to take along. */
  readonly kind: 'backup' | 'export';
  readonly madeAt: string;
  readonly version: string;
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** The last entry of each log: kept elsewhere, it shows later that the copy is of that very log. */
  readonly logs: readonly {
    readonly tenant: string;
    readonly name: string;
    readonly size: number;
    readonly hash: string;
  }[];
  /** Whether the key that signs heads lies in the copy. */
  readonly signingKey: boolean;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
};

export type CopyPlan = {
  readonly folder: string;
  readonly version: string;
  /** The folder of the register's files. */
  readonly filesFolder: string;
  /** Only this authority. */
  readonly tenantId?: string;
  /** Further files to lay in the copy, such as the key when it was asked for. */
  readonly beside?: readonly {
    readonly path: string;
    readonly write: (write: (text: string) => Promise<void>) => Promise<void>;
  }[];
  readonly signingKey?: boolean;
};

const fileName = /\b[0-9a-f]{64}\b/g;

/** Makes a copy in a folder that is empty or not there. Other work goes on meanwhile; the copy shows one moment. */
export async function copyRegister(db: Database, plan: CopyPlan): Promise<Manifest> {
  await requireEmpty(plan.folder);
  const files: Manifest['files'][number][] = [];
  const tables: Manifest['tables'][number][] = [];
  const named = new Set<string>();
  const client = await db.pool.connect();
  let logs: Manifest['logs'];
  let migrations: readonly string[];
  try {
    await beginCopy(client);
    migrations = (await client.query<{ name: string }>('select name from kysely_migration order by name')).rows.map(
      ({ name }) => name,
    );
    const { rows } = await client.query<{ id: string; name: string; seq: string; hash: string }>(
      'select t.id, t.name, h.seq, h.hash from tenant t join log_head h on h.tenant_id = t.id order by t.id',
    );
    logs = rows
      .filter(({ id }) => plan.tenantId === undefined || id === plan.tenantId)
      .map(({ id, name, seq, hash }) => ({ tenant: id, name, size: Number(seq), hash }));
    for (const table of await listCopiedTables(client, plan.tenantId === undefined ? 'all' : 'authority')) {
      let count = 0;
      const path = `tables/${table.name}.jsonl`;
      files.push(
        await writeWhole(plan.folder, path, async (write) => {
          for await (const lines of rowsOf(client, table, plan.tenantId)) {
            count += lines.length;
            if (plan.tenantId !== undefined)
              for (const line of lines) for (const [hash] of line.matchAll(fileName)) named.add(hash);
            await write(lines.map((line) => `${line}\n`).join(''));
          }
        }),
      );
      tables.push({ name: table.name, rows: count });
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  for (const one of plan.beside ?? []) files.push(await writeWhole(plan.folder, one.path, one.write));
  for (const path of await listFiles(plan.filesFolder)) {
    const name = path.split('/').at(-1)!;
    if (!/^[0-9a-f]{64}$/.test(name) || (plan.tenantId !== undefined && !named.has(name))) continue;
    const to = join(plan.folder, 'files', path);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(join(plan.filesFolder, path), to);
    const copied = await digestOf(to);
    if (copied.sha256 !== name) throw new AppError('storage.fileDamaged', { hash: name });
    files.push({ path: `files/${path}`, ...copied });
  }
  const manifest: Manifest = {
    kansliCopy: 1,
    kind: plan.tenantId === undefined ? 'backup' : 'export',
    madeAt: db.runtime.now().toISOString(),
    version: plan.version,
    migrations,
    tables,
    logs,
    signingKey: plan.signingKey ?? false,
    files,
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const { sha256 } = await writeWhole(plan.folder, 'manifest.json', (write) => write(text));
  await writeWhole(plan.folder, 'manifest.sha256', (write) => write(`${sha256}  manifest.json\n`));
  return manifest;
}

/** Reads a whole copy again and answers with its manifest; throws `copy.damaged` with the first thing that is not as it was written. */
export async function verifyCopy(folder: string): Promise<Manifest> {
  const damaged = (what: string): never => {
    throw new AppError('copy.damaged', { what });
  };
  const text = await readFile(join(folder, 'manifest.json')).catch(() => damaged('manifest.json'));
  const sum = await readFile(join(folder, 'manifest.sha256'), 'utf8').catch(() => damaged('manifest.sha256'));
  if (sum !== `${createHash('sha256').update(text).digest('hex')}  manifest.json\n`) damaged('manifest.json');
  const manifest = JSON.parse(text.toString('utf8')) as Manifest;
  const known = new Set(['manifest.json', 'manifest.sha256', ...manifest.files.map(({ path }) => path)]);
  for (const path of await listFiles(folder)) if (!known.has(path)) damaged(path);
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = await digestOf(join(folder, path)).catch(() => damaged(path));
    if (found.bytes !== bytes || found.sha256 !== sha256) damaged(path);
  }
  return manifest;
}

/** Fills an empty register from a copy that has been read through. The tables come back whole or not at all; the files come first. */
export async function restoreRegister(
  db: Database,
  {
    folder,
    filesFolder,
    migrations,
  }: { readonly folder: string; readonly filesFolder: string; readonly migrations: readonly string[] },
): Promise<Manifest> {
  const manifest = await verifyCopy(folder);
  if (manifest.migrations.toSorted().join() !== migrations.toSorted().join())
    throw new AppError('copy.otherSchema', { version: manifest.version });
  for (const { path } of manifest.files) {
    if (!path.startsWith('files/')) continue;
    const to = join(filesFolder, path.slice('files/'.length));
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, path), to);
  }
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local timezone = 'UTC'; set local session_replication_role = 'replica'`);
    const found = await client.query('select 1 from tenant limit 1');
    if (found.rowCount) throw new AppError('copy.registerInUse', { folder: filesFolder });
    const tables = new Map((await listCopiedTables(client, 'all')).map((table) => [table.name, table]));
    for (const { name } of manifest.tables) {
      const table = tables.get(name);
      if (!table) throw new AppError('copy.otherSchema', { version: manifest.version });
      const lines: string[] = [];
      for await (const line of createInterface({
        input: createReadStream(join(folder, `tables/${name}.jsonl`)),
        crlfDelay: 0,
      })) {
        lines.push(line);
        if (lines.length === 1_000) await putRows(client, table, lines.splice(0));
      }
      if (lines.length > 0) await putRows(client, table, lines);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  return manifest;
}

async function requireEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => []);
  if (found.length > 0) throw new AppError('copy.folderTaken', { folder });
}

/** Writes a file and has it on disk when the promise resolves. */
async function writeWhole(
  folder: string,
  path: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<Manifest['files'][number]> {
  const to = join(folder, path);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const digest = createHash('sha256');
  const file = await open(to, 'wx', 0o600);
  let bytes = 0;
  try {
    await fill(async (text) => {
      const part = Buffer.from(text);
      digest.update(part);
      bytes += part.length;
      await file.write(part);
    });
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, bytes, sha256: digest.digest('hex') };
}

async function digestOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: digest.digest('hex') };
}

/** Paths of all files below a folder, with slashes, in order. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => !one.isDirectory())
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
    .sort();
}
