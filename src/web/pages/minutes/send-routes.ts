import * as z from 'zod';
import { composeMinutes, remindSigners, sendMinutesToSign, sendSectionToSign } from '../../../domain/minutes/index.ts';
import type { RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalId, optionalText, versionField } from '../../input.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { signingAccounts } from './minutes-facts.ts';
import { anId, byId } from './minutes-routes.ts';
import { mostAdjusters, proposedSigners, type SendFacts, sendPage, signersIn } from './send-page.ts';
import { done, linkTo } from './sign-routes.ts';
import { texts } from './texts.ts';

const signerShape = Object.fromEntries(
  ['chair', ...Array.from({ length: mostAdjusters }, (_, index) => `adjuster${index + 1}`)].flatMap((name) => [
    [name, optionalText({ maximum: 200 })],
    [`${name}Account`, optionalId()],
  ]),
);
const sendForm = z.object({ ...signerShape, version: versionField, idempotencyKey: idempotencyField });
const byItem = z.object({ id: idField(), itemId: idField() });

/** Choosing who signs, and freezing the document: the whole minutes, or one § at once. */
export const sendRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/protokoll/:id/skicka',
    policy: 'minutes.edit',
    about: 'Visar formuläret där de som ska justera protokollet väljs.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const facts = await readSend(ctx);
      return sendPage(ctx, facts, proposedSigners(facts));
    },
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/skicka',
    policy: 'minutes.edit',
    about: 'Fryser protokollet och skickar det på justering.',
    input: { params: byId, form: sendForm },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { version, idempotencyKey, ...signers } = ctx.input.form;
      const minutesId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'sendMinutesToSign', idempotencyKey }, async (w) => {
        await sendMinutesToSign(w, { minutesId, expectedVersion: version, signers: signersIn(signers as SignerForm) });
        await remindSigners(w, { minutesId, link: linkTo(ctx, minutesId) });
      });
      return done(minutesId, texts[ctx.language].sent);
    },
    onInvalid: async (ctx, state) => sendPage(ctx, await readSend(ctx), state),
  }),
  route({
    method: 'GET',
    path: '/protokoll/:id/paragraf/:itemId/justera',
    policy: 'minutes.edit',
    about: 'Visar formuläret där en paragraf skickas på omedelbar justering.',
    input: { params: byItem },
    sample: { params: { id: anId, itemId: anId } },
    handler: async (ctx) => {
      const facts = await readSend(ctx, ctx.input.params.itemId);
      return sendPage(ctx, facts, proposedSigners(facts));
    },
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/paragraf/:itemId/justera',
    policy: 'minutes.edit',
    about: 'Fryser en paragraf och skickar den på omedelbar justering.',
    input: { params: byItem, form: sendForm },
    sample: { params: { id: anId, itemId: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { version: _, idempotencyKey, ...signers } = ctx.input.form;
      const { id: minutesId, itemId } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'sendSectionToSign', idempotencyKey }, async (w) => {
        await sendSectionToSign(w, { minutesId, itemId, signers: signersIn(signers as SignerForm) });
        await remindSigners(w, { minutesId, link: linkTo(ctx, minutesId) });
      });
      return done(minutesId, texts[ctx.language].sent);
    },
    onInvalid: async (ctx, state) => sendPage(ctx, await readSend(ctx, ctx.input.params.itemId), state),
  }),
];

type SignerForm = Readonly<Record<string, string | undefined>>;
type Signing = RequestContext & {
  readonly auth: HandlerContext<'minutes.edit'>['auth'];
  readonly input: { readonly params: { readonly id: string } };
};

async function readSend(ctx: Signing, itemId?: string): Promise<SendFacts> {
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const composed = await composeMinutes(r, ctx.input.params.id);
    const accounts = await signingAccounts(r, composed.minutes.body.id, ctx.services.runtime.today());
    return { composed, accounts, ...(itemId && { itemId }) };
  });
}
