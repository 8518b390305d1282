import * as z from 'zod';
import { allowMatch, getActivityYear, refuseMatch } from '../../../domain/meetings/index.ts';
import { explainUntaken, untakenReasonsOf } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState } from '../../contracts.ts';
import { idempotencyField, idField, text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';
import { reasonForm, untakenPage } from './untaken-page.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = `${planListPath}/:id` as const;
const byPlan = z.object({ id: idField() });
const byLine = byPlan.extend({ rad: idField() });
const matchForm = z.object({ agendaItemId: idField(), idempotencyKey: idempotencyField });

/** The report of what a plan's year never took up: why, and which guesses are wrong. */
export const untakenRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/aldrig-upptaget`,
    policy: 'record.read',
    about: 'Visar vad aktivitetsplanen ville ta upp men som inte stått på någon dagordning under året.',
    input: { params: byPlan },
    sample: { params: { id: anId } },
    handler: async (ctx) => await untaken(ctx),
  }),
  route({
    method: 'POST',
    path: `${path}/aldrig-upptaget/:rad`,
    policy: 'plan.edit',
    about: 'Antecknar varför något i aktivitetsplanen aldrig togs upp.',
    input: { params: byPlan.extend({ rad: idField() }), form: reasonForm },
    sample: {
      params: { id: anId, rad: anId },
      form: { noun: 'plannedItem', reason: 'Inställt', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { noun, reason, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'explainUntaken', idempotencyKey }, (w) =>
        explainUntaken(w, { activityPlanId: id, noun, recordId: rad, reason }),
      );
      const text = texts[ctx.language].explained;
      return redirect(`${recordAddress('activityPlan', id)}/aldrig-upptaget#aldrig-${rad}`, {
        flash: { tone: 'success', text },
      });
    },
    onInvalid: async (ctx, form) => await untaken(ctx, { recordId: ctx.input.params.rad, form }),
  }),
  route({
    method: 'POST',
    path: `${path}/inte-upptaget/:rad`,
    policy: 'plan.edit',
    about: 'Antecknar att en ärendepunkt med samma ord inte tog upp något i aktivitetsplanen, och varför.',
    input: { params: byLine, form: matchForm.extend({ reason: text({ maximum: 500 }) }) },
    sample: {
      params: { id: anId, rad: anId },
      form: { agendaItemId: anId, reason: 'Gällde ett annat ärende', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { agendaItemId, reason, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'refuseMatch', idempotencyKey }, (w) =>
        refuseMatch(w, { activityPlanId: id, recordId: rad, agendaItemId, reason }),
      );
      return backTo(id, rad, texts[ctx.language].matchRefused);
    },
    onInvalid: async (ctx, form) => await untaken(ctx, { recordId: ctx.input.params.rad, form }),
  }),
  route({
    method: 'POST',
    path: `${path}/inte-upptaget/:rad/aterta`,
    policy: 'plan.edit',
    about: 'Återtar att en ärendepunkt inte tog upp något i aktivitetsplanen.',
    input: { params: byLine, form: matchForm },
    sample: { params: { id: anId, rad: anId }, form: { agendaItemId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { agendaItemId, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'allowMatch', idempotencyKey }, (w) =>
        allowMatch(w, { activityPlanId: id, recordId: rad, agendaItemId }),
      );
      return backTo(id, rad, texts[ctx.language].matchAllowed);
    },
    onInvalid: async (ctx, form) => await untaken(ctx, { recordId: ctx.input.params.rad, form }),
  }),
];

type OfPlan = Pick<HandlerContext<'plan.edit' | 'record.read'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: { readonly id: string } };
};

function backTo(planId: string, recordId: string, text: string) {
  return redirect(`${recordAddress('activityPlan', planId)}/aldrig-upptaget#upptaget-${recordId}`, {
    flash: { tone: 'success', text },
  });
}

async function untaken(
  ctx: HandlerContext<'plan.edit' | 'record.read'> & OfPlan,
  state?: { readonly recordId: string; readonly form: FormState },
) {
  const { year, reasons } = await ctx.services.db.read(ctx.auth, async (r) => ({
    year: await getActivityYear(r, ctx.input.params.id),
    reasons: await untakenReasonsOf(r, ctx.input.params.id),
  }));
  return untakenPage(ctx, year, reasons, ctx.services.runtime.today(), state);
}
