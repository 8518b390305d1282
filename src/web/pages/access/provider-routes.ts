import * as z from 'zod';
import { keepPending, proveByIdentity, signInWithIdentity, takePending } from '../../../domain/access/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { RequestContext } from '../../contracts.ts';
import { optionalText, text } from '../../input.ts';
import { json, localPath, type Reply, redirect, sendAway } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { entered } from './entered.ts';
import { refusedPage, unknownPage } from './sign-in-page.ts';
import { texts } from './texts.ts';

const byCode = z.object({ tjanst: text({ maximum: 40 }) });
const sample = { params: { tjanst: 'exempel' } };

/** The way over a service for electronic identities (OpenID Connect, code flow): out, back, and out of there again. */
export const providerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/logga-in/extern/:tjanst',
    policy: 'public',
    rate: 'signIn',
    about: 'Skickar vidare till en tjänst för e-legitimation.',
    input: { params: byCode, query: z.object({ till: optionalText({ maximum: 500 }) }) },
    sample,
    handler: (ctx) => leave(ctx, ctx.input.params.tjanst, { till: ctx.input.query.till ?? '', sessionId: null }),
  }),
  route({
    method: 'GET',
    path: '/bekrafta/extern',
    policy: 'signedIn',
    rate: 'signIn',
    about: 'Skickar vidare till tjänsten för e-legitimation för att bekräfta att det är samma person.',
    sample: {},
    handler: (ctx) => {
      const { session } = ctx;
      if (!session?.provider) throw new AppError('record.notFound');
      return leave(ctx, session.provider, { till: '', sessionId: session.id });
    },
  }),
  route({
    method: 'GET',
    path: '/logga-in/svar/:tjanst',
    policy: 'public',
    rate: 'signIn',
    about: 'Tar emot svaret från en tjänst för e-legitimation.',
    input: { params: byCode },
    sample,
    handler: (ctx) => comeBack(ctx, ctx.input.params.tjanst),
  }),
  route({
    method: 'GET',
    path: '/logga-ut/extern/:tjanst',
    policy: 'public',
    about: 'Loggar ut också från tjänsten för e-legitimation.',
    input: { params: byCode },
    sample,
    handler: async (ctx) => {
      const address = await providerOf(ctx, ctx.input.params.tjanst).signOutAddress(`${ctx.origin}/logga-in`);
      return address ? sendAway(address) : redirect('/logga-in');
    },
  }),
  route({
    method: 'GET',
    path: '/logga-in/nycklar.json',
    policy: 'public',
    about: 'Visar de publika nycklar som tjänsterna för e-legitimation känner igen systemet på (JWKS).',
    sample: {},
    handler: ({ services }) => json({ keys: services.signIn.publicKeys }),
  }),
];

function providerOf({ services }: RequestContext, code: string) {
  const provider = services.signIn.providers.find((one) => one.code === code);
  if (!provider) throw new AppError('record.notFound');
  return provider;
}

const answerAt = (ctx: RequestContext, code: string) => `${ctx.origin}/logga-in/svar/${code}`;

async function leave(
  ctx: RequestContext,
  code: string,
  { till, sessionId }: { readonly till: string; readonly sessionId: string | null },
): Promise<Reply> {
  const { db, runtime, signIn } = ctx.services;
  const journey = await providerOf(ctx, code).start({ returnTo: answerAt(ctx, code), again: sessionId !== null });
  const { address, state, nonce, verifier } = journey;
  const token = runtime.newToken(32);
  await keepPending(db, token, {
    tenantId: signIn.tenantId,
    kind: 'provider',
    accountId: null,
    sessionId,
    content: { code, state, nonce, verifier, till: localPath(till || '/') },
  });
  return sendAway(address, { pendingSignIn: token });
}

/** The answer counts once, in the browser that left, for the service that it left to. */
async function comeBack(ctx: RequestContext, code: string): Promise<Reply> {
  const { db, signIn } = ctx.services;
  const provider = providerOf(ctx, code);
  const pending = ctx.pendingSignIn ? await takePending(db, ctx.pendingSignIn, 'provider') : undefined;
  if (!pending || pending.content.code !== code) throw new AppError('access.signInExpired');
  const { state = '', nonce = '', verifier = '', till = '/' } = pending.content;
  const url = new URL(answerAt(ctx, code));
  url.search = ctx.url.search;
  const again = pending.sessionId !== null;
  const answer = await provider.finish({ url, state, nonce, verifier, again });
  const t = texts[ctx.language];
  if (!answer)
    return redirect(again ? '/bekrafta' : '/logga-in', {
      pendingSignIn: 'end',
      flash: { tone: 'info', text: t.cancelled },
    });
  if ('refusal' in answer) return refusedPage(ctx);
  const vouched = { tenantId: signIn.tenantId, provider: code, identity: answer.identity };
  if (again) {
    // The session that asked is the one that is signed in here now; another would be somebody else's.
    if (ctx.session?.id !== pending.sessionId) throw new AppError('access.signInExpired');
    const holder = { accountId: ctx.actor?.accountId ?? null, sessionId: ctx.session.id };
    const token = await proveByIdentity(db, signIn.keyring, vouched, holder);
    return redirect('/bekrafta', {
      session: { token },
      pendingSignIn: 'end',
      flash: { tone: 'success', text: t.confirmedThere },
    });
  }
  const entry = await signInWithIdentity(db, signIn.keyring, {
    ...vouched,
    twoFactors: answer.twoFactors,
    device: ctx.device,
  });
  if (entry.next === 'unknown') return unknownPage(ctx, entry.code);
  return { ...entered(ctx, entry, till === '/' ? undefined : till), pendingSignIn: 'end' };
}
