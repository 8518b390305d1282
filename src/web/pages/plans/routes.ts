import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import { assignmentsOfPlans, proposeAssignment, rollForward } from '../../../domain/assignments/index.ts';
import { giveByDecision } from '../../../domain/execution/index.ts';
import {
  type BudgetInputPoint,
  hasCome,
  inputPointsFor,
  listBudgetInputs,
  proposeFromPoint,
} from '../../../domain/inputs/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import { adoptPlan, createPlan, getPlan, listPlans, planYears } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import {
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalCivilDate,
  optionalId,
  optionalText,
  text,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readAssignmentChoices } from '../assignments/assignment-choices.ts';
import { outcomeWords } from '../followup/budget-input-look.ts';
import { goalCheckRoutes } from './goal-check-routes.ts';
import { gatherPlan } from './plan-facts.ts';
import { newPlanPage, planListPage } from './plan-list-page.ts';
import { planPage } from './plan-page.ts';
import { proposePage } from './propose-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const params = z.object({ id: idField() });
const sample = { params: { id: anId } };

/** The plans of the years: what they give, propose, carry on and made of the input, and their checks against the goals. */
export const planRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/planer',
    policy: 'record.read',
    about: 'Visar verksamhetsplanerna med antal uppdrag, förslag och vad som blev av inspelen.',
    sample: {},
    handler: async (ctx) => planListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listed(ctx, r))),
  }),
  route({
    method: 'GET',
    path: '/planer/ny',
    policy: 'plan.edit',
    about: 'Visar formuläret där en plan påbörjas.',
    sample: {},
    handler: async (ctx) => {
      const owners = await ctx.services.db.read(ctx.auth, (r) => ownersFor(ctx, r));
      const year = String(Number(ctx.services.runtime.today().slice(0, 4)) + 1);
      const only = owners.length === 1 ? owners[0]?.value : undefined;
      return newPlanPage(ctx, freshForm({ ownerBodyId: only, year, title: 'Verksamhetsplan med budget' }), owners);
    },
  }),
  route({
    method: 'POST',
    path: '/planer/ny',
    policy: 'plan.edit',
    about: 'Påbörjar ett organs plan för ett år.',
    input: {
      form: z.object({
        ownerBodyId: idField(),
        year: wholeNumber({ minimum: planYears.first, maximum: planYears.last }),
        title: text({ maximum: 300 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { ownerBodyId: anId, year: '2027', title: 'Verksamhetsplan', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'createPlan', idempotencyKey }, (w) =>
        createPlan(w, input),
      );
      return redirect(recordAddress('plan', id), { flash: { tone: 'success', text: texts[ctx.language].created } });
    },
    onInvalid: async (ctx, state) =>
      newPlanPage(ctx, state, await ctx.services.db.read(ctx.auth, (r) => ownersFor(ctx, r))),
  }),
  ...goalCheckRoutes,
  route({
    method: 'GET',
    path: '/planer/:id',
    policy: 'record.read',
    about: 'Visar en plan: uppdrag, förslag, inspelens utfall, det som kan föras vidare och målen.',
    input: { params },
    sample,
    handler: (ctx) => show(ctx),
  }),
  route({
    method: 'POST',
    path: '/planer/:id/faststall',
    policy: 'plan.edit',
    about: 'Antecknar att ägaren har fastställt sin plan.',
    input: {
      params,
      form: z.object({ adoptedOn: civilDateField(), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { ...sample, form: { adoptedOn: '2026-12-15', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const planId = ctx.input.params.id;
      const { adoptedOn, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'adoptPlan', idempotencyKey }, (w) =>
        adoptPlan(w, { planId, expectedVersion: version, adoptedOn }),
      );
      return back(planId, texts[ctx.language].adoptedFlash);
    },
    onInvalid: show,
  }),
  route({
    method: 'GET',
    path: '/planer/:id/foresla',
    policy: 'assignment.give',
    about: 'Visar formuläret där ett uppdrag föreslås i en plan, av en inspelspunkt eller för ett mål.',
    input: { params, query: z.object({ punkt: optionalId(), mal: optionalId() }) },
    sample,
    handler: async (ctx) => {
      const { punkt, mal } = ctx.input.query;
      const facts = await ctx.services.db.read(ctx.auth, (r) => proposeFacts(ctx, r, ctx.input.params.id, punkt));
      const goalId = mal ?? facts.from?.point.goal?.id;
      return proposePage(
        ctx,
        facts,
        freshForm({ text: facts.from ? wordsOf(facts.from.point) : '', ...(goalId && { goalId }) }),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/planer/:id/foresla',
    policy: 'assignment.give',
    about: 'Föreslår ett uppdrag i en plan.',
    input: {
      params,
      form: z.object({
        pointId: optionalId(),
        text: text({ maximum: 4_000 }),
        heading: optionalText({ maximum: 300 }),
        goalId: optionalId(),
        dueOn: optionalCivilDate(),
        performers: manyOf(idField()),
        consulted: manyOf(idField()),
        monitors: manyOf(idField()),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { text: 'Att utreda traumasjukvården.', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const planId = ctx.input.params.id;
      const { idempotencyKey, pointId, goalId, performers, consulted, monitors, ...words } = ctx.input.form;
      const inRole = <R extends string>(ids: readonly string[], role: R) => ids.map((bodyId) => ({ bodyId, role }));
      const proposal = {
        planId,
        text: words.text,
        heading: words.heading ?? null,
        dueOn: words.dueOn ?? null,
        goalIds: goalId ? [goalId] : [],
        parties: [
          ...inRole(performers, 'performer'),
          ...inRole(consulted, 'consulted'),
          ...inRole(monitors, 'monitor'),
        ],
      };
      await ctx.services.db.transact(ctx.auth, { verb: 'proposeAssignment', idempotencyKey }, (w) =>
        pointId ? proposeFromPoint(w, { ...proposal, pointId }) : proposeAssignment(w, proposal),
      );
      return back(planId, texts[ctx.language].proposedFlash, '#foreslagna');
    },
    onInvalid: async (ctx, state) => {
      const { pointId } = state.values;
      const point = typeof pointId === 'string' && pointId !== '' ? pointId : undefined;
      const facts = await ctx.services.db.read(ctx.auth, (r) => proposeFacts(ctx, r, ctx.input.params.id, point));
      return proposePage(ctx, facts, state);
    },
  }),
  route({
    method: 'POST',
    path: '/planer/:id/for-vidare',
    policy: 'assignment.give',
    about: 'Föreslår att en plan fortsätter ett uppdrag som inte är avslutat.',
    input: { params, form: z.object({ assignmentId: idField(), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { assignmentId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const planId = ctx.input.params.id;
      const { assignmentId, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'rollForward', idempotencyKey }, (w) =>
        rollForward(w, { planId, assignmentId }),
      );
      return back(planId, texts[ctx.language].forwarded, '#for-vidare');
    },
    onInvalid: show,
  }),
  route({
    method: 'POST',
    path: '/planer/:id/ge',
    policy: 'decision.record',
    about: 'Ger föreslagna uppdrag genom ett beslut: nu när det är fattat, annars när det fattas.',
    input: {
      params,
      form: z.object({
        assignmentIds: manyOf(idField(), { minimum: 1 }),
        decisionId: idField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { assignmentIds: anId, decisionId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const planId = ctx.input.params.id;
      const { assignmentIds, decisionId, idempotencyKey } = ctx.input.form;
      const given = await ctx.services.db.transact(ctx.auth, { verb: 'giveByDecision', idempotencyKey }, (w) =>
        giveByDecision(w, { decisionId, assignmentIds }),
      );
      const t = texts[ctx.language];
      return back(planId, given.length > 0 ? t.gaveFlash(ctx.format.list(given)) : t.tiedFlash);
    },
    onInvalid: show,
  }),
];

type OfPlan = RequestContext & {
  readonly auth: Parameters<RequestContext['services']['db']['read']>[0];
  readonly input: { readonly params: { readonly id: string } };
};

async function show(ctx: OfPlan, state?: FormState) {
  return planPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherPlan(r, ctx.input.params.id)), state);
}

function back(planId: string, said: string, under = '') {
  return redirect(recordAddress('plan', planId) + under, { flash: { tone: 'success', text: said } });
}

async function listed(ctx: RequestContext, r: Reader) {
  const bodies = new Map<string, string>((await listBodies(r)).map(({ id, name }) => [id, name]));
  const inputs = await listBudgetInputs(r);
  const plans = await listPlans(r);
  const assignments = await assignmentsOfPlans(r, plans);
  return plans.map((plan) => {
    const own = assignments.get(plan.id) ?? [];
    const points = inputs
      .filter(
        ({ forYear, to, state }) =>
          hasCome(state) && forYear === plan.year && (to === null || to.id === plan.ownerBodyId),
      )
      .flatMap((input) => input.points);
    return {
      plan,
      owner: bodies.get(plan.ownerBodyId) ?? '',
      given: own.filter(({ state }) => state !== 'proposed').length,
      proposed: own.filter(({ state }) => state === 'proposed').length,
      inputs: outcomeWords(ctx, { points }),
    };
  });
}

async function proposeFacts(ctx: RequestContext, r: Reader, id: string, pointId: string | undefined) {
  const plan = await getPlan(r, id);
  const points = pointId ? await inputPointsFor(r, { planYear: plan.year }) : [];
  return {
    plan,
    options: await readAssignmentChoices(r, ctx.services.runtime.today()),
    from: points.find(({ point }) => point.id === pointId) ?? null,
  };
}

/** The words of a point as an assignment begins: the wish, without its number. A person makes it an assignment. */
const wordsOf = ({ headline }: BudgetInputPoint) => headline;

async function ownersFor(ctx: RequestContext, r: Reader) {
  const today = ctx.services.runtime.today();
  return (await listBodies(r, { onDate: today }))
    .filter(({ id, kind }) => hasSeats(kind) && ctx.actor !== undefined && may(ctx.actor, 'plan.edit', id))
    .map(({ id, name }) => ({ value: id, text: name }));
}
