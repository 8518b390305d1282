import { randomBytes, randomUUID } from 'node:crypto';
import { type CivilDate, civilDateIn } from './civil-date.ts';

/** The one source of time, ids and randomness. Rules take dates as arguments; only verbs and pages ask the Runtime. */
export type Runtime = {
  readonly now: () => Date;
  /** Today's civil date in Europe/Stockholm, the time zone in which the law counts days. */
  readonly today: () => CivilDate;
  readonly newId: () => string;
  /** An unguessable token, URL-safe, of the given number of random bytes. */
  readonly newToken: (bytes: number) => string;
};

export function systemRuntime(): Runtime {
  return runtimeAt(() => new Date());
}

/** A Runtime whose clock is the given function: frozen in tests, real in the product. */
export function runtimeAt(now: () => Date): Runtime {
  return {
    now,
    today: () => civilDateIn(now()),
    newId: () => randomUUID(),
    newToken: (bytes) => randomBytes(bytes).toString('base64url'),
  };
}
