import * as z from 'zod';
import {
  accountActions,
  changeAccountState,
  endRole,
  endSessionsOf,
  getAccount,
  grantedRoles,
  grantRole,
  resetFactors,
  resetPassword,
  tieIdentity,
  untieIdentity,
} from '../../../domain/access/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import type { RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalCivilDate,
  optionalId,
  optionalText,
  text,
} from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { accountListPath } from './account-page.ts';
import { type AdministerState, administerPage, handedPasswordPage } from './administer-page.ts';
import { administerTexts } from './administer-texts.ts';

const byAccount = z.object({ konto: idField() });
const sample = { params: { konto: anId } };
const here = `${accountListPath}/:konto` as const;

/** Administering the account of another. Whoever does it shows first that they are there: these are the keys to everything else. */
export const administerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: here,
    policy: 'account.administer',
    about: 'Visar ett konto: läge, roller och var de kommer ifrån, och vägarna in.',
    input: { params: byAccount },
    sample,
    handler: (ctx) => draw(ctx),
  }),
  ...accountActions.map((action) =>
    route({
      method: 'POST',
      path: `${here}/lage/${action}`,
      policy: 'account.administer',
      freshProof: true,
      about: `Ändrar kontots läge (${action}) och skriver skälet i loggen.`,
      input: {
        params: byAccount,
        form: z.object({ reason: optionalText({ maximum: 500 }), idempotencyKey: idempotencyField }),
      },
      sample: { ...sample, form: { reason: 'Slutade', idempotencyKey: 'exempel' } },
      handler: async (ctx) => {
        const { reason, idempotencyKey } = ctx.input.form;
        const accountId = ctx.input.params.konto;
        const state = await ctx.services.db.transact(ctx.auth, { verb: 'changeAccountState', idempotencyKey }, (w) =>
          changeAccountState(w, { accountId, action, reason }),
        );
        return back(ctx, administerTexts[ctx.language].changed[state]);
      },
      onInvalid: (ctx, state) => draw(ctx, { at: 'state', state }),
    }),
  ),
  route({
    method: 'POST',
    path: `${here}/roll`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Ger kontot en roll, i ett organ eller i hela myndigheten, mellan två dagar.',
    input: {
      params: byAccount,
      form: z.object({
        role: choice(grantedRoles.filter((role) => role !== 'guest') as [(typeof grantedRoles)[number]]),
        bodyId: optionalId(),
        validFrom: civilDateField(),
        validTo: optionalCivilDate(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { role: 'member', validFrom: '2026-12-01', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, bodyId, validTo, ...given } = ctx.input.form;
      const accountId = ctx.input.params.konto;
      await ctx.services.db.transact(ctx.auth, { verb: 'grantRole', idempotencyKey }, async (w) => {
        await getAccount(w, accountId, w.runtime.now(), w.runtime.today());
        await grantRole(w, { accountId, ...given, ...(bodyId && { bodyId }), ...(validTo && { validTo }) });
      });
      return back(ctx, administerTexts[ctx.language].roleGiven);
    },
    onInvalid: (ctx, state) => draw(ctx, { at: 'role', state }),
  }),
  route({
    method: 'POST',
    path: `${here}/roll/avsluta`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Avslutar en roll som är inlagd för hand.',
    input: { params: byAccount, form: z.object({ id: idField() }) },
    sample: { ...sample, form: { id: anId } },
    handler: async (ctx) => {
      await ctx.services.db.transact(ctx.auth, { verb: 'endRole' }, (w) => endRole(w, ctx.input.form.id));
      return back(ctx, administerTexts[ctx.language].roleEnded);
    },
    onInvalid: (ctx, state) => draw(ctx, { at: 'role', state }),
  }),
  route({
    method: 'POST',
    path: `${here}/legitimation`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Kopplar den e-legitimation som hör till en kod till kontot.',
    input: { params: byAccount, form: z.object({ code: text({ maximum: 40 }), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { code: 'ABCD-EFGH-2345', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { code, idempotencyKey } = ctx.input.form;
      const accountId = ctx.input.params.konto;
      await ctx.services.db.transact(ctx.auth, { verb: 'tieIdentity', idempotencyKey }, (w) =>
        tieIdentity(w, { accountId, code }),
      );
      return back(ctx, administerTexts[ctx.language].tied);
    },
    onInvalid: (ctx, state) => draw(ctx, { at: 'tie', state }),
  }),
  route({
    method: 'POST',
    path: `${here}/legitimation/ta-bort`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Tar bort en e-legitimation från kontot.',
    input: { params: byAccount, form: z.object({ id: idField() }) },
    sample: { ...sample, form: { id: anId } },
    handler: async (ctx) => {
      const accountId = ctx.input.params.konto;
      await ctx.services.db.transact(ctx.auth, { verb: 'untieIdentity' }, (w) =>
        untieIdentity(w, { accountId, identityId: ctx.input.form.id }),
      );
      return back(ctx, administerTexts[ctx.language].untied);
    },
    onInvalid: (ctx, state) => draw(ctx, { at: 'tie', state }),
  }),
  route({
    method: 'POST',
    path: `${here}/avsluta`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Avslutar alla inloggningar på kontot.',
    input: { params: byAccount },
    sample,
    handler: async (ctx) => {
      const { konto } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'endSessionsOf' }, (w) => endSessionsOf(w, konto));
      return back(ctx, administerTexts[ctx.language].sessionsEnded);
    },
  }),
  route({
    method: 'POST',
    path: `${here}/skydd`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Tar bort engångskoder och nycklar för den som har blivit av med telefonen.',
    input: { params: byAccount },
    sample,
    handler: async (ctx) => {
      const { konto } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'resetFactors' }, (w) => resetFactors(w, konto));
      return back(ctx, administerTexts[ctx.language].factorsReset);
    },
  }),
  route({
    method: 'POST',
    path: `${here}/losenord`,
    policy: 'account.administer',
    freshProof: true,
    about: 'Sätter ett nytt lösenord, som visas en gång, och avslutar alla inloggningar.',
    input: { params: byAccount, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const accountId = ctx.input.params.konto;
      const { idempotencyKey } = ctx.input.form;
      const { account } = await factsOf(ctx);
      let password: string | undefined;
      await ctx.services.db.transact(ctx.auth, { verb: 'resetPassword', idempotencyKey }, async (w) => {
        password = w.runtime.newToken(15);
        await resetPassword(w, { accountId, password });
      });
      return handedPasswordPage(ctx, { ...account, href: `${accountListPath}/${accountId}` }, password);
    },
    onInvalid: (ctx) => draw(ctx),
  }),
];

type Administering = RequestContext & {
  readonly auth: HandlerContext<'account.administer'>['auth'];
  readonly input: { readonly params: { readonly konto: string } };
};

async function factsOf(ctx: Administering) {
  const { db, runtime } = ctx.services;
  return await db.read(ctx.auth, async (r) => ({
    account: await getAccount(r, ctx.input.params.konto, runtime.now(), runtime.today()),
    bodies: await listBodies(r),
  }));
}

async function draw(ctx: Administering, typed?: AdministerState): Promise<Page> {
  const { account, bodies } = await factsOf(ctx);
  return administerPage(ctx, account, bodies, typed);
}

function back(ctx: Administering, said: string) {
  return redirect(`${accountListPath}/${ctx.input.params.konto}`, { flash: { tone: 'success', text: said } });
}
