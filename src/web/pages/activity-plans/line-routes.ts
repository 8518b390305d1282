import * as z from 'zod';
import { type Assignment, listAssignments, listAssignmentsById } from '../../../domain/assignments/index.ts';
import { listGoals } from '../../../domain/goals/index.ts';
import { linkActivityPlan, planLinksOf } from '../../../domain/meetings/index.ts';
import {
  type ActivityPlan,
  addFocusArea,
  addPlanPoint,
  changeFocusArea,
  changePlannedItem,
  changePlanPoint,
  confirmCopied,
  getActivityPlan,
  movePlannedItem,
  removePlanLine,
  settleProposal,
} from '../../../domain/plans/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import { idempotencyField, idField, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { readActivityPlan, requireOwnPlan } from './activity-plan-facts.ts';
import { activityPlanPage } from './activity-plan-page.ts';
import {
  focusForm,
  focusPage,
  itemForm,
  itemPage,
  linesOf,
  moveForm,
  pointForm,
  pointPage,
  settleForm,
  settlePage,
} from './line-forms.ts';
import { planListPath } from './plan-paths.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = `${planListPath}/:id` as const;
const byPlan = z.object({ id: idField() });
const byLine = z.object({ id: idField(), rad: idField() });
const sample = { params: { id: anId, rad: anId } };
const versioned = { version: versionField, idempotencyKey: idempotencyField };
const key = { idempotencyKey: 'exempel' };

