import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getActivityPlan, type PlannedDay, type PlannedDayKind, type PlannedItem } from '../plans/index.ts';
import { planLinksOf } from './activity-year-reader.ts';
import { type ItemCategory, itemCategories } from './agenda-item.ts';
import { addAgendaItem } from './change-agenda.ts';
import { linkItemToAssignment } from './link-item.ts';
import type { MeetingKind, MeetingMode } from './meeting.ts';
import { findMeetingOn, getMeeting } from './meeting-reader.ts';
import { planMeeting } from './plan-meeting.ts';

/** What kind of meeting a planned day becomes. */
const meetingKindOf = {
  meeting: 'meeting',
  studyVisit: 'studyVisit',
  workshop: 'workshop',
  jointDay: 'jointMeeting',
  residential: 'meeting',
} as const satisfies Record<PlannedDayKind, MeetingKind>;

/**
 * Makes the meeting of a planned day and puts what is planned for it on its agenda: decisions, in-depth items and themes as items of their own,
 * information and the standing points under one item, as in the notice of seed 001. Where the body has a meeting that day already, that one is
 * used. Done again it puts on the agenda what has come to the plan since; nothing is put there twice.
 */
export async function planMeetingFromDay(
  w: Writer<'meeting.edit'>,
  input: { readonly activityPlanId: Id<'activityPlan'>; readonly dayId: Id<'plannedDay'> },
): Promise<{ readonly meetingId: Id<'meeting'>; readonly itemsPut: number }> {
  const plan = await getActivityPlan(w, input.activityPlanId);
  requireBody(w.auth, plan.body.id);
  const day = plan.days.find(({ id }) => id === input.dayId);
  if (!day) throw new AppError('record.notFound');
  const links = await planLinksOf(w, plan);
  const meetingId = links.meetings.get(day.id) ?? (await meetingFor(w, plan.body.id, day));
  const meeting = await getMeeting(w, meetingId);
  const closing = meeting.items.find(({ standing, parentId }) => standing === 'closing' && parentId === null);
  let itemsPut = 0;
  const put = async (title: string, category: ItemCategory, parentId: Id<'agendaItem'> | null) => {
    itemsPut += 1;
    const beforeItemId = parentId ? null : (closing?.id ?? null);
    return await addAgendaItem(w, { meetingId, title, category, parentId, beforeItemId });
  };
  const putItem = async (item: PlannedItem, category: ItemCategory, parentId: Id<'agendaItem'> | null) => {
    const itemId = await put(item.text, category, parentId);
    await w.db
      .insertInto('planned_item_occasion')
      .values({ tenant_id: w.tenantId, planned_item_id: item.id, agenda_item_id: itemId })
      .execute();
    for (const assignmentId of links.assignments.get(item.id) ?? [])
      await linkItemToAssignment(w, { itemId, assignmentId });
  };
  const here = new Set(meeting.items.map(({ id }) => id as string));
  const isNew = (item: PlannedItem) => !(links.occasions.get(item.id) ?? []).some((id) => here.has(id));
  const slots = plan.activities.filter(({ dayId }) => dayId === day.id);
  for (const slot of slots.filter(({ category }) => category !== 'information'))
    for (const item of slot.items.filter(isNew)) await putItem(item, agendaCategory(slot.category), null);
  const information = slots.filter(({ category }) => category === 'information').flatMap(({ items }) => items);
  const standing = plan.points.filter(
    ({ kind, text }) => kind === 'standing' && !meeting.items.some(({ title }) => title === text),
  );
  const news = information.filter(isNew);
  if (news.length + (day.kind === 'meeting' ? standing.length : 0) > 0) {
    const known = meeting.items.find(({ title, parentId }) => title === 'Information' && parentId === null);
    const head = known?.id ?? (await put('Information', 'information', null));
    for (const item of news) await putItem(item, 'information', head);
    if (day.kind === 'meeting') for (const { text } of standing) await put(text, 'standing', head);
  }
  await w.log({ noun: 'plannedDay', recordId: day.id, summary: 'agenda', after: { meetingId, itemsPut } });
  return { meetingId, itemsPut };
}

async function meetingFor(w: Writer<'meeting.edit'>, bodyId: Id<'body'>, day: PlannedDay): Promise<Id<'meeting'>> {
  const kind = meetingKindOf[day.kind];
  const known = await findMeetingOn(w, bodyId, day.date, kind);
  const meetingId =
    known?.id ??
    (await planMeeting(w, {
      bodyId,
      kind,
      heldOn: day.date,
      lastDay: day.lastDay,
      place: day.place,
      mode: modeOf(day),
      note: day.note,
      jointBodyIds: day.bodies.map(({ id }) => id),
    }));
  await w.db
    .insertInto('planned_day_meeting')
    .values({ tenant_id: w.tenantId, planned_day_id: day.id, meeting_id: meetingId })
    .execute();
  await w.log({ noun: 'plannedDay', recordId: day.id, summary: 'meeting', after: { meetingId } });
  return meetingId;
}

/** How people meet, where the plan's place says it ("Digitalt möte med bas Eken"). */
function modeOf({ kind, place }: PlannedDay): MeetingMode | null {
  if (kind === 'residential') return 'residential';
  if (/^digitalt möte med bas/iu.test(place ?? '')) return 'digitalWithBase';
  return /^digitalt/iu.test(place ?? '') ? 'digital' : null;
}

function agendaCategory(category: string): ItemCategory {
  return Object.hasOwn(itemCategories, category) ? (category as ItemCategory) : 'other';
}
