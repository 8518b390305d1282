import * as z from 'zod';
import { createAccount } from '../../../domain/access/index.ts';
import { freshForm } from '../../contracts.ts';
import { idempotencyField, optionalText, text } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { accountListPath } from './account-page.ts';
import { handedPasswordPage, newAccountPage } from './administer-page.ts';

/** A new account with a password that is shown once. It stands before the routes of one account, whose address would take its word for an id. */
export const newAccountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${accountListPath}/nytt`,
    policy: 'account.administer',
    about: 'Visar formuläret där ett konto läggs upp.',
    sample: {},
    handler: (ctx) => newAccountPage(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: `${accountListPath}/nytt`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Lägger upp ett konto och visar dess lösenord en gång.',
    input: {
      form: z.object({
        name: text({ maximum: 200 }),
        login: text({ maximum: 80 }),
        email: optionalText({ maximum: 200 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { name: 'Kim Ek', login: 'kim.ek', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, email, ...account } = ctx.input.form;
      // Made by whoever writes: a form that is sent twice makes one account, and its password is shown by the first answer alone.
      let password: string | undefined;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'createAccount', idempotencyKey }, async (w) => {
        password = w.runtime.newToken(15);
        return await createAccount(w, { ...account, ...(email && { email }), password });
      });
      return handedPasswordPage(ctx, { ...account, href: `${accountListPath}/${id}` }, password);
    },
    onInvalid: (ctx, state) => newAccountPage(ctx, state),
  }),
];
