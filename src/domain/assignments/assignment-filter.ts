import type { ExpressionBuilder } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema/index.ts';
import type { PartyRole } from './assignment.ts';
import { parseAssignmentRef } from './assignment-ref.ts';
import type { AssignmentState } from './assignment-transitions.ts';

export type AssignmentFilter = {
  readonly year?: number;
  /** A body with a role in the assignment: the given one, or any. */
  readonly bodyId?: Id<'body'>;
  readonly role?: PartyRole;
  readonly state?: AssignmentState;
  /** Words that must all occur, or a reference ("2023:4"). */
  readonly text?: string;
  readonly planId?: Id<'plan'>;
  readonly goalId?: Id<'goal'>;
  /** The name of a perspective: of the plan's objective or of a linked goal. The two trees stay two (GOA-08); a filter may look in both. */
  readonly perspective?: string;
  /** Only those for which no body has this role, or that no goal or no perspective is tied to: what an overview counts as missing. */
  readonly lacking?: PartyRole | 'goal' | 'perspective';
  /** Only these, and none of those: what a later noun has found out about assignments, such as their latest status. */
  readonly among?: readonly Id<'assignment'>[];
  readonly except?: readonly Id<'assignment'>[];
};

const mostWords = 8;

/** The assignments that fit a filter, as a query: the list pages through it and the overview counts it, so that a figure and its list agree. */
export function fittingAssignments(r: Reader, filter: AssignmentFilter) {
  let query = r.db.selectFrom('assignment').where('assignment.tenant_id', '=', r.tenantId);
  const { bodyId, role, goalId, perspective, among, except, lacking } = filter;
  if (filter.year !== undefined) query = query.where('assignment.year', '=', filter.year);
  if (filter.state) query = query.where('assignment.state', '=', filter.state);
  if (filter.planId) query = query.where('assignment.plan_id', '=', filter.planId);
  if (bodyId || role) query = query.where((eb) => eb.exists(partiesOf(eb, r, { bodyId, role })));
  // One array and not a list of parameters: a statement holds at most 65 535 of those.
  if (among) query = query.where((eb) => eb('assignment.id', '=', eb.fn.any(eb.val([...among]))));
  if (except?.length) query = query.where((eb) => eb.not(eb('assignment.id', '=', eb.fn.any(eb.val([...except])))));
  if (goalId) query = query.where((eb) => eb.exists(goalsOf(eb, r).where('assignment_goal.goal_id', '=', goalId)));
  if (perspective)
    query = query.where((eb) =>
      eb.or([
        eb.exists(objectiveOf(eb, r).where('plan_objective.perspective', '=', perspective)),
        eb.exists(perspectivesOf(eb, r).where('perspective.name', '=', perspective)),
      ]),
    );
  if (lacking === 'goal') query = query.where((eb) => eb.not(eb.exists(goalsOf(eb, r))));
  else if (lacking === 'perspective')
    query = query.where((eb) => eb.not(eb.or([eb.exists(objectiveOf(eb, r)), eb.exists(perspectivesOf(eb, r))])));
  else if (lacking) query = query.where((eb) => eb.not(eb.exists(partiesOf(eb, r, { role: lacking }))));
  const ref = parseAssignmentRef(filter.text ?? '');
  if (ref) {
    query = query.where('assignment.year', '=', ref.year);
    return ref.number === null
      ? query.where('assignment.number', 'is', null).where('assignment.position', '=', ref.position)
      : query.where('assignment.number', '=', ref.number);
  }
  for (const word of searchWords(filter.text ?? ''))
    query = query.where('assignment.search_text', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
}

/** The words of a search, in lower case as they are compared; what is beyond the eighth is not looked for. */
function searchWords(text: string): readonly string[] {
  const words = text.normalize('NFC').toLocaleLowerCase('sv').split(/\s+/u);
  return [...new Set(words.filter((word) => word !== ''))].slice(0, mostWords);
}

type OfAssignment = ExpressionBuilder<Schema, 'assignment'>;

/** The bodies of the assignment in hand, those with a role or one body in any. */
function partiesOf(
  eb: OfAssignment,
  r: Reader,
  { bodyId, role }: { readonly bodyId?: Id<'body'> | undefined; readonly role?: PartyRole | undefined },
) {
  let parties = eb
    .selectFrom('assignment_party')
    .select('assignment_party.body_id')
    .where('assignment_party.tenant_id', '=', r.tenantId)
    .whereRef('assignment_party.assignment_id', '=', 'assignment.id');
  if (bodyId) parties = parties.where('assignment_party.body_id', '=', bodyId);
  if (role) parties = parties.where('assignment_party.role', '=', role);
  return parties;
}

/** The goals that the assignment in hand is tied to. */
function goalsOf(eb: OfAssignment, r: Reader) {
  return eb
    .selectFrom('assignment_goal')
    .select('assignment_goal.goal_id')
    .where('assignment_goal.tenant_id', '=', r.tenantId)
    .whereRef('assignment_goal.assignment_id', '=', 'assignment.id');
}

/** The objective of the plan under which it stands. */
function objectiveOf(eb: OfAssignment, r: Reader) {
  return eb
    .selectFrom('plan_objective')
    .select('plan_objective.id')
    .where('plan_objective.tenant_id', '=', r.tenantId)
    .whereRef('plan_objective.id', '=', 'assignment.objective_id');
}

/** The perspectives of its goals. */
function perspectivesOf(eb: OfAssignment, r: Reader) {
  return eb
    .selectFrom('assignment_goal')
    .innerJoin('goal', (join) =>
      join.onRef('goal.tenant_id', '=', 'assignment_goal.tenant_id').onRef('goal.id', '=', 'assignment_goal.goal_id'),
    )
    .innerJoin('perspective', (join) =>
      join.onRef('perspective.tenant_id', '=', 'goal.tenant_id').onRef('perspective.id', '=', 'goal.perspective_id'),
    )
    .select('goal.id')
    .where('assignment_goal.tenant_id', '=', r.tenantId)
    .whereRef('assignment_goal.assignment_id', '=', 'assignment.id');
}
