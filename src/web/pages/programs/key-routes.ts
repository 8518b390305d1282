import * as z from 'zod';
import {
  actionNames,
  authorize,
  endApiToken,
  listApiTokens,
  makeApiToken,
  tokenDays,
} from '../../../domain/access/index.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { choice, idField, manyOf, text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { keyPage, keyPath, shownOncePage } from './key-page.ts';
import { programTexts } from './texts.ts';

const someId = '00000000-0000-4000-8000-000000000000';
const dayCodes = tokenDays.map(String) as [string, ...string[]];

async function keysOf(ctx: RequestContext) {
  return await ctx.services.db.read(authorize(ctx.actor!, 'apiToken.make'), listApiTokens);
}

/** Keys with which programs act for whoever is signed in. */
export const keyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: keyPath,
    policy: 'apiToken.make',
    about: 'Visar nycklarna som program har för en själv.',
    sample: {},
    handler: async (ctx) => keyPage(ctx, await keysOf(ctx), freshForm({ days: '90' })),
  }),
  route({
    method: 'POST',
    path: keyPath,
    policy: 'apiToken.make',
    freshProof: true,
    about: 'Skapar en nyckel för ett program och visar den den enda gången.',
    input: {
      form: z.object({
        name: text({ maximum: 100 }),
        scopes: manyOf(
          choice(actionNames as unknown as readonly [(typeof actionNames)[number], ...(typeof actionNames)[number][]]),
          { minimum: 1 },
        ),
        days: choice(dayCodes),
      }),
    },
    sample: { form: { name: 'Prov', scopes: 'matter.edit', days: '30' } },
    handler: async (ctx) => {
      const { name, scopes, days } = ctx.input.form;
      const { token } = await ctx.services.db.transact(ctx.auth, { verb: 'makeApiToken' }, (w) =>
        makeApiToken(w, ctx.actor, { name, scopes, days: Number(days) }),
      );
      const t = programTexts[ctx.language];
      return shownOncePage(ctx, {
        title: t.keyMade,
        term: t.theKey,
        secret: token,
        back: { href: keyPath, text: t.toKeys },
      });
    },
    onInvalid: async (ctx, state: FormState) => keyPage(ctx, await keysOf(ctx), state),
  }),
  route({
    method: 'POST',
    path: `${keyPath}/avsluta`,
    policy: 'apiToken.make',
    about: 'Avslutar en egen nyckel genast.',
    input: { form: z.object({ id: idField() }) },
    sample: { form: { id: someId } },
    handler: async (ctx) => {
      await ctx.services.db.transact(ctx.auth, { verb: 'endApiToken' }, (w) => endApiToken(w, ctx.input.form.id));
      return redirect(keyPath, { flash: { tone: 'success', text: programTexts[ctx.language].keyEnded } });
    },
    onInvalid: async (ctx) => keyPage(ctx, await keysOf(ctx), freshForm({ days: '90' })),
  }),
];
