import { type Actor, may } from '../../../domain/access/index.ts';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { listDecisions } from '../../../domain/decisions/index.ts';
import { type BudgetInput, getBudgetInput, listInputVersions } from '../../../domain/inputs/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { agendaItemsOfYear, listMeetings } from '../../../domain/meetings/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import { listPlans } from '../../../domain/plans/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Option } from '../../components/field/field.ts';
import type { Reader } from '../../contracts.ts';
import { readGoalChoices } from '../assignments/assignment-choices.ts';
import { readConnections } from '../connections/connected-facts.ts';
import type { BudgetInputFacts } from './budget-input-page.ts';
import type { SettleFacts } from './budget-input-settle-page.ts';

/** Everything that the page of an input shows. */
export async function gatherInput(r: Reader, id: string, today: CivilDate): Promise<BudgetInputFacts> {
  const input = await getBudgetInput(r, id);
  const year = input.forYear - 1;
  return {
    input,
    versions: await listInputVersions(r, id),
    items: await agendaItemsOfYear(r, input.body.id, year),
    decisions: (await listDecisions(r, { bodyId: input.body.id, year, state: 'made', limit: 100 })).decisions.filter(
      ({ item }) => item !== null,
    ),
    givingMeetings: await comingMeetings(r, input.body.id, today),
    receivingMeetings: input.to ? await comingMeetings(r, input.to.id, today) : [],
    planId: await planOf(r, input),
    connections: await readConnections(r, [id, ...input.points.map((point) => point.id)]),
    sources: await sourcesOf(r, 'budgetInput', id),
  };
}

/** What the receiver chooses from when it says what became of the points. */
export async function gatherSettling(r: Reader, id: string): Promise<SettleFacts> {
  const input = await getBudgetInput(r, id);
  const { rows } = await listAssignments(r, { year: input.forYear, sort: 'oldest', pageSize: 200 });
  const { decisions } = await listDecisions(r, {
    ...(input.to && { bodyId: input.to.id }),
    state: 'made',
    limit: 100,
  });
  return { input, assignments: rows, decisions, planId: await planOf(r, input) };
}

/** The goals and the assignments of the year before that a point can be about. */
export async function pointChoices(
  r: Reader,
  input: BudgetInput,
): Promise<{ readonly goals: readonly Option[]; readonly assignments: readonly Option[] }> {
  const { rows } = await listAssignments(r, { year: input.forYear - 1, sort: 'oldest', pageSize: 200 });
  return {
    goals: await readGoalChoices(r),
    assignments: rows.map(({ id, ref, title }) => ({ value: id, text: `${ref} ${title}` })),
  };
}

/** The elected bodies that may receive an input, and those of them for which the reader may write one. */
export async function inputBodies(
  r: Reader,
  actor: Actor | undefined,
  today: CivilDate,
): Promise<{ readonly bodies: readonly Option[]; readonly receivers: readonly Option[] }> {
  const elected = (await listBodies(r, { onDate: today })).filter(({ kind }) => hasSeats(kind));
  const option = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, text: name });
  return {
    bodies: elected.filter(({ id }) => actor !== undefined && may(actor, 'report.edit', id)).map(option),
    receivers: elected.map(option),
  };
}

async function comingMeetings(r: Reader, bodyId: Id<'body'>, today: CivilDate) {
  const { meetings } = await listMeetings(r, { bodyId, from: today, order: 'oldest', limit: 12 });
  return meetings.filter(({ state }) => state === 'planned' || state === 'summoned');
}

/** The plan of the input's year: of its receiver, or the only one there is. */
async function planOf(r: Reader, { forYear, to }: BudgetInput): Promise<string | null> {
  const plans = await listPlans(r, { year: forYear, ...(to && { ownerBodyId: to.id }) });
  return plans.length === 1 ? (plans[0]?.id ?? null) : null;
}
