import * as z from 'zod';
import {
  addDefinition,
  changeIndicator,
  type Direction,
  defineIndicator,
  directions,
  getSeries,
  listIndicatorHeads,
  planDeliveries,
  removeTarget,
  setTarget,
  type TargetBound,
  type TargetKind,
  targetBounds,
  targetKinds,
} from '../../../domain/indicators/index.ts';
import { listPrincipals } from '../../../domain/releases/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader } from '../../contracts.ts';
import {
  checkbox,
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalId,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { asOfField, figureField, optionalAsOf } from './fields.ts';
import { definitionFormPage, deliveryFormPage, indicatorFormPage, targetFormPage } from './form-pages.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const params = { id: anId };
const directionCodes = Object.keys(directions) as [Direction, ...Direction[]];
const indicatorFields = {
  name: text({ maximum: 300 }),
  unit: text({ maximum: 40 }),
  direction: choice(directionCodes),
  area: optionalText({ maximum: 200 }),
  code: optionalText({ maximum: 60 }),
  countedById: optionalId(),
  idempotencyKey: idempotencyField,
};
const definitionFields = {
  numerator: optionalText({ maximum: 1_000 }),
  denominator: optionalText({ maximum: 1_000 }),
  source: optionalText({ maximum: 1_000 }),
  method: optionalText({ maximum: 1_000 }),
  validFrom: optionalAsOf(),
  breaksSeries: checkbox(),
  breakNote: optionalText({ maximum: 1_000 }),
};

const headOf = async (r: Reader, id: string) => (await getSeries(r, id, { limit: 0 })).indicator;
const others = async (r: Reader) => (await listIndicatorHeads(r, { limit: 500 })).rows;
/** Fields without those that were left empty. */
function given<T extends Record<string, unknown>>(fields: T) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** What an indicator is called, what it means, what is aimed at and who delivers it. */
export const indicatorDefinitionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: indicatorPaths.create,
    policy: 'indicator.edit',
    about: 'Visar formuläret för en ny indikator.',
    sample: {},
    handler: async (ctx) => indicatorFormPage(ctx, { others: await ctx.services.db.read(ctx.auth, others) }),
  }),
  route({
    method: 'POST',
    path: indicatorPaths.create,
    policy: 'indicator.edit',
    about: 'Lägger upp en ny indikator med sin definition.',
    input: {
      form: z.object({ ...indicatorFields, definition: optionalText({ maximum: 5_000 }), ...definitionFields }),
    },
    sample: { form: { name: 'Besök', unit: 'antal', direction: 'neutral', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'defineIndicator', idempotencyKey }, (w) =>
        defineIndicator(w, given(fields)),
      );
      return redirect(recordAddress('indicator', id), {
        flash: { tone: 'success', text: texts[ctx.language].created },
      });
    },
    onInvalid: async (ctx, state) =>
      indicatorFormPage(ctx, { others: await ctx.services.db.read(ctx.auth, others) }, state),
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id/andra',
    policy: 'indicator.edit',
    about: 'Visar formuläret där en indikator ändras.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) =>
      indicatorFormPage(
        ctx,
        await ctx.services.db.read(ctx.auth, async (r) => ({
          indicator: await headOf(r, ctx.input.params.id),
          others: await others(r),
        })),
      ),
  }),
  route({
    method: 'POST',
    path: '/indikatorer/:id/andra',
    policy: 'indicator.edit',
    about: 'Ändrar namn, enhet, riktning och område för en indikator.',
    input: { params: byId, form: z.object({ ...indicatorFields, version: versionField }) },
    sample: {
      params,
      form: { name: 'Besök', unit: 'antal', direction: 'neutral', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      const indicatorId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeIndicator', idempotencyKey }, (w) =>
        changeIndicator(w, { ...given(fields), indicatorId, expectedVersion: version }),
      );
      return redirect(recordAddress('indicator', indicatorId), {
        flash: { tone: 'success', text: texts[ctx.language].changed },
      });
    },
    onInvalid: async (ctx, state) =>
      indicatorFormPage(
        ctx,
        await ctx.services.db.read(ctx.auth, async (r) => ({
          indicator: await headOf(r, ctx.input.params.id),
          others: await others(r),
        })),
        state,
      ),
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id/definition',
    policy: 'indicator.edit',
    about: 'Visar formuläret för en ny definition av en indikator.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) =>
      definitionFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => headOf(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/indikatorer/:id/definition',
    policy: 'indicator.edit',
    about: 'Ger en indikator en ny definition; de tidigare bevaras.',
    input: {
      params: byId,
      form: z.object({
        definition: text({ maximum: 5_000 }),
        ...definitionFields,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params, form: { definition: 'Antal besök.', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const indicatorId = ctx.input.params.id;
      const number = await ctx.services.db.transact(ctx.auth, { verb: 'addDefinition', idempotencyKey }, (w) =>
        addDefinition(w, { ...given(fields), indicatorId }),
      );
      return redirect(`${recordAddress('indicator', indicatorId)}#definition`, {
        flash: { tone: 'success', text: texts[ctx.language].definitionSaved(number) },
      });
    },
    onInvalid: async (ctx, state) =>
      definitionFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => headOf(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id/mal',
    policy: 'indicator.edit',
    about: 'Visar formuläret för ett mål eller riktvärde.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) =>
      targetFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => headOf(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/indikatorer/:id/mal',
    policy: 'indicator.edit',
    about: 'Sätter ett mål eller riktvärde för en indikator.',
    input: {
      params: byId,
      form: z.object({
        kind: choice(Object.keys(targetKinds) as [TargetKind, ...TargetKind[]]),
        bound: choice(Object.keys(targetBounds) as [TargetBound, ...TargetBound[]]),
        value: figureField(),
        denominator: optionalText({ maximum: 300 }),
        from: optionalAsOf(),
        to: optionalAsOf(),
        note: optionalText({ maximum: 1_000 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params, form: { kind: 'own', bound: 'atLeast', value: '5', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const indicatorId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'setTarget', idempotencyKey }, (w) =>
        setTarget(w, { ...given(fields), indicatorId }),
      );
      return redirect(recordAddress('indicator', indicatorId), {
        flash: { tone: 'success', text: texts[ctx.language].targetSaved },
      });
    },
    onInvalid: async (ctx, state) =>
      targetFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => headOf(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: '/indikatorer/:id/mal/ta-bort',
    policy: 'indicator.edit',
    about: 'Tar bort ett mål som sattes av misstag.',
    input: { params: byId, form: z.object({ targetId: idField(), idempotencyKey: idempotencyField }) },
    sample: { params, form: { targetId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, targetId } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeTarget', idempotencyKey }, (w) =>
        removeTarget(w, { targetId }),
      );
      return redirect(recordAddress('indicator', ctx.input.params.id), {
        flash: { tone: 'success', text: texts[ctx.language].targetRemoved },
      });
    },
    onInvalid: async (ctx, state) =>
      targetFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => headOf(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'GET',
    path: '/indikatorer/:id/leveranser',
    policy: 'indicator.edit',
    about: 'Visar formuläret där det bestäms vem som lämnar uppgifterna.',
    input: { params: byId },
    sample: { params },
    handler: async (ctx) =>
      deliveryFormPage(ctx, await ctx.services.db.read(ctx.auth, (r) => deliveryChoices(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: '/indikatorer/:id/leveranser',
    policy: 'indicator.edit',
    about: 'Bestämmer vilka huvudmän som lämnar uppgifterna för en tid, och när.',
    input: {
      params: byId,
      form: z.object({
        period: asOfField(),
        dueOn: civilDateField(),
        bodyIds: manyOf(idField(), { maximum: 100 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params, form: { period: '2026', dueOn: '2027-03-31', bodyIds: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const indicatorId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'planDeliveries', idempotencyKey }, (w) =>
        planDeliveries(w, { ...fields, indicatorId }),
      );
      return redirect(`${recordAddress('indicator', indicatorId)}#leveranser`, {
        flash: { tone: 'success', text: texts[ctx.language].deliverySaved },
      });
    },
    onInvalid: async (ctx, state) =>
      deliveryFormPage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => deliveryChoices(r, ctx.input.params.id)),
        state,
      ),
  }),
];

async function deliveryChoices(r: Reader, id: string) {
  return { indicator: await headOf(r, id), bodies: await listPrincipals(r) };
}
