import { linkActivityPlan } from '../../../domain/meetings/index.ts';
import {
  addPlanPoint,
  changePlannedItem,
  changePlanPoint,
  movePlannedItem,
  settleProposal,
} from '../../../domain/plans/index.ts';
import { freshForm } from '../../contracts.ts';
import { versionField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import {
  anId,
  byLine,
  byPlan,
  key,
  path,
  pointFields,
  readItem,
  readLine,
  readPoint,
  sample,
  saved,
} from './line-facts.ts';
import { itemForm, itemPage, linesOf, moveForm, pointForm, pointPage } from './line-forms.ts';
import { settleForm, settlePage } from './settle-page.ts';
import { texts } from './texts.ts';

/** The further points of a plan, the backlog of proposals, and its planned items. */
export const pointRoutes: readonly Route[] = [
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
];
