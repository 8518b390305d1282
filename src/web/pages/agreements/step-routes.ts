import * as z from 'zod';
import {
  addAgreementStep,
  changeAgreementStep,
  getWholeAgreement,
  removeAgreementStep,
} from '../../../domain/agreements/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalCivilDate, optionalText, text, versionField } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { reading } from './agreement-facts.ts';
import { stepPage } from './step-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const byStep = z.object({ id: idField(), stepId: idField() });
const stepForm = z.object({
  what: text({ maximum: 300 }),
  responsible: text({ maximum: 200 }),
  dueOn: optionalCivilDate(),
  doneOn: optionalCivilDate(),
  note: optionalText({ maximum: 2_000 }),
  idempotencyKey: idempotencyField,
});
const sampleStep = { what: 'Utse samordnare', responsible: 'Socialchefen', idempotencyKey: 'prov' };
const steps = '/samverkan/avtal/:id/steg';

/** The plan by which an agreement is carried out. */
export const stepRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: steps,
    policy: 'agreement.edit',
    about: 'Visar formuläret där ett steg i genomförandet läggs till.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      stepPage(ctx, { agreement: await reading(ctx, (r) => getWholeAgreement(r, ctx.input.params.id)) }),
  }),
  route({
    method: 'POST',
    path: steps,
    policy: 'agreement.edit',
    about: 'Lägger till ett steg i genomförandet, för alla tillsammans, för en part eller för var och en.',
    input: { params: byId, form: stepForm.extend({ stepFor: text({ maximum: 40 }) }) },
    sample: { params: { id: anId }, form: { ...sampleStep, stepFor: 'together' } },
    handler: async (ctx) => {
      const { id: agreementId } = ctx.input.params;
      const { idempotencyKey, note = '', ...step } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addAgreementStep', idempotencyKey }, (w) =>
        addAgreementStep(w, { agreementId, note, ...step }),
      );
      return done(agreementId, texts[ctx.language].stepSaved);
    },
    onInvalid: async (ctx, state) =>
      stepPage(ctx, { agreement: await reading(ctx, (r) => getWholeAgreement(r, ctx.input.params.id)) }, state),
  }),
  route({
    method: 'GET',
    path: `${steps}/:stepId`,
    policy: 'agreement.edit',
    about: 'Visar ett steg att ändra eller göra klart.',
    input: { params: byStep },
    sample: { params: { id: anId, stepId: anId } },
    handler: (ctx) => showStep(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${steps}/:stepId`,
    policy: 'agreement.edit',
    about: 'Sparar ett ändrat steg.',
    input: { params: byStep, form: stepForm.extend({ version: versionField }) },
    sample: { params: { id: anId, stepId: anId }, form: { ...sampleStep, version: '1' } },
    handler: async (ctx) => {
      const { id: agreementId, stepId } = ctx.input.params;
      const { idempotencyKey, version, note = '', ...step } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeAgreementStep', idempotencyKey }, (w) =>
        changeAgreementStep(w, { agreementId, stepId, expectedVersion: version, note, ...step }),
      );
      return done(agreementId, texts[ctx.language].stepSaved);
    },
    onInvalid: (ctx, state) => showStep(ctx, ctx.input.params, state),
  }),
  route({
    method: 'POST',
    path: `${steps}/:stepId/ta-bort`,
    policy: 'agreement.edit',
    about: 'Tar bort ett steg som inte ska göras.',
    input: { params: byStep, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId, stepId: anId }, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: agreementId, stepId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeAgreementStep', idempotencyKey }, (w) =>
        removeAgreementStep(w, { agreementId, stepId, expectedVersion: version }),
      );
      return done(agreementId, texts[ctx.language].stepRemoved);
    },
    onInvalid: (ctx, state) => showStep(ctx, ctx.input.params, state),
  }),
];

async function showStep(
  ctx: RequestContext,
  { id, stepId }: { readonly id: string; readonly stepId: string },
  sent?: FormState,
): Promise<Page> {
  const agreement = await reading(ctx, (r) => getWholeAgreement(r, id));
  const step = agreement.steps.find((one) => one.id === stepId);
  if (!step) throw new AppError('record.notFound');
  return stepPage(ctx, { agreement, step }, sent);
}

const done = (id: string, flash: string) =>
  redirect(`${recordAddress('agreement', id)}#genomforande`, { flash: { tone: 'success', text: flash } });
