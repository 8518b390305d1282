import * as z from 'zod';
import { askPasskey, beginSignIn, endSignIn, type Session, signInWithPasskey } from '../../../domain/access/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { optionalText, text } from '../../input.ts';
import { json, type Redirect, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { entered, homeOf } from './entered.ts';
import { passkeyAnswer, readAnswer } from './passkey-answer.ts';
import { codePage, type DemoLogins, signInPage } from './sign-in-page.ts';
import { texts } from './texts.ts';

const after = z.object({ till: optionalText({ maximum: 500 }) });
/** A password is taken as it was typed: spaces at its ends belong to it. */
const password = z.string('validation.required').min(1, 'validation.required').max(500);

/** Signing in with a password and a code, and with a passkey; and out. */
export function signInRoutes(demoLogins: DemoLogins): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/logga-in',
      policy: 'public',
      about: 'Visar sidan där man loggar in.',
      input: { query: z.object({ ...after.shape, utloggad: optionalText({ maximum: 40 }) }) },
      sample: {},
      handler: (ctx) =>
        ctx.actor
          ? redirect(ctx.input.query.till ?? homeOf(ctx.actor, ctx.session))
          : signInPage(ctx, freshForm(), demoLogins),
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
        const { till } = ctx.input.query;
        const { db, signIn } = ctx.services;
        const begun = await slowly(ctx, login, () => beginSignIn(db, signIn, { login, password, device: ctx.device }));
        if (begun.next === 'code')
          return redirect(till ? `/logga-in/kod?${new URLSearchParams({ till })}` : '/logga-in/kod', {
            pendingSignIn: begun.pending,
          });
        return welcome(ctx, begun, till);
      },
      onInvalid: (ctx, state) => signInPage(ctx, state, demoLogins),
    }),
    route({
      method: 'GET',
      path: '/logga-in/kod',
      policy: 'public',
      about: 'Visar steget där man skriver engångskoden efter lösenordet.',
      input: { query: after },
      sample: {},
      handler: (ctx) => (ctx.pendingSignIn ? codePage(ctx) : redirect('/logga-in')),
    }),
    route({
      method: 'POST',
      path: '/logga-in/kod',
      policy: 'public',
      rate: 'signIn',
      about: 'Loggar in med engångskoden, eller med en reservkod.',
      input: { query: after, form: z.object({ code: text({ maximum: 40 }) }) },
      sample: { form: { code: '000000' } },
      handler: async (ctx) => {
        const { db, signIn } = ctx.services;
        const pending = ctx.pendingSignIn ?? '';
        const entry = await endSignIn(db, signIn, { pending, code: ctx.input.form.code, device: ctx.device });
        return { ...welcome(ctx, entry, ctx.input.query.till), pendingSignIn: 'end' };
      },
      onInvalid: (ctx, state) => codePage(ctx, state),
    }),
    route({
      method: 'POST',
      path: '/logga-in/nyckel/fraga',
      policy: 'public',
      rate: 'signIn',
      about: 'Ställer frågan som en nyckel i enheten svarar på vid inloggning.',
      sample: {},
      handler: async ({ services: { db, signIn }, origin }) =>
        json(await askPasskey(db, { origin }, { tenantId: signIn.tenantId })),
    }),
    route({
      method: 'POST',
      path: '/logga-in/nyckel',
      policy: 'public',
      rate: 'signIn',
      about: 'Loggar in med en nyckel i enheten.',
      input: { form: passkeyAnswer },
      sample: { form: { svar: '{}' } },
      handler: async (ctx) => {
        const { svar, till } = ctx.input.form;
        const entry = await signInWithPasskey(ctx.services.db, { origin: ctx.origin }, readAnswer(svar), ctx.device);
        return welcome(ctx, entry, till);
      },
      onInvalid: (ctx, state) => signInPage(ctx, { ...state, values: {} }, demoLogins),
    }),
    route({
      method: 'POST',
      path: '/logga-ut',
      policy: 'public',
      about: 'Avslutar inloggningen.',
      sample: {},
      handler: (ctx) => {
        const provider = ctx.session?.provider;
        return redirect(provider ? `/logga-in?${new URLSearchParams({ utloggad: provider })}` : '/logga-in', {
          session: 'end',
          flash: { tone: 'info', text: texts[ctx.language].bye },
        });
      },
    }),
  ];
}

/** Tries a password after the wait that the wrong ones before it have earned; whoever has the right one comes in all the same. */
async function slowly<T>(
  { services: { signIn } }: RequestContext,
  login: string,
  attempt: () => Promise<T>,
): Promise<T> {
  const wait = signIn.delay.waitFor(login);
  if (wait > 0) await signIn.wait(wait);
  try {
    const done = await attempt();
    signIn.delay.succeeded(login);
    return done;
  } catch (error) {
    if (error instanceof AppError && error.code === 'access.wrongLogin') signIn.delay.failed(login);
    throw error;
  }
}

function welcome(ctx: RequestContext, entry: { token: string; session: Session }, till: string | undefined): Redirect {
  return entered(ctx, entry, till);
}
