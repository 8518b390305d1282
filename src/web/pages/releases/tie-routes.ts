import * as z from 'zod';
import { getPrincipal, listAuthorities, listPrincipals, tiePrincipal } from '../../../domain/releases/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalId } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { releasePaths } from './release-paths.ts';
import { texts } from './texts.ts';
import { tieListPage, tiePage } from './tie-pages.ts';

const byId = z.object({ id: idField() });
const sample = { params: { id: '00000000-0000-4000-8000-000000000000' } };

/** Which authority of the installation each principal is. Everybody may see it; an administrator says it. */
export const tieRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: releasePaths.receivers,
    policy: 'record.read',
    about: 'Visar vilka huvudmän som är kopplade till myndigheter i installationen.',
    sample: {},
    handler: async (ctx) => {
      const { db } = ctx.services;
      return tieListPage(ctx, await db.read(ctx.auth, listPrincipals), await listAuthorities(db));
    },
  }),
  route({
    method: 'GET',
    path: `${releasePaths.receivers}/:id`,
    policy: 'account.administer',
    about: 'Visar formuläret där en huvudman kopplas till en myndighet i installationen.',
    input: { params: byId },
    sample,
    handler: (ctx) => drawTie(ctx),
  }),
  route({
    method: 'POST',
    path: `${releasePaths.receivers}/:id`,
    policy: 'account.administer',
    about: 'Kopplar en huvudman till en myndighet i installationen, eller tar bort kopplingen.',
    input: { params: byId, form: z.object({ authorityId: optionalId(), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { db } = ctx.services;
      const { authorityId, idempotencyKey } = ctx.input.form;
      const authority = (await listAuthorities(db)).find(({ id }) => id === authorityId) ?? null;
      if (authorityId !== undefined && authority === null)
        throw new AppError('record.invalid', {}, [{ path: 'authorityId', key: 'validation.choose' }]);
      await db.transact(ctx.auth, { verb: 'tiePrincipal', idempotencyKey }, (w) =>
        tiePrincipal(w, { bodyId: ctx.input.params.id, authority }),
      );
      const flash = { tone: 'success', text: texts[ctx.language].tieSaved } as const;
      return redirect(releasePaths.receivers, { flash });
    },
    onInvalid: (ctx, state) => drawTie(ctx, state),
  }),
];

async function drawTie(
  ctx: RequestContext &
    Pick<HandlerContext<'account.administer'>, 'auth'> & {
      readonly input: { readonly params: { readonly id: string } };
    },
  state?: FormState,
) {
  const { db } = ctx.services;
  const principal = await db.read(ctx.auth, (r) => getPrincipal(r, ctx.input.params.id));
  return tiePage(
    ctx,
    principal,
    await listAuthorities(db),
    state ?? freshForm({ authorityId: principal.authorityId ?? '' }),
  );
}
