import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Occasion, takenUp } from '../meetings/index.ts';

/** A focus area of an activity plan, with the meetings that took it up and why none did, when somebody said so. */
export type FocusAreaYear = {
  readonly id: Id<'focusArea'>;
  readonly planId: Id<'activityPlan'>;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly area: string;
  /** The meetings of the year that took it up and have been held, by day. */
  readonly occasions: readonly Occasion[];
  /** The first day to come for which something of it is planned or stands on an agenda. */
  readonly plannedFor: CivilDate | null;
  readonly reason: string | null;
};

/**
 * The focus areas of all activity plans of a year with what became of them, by body and in the order of the plans. It is told by the rule of each
 * plan's own page (`takenUp`), for all plans at once: ten queries, however many bodies there are.
 */
export async function focusAreasOfYear(r: Reader, year: number, today: CivilDate): Promise<readonly FocusAreaYear[]> {
  const areas = await r.db
    .selectFrom('focus_area as area')
    .innerJoin('activity_plan as plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'area.tenant_id').onRef('plan.id', '=', 'area.activity_plan_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'plan.tenant_id').onRef('body.id', '=', 'plan.body_id'),
    )
    .leftJoin('untaken_reason as why', (join) =>
      join
        .onRef('why.tenant_id', '=', 'area.tenant_id')
        .onRef('why.activity_plan_id', '=', 'plan.id')
        .onRef('why.record_id', '=', 'area.id'),
    )
    .select(['area.id', 'area.area', 'plan.id as plan_id', 'body.id as body_id', 'body.name', 'why.reason'])
    .where('area.tenant_id', '=', r.tenantId)
    .where('plan.year', '=', year)
    .orderBy('body.name')
    .orderBy('area.position')
    .execute();
  if (areas.length === 0) return [];
  const ids = areas.map(({ id }) => id);
  const items = await itemsOfAreas(r, ids);
  const links = await linksOfPlans(
    r,
    ids,
    items.map(({ id }) => id),
  );
  const agendas = await agendasOfYear(r, [...new Set(areas.map(({ body_id }) => body_id))], year);
  const refused = await r.db
    .selectFrom('refused_match')
    .select(['record_id', 'agenda_item_id', 'reason'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('record_id', '=', eb.fn.any(eb.val(ids))))
    .execute();
  const refusals = refused.map((row) => ({
    recordId: row.record_id,
    agendaItemId: row.agenda_item_id,
    reason: row.reason,
  }));
  return areas.map((area) => {
    const own = items.filter(({ focus_area_id }) => focus_area_id === area.id);
    const meant = {
      noun: 'focusArea' as const,
      id: area.id,
      words: [area.area, ...own.map(({ topic }) => topic)],
      date: null,
      assignmentIds: [area.id, ...own.map(({ id }) => id)].flatMap((id) => links.assignments.get(id) ?? []),
      agendaItemIds: own.flatMap(({ id }) => links.occasions.get(id) ?? []),
    };
    const [taken] = takenUp([meant], agendas.get(area.body_id) ?? [], refusals);
    const all = taken?.occasions ?? [];
    const ahead = [...all.map(({ heldOn }) => heldOn), ...own.map(({ held_on }) => held_on)].filter(
      (day) => day > today,
    );
    return {
      id: area.id,
      planId: area.plan_id,
      body: { id: area.body_id, name: area.name },
      area: area.area,
      occasions: all.filter(({ heldOn }) => heldOn <= today),
      plannedFor: ahead.toSorted()[0] ?? null,
      reason: area.reason,
    };
  });
}

async function itemsOfAreas(r: Reader, areaIds: readonly string[]) {
  return await r.db
    .selectFrom('planned_item as item')
    .innerJoin('planned_activity as slot', (join) =>
      join.onRef('slot.tenant_id', '=', 'item.tenant_id').onRef('slot.id', '=', 'item.planned_activity_id'),
    )
    .select(['item.id', 'item.topic', 'item.focus_area_id', 'slot.held_on'])
    .where('item.tenant_id', '=', r.tenantId)
    .where((eb) => eb('item.focus_area_id', '=', eb.fn.any(eb.val([...areaIds]))))
    .execute();
}

