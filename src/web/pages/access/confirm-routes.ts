import * as z from 'zod';
import { askPasskey, proofFits, proveByPasskey, renewProof } from '../../../domain/access/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { optionalText, text } from '../../input.ts';
import { json, localPath, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { confirmFields, confirmPage } from './confirm-page.ts';
import { passkeyAnswer, readAnswer } from './passkey-answer.ts';
import { texts } from './texts.ts';

const query = z.object({ till: optionalText({ maximum: 500 }) });

/** Showing that one is still there, before something that binds or something that is secret. */
export const confirmRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/bekrafta',
    policy: 'signedIn',
    about: 'Visar sidan där man bekräftar att det är en själv.',
    input: { query },
    sample: {},
    handler: (ctx) => draw(ctx, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/bekrafta',
    policy: 'signedIn',
    rate: 'signIn',
    about: 'Bekräftar med lösenord, och engångskod om kontot har en app för det.',
    input: {
      query,
      form: z.object({
        [confirmFields.password]: z.string('validation.required').min(1, 'validation.required').max(500),
        [confirmFields.code]: optionalText({ maximum: 40 }),
      }),
    },
    sample: { form: { [confirmFields.password]: 'fel' } },
    handler: async (ctx) => {
      const holder = holderOf(ctx);
      const { db, signIn } = ctx.services;
      const wait = signIn.delay.waitFor(holder.accountId);
      if (wait > 0) await signIn.wait(wait);
      const { [confirmFields.password]: password, [confirmFields.code]: code } = ctx.input.form;
      if (!(await proofFits(db, signIn.keyring, holder, { password, code }))) {
        signIn.delay.failed(holder.accountId);
        throw new AppError('access.proofWrong');
      }
      signIn.delay.succeeded(holder.accountId);
      return redirect(ctx.input.query.till ?? '/', {
        session: { token: await renewProof(db, holder) },
        flash: { tone: 'success', text: texts[ctx.language].confirmed },
      });
    },
    onInvalid: (ctx, state) => draw(ctx, { ...state, values: {} }),
  }),
  route({
    method: 'POST',
    path: '/bekrafta/nyckel/fraga',
    policy: 'signedIn',
    rate: 'signIn',
    about: 'Ställer frågan som en nyckel i enheten svarar på för att bekräfta.',
    sample: {},
    handler: async (ctx) => {
      const { tenantId, sessionId } = holderOf(ctx);
      return json(await askPasskey(ctx.services.db, { origin: ctx.origin }, { tenantId, sessionId }));
    },
  }),
  route({
    method: 'POST',
    path: '/bekrafta/nyckel',
    policy: 'signedIn',
    rate: 'signIn',
    about: 'Bekräftar med en nyckel i enheten.',
    input: { form: z.object({ ...passkeyAnswer.shape, svar: text({ maximum: 20_000 }) }) },
    sample: { form: { svar: '{}' } },
    handler: async (ctx) => {
      const { svar, till } = ctx.input.form;
      const token = await proveByPasskey(ctx.services.db, { origin: ctx.origin }, holderOf(ctx), readAnswer(svar));
      // The address to go on to is that of the form of confirming, which carries the page one came from.
      const further = till ? new URL(localPath(till), ctx.origin).searchParams.get('till') : null;
      return redirect(further ?? '/', {
        session: { token },
        flash: { tone: 'success', text: texts[ctx.language].confirmed },
      });
    },
    onInvalid: (ctx, state) => draw(ctx, { ...state, values: {} }),
  }),
];

/** Whose session it is; a session without facts, as tests make them, shows nothing. */
export function holderOf({ actor, session }: RequestContext) {
  if (!actor || actor.accountId === null || !session) throw new AppError('record.notFound');
  return { tenantId: actor.tenantId, accountId: actor.accountId, sessionId: session.id };
}

function draw(ctx: RequestContext, state: FormState) {
  const till = localPath(ctx.url.searchParams.get('till') ?? undefined);
  return confirmPage(ctx, { action: `/bekrafta?${new URLSearchParams({ till })}`, kept: {}, state });
}
