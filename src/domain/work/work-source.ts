import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Action, type Actor, roleMay } from '../access/index.ts';
import type { WorkFinding } from './work.ts';

/**
 * What is read for some people at once, on one day: for one person when a page is shown, for all who may get a letter in the night. What does not
 * depend on the person is read once for all of them.
 */
export type WorkReading = {
  readonly today: CivilDate;
  readonly accountIds: readonly Id<'account'>[];
  /** What a reader finds, read when it is first asked for and never again. */
  readonly once: <T>(read: (r: Reader, reading: WorkReading) => Promise<T>) => Promise<T>;
};

/** A reading that has read nothing yet. It is good for the transaction of its reader and no longer. */
export function workReading(r: Reader, people: readonly Pick<Actor, 'accountId'>[], today: CivilDate): WorkReading {
  const found = new Map<unknown, Promise<unknown>>();
  const reading: WorkReading = {
    today,
    accountIds: people.map(({ accountId }) => accountId).filter((id) => id !== null),
    once: <T>(read: (r: Reader, reading: WorkReading) => Promise<T>) => {
      const known = found.get(read) ?? read(r, reading);
      found.set(read, known);
      return known as Promise<T>;
    },
  };
  return reading;
}

/** For whom and when work is looked for; a source asks it whether there is anything to look for, so that nothing is read in vain. */
export type WorkScope = Pick<WorkReading, 'today' | 'once'> & {
  readonly actor: Actor;
  /** The bodies on which the actor may do an action: all, some, or none. */
  readonly bodies: (action: Action) => 'all' | readonly Id<'body'>[];
};

/**
 * Finds the work of one noun in a number of queries that grows neither with the register nor with the people it is read for. Who may do it is judged once,
 * after all sources, so a source may answer with more than is the actor's.
 */
export type WorkSource = (scope: WorkScope) => Promise<readonly WorkFinding[]>;

/** The scope of an actor within a reading. */
export function workScope(actor: Actor, { today, once }: WorkReading): WorkScope {
  return {
    actor,
    today,
    once,
    bodies: (action) => {
      const ids = actor.grants.filter(({ role }) => roleMay(role, action)).map(({ bodyId }) => bodyId);
      return ids.includes(null) ? 'all' : [...new Set(ids.filter((id) => id !== null))];
    },
  };
}

/** Whether there is a body at all on which the actor may do an action. */
export function mayAnywhere(scope: WorkScope, action: Action): boolean {
  return scope.bodies(action).length > 0;
}