/** The agenda items under which planned items were put, and the assignments that items and areas concern. */
async function linksOfPlans(r: Reader, areaIds: readonly string[], itemIds: readonly string[]) {
  const occasions = await r.db
    .selectFrom('planned_item_occasion')
    .select(['planned_item_id as from', 'agenda_item_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('planned_item_id', '=', eb.fn.any(eb.val([...itemIds]))))
    .execute();
  const ofItems = await r.db
    .selectFrom('planned_item_assignment')
    .select(['planned_item_id as from', 'assignment_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('planned_item_id', '=', eb.fn.any(eb.val([...itemIds]))))
    .execute();
  const ofAreas = await r.db
    .selectFrom('focus_area_assignment')
    .select(['focus_area_id as from', 'assignment_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('focus_area_id', '=', eb.fn.any(eb.val([...areaIds]))))
    .execute();
  return { occasions: listsOf(occasions), assignments: listsOf([...ofItems, ...ofAreas]) };
}

/** The agenda items of some bodies in a year, by body; a joint meeting counts for each of its bodies, a cancelled one for none. */
async function agendasOfYear(r: Reader, bodyIds: readonly string[], year: number) {
  const rows = await r.db
    .selectFrom('meeting')
    .innerJoin('agenda_item as item', (join) =>
      join.onRef('item.tenant_id', '=', 'meeting.tenant_id').onRef('item.meeting_id', '=', 'meeting.id'),
    )
    .select(['item.id', 'item.title', 'meeting.id as meeting_id', 'meeting.held_on', 'meeting.body_id'])
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.held_on', '>=', `${year}-01-01`)
    .where('meeting.held_on', '<=', `${year}-12-31`)
    .where('meeting.state', '<>', 'cancelled')
    .orderBy('meeting.held_on')
    .orderBy('item.position')
    .execute();
  const joint = await r.db
    .selectFrom('meeting_body')
    .innerJoin('meeting', (join) =>
      join
        .onRef('meeting.tenant_id', '=', 'meeting_body.tenant_id')
        .onRef('meeting.id', '=', 'meeting_body.meeting_id'),
    )
    .select(['meeting_body.meeting_id as from', 'meeting_body.body_id as to'])
    .where('meeting_body.tenant_id', '=', r.tenantId)
    .where('meeting.held_on', '>=', `${year}-01-01`)
    .where('meeting.held_on', '<=', `${year}-12-31`)
    .execute();
  const further = listsOf(joint);
  const ofBodies = rows.flatMap((row) =>
    [row.body_id, ...(further.get(row.meeting_id) ?? [])]
      .filter((bodyId) => bodyIds.includes(bodyId))
      .map((bodyId) => ({ bodyId, row })),
  );
  const links = await r.db
    .selectFrom('agenda_item_assignment')
    .select(['agenda_item_id as from', 'assignment_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('agenda_item_id', '=', eb.fn.any(eb.val([...new Set(ofBodies.map(({ row }) => row.id))]))))
    .execute();
  const assignments = listsOf(links);
  return new Map(
    [...Map.groupBy(ofBodies, ({ bodyId }) => bodyId)].map(([bodyId, own]) => [
      bodyId,
      own.map(({ row }) => ({
        id: row.id,
        meetingId: row.meeting_id,
        heldOn: row.held_on,
        title: row.title,
        assignmentIds: assignments.get(row.id) ?? [],
      })),
    ]),
  );
}

function listsOf(
  rows: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, readonly string[]> {
  return new Map([...Map.groupBy(rows, ({ from }) => from)].map(([from, own]) => [from, own.map(({ to }) => to)]));
}
