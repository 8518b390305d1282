import {
  findAssignmentByRef,
  giveAssignment,
  linkAssignments,
  linkAssignmentToGoal,
  parseAssignmentRef,
} from '../domain/assignments/index.ts';
import { recordDecision } from '../domain/decisions/index.ts';
import { listGoals } from '../domain/goals/index.ts';
import { findMatterByNumber, openMatter } from '../domain/matters/index.ts';
import {
  addAgendaItem,
  callSeats,
  linkItemToAssignment,
  listMeetings,
  moveMeeting,
  planMeeting,
} from '../domain/meetings/index.ts';
import { adoptPlan, createPlan } from '../domain/plans/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import type { DemoItem, DemoMeeting, DemoYear } from './demo-data.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/** The records of a year that later steps refer to: items by meeting day and title, decisions by title. */
export type LoadedYear = {
  readonly items: ReadonlyMap<string, Id<'agendaItem'>>;
  readonly decisions: ReadonlyMap<string, Id<'decision'>>;
};

/** The plan with its assignments, the meetings with what they dealt with, and what was decided. */
export async function loadYear({ as }: DemoWriter, data: DemoYear): Promise<LoadedYear> {
  const planId = await as('plan.edit', 'loadDemoPlan', async (w) => {
    const ownerBodyId = await bodyId(w, bodyNames.board);
    const id = await createPlan(w, { year: data.year, title: data.planTitle, ownerBodyId });
    await adoptPlan(w, { planId: id, expectedVersion: 1, adoptedOn: data.adoptedOn });
    return id;
  });
  await as('assignment.give', 'loadDemoAssignments', (w) => loadAssignments(w, data, planId));
  await as('assignment.edit', 'loadDemoLinks', (w) => linkYear(w, data));
  await as('matter.edit', 'loadDemoMatters', (w) => loadMatters(w, data));
  const items = new Map<string, Id<'agendaItem'>>();
  await as('meeting.edit', 'loadDemoMeetings', async (w) => {
    for (const meeting of data.meetings) await loadMeeting(w, data.year, meeting, items);
  });
  const decisions = new Map<string, Id<'decision'>>();
  if (data.decisions.length > 0)
    await as('decision.record', 'loadDemoDecisions', async (w) => {
      for (const decision of data.decisions) {
        const { id } = await recordDecision(w, {
          title: decision.title,
          clauses: decision.clauses,
          state: 'made',
          decidedOn: decision.date,
          bodyId: await bodyId(w, decision.body),
          agendaItemId: decision.item ? items.get(itemKey(decision.date, decision.item)) : null,
          immediatelyAdjusted: decision.clauses.some((clause) => clause.includes('omedelbart justerad')),
          assignments: await Promise.all(
            decision.assignments.map(async (number) => ({
              assignmentId: await assignmentId(w, `${data.year}:${number}`),
              kind: 'concerns' as const,
            })),
          ),
        });
        decisions.set(decision.title, id);
      }
    });
  return { items, decisions };
}

export function itemKey(date: string, title: string): string {
  return `${date} ${title}`;
}

/** The minutes of earlier years are adjusted long ago; those of this year are still open. */
export async function adjustMinutes({ as }: DemoWriter, years: readonly number[]): Promise<void> {
  await as('meeting.edit', 'adjustDemoMinutes', async (w) => {
    for (const year of years) {
      const { meetings } = await listMeetings(w, { year, limit: 100 });
      for (const { id, version, kind, state } of meetings)
        if (kind === 'meeting' && state === 'closed')
          await moveMeeting(w, { meetingId: id, action: 'adjust', expectedVersion: version });
    }
  });
}

/**
 * The calendar and the minutes of this year that came as papers: meetings that have passed were held, and those whose minutes came are adjusted.
 * The drafting committee's own meetings of this year are still open.
 */
export async function settleMeetings({ as }: DemoWriter, bodies: readonly string[], before: CivilDate): Promise<void> {
  await as('meeting.edit', 'settleDemoMeetings', async (w) => {
    for (const body of bodies) {
      const { meetings } = await listMeetings(w, { bodyId: await bodyId(w, body), year: Number(before.slice(0, 4)) });
      for (const { id, version, state } of meetings.filter(({ heldOn }) => heldOn < before))
        await moveMeeting(w, {
          meetingId: id,
          action: state === 'closed' ? 'adjust' : 'close',
          expectedVersion: version,
        });
    }
  });
}

