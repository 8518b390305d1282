/**
 * The harness behind the kill tests. Each round starts a writer on the same folder, lets it work for a random while, kills it (every other
 * round with all processes of its server) with SIGKILL, opens the folder again as the next start would, and compares what was acknowledged
 * with what is there.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Authorized } from '../../src/kernel/authorized.ts';
import { systemRuntime } from '../../src/kernel/runtime.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { verifyLog } from '../../src/storage/verify-log.ts';

export type KillReport = {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged and not there. */
  readonly lost: readonly number[];
  /** Numbers of which only a part (state, log or outbox) is there, or more than one. */
  readonly half: readonly string[];
  /** Rounds after which the log did not verify. */
  readonly brokenLogs: readonly string[];
  /** The longest time from start to ready after a kill, in milliseconds. */
  readonly slowestOpening: number;
};

export type KillOptions = {
  readonly folder: string;
  readonly rounds: number;
  /** Acknowledges before the commit: the harness must find losses. */
  readonly early?: boolean;
};

const writerFile = fileURLToPath(new URL('./kill-writer.ts', import.meta.url));

/** Runs the rounds and reports; it judges nothing. */
export async function runKillRounds({ folder, rounds, early = false }: KillOptions): Promise<KillReport> {
  const first = await openDatabase({ dataFolder: folder, runtime: systemRuntime() });
  const tenantId = await createTenant(first, { slug: 'kill', name: 'Kill' });
  await first.close();

  const acknowledged = new Set<number>();
  const brokenLogs: string[] = [];
  let slowestOpening = 0;
  for (let round = 0; round < rounds; round += 1) {
    const writer = await startWriter(
      [folder, tenantId, String(round * 1_000_000), early ? 'early' : 'late'],
      acknowledged,
    );
    await sleep(30 + Math.random() * 300);
    await killWriter(writer, round % 2 === 1 ? folder : undefined);

    const started = performance.now();
    const db = await openDatabase({ dataFolder: folder, runtime: systemRuntime() });
    slowestOpening = Math.max(slowestOpening, performance.now() - started);
    const { fault } = await db.read(proofFor(tenantId), verifyLog);
    if (fault) brokenLogs.push(`round ${round}: ${fault.reason} at ${fault.seq}`);
    await db.close();
  }

  const db = await openDatabase({ dataFolder: folder, runtime: systemRuntime() });
  const found = await countParts(db, tenantId);
  await db.close();
  return {
    rounds,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((number) => !found.has(number)),
    half: [...found].filter(([, parts]) => parts !== 'key,log,outbox').map(([number, parts]) => `${number}: ${parts}`),
    brokenLogs,
    slowestOpening: Math.round(slowestOpening),
  };
}

/** One write of the writer: its number stands in the key, in the log entry and in the message. */
export async function writeNumber(
  db: Database,
  tenantId: string,
  number: number,
  beforeCommit: () => Promise<void>,
): Promise<void> {
  await db.transact(proofFor(tenantId), { verb: 'write', idempotencyKey: String(number) }, async (writer) => {
    await writer.post('number', { number });
    await writer.log({ noun: 'trial', recordId: writer.runtime.newId(), after: { number } });
    await beforeCommit();
  });
}

function proofFor(tenantId: string): Authorized {
  return {
    action: 'test',
    tenantId,
    accountId: null,
    actorName: 'Kill',
    bodies: 'all',
    mayWrite: true,
  } as unknown as Authorized;
}

/** Number → its parts, sorted: "key,log,outbox" when the transaction is whole. */
async function countParts(db: Database, tenantId: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await db.pool.query<{ number: string; parts: string }>(
    `select number, string_agg(part, ',' order by part) as parts from (
       select key as number, 'key' as part from idempotency where tenant_id = $1
       union all select data->'after'->>'number', 'log' from log_told where tenant_id = $1
       union all select payload->>'number', 'outbox' from outbox where tenant_id = $1) as every group by number`,
    [tenantId],
  );
  return new Map(rows.map((row) => [Number(row.number), row.parts]));
}

async function startWriter(args: readonly string[], acknowledged: Set<number>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [writerFile, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = Promise.withResolvers<void>();
  child.once('exit', (code) => ready.reject(new Error(`The writer ended by itself with ${code}.`)));
  // Closed when the last acknowledgement has been read, which may be after the writer's death.
  const closed = Promise.withResolvers<void>();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === 'ready') ready.resolve();
      else acknowledged.add(Number(line));
    }
  });
  child.stdout.once('close', () => closed.resolve());
  await ready.promise;
  closedStreams.set(child, closed.promise);
  return child;
}

const closedStreams = new WeakMap<ChildProcess, Promise<void>>();

/** Kills the writer, and with a folder also the server's main process and all its helpers. */
async function killWriter(writer: ChildProcess, folder: string | undefined): Promise<void> {
  const ended = new Promise((done) => writer.once('exit', done));
  const server = folder === undefined ? [] : serverProcesses(folder);
  writer.kill('SIGKILL');
  for (const pid of server) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended between the look and the kill.
    }
  }
  await ended;
  await closedStreams.get(writer);
}

/** Every process that works in the cluster folder, which is where PostgreSQL's processes live. */
function serverProcesses(folder: string): readonly number[] {
  const cluster = realpathSync(join(folder, 'postgres'));
  if (process.platform !== 'linux')
    return [Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && readlinkSync(`/proc/${pid}/cwd`) === cluster;
      } catch {
        return false;
      }
    });
}
