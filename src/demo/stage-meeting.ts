import { callUpItem, listAttendance, openMeeting, prepareRollCall } from '../domain/attendance/index.ts';
import { decisionsOfItems, recordDecision } from '../domain/decisions/index.ts';
import { addAgendaItem, getMeeting, planMeeting, summonMeeting } from '../domain/meetings/index.ts';
import { decideItem } from '../domain/proceedings/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { type DemoWriter, onDay } from './demo-writer.ts';
import type { StagedItem, StagedMeeting } from './transit.ts';

/** A meeting of the demonstration with its items and its people by name. */
export type Stage = {
  readonly demo: DemoWriter;
  readonly meetingId: Id<'meeting'>;
  readonly item: (title: string) => Id<'agendaItem'>;
  readonly person: (name: string) => Id<'attendance'>;
};

/** Plans a meeting with its agenda and what the notice proposes, and summons it nine days before. */
export async function stageMeeting(
  demo: DemoWriter,
  bodyId: Id<'body'>,
  { heldOn, time, place, mode = 'inPerson', items }: StagedMeeting,
): Promise<{ readonly meetingId: Id<'meeting'>; readonly itemIds: ReadonlyMap<string, Id<'agendaItem'>> }> {
  return await onDay(demo, addDays(heldOn, -9)).as('meeting.edit', 'loadDemoMeeting', async (w) => {
    const meetingId = await planMeeting(w, {
      bodyId,
      kind: 'meeting',
      heldOn,
      startsAt: time[0],
      endsAt: time[1],
      place,
      mode,
    });
    const itemIds = await addItems(w, meetingId, items);
    await summonMeeting(w, { meetingId, expectedVersion: (await getMeeting(w, meetingId)).version });
    return { meetingId, itemIds };
  });
}

/** Writes items with what the notice proposes in them. */
export async function addItems(
  w: Writer<'meeting.edit'>,
  meetingId: Id<'meeting'>,
  items: readonly StagedItem[],
): Promise<ReadonlyMap<string, Id<'agendaItem'>>> {
  const itemIds = new Map<string, Id<'agendaItem'>>();
  const first = (await getMeeting(w, meetingId)).items.length + 1;
  for (const [index, { title, category = 'decision', clauses, ...fields }] of items.entries()) {
    const agendaItemId = await addAgendaItem(w, {
      meetingId,
      title,
      category,
      number: String(first + index),
      ...fields,
    });
    if (clauses) await recordDecision(w, { agendaItemId, title, clauses, state: 'proposed' });
    itemIds.set(title, agendaItemId);
  }
  return itemIds;
}

/** Opens the meeting with everybody there but those who are named, each with the deputy who serves instead. */
export async function openStage(
  demo: DemoWriter,
  { meetingId, itemIds }: Awaited<ReturnType<typeof stageMeeting>>,
  { at, remote = false, instead = {} }: OpenStage,
): Promise<Stage> {
  const people = await demo.as('meeting.conduct', 'openDemoMeeting', async (w) => {
    await prepareRollCall(w, meetingId);
    const listed = await listAttendance(w, meetingId);
    const here = listed.filter(({ name }) => !(name in instead));
    await openMeeting(w, {
      meetingId,
      at,
      present: here.map(({ id }) => ({
        attendanceId: id,
        ...(remote && { mode: 'remote' as const, seenAndHeard: true }),
      })),
      serving: Object.entries(instead).map(([absent, deputy]) => ({
        attendanceId: listed.find(({ name }) => name === deputy)!.id,
        seatId: listed.find(({ name }) => name === absent)!.seatId!,
      })),
    });
    return new Map(listed.map(({ name, id }) => [name, id]));
  });
  return { demo, meetingId, item: (title) => known(itemIds, title), person: (name) => known(people, name) };
}

type OpenStage = {
  readonly at: string;
  readonly remote?: boolean;
  readonly instead?: Readonly<Record<string, string>>;
};

/** Calls an item up and decides as the notice proposes; an item without a proposal is noted. Answers what was decided. */
export async function passItem({ demo, item }: Stage, title: string, at: string): Promise<Id<'decision'> | undefined> {
  return await demo.as('meeting.conduct', 'decideDemoItem', async (w) => {
    const itemId = item(title);
    await callUpItem(w, { itemId, at });
    const [proposed] = await decisionsOfItems(w, [itemId]);
    const outcome = proposed ? ('decided' as const) : ('noted' as const);
    return (await decideItem(w, { itemId, expectedVersion: 0, outcome })).decisionIds[0];
  });
}

function known<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined)
    throw new Error(`The meeting of the demonstration has no ”${name}”. Look at src/demo/transit.ts.`);
  return found;
}
