import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Assignment, listAssignments, listAssignmentsById } from '../assignments/index.ts';
import { type ActivityPlan, getActivityPlan } from '../plans/index.ts';
import { type MeantToTakeUp, type RefusedMatch, type TakenUp, takenUp, type YearAgendaItem } from './never-taken-up.ts';
import { refusedMatchesOf } from './refuse-match.ts';

/** What a plan's year is tied to: the meetings its days became, the agenda items of its items, the assignments both concern. */
export type PlanLinks = {
  readonly meetings: ReadonlyMap<string, Id<'meeting'>>;
  readonly occasions: ReadonlyMap<string, readonly Id<'agendaItem'>[]>;
  /** By planned item and by focus area. */
  readonly assignments: ReadonlyMap<string, readonly Id<'assignment'>[]>;
};

/** The links of one plan, in four queries whatever its size. */
export async function planLinksOf(r: Reader, plan: ActivityPlan): Promise<PlanLinks> {
  const items = plan.activities.flatMap((slot) => slot.items.map(({ id }) => id as string));
  const areas = plan.focusAreas.map(({ id }) => id as string);
  const days = plan.days.map(({ id }) => id as string);
  const none = '00000000-0000-4000-8000-000000000000';
  const among = (ids: readonly string[]) => (ids.length > 0 ? ids : [none]);
  const meetings = await r.db
    .selectFrom('planned_day_meeting')
    .select(['planned_day_id', 'meeting_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('planned_day_id', 'in', among(days))
    .execute();
  const occasions = await r.db
    .selectFrom('planned_item_occasion')
    .select(['planned_item_id as from', 'agenda_item_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where('planned_item_id', 'in', among(items))
    .execute();
  const ofItems = await r.db
    .selectFrom('planned_item_assignment')
    .select(['planned_item_id as from', 'assignment_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where('planned_item_id', 'in', among(items))
    .execute();
  const ofAreas = await r.db
    .selectFrom('focus_area_assignment')
    .select(['focus_area_id as from', 'assignment_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where('focus_area_id', 'in', among(areas))
    .execute();
  return {
    meetings: new Map(meetings.map((row) => [row.planned_day_id, row.meeting_id])),
    occasions: listsOf(occasions),
    assignments: listsOf([...ofItems, ...ofAreas]),
  };
}

/** The items of the agendas of a body in a year, those of cancelled meetings left out; a joint meeting counts for each of its bodies. */
export async function agendaItemsOfYear(
  r: Reader,
  bodyId: Id<'body'>,
  year: number,
): Promise<readonly YearAgendaItem[]> {
  const rows = await r.db
    .selectFrom('meeting')
    .innerJoin('agenda_item as item', (join) =>
      join.onRef('item.meeting_id', '=', 'meeting.id').onRef('item.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['item.id', 'item.title', 'meeting.id as meeting_id', 'meeting.held_on'])
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.held_on', '>=', `${year}-01-01`)
    .where('meeting.held_on', '<=', `${year}-12-31`)
    .where('meeting.state', '<>', 'cancelled')
    .where((eb) =>
      eb.or([
        eb('meeting.body_id', '=', bodyId),
        eb.exists(
          eb
            .selectFrom('meeting_body')
            .select('meeting_body.body_id')
            .where('meeting_body.tenant_id', '=', r.tenantId)
            .whereRef('meeting_body.meeting_id', '=', 'meeting.id')
            .where('meeting_body.body_id', '=', bodyId),
        ),
      ]),
    )
    .orderBy('meeting.held_on')
    .orderBy('item.position')
    .execute();
  if (rows.length === 0) return [];
  const links = await r.db
    .selectFrom('agenda_item_assignment')
    .select(['agenda_item_id as from', 'assignment_id as to'])
    .where('tenant_id', '=', r.tenantId)
    .where(
      'agenda_item_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const assignments = listsOf(links);
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    heldOn: row.held_on,
    title: row.title,
    assignmentIds: assignments.get(row.id) ?? [],
  }));
}

/** The plan of a year beside the year as it went: everything it meant to take up, with the agenda items that did. */
export type ActivityYear = {
  readonly plan: ActivityPlan;
  readonly links: PlanLinks;
  readonly taken: readonly TakenUp[];
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly agenda: readonly YearAgendaItem[];
  readonly refused: readonly RefusedMatch[];
};

/** Reads a plan with what became of it. The assignments are those that the plan names and those of the year that the body has a part in. */
export async function getActivityYear(r: Reader, id: Id<'activityPlan'>): Promise<ActivityYear> {
  const plan = await getActivityPlan(r, id);
  const links = await planLinksOf(r, plan);
  const agenda = await agendaItemsOfYear(r, plan.body.id, plan.year);
  const ofYear = await listAssignments(r, { bodyId: plan.body.id, year: plan.year, pageSize: 200 });
  const named = await listAssignmentsById(r, [...links.assignments.values()].flat());
  const assignments = new Map([...ofYear.rows, ...named].map((one) => [one.id as string, one]));
  const refused = await refusedMatchesOf(r, id);
  const taken = takenUp(meantBy(plan, links, [...assignments.values()]), agenda, refused);
  return { plan, links, assignments, taken, agenda, refused };
}

/** Everything that a plan means its year to take up. Settled proposals are no longer meant; standing information has no one occasion. */
export function meantBy(
  plan: ActivityPlan,
  links: PlanLinks,
  assignments: readonly Pick<Assignment, 'id' | 'title'>[],
): readonly MeantToTakeUp[] {
  const items = plan.activities.flatMap((slot) => slot.items.map((item) => ({ item, date: slot.date })));
  const occasionsOf = (id: string) => links.occasions.get(id) ?? [];
  const assignmentsOf = (id: string) => links.assignments.get(id) ?? [];
  return [
    ...items.map(({ item, date }) => ({
      noun: 'plannedItem' as const,
      id: item.id,
      words: [item.text],
      date,
      assignmentIds: assignmentsOf(item.id),
      agendaItemIds: occasionsOf(item.id),
    })),
    ...plan.focusAreas.map((area) => {
      const own = items.filter(({ item }) => item.focusAreaId === area.id).map(({ item }) => item);
      return {
        noun: 'focusArea' as const,
        id: area.id,
        words: [area.text, ...own.map(({ text }) => text)],
        date: null,
        assignmentIds: [...assignmentsOf(area.id), ...own.flatMap(({ id }) => assignmentsOf(id))],
        agendaItemIds: own.flatMap(({ id }) => occasionsOf(id)),
      };
    }),
    ...plan.points
      .filter(({ kind, state }) => kind === 'proposal' && state === 'waiting')
      .map((point) => ({
        noun: 'planPoint' as const,
        id: point.id,
        words: [point.text],
        date: null,
        assignmentIds: [],
        agendaItemIds: [],
      })),
    ...assignments.map(({ id, title }) => ({
      noun: 'assignment' as const,
      id,
      words: [title],
      date: null,
      assignmentIds: [id],
      agendaItemIds: [],
    })),
  ];
}

function listsOf(
  rows: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, readonly string[]> {
  return new Map([...Map.groupBy(rows, ({ from }) => from)].map(([from, own]) => [from, own.map(({ to }) => to)]));
}
