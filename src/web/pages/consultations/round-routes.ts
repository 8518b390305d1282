import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import {
  answerConsultation,
  changeConsultation,
  draftConsultation,
  getConsultation,
  remindConsultation,
  type Stance,
  sendConsultation,
  stances,
} from '../../../domain/consultations/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import {
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { readRecipients } from './recipient-lines.ts';
import { answerFormPage, answerValues, roundFormPage, roundValues, sendPage } from './round-form-pages.ts';
import { texts } from './texts.ts';

const path = collaborationPaths.consultations;
const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const byAnswer = z.object({ id: idField(), responseId: idField() });
const stanceCodes = Object.keys(stances) as unknown as readonly [Stance, ...Stance[]];
const roundFields = {
  bodyId: idField(),
  title: text({ maximum: 300 }),
  scope: text({ maximum: 10_000 }),
  dueOn: civilDateField(),
  recipients: text({ maximum: 20_000 }),
  idempotencyKey: idempotencyField,
};
const sample = {
  bodyId: anId,
  title: 'Kulturplan',
  scope: 'Målen',
  dueOn: '2030-01-31',
  recipients: 'Granby',
  idempotencyKey: 'exempel',
};
const sending = { version: versionField, idempotencyKey: idempotencyField };
const answerFields = {
  receivedOn: civilDateField(),
  sender: optionalText(),
  stance: optionalChoice(stanceCodes),
  comment: optionalText({ maximum: 10_000 }),
  ...sending,
};

type Visiting = Pick<HandlerContext<'matter.edit'>, 'services' | 'auth'> & { readonly actor: Actor };

const bodiesToAskFor = async (ctx: Visiting) =>
  (await ctx.services.db.read(ctx.auth, (r) => listBodies(r, { onDate: ctx.services.runtime.today() }))).filter(
    ({ id }) => may(ctx.actor, 'matter.edit', id),
  );

const consultationOf = (ctx: Visiting, id: string) => ctx.services.db.read(ctx.auth, (r) => getConsultation(r, id));

/** One who was asked in the round of the address. */
async function askedOf(ctx: Visiting, { id, responseId }: { readonly id: string; readonly responseId: string }) {
  const consultation = await consultationOf(ctx, id);
  const response = consultation.responses.find((one) => one.id === responseId);
  if (!response) throw new AppError('record.notFound');
  return { consultation, response };
}

