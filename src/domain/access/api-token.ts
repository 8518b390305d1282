import type { Id } from '../../kernel/id.ts';
import { type Action, actionNames } from './actions.ts';
import type { Actor } from './actor.ts';
import { may } from './authorize.ts';

/** A key with which a program acts for a person, as its owner sees it. What opens doors is shown once and is nowhere kept. */
export type ApiToken = {
  readonly id: Id<'apiToken'>;
  readonly name: string;
  readonly scopes: readonly Action[];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly ended: boolean;
};

/** How long a key may live, in days: who forgets one does not leave it open for ever. */
export const tokenDays = [30, 90, 365] as const;

/** What no key may do, however much its owner may: give rights to others, and make keys. */
export const neverByToken: readonly Action[] = [
  'apiToken.make',
  'account.administer',
  'delegation.give',
  'system.operate',
];

/** The actions that somebody may hand to a key of their own. Reading goes with every key. */
export function grantableScopes(actor: Actor): readonly Action[] {
  return actionNames.filter((action) => !neverByToken.includes(action) && may(actor, action));
}

/** What every key begins with, so that a key that was left in a file is recognised as one. */
export const tokenPrefix = 'kansli_nyckel_';
