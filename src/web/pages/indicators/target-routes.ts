import * as z from 'zod';
import {
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
import { choice, civilDateField, idempotencyField, idField, manyOf, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { asOfField, figureField, optionalAsOf } from './fields.ts';
import { deliveryFormPage, targetFormPage } from './form-pages.ts';
import { given, indicatorHead as headOf } from './given.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const params = { id: anId };

/** What is aimed at, and who delivers the figures when. */
export const indicatorTargetRoutes: readonly Route[] = [
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
