import * as z from 'zod';
import {
  authorizeOwnAccount,
  changePassword,
  endOtherSessions,
  endOwnSession,
  getAccount,
} from '../../../domain/access/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { overviewPage, ownPath, passwordPage, sessionsPage } from './own-account-page.ts';
import { ownTexts } from './own-texts.ts';

const newPassword = z.string('validation.required').min(1, 'validation.required').max(500);

/** The own account: what it may do, where it is open, and its password. */
export const ownAccountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: ownPath,
    policy: 'signedIn',
    about: 'Visar det egna kontot och rollerna i dag, med var de kommer ifrån.',
    sample: {},
    handler: async (ctx) => {
      const own = ownOf(ctx);
      const { db, runtime } = ctx.services;
      const { account, bodies } = await db.read(own.auth, async (r) => ({
        account: await getAccount(r, own.accountId, runtime.now(), runtime.today()),
        bodies: await listBodies(r),
      }));
      return overviewPage(ctx, account, new Map(bodies.map(({ id, name }) => [id, name])));
    },
  }),
  route({
    method: 'GET',
    path: `${ownPath}/inloggningar`,
    policy: 'signedIn',
    about: 'Visar var kontot är inloggat.',
    sample: {},
    handler: async (ctx) => sessionsPage(ctx, await ownAccountOf(ctx)),
  }),
  route({
    method: 'POST',
    path: `${ownPath}/inloggningar/avsluta`,
    policy: 'signedIn',
    about: 'Avslutar en av de egna inloggningarna.',
    input: { form: z.object({ sessionId: text({ maximum: 40 }) }) },
    sample: { form: { sessionId: anId } },
    handler: async (ctx) => {
      const { auth } = ownOf(ctx);
      const { sessionId } = ctx.input.form;
      await ctx.services.db.transact(auth, { verb: 'endOwnSession' }, (w) => endOwnSession(w, sessionId));
      return redirect(`${ownPath}/inloggningar`, {
        flash: { tone: 'success', text: ownTexts[ctx.language].ended },
      });
    },
    onInvalid: async (ctx) => sessionsPage(ctx, await ownAccountOf(ctx)),
  }),
  route({
    method: 'POST',
    path: `${ownPath}/inloggningar/avsluta-andra`,
    policy: 'signedIn',
    about: 'Avslutar alla egna inloggningar utom den här.',
    sample: {},
    handler: async (ctx) => {
      const { auth, sessionId } = ownOf(ctx);
      const count = await ctx.services.db.transact(auth, { verb: 'endOtherSessions' }, (w) =>
        endOtherSessions(w, sessionId),
      );
      return redirect(`${ownPath}/inloggningar`, {
        flash: { tone: 'success', text: ownTexts[ctx.language].endedOthers(count) },
      });
    },
  }),
  route({
    method: 'GET',
    path: `${ownPath}/losenord`,
    policy: 'signedIn',
    freshProof: true,
    about: 'Visar formuläret för att byta lösenord.',
    sample: {},
    handler: async (ctx) => passwordPage(ctx, await ownAccountOf(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${ownPath}/losenord`,
    policy: 'signedIn',
    freshProof: true,
    rate: 'signIn',
    about: 'Byter lösenord och avslutar alla andra inloggningar.',
    input: { form: z.object({ password: newPassword, again: newPassword }) },
    sample: { form: { password: 'x', again: 'y' } },
    handler: async (ctx) => {
      const { auth, sessionId } = ownOf(ctx);
      const { password, again } = ctx.input.form;
      if (password !== again) throw new AppError('record.invalid', {}, [{ path: 'again', key: 'account.notTheSame' }]);
      await ctx.services.db.transact(auth, { verb: 'changePassword' }, (w) =>
        changePassword(w, { password, sessionId }),
      );
      return redirect(ownPath, { flash: { tone: 'success', text: ownTexts[ctx.language].passwordChanged } });
    },
    onInvalid: async (ctx, state: FormState) => passwordPage(ctx, await ownAccountOf(ctx), { ...state, values: {} }),
  }),
];

/** The proof of whoever is signed in to keep their own account. A session without an account or facts keeps none. */
export function ownOf({ actor, session }: RequestContext) {
  if (!actor || actor.accountId === null || !session) throw new AppError('record.notFound');
  const { accountId } = actor;
  return { auth: authorizeOwnAccount({ ...actor, accountId }), accountId, sessionId: session.id };
}

export async function ownAccountOf(ctx: RequestContext) {
  const { auth, accountId } = ownOf(ctx);
  const { db, runtime } = ctx.services;
  return await db.read(auth, (r) => getAccount(r, accountId, runtime.now(), runtime.today()));
}
