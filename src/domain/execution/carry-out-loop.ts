import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { type Assignment, giveProposed, listAssignmentsById } from '../assignments/index.ts';
import {
  type Decision,
  decisionsByIds,
  getDecision,
  linkDecisionToAssignment,
  recordDecision,
} from '../decisions/index.ts';
import {
  type BudgetInput,
  decideInput,
  getBudgetInput,
  letterProblems,
  listBudgetInputs,
  mayInput,
  sendInput,
} from '../inputs/index.ts';
import { addAgendaItem } from '../meetings/index.ts';
import { carryOutReturns, type ReturnLink, returnsOnMaking } from './approve-return-by-decision.ts';
import { writeEffect } from './decision-effect-writer.ts';

/** A decision as far as it is known what it creates: who asks has read it already. */
type LinkedDecision = Pick<Decision, 'id' | 'assignments'>;

/** What making a decision does to the loop of the year, told before anybody presses: proposed assignments are given, an input is decided and sent. */
export type LoopOnMaking = {
  readonly decisionId: Id<'decision'>;
  readonly record: {
    readonly noun: 'assignment' | 'budgetInput' | 'nationalReport';
    readonly id: string;
    readonly title: string;
  };
  readonly sentence: Localized;
  readonly obstacles: readonly Problem[];
};

/** What making some decisions will do, and what stands in the way of it. */
export async function loopOnMaking(r: Reader, decisions: readonly LinkedDecision[]): Promise<readonly LoopOnMaking[]> {
  const { proposed, inputs, returns } = await linkedToDecisions(r, decisions);
  return [
    ...(await returnsOnMaking(r, returns)),
    ...proposed.map(
      ({ decisionId, assignment: { id, ref, title } }): LoopOnMaking => ({
        decisionId,
        record: { noun: 'assignment', id, title },
        sentence: {
          sv: `Beslutet ger det föreslagna uppdraget ”${title}” (${ref}), som då får sitt nummer.`,
          en: `The decision gives the proposed assignment “${title}” (${ref}), which then gets its number.`,
        },
        obstacles: [],
      }),
    ),
    ...inputs.map(
      ({ decisionId, input }): LoopOnMaking => ({
        decisionId,
        record: { noun: 'budgetInput', id: input.id, title: input.title },
        sentence: {
          sv: `Beslutet fryser inspelet ”${input.title}”${input.to ? ` och skickar det till ${input.to.name}` : ''}.`,
          en: `The decision freezes the input “${input.title}”${input.to ? ` and sends it to ${input.to.name}` : ''}.`,
        },
        obstacles: [...letterProblems(input), ...(input.to ? [] : [{ path: 'toBodyId', key: 'input.noReceiver' }])],
      }),
    ),
  ];
}

/** What was done by the decisions, and what could not be: the decisions stand all the same. */
export type LoopCarriedOut = {
  /** How the given assignments are called. */
  readonly given: readonly string[];
  readonly decided: readonly Id<'budgetInput'>[];
  /** The returns that were approved and frozen. */
  readonly approved: readonly Id<'nationalReport'>[];
  readonly left: readonly Problem[];
};

/**
 * Carries out what made decisions say of the loop: gives and numbers the proposed assignments that they create, freezes and sends the inputs that
 * they decide, approves and freezes the returns that they approve, whose addresses lie below `publicUrl`. Doing it twice does it once.
 */
export async function carryOutLoop(
  w: Writer<'decision.record' | 'meeting.conduct'>,
  { decisionIds, publicUrl = '' }: { readonly decisionIds: readonly Id<'decision'>[]; readonly publicUrl?: string },
): Promise<LoopCarriedOut> {
  const made = (await decisionsByIds(w, decisionIds)).filter(({ state }) => state === 'made');
  const { proposed, inputs, returns } = await linkedToDecisions(w, made);
  const given: string[] = [];
  for (const { decisionId, assignment } of proposed) {
    given.push(await giveProposed(w, { assignmentId: assignment.id, reason: `decision ${decisionId}` }));
    await writeEffect(w, decisionId, 'gaveAssignment', assignment.id);
  }
  const decided: Id<'budgetInput'>[] = [];
  const left: Problem[] = [];
  for (const { decisionId, input } of inputs) {
    const problems = letterProblems(input);
    await w.log({ noun: 'decision', recordId: decisionId, summary: 'carried out', after: { inputId: input.id } });
    left.push(...problems);
    if (problems.length > 0) continue;
    await decideInput(w, { inputId: input.id, expectedVersion: input.version, decisionId });
    decided.push(input.id);
    if (input.to) await sendInput(w, { inputId: input.id, expectedVersion: input.version + 1 });
    else left.push({ path: 'toBodyId', key: 'input.noReceiver' });
  }
  const carried = await carryOutReturns(w, returns, publicUrl);
  return { given, decided, approved: carried.approved, left: [...left, ...carried.left] };
}

/**
 * Puts an input up for decision in a meeting of its body: an item with the proposal in the words of seed 001 (to approve it, and that the paragraph is
 * adjusted at once when the time asks for that), tied so that the decision freezes and sends the letter.
 */
