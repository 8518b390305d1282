import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import {
  changeWebhook,
  getWebhook,
  listDeliveries,
  listWebhooks,
  registerWebhook,
  renewWebhookSecret,
  webhookEventNames,
  webhookTransitions,
} from '../../../domain/webhooks/index.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { choice, idField, manyOf, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { shownOncePage } from './key-page.ts';
import { programTexts } from './texts.ts';
import { webhookListPage, webhookPage, webhookPath } from './webhook-page.ts';

const someId = '00000000-0000-4000-8000-000000000000';
const params = z.object({ webhook: idField() });
type Events = readonly [(typeof webhookEventNames)[number], ...(typeof webhookEventNames)[number][]];
const actions = webhookTransitions.map(({ action }) => action).filter((action) => action !== 'stop');

async function hooksOf(ctx: RequestContext) {
  return await ctx.services.db.read(authorize(ctx.actor!, 'webhook.edit'), listWebhooks);
}

async function hookPage(ctx: RequestContext, id: string) {
  const [hook, deliveries] = await ctx.services.db.read(authorize(ctx.actor!, 'webhook.edit'), async (r) => [
    await getWebhook(r, id),
    await listDeliveries(r, id),
  ]);
  return webhookPage(ctx, hook, deliveries);
}

/** Addresses outside that are told of what happens in the open. */
export const webhookRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: webhookPath,
    policy: 'webhook.edit',
    about: 'Visar adresserna utanför huset som meddelas om det som händer i det öppna.',
    sample: {},
    handler: async (ctx) => webhookListPage(ctx, await hooksOf(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: webhookPath,
    policy: 'webhook.edit',
    freshProof: true,
    about: 'Registrerar en adress och visar hemligheten för signaturen den enda gången.',
    input: {
      form: z.object({
        address: text({ maximum: 500 }),
        events: manyOf(choice(webhookEventNames as Events), { minimum: 1 }),
      }),
    },
    sample: { form: { address: 'https://exempel.example/kansli', events: 'decision.published' } },
    handler: async (ctx) => {
      const { db, signIn } = ctx.services;
      const { secret } = await db.transact(ctx.auth, { verb: 'registerWebhook' }, (w) =>
        registerWebhook(w, signIn.keyring, ctx.input.form),
      );
      const t = programTexts[ctx.language];
      return shownOncePage(ctx, {
        title: t.hookMade,
        term: t.theSecret,
        secret,
        back: { href: webhookPath, text: t.toHooks },
      });
    },
    onInvalid: async (ctx, state: FormState) => webhookListPage(ctx, await hooksOf(ctx), state),
  }),
  route({
    method: 'GET',
    path: `${webhookPath}/:webhook`,
    policy: 'webhook.edit',
    about: 'Visar en adress, hur den står och de senaste försöken att meddela den.',
    input: { params },
    sample: { params: { webhook: someId } },
    handler: (ctx) => hookPage(ctx, ctx.input.params.webhook),
  }),
  route({
    method: 'POST',
    path: `${webhookPath}/:webhook/lage`,
    policy: 'webhook.edit',
    about: 'Pausar, startar eller tar bort en adress.',
    input: { params, form: z.object({ version: versionField, action: choice(actions as [string, ...string[]]) }) },
    sample: { params: { webhook: someId }, form: { version: '1', action: 'pause' } },
    handler: async (ctx) => {
      const { version, action } = ctx.input.form;
      const id = ctx.input.params.webhook;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeWebhook' }, (w) =>
        changeWebhook(w, { id, version, action: action as (typeof actions)[number] }),
      );
      const flash = { tone: 'success', text: programTexts[ctx.language].changed } as const;
      return redirect(action === 'remove' ? webhookPath : `${webhookPath}/${id}`, { flash });
    },
    onInvalid: (ctx) => hookPage(ctx, ctx.input.params.webhook),
  }),
  route({
    method: 'POST',
    path: `${webhookPath}/:webhook/hemlighet`,
    policy: 'webhook.edit',
    freshProof: true,
    about: 'Byter hemligheten för en adress och visar den nya den enda gången.',
    input: { params, form: z.object({ version: versionField }) },
    sample: { params: { webhook: someId }, form: { version: '1' } },
    handler: async (ctx) => {
      const { db, signIn } = ctx.services;
      const id = ctx.input.params.webhook;
      const secret = await db.transact(ctx.auth, { verb: 'renewWebhookSecret' }, (w) =>
        renewWebhookSecret(w, signIn.keyring, { id, version: ctx.input.form.version }),
      );
      const t = programTexts[ctx.language];
      return shownOncePage(ctx, {
        title: t.renewed,
        term: t.theSecret,
        secret,
        back: { href: `${webhookPath}/${id}`, text: t.toHooks },
      });
    },
    onInvalid: (ctx) => hookPage(ctx, ctx.input.params.webhook),
  }),
];
