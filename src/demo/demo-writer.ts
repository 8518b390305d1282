import { type Action, type Actor, authorize, operatorOf } from '../domain/access/index.ts';
import { findBodyByName } from '../domain/organisation/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { runtimeAt } from '../kernel/runtime.ts';
import type { Database, Writer } from '../storage/database.ts';
import { logins } from './region.ts';

/** Writes the demonstration region: each step is a verb of the domain, done by the operator and noted in the log like any other. */
export type DemoWriter = {
  readonly db: Database;
  readonly operator: Actor;
  /** The product's own address, for the links in the demonstration's frozen reports. */
  readonly publicUrl: string;
  /** Runs verbs in one transaction, with the right that they ask for. */
  readonly as: <A extends Action, T>(action: A, verb: string, run: (w: Writer<A>) => Promise<T>) => Promise<T>;
};

export function demoWriter(db: Database, operator: Actor, publicUrl: string): DemoWriter {
  return {
    db,
    operator,
    publicUrl,
    as: (action, verb, run) => db.transact(authorize(operator, action), { verb }, run),
  };
}

/** The id of a body that the data names; a name that is not in the region is a slip in the data. */
export async function bodyId(w: Writer, name: string): Promise<Id<'body'>> {
  const body = await findBodyByName(w, name);
  if (!body)
    throw new Error(
      `The demonstration data name ”${name}”, which is no body of the region. Add it in src/demo/region.ts.`,
    );
  return body.id;
}

/**
 * The same region as somebody of its office writes it on a day that has passed: a notice that went out in October says so. The log keeps the moment
 * at which the demonstration was loaded, because the log never tells anything else than what was done when.
 */
export function onDay(demo: DemoWriter, day: CivilDate, actor: Actor = officeOf(demo)): DemoWriter {
  const { now, today } = runtimeAt(() => new Date(`${day}T10:00:00Z`));
  return {
    ...demo,
    operator: actor,
    as: (action, verb, run) =>
      demo.db.transact(authorize(actor, action), { verb }, (w) => run({ ...w, runtime: { ...w.runtime, now, today } })),
  };
}

/** The operator under the name of the secretary, who would have done all this by hand. */
function officeOf({ operator }: DemoWriter): Actor {
  return operatorOf(operator.tenantId, logins[0].name);
}
