import { join } from 'node:path';
import { askWitnessAt } from './ask-witness.ts';
import { type Config, isOwnMachine } from './config.ts';
import { openPackageMaker, type PackageMaker } from './documents/out/package/package-maker.ts';
import { type Actor, authorize, findActor, keyringOf, may, operatorOf } from './domain/access/index.ts';
import { destroyDisposedFiles, disposedFilesTopic } from './domain/archiving/index.ts';
import { makeConsultationLink } from './domain/consultations/index.ts';
import {
  decideMany,
  decideManyTask,
  dropDecideMany,
  type ReadDocument,
  readFileTask,
  readIntakeFile,
} from './domain/intake/index.ts';
import { makeAnswerLink } from './domain/meetings/index.ts';
import { boardTopic } from './domain/notices/index.ts';
import { makeSubscriptionLink } from './domain/published/index.ts';
import { releaseTopic } from './domain/releases/index.ts';
import { carryPublicEvent, deliverWebhook, type WebhookErrand, webhookTopic } from './domain/webhooks/index.ts';
import { listTreeHeads } from './domain/witnessing/index.ts';
import { fetchOut } from './egress.ts';
import { exchangeHeadsAt, exchangeHeadsTask, logTasks } from './exchange-task.ts';
import { installationSecret } from './installation-secret.ts';
import { letterTopic } from './kernel/posted-letter.ts';
import { type PublicEvent, publicEventTopic } from './kernel/public-event.ts';
import { type Runtime, systemRuntime } from './kernel/runtime.ts';
import type { NoteSigner } from './kernel/signed-note.ts';
import { handOverLetters } from './mail/hand-over-letter.ts';
import { type Carrier, openCarrier } from './mail/open-carrier.ts';
import { nightlyAt, nightlyTask, workTheNight } from './nightly.ts';
import { type BoardKeeper, boardAt, boardsFolder, openBoardKeeper } from './notice-board-files.ts';
import { openPagePainter, openPaperReader, type PagePainter } from './reading.ts';
import { releaseCarrier } from './release-answers.ts';
import { type Blobs, openBlobs } from './storage/blobs.ts';
import { type Database, openDatabase, type Reader } from './storage/database.ts';
import { openDerivedFiles } from './storage/derived-files.ts';
import { describeEngine, type EngineDescription, inspectEngine } from './storage/describe-engine.ts';
import { type JobWorker, startWorker, type Task } from './storage/jobs.ts';
import { migrations } from './storage/migrations/index.ts';
import { type OutboxHandler, type Relay, startRelay } from './storage/outbox.ts';
import { openSigningKey } from './storage/signing-key.ts';
import { createTenant, listTenants } from './storage/tenant.ts';
import { verifyLog } from './storage/verify-log.ts';

/** An authority of this installation. */
export type Tenant = { readonly id: string; readonly slug: string; readonly name: string };

/** What the records stand on: the database as it describes itself, and the log of each authority recomputed. */
export type Inspection = {
  readonly engine: EngineDescription;
  readonly description: string;
  readonly migrations: { readonly applied: number; readonly known: number };
  readonly logs: readonly {
    readonly tenant: Tenant;
    readonly entries: number;
    readonly fault: { readonly seq: string; readonly reason: string } | undefined;
  }[];
};

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

/** What the console says when something of the outbox could not be done. */
const faultOf: Readonly<Record<string, string>> = {
  [releaseTopic]: 'A release could not be delivered',
  [boardTopic]: 'A notice board could not be written',
  [publicEventTopic]: 'What happened in the open could not be told',
  [webhookTopic]: 'A webhook could not be told',
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
  let worker: JobWorker | undefined;
  let relay: Relay | undefined;
  let boards: BoardKeeper | undefined;
  const carrier = openCarrier(config.mail, runtime.now);
  const reader = openPaperReader({
    largestFile: config.largestFile,
    onFault: (text) => options.onNotice?.(`Reading was stopped. ${text}`),
  });
  const painter = openPaperReader({ largestFile: config.largestFile });
  const close = async () => {
    closing = true;
    await Promise.all([worker?.stop(), relay?.stop(), boards?.stop()]);
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
      worker = await startWorker(
        db,
        tasksOf(context, (text) => options.onNotice?.(text)),
        { onProblem: options.onNotice, timetable: { [nightlyTask]: nightlyAt, [exchangeHeadsTask]: exchangeHeadsAt } },
      );
      relay = startRelay(
        db,
        {
          [publicEventTopic]: ({ tenantId, payload }) => carryPublicEvent(db, tenantId, payload as PublicEvent),
          [webhookTopic]: (message) =>
            deliverWebhook(db, webhookRim(db, config), message, message.payload as WebhookErrand),
          [letterTopic]: letterCarrier(db, config, carrier),
          [releaseTopic]: releaseCarrier(db),
          [disposedFilesTopic]: ({ tenantId, payload }) =>
            destroyDisposedFiles({ db, blobs }, tenantId, String(payload.disposalId)),
          [boardTopic]: boards.changed,
        },
        {
          // The error alone: what a letter says, and the links it will hold, are nobody's business on the console.
          onError: (error, message) =>
            options.onNotice?.(
              `${faultOf[message?.topic ?? ''] ?? 'A letter could not be sent'} (attempt ${message?.attempt ?? 0}). ${error instanceof Error ? error.message : error}`,
            ),
        },
      );
    }
    if (options.work) boards.start();
    return context;
  } catch (error) {
    await close();
    throw error;
  }
}