/** The lines of a plan: focus areas, further points, the backlog of proposals, planned items, and the confirming of what was copied. */
export const lineRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/fokus/nytt`,
    policy: 'plan.edit',
    about: 'Visar formuläret för ett nytt fokusområde.',
    input: { params: byPlan },
    sample: { params: { id: anId } },
    handler: async (ctx) => focusPage(ctx, await readLine(ctx, ctx.input.params.id), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${path}/fokus/nytt`,
    policy: 'plan.edit',
    about: 'Lägger till ett fokusområde med de uppdrag det handlar om.',
    input: { params: byPlan, form: focusForm },
    sample: { params: { id: anId }, form: { text: 'Ekonomi', ...key } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { text, assignmentIds, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addFocusArea', idempotencyKey }, async (w) => {
        const recordId = await addFocusArea(w, { activityPlanId: id, text });
        await linkActivityPlan(w, { noun: 'focusArea', recordId, assignmentIds });
      });
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => focusPage(ctx, await readLine(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: `${path}/fokus/:rad`,
    policy: 'plan.edit',
    about: 'Visar formuläret för ett fokusområde.',
    input: { params: byLine },
    sample,
    handler: async (ctx) => {
      const facts = await readArea(ctx, ctx.input.params);
      return focusPage(ctx, facts, freshForm({ text: facts.area.text, assignmentIds: facts.linked }));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/fokus/:rad`,
    policy: 'plan.edit',
    about: 'Ändrar ett fokusområde och dess uppdrag.',
    input: { params: byLine, form: focusForm.extend({ version: versionField }) },
    sample: { ...sample, form: { text: 'Ekonomi', version: '1', ...key } },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { text, assignmentIds, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeFocusArea', idempotencyKey }, async (w) => {
        await changeFocusArea(w, { focusAreaId: rad, expectedVersion: version, text });
        await linkActivityPlan(w, { noun: 'focusArea', recordId: rad, assignmentIds });
      });
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => focusPage(ctx, await readArea(ctx, ctx.input.params), state),
  }),
  ...(['fokus', 'punkter'] as const).map((word) =>
    route({
      method: 'POST',
      path: `${path}/${word}/:rad/ta-bort`,
      policy: 'plan.edit',
      about: `Tar bort ${word === 'fokus' ? 'ett fokusområde' : 'en punkt'} ur aktivitetsplanen.`,
      input: { params: byLine, form: z.object(versioned) },
      sample: { ...sample, form: { version: '1', ...key } },
      handler: async (ctx) => {
        const { id, rad } = ctx.input.params;
        const { version, idempotencyKey } = ctx.input.form;
        const noun = word === 'fokus' ? 'focusArea' : 'planPoint';
        await ctx.services.db.transact(ctx.auth, { verb: 'removePlanLine', idempotencyKey }, (w) =>
          removePlanLine(w, { noun, recordId: rad, expectedVersion: version }),
        );
        return saved(ctx, id, texts[ctx.language].removed);
      },
      onInvalid: async (ctx) => planPage(ctx, ctx.input.params.id),
    }),
  ),
  route({
    method: 'GET',
    path: `${path}/punkter/ny`,
    policy: 'plan.edit',
    about: 'Visar formuläret för en ny punkt i aktivitetsplanen.',
    input: { params: byPlan },
    sample: { params: { id: anId } },
    handler: async (ctx) => pointPage(ctx, await readLine(ctx, ctx.input.params.id), freshForm({ kind: 'proposal' })),
  }),
  route({
    method: 'POST',
    path: `${path}/punkter/ny`,
    policy: 'plan.edit',
    about: 'Lägger en punkt i aktivitetsplanen: uppföljning, intresse, förslag eller stående information.',
    input: { params: byPlan, form: pointForm },
    sample: { params: { id: anId }, form: { kind: 'proposal', text: 'Studiebesök', ...key } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, details, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addPlanPoint', idempotencyKey }, (w) =>
        addPlanPoint(w, { activityPlanId: id, ...pointFields(fields), details: linesOf(details) }),
      );
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => pointPage(ctx, await readLine(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: `${path}/punkter/:rad`,
    policy: 'plan.edit',
    about: 'Visar formuläret för en punkt i aktivitetsplanen.',
    input: { params: byLine },
    sample,
    handler: async (ctx) => {
      const facts = await readPoint(ctx, ctx.input.params);
      const { kind, text, details, giver, origin } = facts.point;
      const values = { kind, text, details: details.join('\n'), giver: giver ?? '', origin: origin ?? '' };
      return pointPage(ctx, facts, freshForm(values));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/punkter/:rad`,
    policy: 'plan.edit',
    about: 'Ändrar en punkt i aktivitetsplanen.',
    input: { params: byLine, form: pointForm.extend({ version: versionField }) },
    sample: { ...sample, form: { kind: 'proposal', text: 'Studiebesök', version: '1', ...key } },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { idempotencyKey, version, details, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changePlanPoint', idempotencyKey }, (w) =>
        changePlanPoint(w, {
          pointId: rad,
          expectedVersion: version,
          ...pointFields(fields),
          details: linesOf(details),
        }),
      );
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => pointPage(ctx, await readPoint(ctx, ctx.input.params), state),
  }),
  route({
    method: 'GET',
    path: `${path}/punkter/:rad/beslut`,
    policy: 'plan.edit',
    about: 'Visar formuläret där det bestäms vad som blir av ett förslag.',
    input: { params: byLine },
    sample,
    handler: async (ctx) => {
      const { plan, point } = await readPoint(ctx, ctx.input.params);
      return settlePage(ctx, plan, point, freshForm());
    },
  }),
  route({
    method: 'POST',
    path: `${path}/punkter/:rad/beslut`,
    policy: 'plan.edit',
    about: 'Planerar in, avför eller antecknar ett förslag som behandlat.',
    input: { params: byLine, form: settleForm },
    sample: { ...sample, form: { action: 'treat', version: '1', ...key } },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { action, reason, dayId, category, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'settleProposal', idempotencyKey }, (w) =>
        settleProposal(w, {
          pointId: rad,
          expectedVersion: version,
          action,
          reason: reason ?? null,
          dayId: dayId ?? null,
          category: category ?? null,
        }),
      );
      return saved(ctx, id, texts[ctx.language].settled);
    },
    onInvalid: async (ctx, state) => {
      const { plan, point } = await readPoint(ctx, ctx.input.params);
      return settlePage(ctx, plan, point, state);
    },
  }),
  route({
    method: 'GET',
    path: `${path}/planerat/:rad`,
    policy: 'plan.edit',
    about: 'Visar formuläret för en planerad punkt.',
    input: { params: byLine },
    sample,
    handler: async (ctx) => {
      const facts = await readItem(ctx, ctx.input.params);
      return itemPage(ctx, facts, freshForm(facts.values));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/planerat/:rad`,
    policy: 'plan.edit',
    about: 'Ändrar en planerad punkt: ord, förslagsställare, mål, fokusområde och uppdrag.',
    input: { params: byLine, form: itemForm },
    sample: { ...sample, form: { text: 'Jourlinjer', version: '1', ...key } },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { text, proposer, goalId, focusAreaId, assignmentIds, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changePlannedItem', idempotencyKey }, async (w) => {
        await changePlannedItem(w, {
          itemId: rad,
          expectedVersion: version,
          text,
          proposer: proposer ?? null,
          goalId: goalId ?? null,
          focusAreaId: focusAreaId ?? null,
        });
        await linkActivityPlan(w, { noun: 'plannedItem', recordId: rad, assignmentIds });
      });
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => itemPage(ctx, await readItem(ctx, ctx.input.params), state),
  }),
  route({
    method: 'POST',
    path: `${path}/planerat/:rad/flytta`,
    policy: 'plan.edit',
    about: 'Flyttar en planerad punkt till en annan dag; varifrån står kvar vid den.',
    input: { params: byLine, form: moveForm },
    sample: { ...sample, form: { dayId: anId, version: '1', ...key } },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { dayId, reason, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'movePlannedItem', idempotencyKey }, (w) =>
        movePlannedItem(w, { itemId: rad, expectedVersion: version, dayId, reason: reason ?? null }),
      );
      return saved(ctx, id, texts[ctx.language].moved);
    },
    onInvalid: async (ctx, state) => {
      const facts = await readItem(ctx, ctx.input.params);
      return itemPage(ctx, facts, freshForm(facts.values), state);
    },
  }),
  route({
    method: 'POST',
    path: `${path}/bekrafta/:rad`,
    policy: 'plan.edit',
    about: 'Bekräftar att en rad som kopierats från ett tidigare år gäller också i år.',
    input: { params: byLine, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: key },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'confirmCopied', idempotencyKey }, (w) =>
        confirmCopied(w, { activityPlanId: id, recordId: rad }),
      );
      return saved(ctx, id, texts[ctx.language].confirmed);
    },
    onInvalid: async (ctx) => planPage(ctx, ctx.input.params.id),
  }),
];

type Asking = Pick<HandlerContext<'plan.edit'>, 'services' | 'auth' | 'actor'>;
type Line = { readonly id: string; readonly rad: string };

function saved(ctx: HandlerContext<'plan.edit'>, planId: string, text = texts[ctx.language].saved) {
  return redirect(recordAddress('activityPlan', planId), { flash: { tone: 'success', text } });
}

async function planPage(ctx: HandlerContext<'plan.edit'>, id: string) {
  const today = ctx.services.runtime.today();
  return activityPlanPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readActivityPlan(r, id, today)));
}

async function readLine(ctx: Asking, id: string) {
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const plan = await getActivityPlan(r, id);
    requireOwnPlan(ctx.actor, plan);
    const links = await planLinksOf(r, plan);
    return { plan, links, assignments: await assignmentsFor(r, plan, [...links.assignments.values()].flat()) };
  });
}

async function readArea(ctx: Asking, { id, rad }: Line) {
  const facts = await readLine(ctx, id);
  const area = facts.plan.focusAreas.find((one) => one.id === rad);
  if (!area) throw new AppError('record.notFound');
  return { ...facts, area, linked: facts.links.assignments.get(rad) ?? [] };
}

async function readPoint(ctx: Asking, { id, rad }: Line) {
  const facts = await readLine(ctx, id);
  const point = facts.plan.points.find((one) => one.id === rad);
  if (!point) throw new AppError('record.notFound');
  return { ...facts, point };
}

async function readItem(ctx: Asking, { id, rad }: Line) {
  const facts = await readLine(ctx, id);
  const slot = facts.plan.activities.find(({ items }) => items.some((one) => one.id === rad));
  const item = slot?.items.find((one) => one.id === rad);
  if (!slot || !item) throw new AppError('record.notFound');
  const values = {
    text: item.text,
    proposer: item.proposer ?? '',
    goalId: item.goal?.id ?? '',
    focusAreaId: item.focusAreaId ?? '',
    assignmentIds: facts.links.assignments.get(rad) ?? [],
  };
  const goals = await ctx.services.db.read(ctx.auth, (r) => listGoals(r));
  return { ...facts, item, dayId: slot.dayId, values, goals };
}

/** The assignments of the year that the body has a part in, and those that the plan names already. */
async function assignmentsFor(r: Reader, plan: ActivityPlan, named: readonly string[]): Promise<readonly Assignment[]> {
  const ofYear = await listAssignments(r, { bodyId: plan.body.id, year: plan.year, pageSize: 200 });
  const known = new Set(ofYear.rows.map(({ id }) => id as string));
  return [
    ...ofYear.rows,
    ...(await listAssignmentsById(
      r,
      named.filter((id) => !known.has(id)),
    )),
  ];
}

function pointFields({ kind, text, giver, origin }: Omit<z.infer<typeof pointForm>, 'idempotencyKey' | 'details'>) {
  return { kind, text, giver: giver ?? null, origin: kind === 'proposal' ? (origin ?? null) : null };
}
