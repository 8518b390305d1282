import type { Reader } from '../../storage/database.ts';
import type { AgendaStanding, PlannedDay, PlannedDayKind, PlannedItem, PlannedItemMove } from './activity-plan.ts';

/** The days of activity plans by plan, in the order of the year, with the bodies that a joint day is held with. */
export async function plannedDaysOf(
  r: Reader,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlannedDay[]>> {
  const days = await r.db
    .selectFrom('planned_day')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', 'in', planIds)
    .orderBy('held_on')
    .execute();
  const bodies = await r.db
    .selectFrom('planned_day_body as link')
    .innerJoin('planned_day as day', (join) =>
      join.onRef('day.id', '=', 'link.planned_day_id').onRef('day.tenant_id', '=', 'link.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'link.body_id').onRef('body.tenant_id', '=', 'link.tenant_id'),
    )
    .select(['link.planned_day_id', 'body.id', 'body.name'])
    .where('link.tenant_id', '=', r.tenantId)
    .where('day.activity_plan_id', 'in', planIds)
    .orderBy('body.name')
    .execute();
  const bodiesOf = Map.groupBy(bodies, (row) => row.planned_day_id);
  return mapValues(
    Map.groupBy(days, (row) => row.activity_plan_id),
    (own) =>
      own.map((row) => ({
        id: row.id,
        version: row.version,
        date: row.held_on,
        lastDay: row.last_day,
        kind: row.kind as PlannedDayKind,
        place: row.place,
        note: row.note,
        bodies: (bodiesOf.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
        copiedFromYear: row.copied_from_year,
      })),
  );
}

/** The items of activity plans by slot, with what they are about and how they were moved. */
export async function plannedItemsOf(
  r: Reader,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlannedItem[]>> {
  const items = await r.db
    .selectFrom('planned_item as item')
    .innerJoin('planned_activity as slot', (join) =>
      join.onRef('slot.id', '=', 'item.planned_activity_id').onRef('slot.tenant_id', '=', 'item.tenant_id'),
    )
    .leftJoin('goal', (join) =>
      join.onRef('goal.id', '=', 'item.goal_id').onRef('goal.tenant_id', '=', 'item.tenant_id'),
    )
    .selectAll('item')
    .select('goal.heading as goal_heading')
    .select((eb) => {
      const onAgenda = eb
        .selectFrom('planned_item_occasion as occasion')
        .innerJoin('agenda_item as point', (join) =>
          join.onRef('point.id', '=', 'occasion.agenda_item_id').onRef('point.tenant_id', '=', 'occasion.tenant_id'),
        )
        .innerJoin('meeting', (join) =>
          join.onRef('meeting.id', '=', 'point.meeting_id').onRef('meeting.tenant_id', '=', 'point.tenant_id'),
        )
        .select('meeting.id')
        .whereRef('occasion.planned_item_id', '=', 'item.id')
        .whereRef('occasion.tenant_id', '=', 'item.tenant_id');
      return [
        eb.exists(onAgenda.where('meeting.state', '<>', 'cancelled')).as('on_agenda'),
        eb.exists(onAgenda.where('meeting.state', 'in', ['closed', 'adjusted'])).as('held'),
      ];
    })
    .where('item.tenant_id', '=', r.tenantId)
    .where('slot.activity_plan_id', 'in', planIds)
    .orderBy('item.position')
    .orderBy('item.created_at')
    .execute();
  const moves = await r.db
    .selectFrom('planned_item_move as move')
    .innerJoin('planned_item as item', (join) =>
      join.onRef('item.id', '=', 'move.planned_item_id').onRef('item.tenant_id', '=', 'move.tenant_id'),
    )
    .innerJoin('planned_activity as slot', (join) =>
      join.onRef('slot.id', '=', 'item.planned_activity_id').onRef('slot.tenant_id', '=', 'item.tenant_id'),
    )
    .selectAll('move')
    .where('move.tenant_id', '=', r.tenantId)
    .where('slot.activity_plan_id', 'in', planIds)
    .orderBy('move.moved_at')
    .execute();
  const movesOf = mapValues(
    Map.groupBy(moves, (row) => row.planned_item_id),
    (own) =>
      own.map((row): PlannedItemMove => ({ from: row.from_day, to: row.to_day, reason: row.reason, by: row.moved_by })),
  );
  return mapValues(
    Map.groupBy(items, (row) => row.planned_activity_id),
    (own) =>
      own.map((row) => ({
        id: row.id,
        version: row.version,
        text: row.topic,
        proposer: row.proposer,
        goal: row.goal_id ? { id: row.goal_id, heading: row.goal_heading ?? '' } : null,
        focusAreaId: row.focus_area_id,
        proposalId: row.plan_point_id,
        onAgenda: standingOnAgenda(row),
        moves: movesOf.get(row.id) ?? [],
        copiedFromYear: row.copied_from_year,
      })),
  );
}

function standingOnAgenda(row: { readonly on_agenda: unknown; readonly held: unknown }): AgendaStanding {
  if (row.held) return 'held';
  return row.on_agenda ? 'yes' : 'no';
}

function mapValues<Key, From, To>(map: ReadonlyMap<Key, From>, change: (from: From) => To): ReadonlyMap<Key, To> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
