import * as z from 'zod';
import { proposeAssignment } from '../../../domain/assignments/index.ts';
import { type BudgetInputPoint, inputPointsFor, proposeFromPoint } from '../../../domain/inputs/index.ts';
import { getPlan } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, manyOf, optionalCivilDate, optionalId, optionalText, text } from '../../input.ts';
import { type Redirect, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readAssignmentChoices } from '../assignments/assignment-choices.ts';
import { proposePage } from './propose-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const params = z.object({ id: idField() });
const sample = { params: { id: anId } };

/** Proposing an assignment for a plan: of a point of input, for a goal, or of its own. */
export const proposeRoutes: readonly Route[] = [
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
      return backToPlan(planId, texts[ctx.language].proposedFlash, '#foreslagna');
    },
    onInvalid: async (ctx, state) => {
      const { pointId } = state.values;
      const point = typeof pointId === 'string' && pointId !== '' ? pointId : undefined;
      const facts = await ctx.services.db.read(ctx.auth, (r) => proposeFacts(ctx, r, ctx.input.params.id, point));
      return proposePage(ctx, facts, state);
    },
  }),
];

/** After something was done to a plan: back to its page, or to the part of it. */
export function backToPlan(planId: string, said: string, under = ''): Redirect {
  return redirect(recordAddress('plan', planId) + under, { flash: { tone: 'success', text: said } });
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
