import * as z from 'zod';
import {
  addPasskey,
  askNewPasskey,
  checkNewPasskey,
  confirmCodeFactor,
  prepareCodeFactor,
  removeCodeFactor,
  removePasskey,
  renewRecoveryCodes,
  waitingCodeFactor,
} from '../../../domain/access/index.ts';
import type { RequestContext } from '../../contracts.ts';
import { idField, text } from '../../input.ts';
import { json, type Reply, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { ownAccountOf, ownOf } from './own-account-routes.ts';
import { ownTexts } from './own-texts.ts';
import { passkeyAnswer, readAnswer } from './passkey-answer.ts';
import { codeSetupPage, protectionPage, protectionPath, recoveryPage } from './protection-page.ts';

/** What stands beside the password. Whoever changes it shows first that they are there. */
export const protectionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: protectionPath,
    policy: 'signedIn',
    about: 'Visar skyddet utöver lösenordet: engångskoder och nycklar i enheter.',
    sample: {},
    handler: async (ctx) => protectionPage(ctx, await ownAccountOf(ctx)),
  }),
  route({
    method: 'POST',
    path: `${protectionPath}/kod`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Börjar koppla en app för engångskoder.',
    sample: {},
    handler: async (ctx) => {
      const { auth } = ownOf(ctx);
      const { keyring } = ctx.services.signIn;
      const { login } = await ownAccountOf(ctx);
      await ctx.services.db.transact(auth, { verb: 'prepareCodeFactor' }, (w) => prepareCodeFactor(w, keyring, login));
      return redirect(`${protectionPath}/kod`);
    },
  }),
  route({
    method: 'GET',
    path: `${protectionPath}/kod`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Visar bilden som appen för engångskoder kopplas med.',
    sample: {},
    handler: async (ctx) => await drawSetup(ctx),
  }),
  route({
    method: 'POST',
    path: `${protectionPath}/kod/bekrafta`,
    policy: 'signedIn',
    freshProof: true,
    rate: 'signIn',
    about: 'Tar appen i bruk med en kod ur den, och visar reservkoderna en gång.',
    input: { form: z.object({ code: text({ maximum: 40 }) }) },
    sample: { form: { code: '000000' } },
    handler: async (ctx) => {
      const { auth, sessionId } = ownOf(ctx);
      const { keyring } = ctx.services.signIn;
      const code = ctx.input.form.code.replace(/\s/gu, '');
      const codes = await ctx.services.db.transact(auth, { verb: 'confirmCodeFactor' }, (w) =>
        confirmCodeFactor(w, keyring, { code, sessionId }),
      );
      return recoveryPage(ctx, codes);
    },
    onInvalid: async (ctx, state) => {
      const waiting = await waitingOf(ctx);
      return waiting ? codeSetupPage(ctx, waiting, state) : protectionPage(ctx, await ownAccountOf(ctx), state);
    },
  }),
  route({
    method: 'POST',
    path: `${protectionPath}/kod/ta-bort`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Tar bort appen för engångskoder och reservkoderna.',
    sample: {},
    handler: async (ctx) => {
      const { auth } = ownOf(ctx);
      await ctx.services.db.transact(auth, { verb: 'removeCodeFactor' }, removeCodeFactor);
      return redirect(protectionPath, { flash: { tone: 'info', text: ownTexts[ctx.language].codeRemoved } });
    },
  }),
  route({
    method: 'POST',
    path: `${protectionPath}/reservkoder`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Gör nya reservkoder och visar dem en gång.',
    sample: {},
    handler: async (ctx) => {
      const { auth } = ownOf(ctx);
      return recoveryPage(
        ctx,
        await ctx.services.db.transact(auth, { verb: 'renewRecoveryCodes' }, renewRecoveryCodes),
      );
    },
  }),
  route({
    method: 'POST',
    path: `${protectionPath}/nyckel/fraga`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Ställer frågan som en ny nyckel i enheten svarar på.',
    sample: {},
    handler: async (ctx) => {
      const { db } = ctx.services;
      const { id: accountId, login, name } = await ownAccountOf(ctx);
      const { tenantId } = ownOf(ctx).auth;
      return json(await askNewPasskey(db, { origin: ctx.origin }, { tenantId, accountId, login, name }));
    },
  }),
  route({
    method: 'POST',
    path: `${protectionPath}/nyckel`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Lägger till en nyckel i enheten.',
    input: { form: z.object({ ...passkeyAnswer.shape, label: text({ maximum: 60 }) }) },
    sample: { form: { svar: '{}', label: 'Datorn' } },
    handler: async (ctx) => {
      const { auth, accountId, sessionId } = ownOf(ctx);
      const { db } = ctx.services;
      const { svar, label } = ctx.input.form;
      const holder = { tenantId: auth.tenantId, accountId };
      const key = await checkNewPasskey(db, { origin: ctx.origin }, holder, readAnswer(svar));
      await db.transact(auth, { verb: 'addPasskey' }, (w) => addPasskey(w, { ...key, label, sessionId }));
      return redirect(protectionPath, { flash: { tone: 'success', text: ownTexts[ctx.language].passkeyAdded } });
    },
    onInvalid: async (ctx, state) => protectionPage(ctx, await ownAccountOf(ctx), { ...state, values: {} }),
  }),
  route({
    method: 'POST',
    path: `${protectionPath}/nyckel/ta-bort`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Tar bort en nyckel i enheten.',
    input: { form: z.object({ id: idField() }) },
    sample: { form: { id: anId } },
    handler: async (ctx) => {
      const { auth } = ownOf(ctx);
      await ctx.services.db.transact(auth, { verb: 'removePasskey' }, (w) => removePasskey(w, ctx.input.form.id));
      return redirect(protectionPath, { flash: { tone: 'info', text: ownTexts[ctx.language].passkeyRemoved } });
    },
    onInvalid: async (ctx, state) => protectionPage(ctx, await ownAccountOf(ctx), state),
  }),
];

async function waitingOf(ctx: RequestContext) {
  const { auth, accountId } = ownOf(ctx);
  const { login } = await ownAccountOf(ctx);
  const { db, signIn } = ctx.services;
  return await waitingCodeFactor(db, signIn.keyring, { tenantId: auth.tenantId, accountId, label: login });
}

async function drawSetup(ctx: RequestContext): Promise<Reply> {
  const waiting = await waitingOf(ctx);
  return waiting ? codeSetupPage(ctx, waiting) : redirect(protectionPath);
}