/** What webhooks are told with: the one way out of the house, and the key that opens their secrets. */
function webhookRim(db: Database, config: Config): Parameters<typeof deliverWebhook>[1] {
  return {
    keyring: keyringOf(installationSecret(config.secret, config.dataFolder, db.runtime), db.runtime),
    site: config.publicUrl,
    send: (address, message) => {
      const allow = (url: URL) => url.href === new URL(address).href;
      return fetchOut(address, { method: 'POST', ...message, allow, milliseconds: 10_000, bytes: 64 * 1024 });
    },
  };
}

/** Carries the letters of the outbox away. The link to answer by is made when its letter leaves, so that the outbox holds no secret. */
export function letterCarrier(
  db: Database,
  { mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>,
  { carry }: Pick<Carrier, 'carry'>,
): OutboxHandler {
  return handOverLetters({
    carry,
    from: mail.from,
    site: publicUrl,
    now: db.runtime.now,
    answerPath: async (tenantId, letterId, answerBy) => {
      const house = operatorOf(tenantId, 'Kansli');
      if (answerBy === 'subscription') {
        const proof = authorize(house, 'portal.tell');
        return db.transact(proof, { verb: 'makeSubscriptionLink' }, (w) => makeSubscriptionLink(w, letterId));
      }
      if (answerBy === 'consultation') {
        const proof = authorize(house, 'matter.edit');
        return `/remissvar/${await db.transact(proof, { verb: 'makeConsultationLink' }, (w) => makeConsultationLink(w, letterId))}`;
      }
      const auth = authorize(house, 'meeting.edit');
      return `/svar/${await db.transact(auth, { verb: 'makeAnswerLink' }, (w) => makeAnswerLink(w, letterId))}`;
    },
  });
}

async function inspect(db: Database): Promise<Inspection> {
  const applied = await db.pool.query<{ count: string }>('select count(*) from kysely_migration');
  const logs: Inspection['logs'][number][] = [];
  for (const tenant of await listTenants(db))
    logs.push({ tenant, ...(await db.read(authorize(operatorOf(tenant.id), 'record.read'), verifySigned)) });
  return {
    engine: await inspectEngine(db),
    description: await describeEngine(db),
    migrations: { applied: Number(applied.rows[0]?.count ?? 0), known: Object.keys(migrations).length },
    logs,
  };
}

/** The whole log recomputed, and compared with the heads of it that were signed. */
async function verifySigned(r: Reader): ReturnType<typeof verifyLog> {
  const heads = await listTreeHeads(r, { limit: 1_000 });
  return await verifyLog(
    r,
    heads.flatMap(({ size, root, chain }) => [root, chain].map((hash) => ({ size, hash }))),
  );
}

/** The background work of the product: one row a task. A job knows its authority and acts in it as the system. */
function tasksOf(
  context: Pick<Context, 'config' | 'db' | 'blobs' | 'readDocument' | 'signer'>,
  onFault: (text: string) => void,
): Readonly<Record<string, Task>> {
  const { db, blobs } = context;
  return {
    [decideManyTask]: async ({ tenantId, fileId, accountId, actorName }) => {
      const actor =
        typeof accountId === 'string'
          ? await findActor(db, tenantId, accountId)
          : operatorOf(tenantId, String(actorName));
      if (!actor || !may(actor, 'intake.confirm'))
        return await dropDecideMany(db, authorize(operatorOf(tenantId, 'Kansli'), 'intake.confirm'), String(fileId));
      await decideMany(db, authorize(actor, 'intake.confirm'), String(fileId), (error) =>
        onFault(`A proposal could not be decided on. ${error instanceof Error ? error.stack : error}`),
      );
    },
    ...logTasks(
      {
        db,
        signer: context.signer,
        ask: askWitnessAt({ loopback: isOwnMachine(new URL(context.config.publicUrl).hostname) }),
      },
      onFault,
    ),
    [nightlyTask]: () => workTheNight(db, context.config.publicUrl),
    [readFileTask]: async ({ tenantId, fileId }) => {
      const auth = authorize(operatorOf(tenantId, 'Kansli'), 'intake.handIn');
      await readIntakeFile({ db, blobs, read: context.readDocument }, auth, String(fileId));
    },
  };
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
