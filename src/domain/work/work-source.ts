import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Action, type Actor, roleMay } from '../access/index.ts';
import { type RuleFactsOf, ruleFactsOnce } from './body-rules-reader.ts';
import type { WorkFinding } from './work.ts';

/** For whom and when work is looked for; a source asks it which bodies it needs to look at, so that nothing is read in vain. */
export type WorkScope = {
  readonly actor: Actor;
  readonly today: CivilDate;
  /** The bodies on which the actor may do an action: all, some, or none. */
  readonly bodies: (action: Action) => 'all' | readonly Id<'body'>[];
  /** What the rules of each body follow from, read once for all sources. */
  readonly ruleFacts: RuleFactsOf;
};

/** Finds the work of one noun in a number of queries that does not grow with the register. Who may do it is judged once, after all sources. */
export type WorkSource = (r: Reader, scope: WorkScope) => Promise<readonly WorkFinding[]>;

/** The scope of an actor on a day. */
export function workScope(actor: Actor, today: CivilDate): WorkScope {
  return {
    actor,
    today,
    ruleFacts: ruleFactsOnce(),
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
