import * as z from 'zod';
import { type Actor, may, signIn } from '../../../domain/access/index.ts';
import { freshForm } from '../../contracts.ts';
import { optionalText, text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { accountRoutes } from './account-routes.ts';
import { inviteRoutes } from './invite-routes.ts';
import { type DemoLogins, signInPage } from './sign-in-page.ts';
import { texts } from './texts.ts';

const after = z.object({ till: optionalText({ maximum: 500 }) });
/** A password is taken as it was typed: spaces at its ends belong to it. */
const password = z.string('validation.required').min(1, 'validation.required').max(500);

/** Signing in and out. OpenID Connect will be another way to the same session. */
export function accessRoutes(demoLogins: DemoLogins): readonly Route[] {
  return [
    ...accountRoutes,
    ...inviteRoutes,
    route({
      method: 'GET',
      path: '/logga-in',
      policy: 'public',
      about: 'Visar sidan där man loggar in.',
      input: { query: after },
      sample: {},
      handler: (ctx) =>
        ctx.actor ? redirect(ctx.input.query.till ?? homeOf(ctx.actor)) : signInPage(ctx, freshForm(), demoLogins),
    }),
    route({
      method: 'POST',
      path: '/logga-in',
      policy: 'public',
      rate: 'signIn',
      about: 'Loggar in med användarnamn och lösenord.',
      input: { query: after, form: z.object({ login: text({ maximum: 80 }), password }) },
      sample: { form: { login: 'ingen', password: 'fel' } },
      handler: async (ctx) => {
        const { login, password } = ctx.input.form;
        const { token, session } = await signIn(ctx.services.db, login, password);
        return redirect(ctx.input.query.till ?? homeOf(session.actor), {
          session: { token },
          flash: { tone: 'success', text: texts[ctx.language].welcome(session.actor.name) },
        });
      },
      onInvalid: (ctx, state) => signInPage(ctx, state, demoLogins),
    }),
    route({
      method: 'POST',
      path: '/logga-ut',
      policy: 'public',
      about: 'Avslutar inloggningen.',
      sample: {},
      handler: (ctx) =>
        redirect('/logga-in', { session: 'end', flash: { tone: 'info', text: texts[ctx.language].bye } }),
    }),
  ];
}

/** Where one comes after signing in: a guest reads what was let out to guests, and has no other page. */
function homeOf(actor: Actor): `/${string}` {
  return may(actor, 'record.read') ? '/' : '/gast';
}
