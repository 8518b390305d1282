import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../kernel/errors.ts';

/** Errors of the way to the database, not of the question: the server restarts, moves to another node, or refuses for the moment. */
const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** 57P01–57P05: shutting down, crashed, starting up; 53300: too many connections. */
const serverCodes = /^(08...|57P0[1-5]|53300)$/;
/** What the driver says of a broken connection, and a node that has become a standby of a request to write. */
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|during recovery/;
/** Serialisation failure and deadlock: the server has rolled back, and doing the same again is the cure. */
const rolledBackCodes: ReadonlySet<string> = new Set(['40001', '40P01']);

/** Another transaction took the same unique name or number a moment before. */
const takenCode = '23505';

/** Whether a unique key refused a row: then the record that has it is there to be found. */
function isTaken(error: unknown): boolean {
  return errorParts(error).code === takenCode;
}

/** Whether the database could not be reached, in which case the outcome of a commit may be unknown. */
export function isConnectionError(error: unknown): boolean {
  const { code, message, syscall } = errorParts(error);
  // A socket that is not there yet; a missing file has the same code and is another matter.
  if (code === 'ENOENT') return syscall === 'connect';
  return networkCodes.has(code) || serverCodes.test(code) || driverMessages.test(message);
}

/** Whether the server rolled the transaction back because of another one. */
export function isRolledBack(error: unknown): boolean {
  return rolledBackCodes.has(errorParts(error).code);
}

/**
 * Runs a transaction, again after a rollback by the server (five times), and again after a lost connection for `patience` milliseconds: only
 * what may safely be done twice is given any patience. When it runs out, the caller gets `storage.unavailable`. What failed because somebody
 * took the same unique key at the same instant is run once more: now the verb's own check sees the other record and says so in its own words.
 */
export async function withRetries<T>(patience: number, run: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  let rollbacks = 0;
  let taken = 0;
  for (let wait = 25; ; wait = Math.min(wait * 2, 1_000)) {
    try {
      return await run();
    } catch (error) {
      if (isRolledBack(error) && rollbacks < 5) rollbacks += 1;
      else if (isTaken(error) && taken < 1) taken += 1;
      else if (!isConnectionError(error)) throw error;
      else if (performance.now() + wait > deadline) {
        const unavailable = new AppError('storage.unavailable');
        unavailable.cause = error;
        throw unavailable;
      }
    }
    await sleep(wait);
  }
}

/** A unique key is a rule: what it refused a second time is told as one, also where a verb has no sentence of its own for it. */
export function refuseTaken(error: unknown): never {
  if (!isTaken(error)) throw error;
  const refusal = new AppError('record.taken');
  refusal.cause = error;
  throw refusal;
}

function errorParts(error: unknown): Record<'code' | 'message' | 'syscall', string> {
  const { code, message, syscall } = (error ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { code: text(code), message: text(message), syscall: text(syscall) };
}
