import * as z from 'zod';
import { inviteGuest } from '../../../domain/access/index.ts';
import { listBodies, sharedKinds } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { civilDateField, idempotencyField, idField, optionalText, text } from '../../input.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { invitedPage, invitePage, invitePath } from './invite-page.ts';

/** Guests of joint groups: who follows a group from outside gets an account that ends, and sees what is let out to the group's guests. */
export const inviteRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: invitePath,
    policy: 'account.administer',
    about: 'Visar formuläret där en gäst bjuds in till en gemensam grupp.',
    sample: {},
    handler: async (ctx) => invitePage(ctx, await groupsOf(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: invitePath,
    policy: 'account.administer',
    about: 'Skapar ett konto för en gäst, med grupp och sista dag, och visar lösenordet en gång.',
    input: {
      form: z.object({
        name: text({ maximum: 200 }),
        login: text({ maximum: 80 }),
        email: optionalText({ maximum: 200 }),
        bodyId: idField(),
        until: civilDateField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      form: { name: 'Kim Ek', login: 'kim.ek', bodyId: anId, until: '2026-12-31', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { idempotencyKey, email, ...guest } = ctx.input.form;
      if (!(await groupsOf(ctx)).some(({ id }) => id === guest.bodyId))
        throw new AppError('record.invalid', {}, [{ path: 'bodyId', key: 'validation.choose' }]);
      // Made by whoever writes: a form that is sent twice makes one account, and its password is shown by the first answer alone.
      let password: string | undefined;
      await ctx.services.db.transact(ctx.auth, { verb: 'inviteGuest', idempotencyKey }, async (w) => {
        password = w.runtime.newToken(15);
        return await inviteGuest(w, { ...guest, ...(email && { email }), password });
      });
      return invitedPage(ctx, { ...guest, password });
    },
    onInvalid: async (ctx, state: FormState) => invitePage(ctx, await groupsOf(ctx), state),
  }),
];

async function groupsOf({ services, auth }: RequestContext & Pick<HandlerContext<'account.administer'>, 'auth'>) {
  const bodies = await services.db.read(auth, (r) => listBodies(r, { onDate: services.runtime.today() }));
  return bodies.filter(({ kind }) => sharedKinds.includes(kind));
}
