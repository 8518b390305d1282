import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import { assignmentsOfPlans, rollForward } from '../../../domain/assignments/index.ts';
import { giveByDecision } from '../../../domain/execution/index.ts';
import { hasCome, listBudgetInputs } from '../../../domain/inputs/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import { adoptPlan, createPlan, listPlans, planYears } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import { civilDateField, idempotencyField, idField, manyOf, text, versionField, wholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { outcomeWords } from '../followup/budget-input-look.ts';
import { goalCheckRoutes } from './goal-check-routes.ts';
import { gatherPlan } from './plan-facts.ts';
import { newPlanPage, planListPage } from './plan-list-page.ts';
import { planPage } from './plan-page.ts';
import { backToPlan, proposeRoutes } from './propose-routes.ts';
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
      return backToPlan(planId, texts[ctx.language].adoptedFlash);
    },
    onInvalid: show,
  }),
  ...proposeRoutes,
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
      return backToPlan(planId, texts[ctx.language].forwarded, '#for-vidare');
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
      return backToPlan(planId, given.length > 0 ? t.gaveFlash(ctx.format.list(given)) : t.tiedFlash);
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

async function ownersFor(ctx: RequestContext, r: Reader) {
  const today = ctx.services.runtime.today();
  return (await listBodies(r, { onDate: today }))
    .filter(({ id, kind }) => hasSeats(kind) && ctx.actor !== undefined && may(ctx.actor, 'plan.edit', id))
    .map(({ id, name }) => ({ value: id, text: name }));
}