/** A round from its draft to the answers (FL 26 §). */
export const roundRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/ny`,
    policy: 'matter.edit',
    about: 'Visar formuläret för en ny remiss.',
    sample: {},
    handler: async (ctx) => roundFormPage(ctx, { bodies: await bodiesToAskFor(ctx) }, freshForm()),
  }),
  route({
    method: 'POST',
    path: `${path}/ny`,
    policy: 'matter.edit',
    about: 'Sparar ett utkast till en remiss: vad yttrandet ska omfatta, senast när, och vilka som tillfrågas.',
    input: { form: z.object(roundFields) },
    sample: { form: sample },
    handler: async (ctx) => {
      const { idempotencyKey, recipients, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'draftConsultation', idempotencyKey }, (w) =>
        draftConsultation(w, { ...input, recipients: readRecipients(recipients) }),
      );
      return back(id, texts[ctx.language].savedDraft);
    },
    onInvalid: async (ctx, state) => roundFormPage(ctx, { bodies: await bodiesToAskFor(ctx) }, state),
  }),
  route({
    method: 'GET',
    path: `${path}/:id/andra`,
    policy: 'matter.edit',
    about: 'Visar formuläret där ett utkast till remiss ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const consultation = await consultationOf(ctx, ctx.input.params.id);
      const bodies = await bodiesToAskFor(ctx);
      return roundFormPage(ctx, { bodies, consultation }, freshForm(roundValues(consultation)));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id/andra`,
    policy: 'matter.edit',
    about: 'Ändrar ett utkast till remiss innan någon är tillfrågad.',
    input: { params: byId, form: z.object({ ...roundFields, version: versionField }) },
    sample: { params: { id: anId }, form: { ...sample, version: '1' } },
    handler: async (ctx) => {
      const consultationId = ctx.input.params.id;
      const { idempotencyKey, version, recipients, ...input } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeConsultation', idempotencyKey }, (w) =>
        changeConsultation(w, {
          ...input,
          recipients: readRecipients(recipients),
          consultationId,
          expectedVersion: version,
        }),
      );
      return back(consultationId, texts[ctx.language].savedDraft);
    },
    onInvalid: async (ctx, state) =>
      roundFormPage(
        ctx,
        { bodies: await bodiesToAskFor(ctx), consultation: await consultationOf(ctx, ctx.input.params.id) },
        state,
      ),
  }),
  route({
    method: 'GET',
    path: `${path}/:id/skicka`,
    policy: 'matter.edit',
    about: 'Frågar en gång till innan remissen skickas till alla.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => sendPage(ctx, await consultationOf(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: `${path}/:id/skicka`,
    policy: 'matter.edit',
    about: 'Skickar remissen till alla remissinstanser samtidigt.',
    input: { params: byId, form: z.object(sending) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const consultationId = ctx.input.params.id;
      const { idempotencyKey, version: expectedVersion } = ctx.input.form;
      const letters = await ctx.services.db.transact(ctx.auth, { verb: 'sendConsultation', idempotencyKey }, (w) =>
        sendConsultation(w, { consultationId, expectedVersion }),
      );
      return back(consultationId, texts[ctx.language].sentNow(letters));
    },
    onInvalid: async (ctx, state) => {
      const consultation = await consultationOf(ctx, ctx.input.params.id);
      const values = roundValues(consultation);
      return roundFormPage(ctx, { bodies: await bodiesToAskFor(ctx), consultation }, { ...state, values });
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id/paminn`,
    policy: 'matter.edit',
    about: 'Påminner dem som inte har svarat på remissen.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const consultationId = ctx.input.params.id;
      const letters = await ctx.services.db.transact(ctx.auth, { verb: 'remindConsultation' }, (w) =>
        remindConsultation(w, { consultationId }),
      );
      return back(consultationId, texts[ctx.language].remindedNow(letters));
    },
  }),
  route({
    method: 'GET',
    path: `${path}/:id/svar/:responseId`,
    policy: 'matter.edit',
    about: 'Visar formuläret för ett remissvar.',
    input: { params: byAnswer },
    sample: { params: { id: anId, responseId: anId } },
    handler: async (ctx) => {
      const asked = await askedOf(ctx, ctx.input.params);
      return answerFormPage(ctx, asked, freshForm(answerValues(asked.response)));
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id/svar/:responseId`,
    policy: 'matter.edit',
    about: 'Registrerar eller rättar ett remissvar: när det kom, från vem, ställning och synpunkter.',
    input: { params: byAnswer, form: z.object(answerFields) },
    sample: {
      params: { id: anId, responseId: anId },
      form: { receivedOn: '2026-01-31', stance: 'supports', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, responseId } = ctx.input.params;
      const { idempotencyKey, version: expectedVersion, receivedOn, sender, stance, comment } = ctx.input.form;
      await askedOf(ctx, { id, responseId });
      await ctx.services.db.transact(ctx.auth, { verb: 'answerConsultation', idempotencyKey }, (w) =>
        answerConsultation(w, {
          responseId,
          expectedVersion,
          receivedOn,
          sender: sender ?? null,
          stance: stance ?? null,
          comment: comment ?? null,
        }),
      );
      return back(id, texts[ctx.language].answerSaved);
    },
    onInvalid: async (ctx, state) => answerFormPage(ctx, await askedOf(ctx, ctx.input.params), state),
  }),
];

function back(consultationId: string, message: string) {
  return redirect(recordAddress('consultation', consultationId), { flash: { tone: 'success', text: message } });
}
