/**
 * The outbox: what a verb wants to tell the world lies here until its transaction is committed, and is then handed over by the relay, at least
 * once. Nothing is sent inside a transaction. The id of the message is the same at each attempt: who must not act twice compares it.
 */
import type { Transaction } from 'kysely';
import type { Runtime } from '../kernel/runtime.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema/index.ts';

/** A message on its way. */
export type OutboxMessage = {
  readonly id: string;
  readonly tenantId: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly postedAt: Date;
  /** 1 at the first attempt. */
  readonly attempt: number;
};

/** Hands a message on; it has arrived when the promise resolves. */
export type OutboxHandler = (message: OutboxMessage) => Promise<void>;

export type Relay = {
  /** Hands over what is due now, and answers with how many arrived. */
  readonly drain: () => Promise<number>;
  /** Lets the messages in hand finish, and starts no more. */
  readonly stop: () => Promise<void>;
};

/** How long a relay keeps a message before another may try it: longer than a handler may take. */
const leaseMs = 120_000;
const batchSize = 20;

/** Lays a message in the outbox of the transaction, and answers with its id. */
export async function post(
  db: Transaction<Schema>,
  tenantId: string,
  runtime: Runtime,
  topic: string,
  payload: Record<string, unknown>,
): Promise<string> {
  const now = runtime.now();
  const id = runtime.newId();
  await db
    .insertInto('outbox')
    .values({
      tenant_id: tenantId,
      id,
      topic,
      payload: JSON.stringify(payload),
      posted_at: now,
      sent_at: null,
      next_attempt_at: now,
      last_error: null,
    })
    .execute();
  return id;
}

/** Starts handing messages to the handlers of their topics: at once after each commit here, and every `pollMs` for those of other processes. */
export function startRelay(
  db: Database,
  handlers: Readonly<Record<string, OutboxHandler>>,
  options: { readonly pollMs?: number; readonly onError?: (error: unknown, message?: OutboxMessage) => void } = {},
): Relay {
  const onError = options.onError ?? (() => {});
  const topics = Object.keys(handlers);
  let stopped = false;
  let running: Promise<number> = Promise.resolve(0);

  const drain = () => {
    running = running.then(drainAll, drainAll);
    return running;
  };
  const drainAll = async () => {
    let arrived = 0;
    while (!stopped && topics.length > 0) {
      const messages = await claim(db, topics);
      if (messages.length === 0) break;
      for (const message of messages) if (await handOver(message)) arrived += 1;
    }
    return arrived;
  };
  const handOver = async (message: OutboxMessage): Promise<boolean> => {
    try {
      await handlers[message.topic]!(message);
    } catch (error) {
      onError(error, message);
      await putBack(db, message, error);
      return false;
    }
    await markSent(db, message);
    return true;
  };

  const wake = () => void drain().catch(onError);
  db.onPosted(() => !stopped && setImmediate(wake));
  const timer = setInterval(wake, options.pollMs ?? 5_000);
  timer.unref();
  return {
    drain,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running.catch(() => 0);
    },
  };
}

/** Takes messages that are due, for a while: if this process dies, another relay finds them when the while is over. */
async function claim(db: Database, topics: readonly string[]): Promise<readonly OutboxMessage[]> {
  const now = db.runtime.now();
  return await db.system('relay', async (system) => {
    const due = await system
      .selectFrom('outbox')
      .select(['tenant_id', 'id', 'topic', 'payload', 'posted_at', 'attempts'])
      .where('sent_at', 'is', null)
      .where('next_attempt_at', '<=', now)
      .where('topic', 'in', topics)
      .orderBy('next_attempt_at')
      .limit(batchSize)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const row of due) {
      await system
        .updateTable('outbox')
        .set({ attempts: row.attempts + 1, next_attempt_at: new Date(now.getTime() + leaseMs) })
        .where('tenant_id', '=', row.tenant_id)
        .where('id', '=', row.id)
        .execute();
    }
    return due.map((row) => ({
      id: row.id,
      tenantId: row.tenant_id,
      topic: row.topic,
      payload: row.payload,
      postedAt: row.posted_at,
      attempt: row.attempts + 1,
    }));
  });
}

async function markSent(db: Database, message: OutboxMessage): Promise<void> {
  await db.system('relay', (system) =>
    system
      .updateTable('outbox')
      .set({ sent_at: db.runtime.now(), last_error: null })
      .where('tenant_id', '=', message.tenantId)
      .where('id', '=', message.id)
      .execute(),
  );
}

/** Tried again after 1, 2, 4 … seconds, at most an hour. */
async function putBack(db: Database, message: OutboxMessage, error: unknown): Promise<void> {
  const wait = Math.min(1_000 * 2 ** (message.attempt - 1), 3_600_000);
  await db.system('relay', (system) =>
    system
      .updateTable('outbox')
      .set({
        next_attempt_at: new Date(db.runtime.now().getTime() + wait),
        last_error: error instanceof Error ? error.message : String(error),
      })
      .where('tenant_id', '=', message.tenantId)
      .where('id', '=', message.id)
      .execute(),
  );
}