/** The id behind a reference as people write it, `2024:3`. */
export async function assignmentId(w: Writer, ref: string): Promise<Id<'assignment'>> {
  const parsed = parseAssignmentRef(ref);
  const found = parsed && (await findAssignmentByRef(w, parsed));
  if (!found) throw new Error(`The demonstration data name the assignment ${ref}, which is not there yet.`);
  return found.id;
}

async function loadAssignments(w: Writer<'assignment.give'>, data: DemoYear, planId: Id<'plan'>): Promise<void> {
  for (const { heading, performer, consulted = [], assignments } of data.groups) {
    const performerId = await bodyId(w, performer);
    const parties = [{ bodyId: performerId, role: 'performer' as const }];
    const consultedParties = await Promise.all(
      consulted.map(async (name) => ({ bodyId: await bodyId(w, name), role: 'consulted' as const })),
    );
    for (const { number, text, due } of assignments)
      await giveAssignment(w, {
        year: data.year,
        number,
        text,
        heading,
        planId,
        dueOn: due ?? null,
        parties: [...parties, ...consultedParties],
      });
  }
}

async function linkYear(w: Writer<'assignment.edit'>, data: DemoYear): Promise<void> {
  const goals = new Map((await listGoals(w)).map((goal) => [goal.heading, goal.id]));
  for (const { number, goal, predecessor, refersTo = [] } of data.groups.flatMap((group) => group.assignments)) {
    const id = await assignmentId(w, `${data.year}:${number}`);
    if (goal) {
      const goalId = goals.get(goal);
      if (!goalId)
        throw new Error(`The demonstration data name the goal ”${goal}”, which is not in src/demo/region.ts.`);
      await linkAssignmentToGoal(w, { assignmentId: id, goalId, kind: 'direct' });
    }
    if (predecessor)
      await linkAssignments(w, { fromId: id, toId: await assignmentId(w, predecessor), kind: 'predecessor' });
    for (const ref of refersTo)
      await linkAssignments(w, { fromId: id, toId: await assignmentId(w, ref), kind: 'refersTo' });
  }
}

async function loadMatters(w: Writer<'matter.edit'>, data: DemoYear): Promise<void> {
  for (const { body, date, items } of data.meetings)
    for (const { matter, title } of items) {
      if (!matter || (await findMatterByNumber(w, matter))) continue;
      await openMatter(w, {
        registrationNumber: matter,
        publicTitle: title,
        bodyId: await bodyId(w, body),
        openedOn: `${date.slice(0, 4)}-01-15`,
      });
    }
}

async function loadMeeting(
  w: Writer<'meeting.edit'>,
  year: number,
  meeting: DemoMeeting,
  items: Map<string, Id<'agendaItem'>>,
): Promise<void> {
  const { body, date, kind = 'meeting', time, place, mode, held = false } = meeting;
  const meetingId = await planMeeting(w, {
    bodyId: await bodyId(w, body),
    kind,
    heldOn: date,
    startsAt: time?.[0] ?? null,
    endsAt: time?.[1] ?? null,
    place: place ?? null,
    mode: mode ?? null,
    alreadyHeld: held,
  });
  if (kind === 'meeting') await callSeats(w, { meetingId });
  for (const [index, item] of meeting.items.entries())
    items.set(itemKey(date, item.title), await loadItem(w, year, meetingId, index + 1, item));
}

async function loadItem(
  w: Writer<'meeting.edit'>,
  year: number,
  meetingId: Id<'meeting'>,
  number: number,
  item: DemoItem,
): Promise<Id<'agendaItem'>> {
  const matter = item.matter ? await findMatterByNumber(w, item.matter) : undefined;
  const itemId = await addAgendaItem(w, {
    meetingId,
    number: String(number),
    title: item.title,
    category: item.category ?? 'information',
    presenters: item.presenters ?? [],
    matterId: matter?.id ?? null,
    summary: item.summary ?? null,
  });
  for (const assignment of item.assignments ?? [])
    await linkItemToAssignment(w, { itemId, assignmentId: await assignmentId(w, `${year}:${assignment}`) });
  return itemId;
}
