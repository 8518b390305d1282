import * as z from 'zod';
import { putInputOnAgenda } from '../../../domain/execution/index.ts';
import {
  addressInput,
  answerInput,
  decideInput,
  discussInput,
  receiveInput,
  reopenAnswer,
  sendInput,
} from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { checkbox, idempotencyField, idField, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { gatherInput } from './budget-input-facts.ts';
import { budgetInputPage } from './budget-input-page.ts';
import { inputTexts } from './budget-input-texts.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const once = { version: versionField, idempotencyKey: idempotencyField };
const onceSample = { version: '1', idempotencyKey: 'prov' };
const sample = { params: { id: anId } };

/** The steps of an input on its way: discussed, put on an agenda, decided, addressed, sent, taken up, answered. */
export const budgetInputStepRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/diskuterat',
    policy: 'report.edit',
    about: 'Antecknar att ett sammanträde har diskuterat inspelet.',
    input: { params, form: z.object({ ...once, itemId: idField() }) },
    sample: { ...sample, form: { ...onceSample, itemId: anId } },
    handler: async (ctx) => {
      const { version: expectedVersion, idempotencyKey, itemId } = ctx.input.form;
      const inputId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'discussInput', idempotencyKey }, (w) =>
        discussInput(w, { inputId, expectedVersion, itemId }),
      );
      return done(ctx, inputId);
    },
    onInvalid: show,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/dagordning',
    policy: 'meeting.edit',
    about: 'Lägger upp ett inspel för beslut på ett sammanträde: beslutet fryser och skickar brevet.',
    input: { params, form: z.object({ ...once, meetingId: idField(), atOnce: checkbox() }) },
    sample: { ...sample, form: { ...onceSample, meetingId: anId } },
    handler: async (ctx) => {
      const { idempotencyKey, meetingId, atOnce } = ctx.input.form;
      const inputId = ctx.input.params.id;
      const itemId = await ctx.services.db.transact(ctx.auth, { verb: 'putInputOnAgenda', idempotencyKey }, (w) =>
        putInputOnAgenda(w, { inputId, meetingId, adjustAtOnce: atOnce }),
      );
      return redirect(recordAddress('agendaItem', itemId, meetingId), {
        flash: { tone: 'success', text: inputTexts[ctx.language].onAgenda },
      });
    },
    onInvalid: show,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/beslutat',
    policy: 'report.approve',
    about: 'Antecknar beslutet om ett inspel och fryser brevet.',
    input: { params, form: z.object({ ...once, decisionId: idField() }) },
    sample: { ...sample, form: { ...onceSample, decisionId: anId } },
    handler: async (ctx) => {
      const { version: expectedVersion, idempotencyKey, decisionId } = ctx.input.form;
      const inputId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'decideInput', idempotencyKey }, (w) =>
        decideInput(w, { inputId, expectedVersion, decisionId }),
      );
      return done(ctx, inputId);
    },
    onInvalid: show,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/mottagare',
    policy: 'report.edit',
    about: 'Anger vem som får ett beslutat inspel som saknar mottagare.',
    input: { params, form: z.object({ ...once, toBodyId: idField() }) },
    sample: { ...sample, form: { ...onceSample, toBodyId: anId } },
    handler: async (ctx) => {
      const { version: expectedVersion, idempotencyKey, toBodyId } = ctx.input.form;
      const inputId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'addressInput', idempotencyKey }, (w) =>
        addressInput(w, { inputId, expectedVersion, toBodyId }),
      );
      return done(ctx, inputId);
    },
    onInvalid: show,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/skicka',
    policy: 'report.deliver',
    about: 'Skickar ett beslutat inspel till mottagaren, där det väntar på ett sammanträde.',
    input: { params, form: z.object(once) },
    sample: { ...sample, form: onceSample },
    handler: async (ctx) => {
      const { version: expectedVersion, idempotencyKey } = ctx.input.form;
      const inputId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'sendInput', idempotencyKey }, (w) =>
        sendInput(w, { inputId, expectedVersion }),
      );
      return done(ctx, inputId, inputTexts[ctx.language].sent);
    },
    onInvalid: show,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/inspel/:id/ta-upp',
    policy: 'meeting.edit',
    about: 'Tar upp ett inspel som väntar på ett av mottagarens sammanträden.',
    input: { params, form: z.object({ ...once, meetingId: idField() }) },
    sample: { ...sample, form: { ...onceSample, meetingId: anId } },
    handler: async (ctx) => {
      const { version: expectedVersion, idempotencyKey, meetingId } = ctx.input.form;
      const inputId = ctx.input.params.id;
      const itemId = await ctx.services.db.transact(ctx.auth, { verb: 'receiveInput', idempotencyKey }, (w) =>
        receiveInput(w, { inputId, expectedVersion, meetingId }),
      );
      return redirect(recordAddress('agendaItem', itemId, meetingId), {
        flash: { tone: 'success', text: inputTexts[ctx.language].onAgenda },
      });
    },
    onInvalid: show,
  }),
  answerRoute('besvarat', 'Säger att mottagaren har besvarat varje punkt i ett inspel.', answerInput),
  answerRoute('oppna', 'Öppnar svaret på ett inspel igen.', reopenAnswer),
];

function answerRoute(end: 'besvarat' | 'oppna', about: string, verb: typeof answerInput): Route {
  return route({
    method: 'POST',
    path: `/uppfoljning/inspel/:id/${end}`,
    policy: 'plan.edit',
    about,
    input: { params, form: z.object(once) },
    sample: { ...sample, form: onceSample },
    handler: async (ctx) => {
      const { version: expectedVersion, idempotencyKey } = ctx.input.form;
      const inputId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: verb.name, idempotencyKey }, (w) =>
        verb(w, { inputId, expectedVersion }),
      );
      return done(ctx, inputId);
    },
    onInvalid: show,
  });
}

function done(ctx: RequestContext, id: string, text = inputTexts[ctx.language].done) {
  return redirect(recordAddress('budgetInput', id), { flash: { tone: 'success', text } });
}

type OfInput = RequestContext & {
  readonly auth: Parameters<RequestContext['services']['db']['read']>[0];
  readonly input: { readonly params: { readonly id: string } };
};

async function show(ctx: OfInput, state: FormState) {
  const today = ctx.services.runtime.today();
  const facts = await ctx.services.db.read(ctx.auth, (r) => gatherInput(r, ctx.input.params.id, today));
  return budgetInputPage(ctx, facts, state);
}
