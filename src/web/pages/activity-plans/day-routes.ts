import * as z from 'zod';
import { planMeetingFromDay } from '../../../domain/meetings/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import { changeDay, getActivityPlan, planDay, removeDay } from '../../../domain/plans/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import { idempotencyField, idField, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { requireOwnPlan } from './activity-plan-facts.ts';
import { changeDayForm, dayFieldsOf, dayFormPage, dayValues, newDayForm, removeDayPage } from './day-form-page.ts';
import { planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = `${planListPath}/:id/dagar` as const;
const byPlan = z.object({ id: idField() });
const byDay = z.object({ id: idField(), dag: idField() });
const sample = { params: { id: anId, dag: anId } };
const exampleDay = { date: '2026-03-05', kind: 'meeting', idempotencyKey: 'exempel' };

/** The days of a plan: put in, changed, taken out, and made into meetings. */
export const dayRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/ny`,
    policy: 'plan.edit',
    about: 'Visar formuläret för en ny dag i aktivitetsplanen.',
    input: { params: byPlan },
    sample: { params: { id: anId } },
    handler: async (ctx) => dayFormPage(ctx, await readPlan(ctx, ctx.input.params.id), freshForm({ kind: 'meeting' })),
  }),
  route({
    method: 'POST',
    path: `${path}/ny`,
    policy: 'plan.edit',
    about: 'Lägger en dag i aktivitetsplanen.',
    input: { params: byPlan, form: newDayForm },
    sample: { params: { id: anId }, form: exampleDay },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'planDay', idempotencyKey }, (w) =>
        planDay(w, { activityPlanId: id, ...dayFieldsOf(ctx.input.form) }),
      );
      return toDay(id, ctx.input.form.date, texts[ctx.language].saved);
    },
    onInvalid: async (ctx, state) => dayFormPage(ctx, await readPlan(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: `${path}/:dag`,
    policy: 'plan.edit',
    about: 'Visar formuläret för en dag i aktivitetsplanen.',
    input: { params: byDay },
    sample,
    handler: async (ctx) => {
      const facts = await readDay(ctx, ctx.input.params);
      return dayFormPage(ctx, facts, freshForm(dayValues(facts.plan, facts.day)));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:dag`,
    policy: 'plan.edit',
    about: 'Ändrar en dag i aktivitetsplanen och vad den tar upp.',
    input: { params: byDay, form: changeDayForm },
    sample: { ...sample, form: { ...exampleDay, version: '1' } },
    handler: async (ctx) => {
      const { id, dag } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeDay', idempotencyKey }, (w) =>
        changeDay(w, { dayId: dag, expectedVersion: version, ...dayFieldsOf(ctx.input.form) }),
      );
      return toDay(id, ctx.input.form.date, texts[ctx.language].saved);
    },
    onInvalid: async (ctx, state) => dayFormPage(ctx, await readDay(ctx, ctx.input.params), state),
  }),
  route({
    method: 'GET',
    path: `${path}/:dag/ta-bort`,
    policy: 'plan.edit',
    about: 'Frågar om en dag ska tas bort ur aktivitetsplanen.',
    input: { params: byDay },
    sample,
    handler: async (ctx) => {
      const { plan, day } = await readDay(ctx, ctx.input.params);
      return removeDayPage(ctx, plan, day);
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:dag/ta-bort`,
    policy: 'plan.edit',
    about: 'Tar bort en dag ur aktivitetsplanen.',
    input: { params: byDay, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, dag } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeDay', idempotencyKey }, (w) =>
        removeDay(w, { dayId: dag, expectedVersion: version }),
      );
      const text = texts[ctx.language].removed;
      return redirect(recordAddress('activityPlan', id), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => {
      const { plan, day } = await readDay(ctx, ctx.input.params);
      return removeDayPage(ctx, plan, day, state);
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:dag/sammantrade`,
    policy: 'meeting.edit',
    about: 'Gör en planerad dag till ett sammanträde med dagens punkter på dagordningen.',
    input: { params: byDay, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, dag } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const { meetingId, itemsPut } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'planMeetingFromDay', idempotencyKey },
        (w) => planMeetingFromDay(w, { activityPlanId: id, dayId: dag }),
      );
      const text = texts[ctx.language].madeMeeting(itemsPut);
      return redirect(recordAddress('meeting', meetingId), { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => {
      const facts = await readDay(ctx, ctx.input.params);
      return dayFormPage(ctx, facts, { ...state, values: dayValues(facts.plan, facts.day) });
    },
  }),
];

type Asking = Pick<HandlerContext<'plan.edit' | 'meeting.edit'>, 'services' | 'auth' | 'actor'>;

async function readPlan(ctx: Asking, id: string) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
    plan: await getActivityPlan(r, id),
    bodies: (await listBodies(r)).filter(({ kind }) => hasSeats(kind)),
  }));
  requireOwnPlan(ctx.actor, facts.plan);
  return facts;
}

async function readDay(ctx: Asking, params: { readonly id: string; readonly dag: string }) {
  const facts = await readPlan(ctx, params.id);
  const day = facts.plan.days.find(({ id }) => id === params.dag);
  if (!day) throw new AppError('record.notFound');
  return { ...facts, day };
}

function toDay(planId: string, date: string, text: string) {
  return redirect(`${recordAddress('activityPlan', planId)}#datum-${date}`, { flash: { tone: 'success', text } });
}
