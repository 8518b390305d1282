import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import {
  changeConsultation,
  draftConsultation,
  getConsultation,
  recipientChoices,
  remindConsultation,
  sendConsultation,
} from '../../../domain/consultations/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import {
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalCivilDate,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { readRecipients, recipientsOf } from './recipient-lines.ts';
import { roundFormPage, roundValues, sendPage } from './round-form-pages.ts';
import { texts } from './texts.ts';

const path = collaborationPaths.consultations;
const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const roundFields = {
  bodyId: idField(),
  title: text({ maximum: 300 }),
  scope: text({ maximum: 10_000 }),
  dueOn: optionalCivilDate(),
  kind: optionalChoice(['external', 'internal']),
  workingDays: optionalWholeNumber({ minimum: 0, maximum: 999 }),
  questions: optionalText({ maximum: 20_000 }),
  bodies: manyOf(text({ maximum: 50 })),
  recipients: optionalText({ maximum: 20_000 }),
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
type RoundForm = z.output<z.ZodObject<typeof roundFields>>;
type Visiting = Pick<HandlerContext<'matter.edit'>, 'services' | 'auth'> & { readonly actor: Actor };

const bodiesToAskFor = async (ctx: Visiting) =>
  (await ctx.services.db.read(ctx.auth, (r) => listBodies(r, { onDate: ctx.services.runtime.today() }))).filter(
    ({ id }) => may(ctx.actor, 'matter.edit', id),
  );

/** What the form of a round is drawn from. */
async function roundFacts(ctx: Visiting) {
  const bodies = await bodiesToAskFor(ctx);
  return {
    bodies,
    choices: await ctx.services.db.read(ctx.auth, (r) => recipientChoices(r, ctx.services.runtime.today())),
  };
}

/** A round as its form says it: who was ticked and who was written, each once. */
async function roundOf(
  ctx: Visiting,
  { recipients, bodies, dueOn, questions, kind, workingDays, ...input }: Omit<RoundForm, 'idempotencyKey'>,
) {
  const { choices } = await roundFacts(ctx);
  return {
    ...input,
    kind: kind ?? ('external' as const),
    dueOn: dueOn ?? null,
    workingDays: workingDays ?? null,
    questions: (questions ?? '').split('\n').filter((one) => one.trim()),
    recipients: recipientsOf(choices, bodies, readRecipients(recipients ?? '')),
  };
}

const consultationOf = (ctx: Visiting, id: string) => ctx.services.db.read(ctx.auth, (r) => getConsultation(r, id));

/** A round from its draft to the answers (FL 26 §). */
export const roundRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/ny`,
    policy: 'matter.edit',
    about: 'Visar formuläret för en ny remiss.',
    sample: {},
    handler: async (ctx) => roundFormPage(ctx, await roundFacts(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${path}/ny`,
    policy: 'matter.edit',
    about: 'Sparar ett utkast till en remiss: vad yttrandet ska omfatta, senast när, och vilka som tillfrågas.',
    input: { form: z.object(roundFields) },
    sample: { form: sample },
    handler: async (ctx) => {
      const { idempotencyKey, ...input } = ctx.input.form;
      const round = await roundOf(ctx, input);
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'draftConsultation', idempotencyKey }, (w) =>
        draftConsultation(w, round),
      );
      return back(id, texts[ctx.language].savedDraft);
    },
    onInvalid: async (ctx, state) => roundFormPage(ctx, await roundFacts(ctx), state),
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
      return roundFormPage(ctx, { ...(await roundFacts(ctx)), consultation }, freshForm(roundValues(consultation)));
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
      const { idempotencyKey, version, ...input } = ctx.input.form;
      const round = await roundOf(ctx, input);
      await ctx.services.db.transact(ctx.auth, { verb: 'changeConsultation', idempotencyKey }, (w) =>
        changeConsultation(w, {
          ...round,
          consultationId,
          expectedVersion: version,
        }),
      );
      return back(consultationId, texts[ctx.language].savedDraft);
    },
    onInvalid: async (ctx, state) =>
      roundFormPage(
        ctx,
        { ...(await roundFacts(ctx)), consultation: await consultationOf(ctx, ctx.input.params.id) },
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
      return roundFormPage(ctx, { ...(await roundFacts(ctx)), consultation }, { ...state, values });
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
];

function back(consultationId: string, message: string) {
  return redirect(recordAddress('consultation', consultationId), { flash: { tone: 'success', text: message } });
}
