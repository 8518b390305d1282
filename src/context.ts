import { join } from 'node:path';
import { type BackgroundWork, startBackgroundWork } from './background-work.ts';
import type { Config } from './config.ts';
import { openPackageMaker, type PackageMaker } from './documents/out/package/package-maker.ts';
import { type Actor, operatorOf } from './domain/access/index.ts';
import type { ReadDocument } from './domain/intake/index.ts';
import { type Inspection, inspect } from './inspection.ts';
import { type Runtime, systemRuntime } from './kernel/runtime.ts';
import type { NoteSigner } from './kernel/signed-note.ts';
import { openCarrier } from './mail/open-carrier.ts';
import { type BoardKeeper, boardAt, boardsFolder, openBoardKeeper } from './notice-board-files.ts';
import { openPagePainter, openPaperReader, type PagePainter } from './reading.ts';
import { type Blobs, openBlobs } from './storage/blobs.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { openDerivedFiles } from './storage/derived-files.ts';
import { openSigningKey } from './storage/signing-key.ts';
import { createTenant, listTenants } from './storage/tenant.ts';

/** An authority of this installation. */
export type Tenant = { readonly id: string; readonly slug: string; readonly name: string };

/** Everything the rim needs, wired by hand, once. Pages and commands take it as an argument and never make one. */
export type Context = {
  readonly config: Config;
  readonly runtime: Runtime;
  readonly db: Database;
  /** The bytes of files that were handed in and of documents that were made. */
  readonly blobs: Blobs;
  /** The authority that commands and the first page are about. */
  readonly tenant: Tenant;
  /** Reads the records that a document proposes, in a process of its own: what others have written may do harm. */
  readonly readDocument: ReadDocument;
  /** Draws pages of files that were handed in, in a process beside the one that reads: who looks does not wait for who reads. */
  readonly drawPage: PagePainter;
  /** Puts the papers of a meeting together, in threads beside; what was made once is kept beside the pictures of pages. */
  readonly askPackage: PackageMaker;
  /** Whoever runs the command line on the server may do everything, and is named so in the log. */
  readonly operator: Actor;
  /** The key of this installation, with which heads of logs are signed. */
  readonly signer: NoteSigner;
  /** Keeps the notice boards as files that stand when all else is down. */
  readonly boards: BoardKeeper;
  /** Looks at what the records stand on, for `kansli doctor`. */
  readonly inspect: () => Promise<Inspection>;
  /** Stops background work, ends the connections and the server when it is ours. */
  readonly close: () => Promise<void>;
};

export type ContextOptions = {
  /** `own` is the server; `join` is a command, which uses the database of a running server when there is one. */
  readonly mode: 'own' | 'join';
  readonly runtime?: Runtime;
  /** Whether to do background work in this process, as the server does; a command leaves it to the server. */
  readonly work?: boolean;
  readonly onNotice?: (text: string) => void;
};

/** Bytes that pictures of pages and packages of papers may take on disk; they can be made again. */
const derivedBytes = 1_000_000_000;

/** Opens the storage, brings it to the schema of this program, and makes the authority when the database is empty. */
export async function createContext(config: Config, options: ContextOptions): Promise<Context> {
  const runtime = options.runtime ?? systemRuntime();
  let closing = false;
  const db = await openDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    mode: options.mode,
    runtime,
    // That connections end while we close them is no news.
    onNotice: (text) => closing || options.onNotice?.(text),
  });
  let background: BackgroundWork | undefined;
  let boards: BoardKeeper | undefined;
  const carrier = openCarrier(config.mail, runtime.now);
  const reader = openPaperReader({
    largestFile: config.largestFile,
    onFault: (text) => options.onNotice?.(`Reading was stopped. ${text}`),
  });
  const painter = openPaperReader({ largestFile: config.largestFile });
  const close = async () => {
    closing = true;
    await Promise.all([background?.stop(), boards?.stop()]);
    carrier.close();
    await Promise.all([reader.close(), painter.close()]);
    await db.close();
  };
  try {
    const tenant = await ensureTenant(db, config.tenantName);
    const blobs = openBlobs(join(config.dataFolder, 'files'), { maxBytes: config.largestFile });
    const derived = openDerivedFiles(join(config.dataFolder, 'derived'), { maxBytes: derivedBytes });
    const operator = operatorOf(tenant.id);
    const signer = await openSigningKey(config.dataFolder);
    boards = openBoardKeeper({
      db,
      folder: join(config.dataFolder, boardsFolder),
      signer,
      fetch: config.boardUrl === undefined ? undefined : boardAt(config.boardUrl),
      onFault: (text) => closing || options.onNotice?.(text),
    });
    const context: Context = {
      config,
      runtime,
      db,
      blobs,
      tenant,
      operator,
      signer,
      boards,
      readDocument: ({ fileName, bytes }, reading) => reader.read({ fileName, bytes }, reading),
      drawPage: openPagePainter(painter, blobs, derived),
      askPackage: openPackageMaker(derived),
      inspect: () => inspect(db),
      close,
    };
    if (options.work) {
      background = await startBackgroundWork(context, carrier, (text) => options.onNotice?.(text));
      boards.start();
    }
    return context;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The authority named in the configuration, else the one that was made first, whose installation it is; made when there is none. */
export async function ensureTenant(db: Database, name: string): Promise<Tenant> {
  const tenants = await listTenants(db);
  const [oldest] = tenants.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const found = tenants.find((tenant) => tenant.name === name) ?? oldest;
  if (found) return found;
  const slug = slugOf(name);
  return { id: await createTenant(db, { slug, name }), slug, name };
}

/** "Region Norrskog" is called region-norrskog in addresses. */
function slugOf(name: string): string {
  const letters = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'kansli';
}
