/**
 * Background work, kept in the same database by graphile-worker: a decision and the job that makes its PDF are committed together. A job knows
 * its tenant and runs at least once; it asks for its own proof of authorisation before it touches records.
 */
import { Logger, run } from 'graphile-worker';
import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema/index.ts';

/** What a task gets: the payload of the verb, with the tenant that the database stamped on it. */
export type JobPayload = Readonly<Record<string, unknown>> & { readonly tenantId: string };

export type Task = (payload: JobPayload) => Promise<void>;

/** Queues a job as part of the transaction, for the tenant of the transaction. */
export async function addJob(
  db: Transaction<Schema>,
  task: string,
  payload: Record<string, unknown>,
  jobKey?: string,
): Promise<void> {
  await sql`select kansli_add_job(${task}, ${JSON.stringify(payload)}::jsonb, ${jobKey ?? null})`.execute(db);
}

export type JobWorker = { readonly stop: () => Promise<void> };

/** Starts doing the queued work of the given tasks in this process; work of tasks it does not know stays for others. */
export async function startWorker(
  db: Database,
  tasks: Readonly<Record<string, Task>>,
  options: {
    readonly concurrency?: number;
    readonly onProblem?: (text: string) => void;
    /** Tasks that start by the clock: minute, hour, day, month, weekday in UTC. A night that was slept through is made up for within a day. */
    readonly timetable?: Readonly<Record<string, string>>;
  } = {},
): Promise<JobWorker> {
  const runner = await run({
    pgPool: db.pool,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    crontab: Object.entries(options.timetable ?? {})
      .map(([task, at]) => `${at} ${task} ?fill=1d&max=3`)
      .join('\n'),
    noPreparedStatements: true,
    logger: new Logger(() => (level, text) => {
      if (level === 'error' || level === 'warning') options.onProblem?.(text);
    }),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as JobPayload)]),
    ),
  });
  return { stop: () => runner.stop() };
}
