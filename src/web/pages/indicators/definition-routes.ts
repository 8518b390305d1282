import * as z from 'zod';
import {
  addDefinition,
  changeIndicator,
  type Direction,
  defineIndicator,
  directions,
  listIndicatorHeads,
} from '../../../domain/indicators/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Reader } from '../../contracts.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  idField,
  optionalId,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { optionalAsOf } from './fields.ts';
import { definitionFormPage, indicatorFormPage } from './form-pages.ts';
import { given, indicatorHead as headOf } from './given.ts';
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

const others = async (r: Reader) => (await listIndicatorHeads(r, { limit: 500 })).rows;
/** What an indicator is called and what it means. */
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
];