export async function putInputOnAgenda(
  w: Writer<'meeting.edit'>,
  input: {
    readonly inputId: Id<'budgetInput'>;
    readonly meetingId: Id<'meeting'>;
    readonly adjustAtOnce?: boolean;
  },
): Promise<Id<'agendaItem'>> {
  const { title, points, matter, body, id } = await getBudgetInput(w, input.inputId);
  const name = title.charAt(0).toLocaleLowerCase('sv') + title.slice(1);
  const itemId = await addAgendaItem(w, {
    meetingId: input.meetingId,
    title,
    category: 'decision',
    matterId: matter?.id ?? null,
    summary: points.map(({ number, headline }) => `${number}. ${headline}`).join('\n'),
  });
  const { id: decisionId } = await recordDecision(w, {
    agendaItemId: itemId,
    bodyId: body.id,
    title,
    state: 'proposed',
    clauses: [
      `att godkänna förslaget till ${name}${input.adjustAtOnce ? ', samt' : '.'}`,
      ...(input.adjustAtOnce ? ['att paragrafen förklaras omedelbart justerad.'] : []),
    ],
  });
  await writeEffect(w, decisionId, 'decidesInput', id);
  return itemId;
}

/** Ties a proposed or made decision to the input that it decides. */
export async function linkInputToDecision(
  w: Writer<'decision.record' | 'meeting.edit'>,
  input: { readonly inputId: Id<'budgetInput'>; readonly decisionId: Id<'decision'> },
): Promise<void> {
  const decision = await getDecision(w, input.decisionId);
  requireBody(w.auth, decision.body.id);
  const { id, body } = await getBudgetInput(w, input.inputId);
  refuseProblems(body.id === decision.body.id ? [] : [{ path: 'decisionId', key: 'input.decisionOfGiver' }]);
  await writeEffect(w, decision.id, 'decidesInput', id);
}

export type GiveByDecision = {
  readonly decisionId: Id<'decision'>;
  readonly assignmentIds: readonly Id<'assignment'>[];
};

/**
 * Says that a decision gives some proposed assignments. Made already, it gives and numbers them at once; a proposal gives them when it is made.
 * Answers how the given ones are called.
 */
export async function giveByDecision(w: Writer<'decision.record'>, input: GiveByDecision): Promise<readonly string[]> {
  const decision = await getDecision(w, input.decisionId);
  requireBody(w.auth, decision.body.id);
  const assignments = await listAssignmentsById(w, input.assignmentIds);
  refuseProblems([
    ...(input.assignmentIds.length > 0
      ? []
      : [{ path: 'assignmentIds', key: 'validation.tooFew', values: { minimum: 1 } }]),
    ...(assignments.length === input.assignmentIds.length && assignments.every(({ state }) => state === 'proposed')
      ? []
      : [{ path: 'assignmentIds', key: 'input.notProposed' }]),
    ...assignments
      .filter(({ givenByBodyId }) => givenByBodyId !== decision.body.id)
      .map(({ ref }) => ({ path: 'assignmentIds', key: 'input.otherPlan', values: { ref } })),
  ]);
  for (const { id } of assignments)
    if (!decision.assignments.some((link) => link.id === id && link.kind === 'creates'))
      await linkDecisionToAssignment(w, { decisionId: decision.id, assignmentId: id, kind: 'creates' });
  const { given } = await carryOutLoop(w, { decisionIds: [decision.id] });
  return given;
}

type Linked = {
  readonly proposed: readonly { readonly decisionId: Id<'decision'>; readonly assignment: Assignment }[];
  readonly inputs: readonly { readonly decisionId: Id<'decision'>; readonly input: BudgetInput }[];
  readonly returns: readonly ReturnLink[];
};

/** The proposed assignments that some decisions create, the undecided inputs that they decide, and the returns that they approve. */
async function linkedToDecisions(r: Reader, decisions: readonly LinkedDecision[]): Promise<Linked> {
  if (decisions.length === 0) return { proposed: [], inputs: [], returns: [] };
  const creates = decisions.flatMap(({ id, assignments }) =>
    assignments.filter(({ kind }) => kind === 'creates').map((link) => ({ decisionId: id, assignmentId: link.id })),
  );
  const assignments = await listAssignmentsById(
    r,
    creates.map(({ assignmentId }) => assignmentId),
  );
  const links = await r.db
    .selectFrom('decision_effect')
    .select(['decision_id', 'record_id', 'kind'])
    .where('tenant_id', '=', r.tenantId)
    .where('kind', 'in', ['decidesInput', 'approvesReturn'])
    .where((eb) => eb('decision_id', '=', eb.fn.any(eb.val(decisions.map(({ id }) => id)))))
    .execute();
  const effects = links.filter(({ kind }) => kind === 'decidesInput');
  const inputs = effects.length === 0 ? [] : await listBudgetInputs(r, { ids: effects.map((one) => one.record_id) });
  return {
    // In the order in which they were proposed, so that they are numbered as the plan has them.
    proposed: creates
      .flatMap(({ decisionId, assignmentId }) =>
        assignments
          .filter(({ id, state: stands }) => id === assignmentId && stands === 'proposed')
          .map((assignment) => ({ decisionId, assignment })),
      )
      .sort((a, b) => a.assignment.year - b.assignment.year || a.assignment.position - b.assignment.position),
    inputs: effects.flatMap(({ decision_id, record_id }) =>
      inputs
        .filter(({ id, state: stands }) => id === record_id && mayInput(stands, 'decide'))
        .map((input) => ({ decisionId: decision_id, input })),
    ),
    returns: links
      .filter(({ kind }) => kind === 'approvesReturn')
      .map(({ decision_id, record_id }) => ({ decisionId: decision_id, reportId: record_id })),
  };
}
