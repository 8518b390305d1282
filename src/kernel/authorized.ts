import type { Id } from './id.ts';

/**
 * The proof that someone may do an action. Storage opens a transaction for nobody without one, and only `domain/access/authorize.ts` makes
 * them (kept by `test/promises/imports.test.ts`), so that no data can be reached before the question "may you?" has been answered.
 */
export type Authorized<Action extends string = string> = {
  readonly action: Action;
  readonly tenantId: Id<'tenant'>;
  /** The account that acts; null when the system itself does (demonstration data, migrations, the command line of the operator). */
  readonly accountId: Id<'account'> | null;
  /** The name as it is written in the log, kept there even if the account is renamed later. */
  readonly actorName: string;
  /** The bodies on which the action is allowed; `all` for a role that holds in the whole tenant. Verbs compare the record's body with it. */
  readonly bodies: 'all' | readonly Id<'body'>[];
  /** Whether the action changes anything. `transact` takes no proof of looking, so that a page that only may read cannot write by a slip. */
  readonly mayWrite: boolean;
  readonly [proof]: true;
};

declare const proof: unique symbol;
