import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { PartyRole } from '../assignments/index.ts';
import type { OverviewAxis } from './overview.ts';

/** One place of an assignment along an axis, with what its row is ordered by. */
type Key = {
  readonly assignment_id: string;
  readonly key: string;
  readonly name: string;
  readonly first: number;
  readonly second: number;
};

/** Under which bodies, goals or perspectives an assignment stands, with what the rows are ordered by. */
export function placesAlong(
  r: Reader,
  axis: Exclude<OverviewAxis, 'year'>,
  { axisRole = 'performer', bodyId }: { readonly axisRole?: PartyRole; readonly bodyId?: Id<'body'> },
) {
  if (axis === 'body') {
    const parties = r.db
      .selectFrom('assignment_party as party')
      .innerJoin('body', (join) =>
        join.onRef('body.tenant_id', '=', 'party.tenant_id').onRef('body.id', '=', 'party.body_id'),
      )
      .select((eb) => [
        'party.assignment_id',
        'body.id as key',
        'body.name',
        eb.lit(0).as('first'),
        eb.lit(0).as('second'),
      ])
      .where('party.tenant_id', '=', r.tenantId)
      .where('party.role', '=', axisRole);
    return (bodyId ? parties.where('party.body_id', '=', bodyId) : parties).$castTo<Key>().as('key');
  }
  const goals = r.db
    .selectFrom('assignment_goal as link')
    .innerJoin('goal', (join) =>
      join.onRef('goal.tenant_id', '=', 'link.tenant_id').onRef('goal.id', '=', 'link.goal_id'),
    )
    .innerJoin('perspective', (join) =>
      join.onRef('perspective.tenant_id', '=', 'goal.tenant_id').onRef('perspective.id', '=', 'goal.perspective_id'),
    )
    .where('link.tenant_id', '=', r.tenantId);
  if (axis === 'goal')
    return goals
      .select(['link.assignment_id', 'goal.id as key', 'goal.heading as name'])
      .select(['perspective.position as first', 'goal.position as second'])
      .$castTo<Key>()
      .as('key');
  return goals
    .select((eb) => [
      'link.assignment_id',
      'perspective.name as key',
      'perspective.name',
      eb.lit(0).as('first'),
      eb.lit(0).as('second'),
    ])
    .union(
      r.db
        .selectFrom('assignment as placed')
        .innerJoin('plan_objective as objective', (join) =>
          join.onRef('objective.tenant_id', '=', 'placed.tenant_id').onRef('objective.id', '=', 'placed.objective_id'),
        )
        .select((eb) => [
          'placed.id as assignment_id',
          'objective.perspective as key',
          'objective.perspective as name',
          eb.lit(0).as('first'),
          eb.lit(0).as('second'),
        ])
        .where('placed.tenant_id', '=', r.tenantId),
    )
    .$castTo<Key>()
    .as('key');
}
