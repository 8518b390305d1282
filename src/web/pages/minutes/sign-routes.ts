import * as z from 'zod';
import {
  type Adjustment,
  findFrozenMinutes,
  getMinutes,
  type Minutes,
  notePaperSignature,
  remindSigners,
  returnMinutes,
  type SignatureRequest,
  signMinutes,
  takeBackMinutes,
} from '../../../domain/minutes/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { civilDateField, idempotencyField, idField, optionalText, text } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { anId, byId, redraw } from './minutes-routes.ts';
import { signPage } from './sign-page.ts';
import { signerOf } from './signer.ts';
import { paperPage } from './small-pages.ts';
import { texts } from './texts.ts';

const handling = z.object({ handling: idField() });
/** Signing, giving back, and what the secretary does meanwhile. */
export const signRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/protokoll/:id/justera',
    policy: 'minutes.sign',
    about: 'Visar det låsta protokollet för den som ska skriva under.',
    input: { params: byId, query: handling },
    sample: { params: { id: anId }, query: { handling: anId } },
    handler: async (ctx) => await drawSign(ctx, ctx.input.query.handling, freshForm()),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/justera',
    policy: 'minutes.sign',
    about: 'Skriver under det låsta protokollet.',
    rate: 'signIn',
    freshProof: 'ownForm',
    input: {
      params: byId,
      form: z.object({
        handling: idField(),
        hash: text({ maximum: 64 }),
        password: optionalText({ maximum: 500 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { handling: anId, hash: 'x', password: 'x', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { handling: adjustmentId, hash, password = '', idempotencyKey } = ctx.input.form;
      const { minutes, adjustment } = await readAct(ctx, adjustmentId);
      const own = signerOf(ctx.actor, adjustment);
      if (!own) throw new AppError('minutes.notSigner');
      // What is signed is what was shown: the hash of the page, not whatever is frozen now.
      const request: SignatureRequest = {
        adjustmentId,
        round: adjustment.round,
        contentHash: hash,
        role: own.role,
        signer: { accountId: ctx.actor.accountId, name: ctx.actor.name },
        at: ctx.services.runtime.now(),
        nonce: ctx.services.runtime.newToken(18),
      };
      const signature = await ctx.services.signatures.sign(request, password, shownAt(ctx));
      const last = await ctx.services.db.transact(ctx.auth, { verb: 'signMinutes', idempotencyKey }, (w) =>
        signMinutes(w, { request, signature }),
      );
      const t = texts[ctx.language];
      return done(minutes.id, last ? t.signedLast : t.signedNow);
    },
    onInvalid: (ctx, state) => drawSign(ctx, typedValue(state, 'handling'), state),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/aterlamna',
    policy: 'minutes.sign',
    about: 'Återlämnar protokollet med en kommentar i stället för att skriva under.',
    input: {
      params: byId,
      form: z.object({ handling: idField(), comment: text({ maximum: 5000 }), idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { handling: anId, comment: 'Rätta', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { handling: adjustmentId, comment, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'returnMinutes', idempotencyKey }, (w) =>
        returnMinutes(w, { adjustmentId, comment }),
      );
      return done(ctx.input.params.id, texts[ctx.language].returnedNow);
    },
    onInvalid: (ctx, state) => drawSign(ctx, typedValue(state, 'handling'), state, 'return'),
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/ta-tillbaka',
    policy: 'minutes.edit',
    about: 'Tar tillbaka ett protokoll från justering för att ändra i det.',
    input: { params: byId, form: handling },
    sample: { params: { id: anId }, form: { handling: anId } },
    handler: async (ctx) => {
      await ctx.services.db.transact(ctx.auth, { verb: 'takeBackMinutes' }, (w) =>
        takeBackMinutes(w, { adjustmentId: ctx.input.form.handling }),
      );
      return done(ctx.input.params.id, texts[ctx.language].takenBack);
    },
    onInvalid: redraw,
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/paminn',
    policy: 'minutes.edit',
    about: 'Påminner dem som inte har skrivit under.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const minutesId = ctx.input.params.id;
      const letters = await ctx.services.db.transact(ctx.auth, { verb: 'remindSigners' }, (w) =>
        remindSigners(w, { minutesId, link: linkTo(ctx, minutesId) }),
      );
      return done(minutesId, texts[ctx.language].reminded(letters));
    },
  }),
  route({
    method: 'GET',
    path: '/protokoll/:id/papper',
    policy: 'minutes.edit',
    about: 'Visar formuläret där en underskrift på papper antecknas.',
    input: { params: byId, query: handling },
    sample: { params: { id: anId }, query: { handling: anId } },
    handler: async (ctx) => {
      const { minutes, adjustment } = await readAct(ctx, ctx.input.query.handling);
      return paperPage(ctx, minutes, adjustment, freshForm({ signedOn: ctx.services.runtime.today() }));
    },
  }),
  route({
    method: 'POST',
    path: '/protokoll/:id/papper',
    policy: 'minutes.edit',
    about: 'Antecknar en underskrift på papper och var pappret förvaras.',
    input: {
      params: byId,
      form: z.object({
        handling: idField(),
        signerId: idField(),
        signedOn: civilDateField(),
        keptAt: text(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { handling: anId, signerId: anId, signedOn: '2026-01-01', keptAt: 'x', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { handling: adjustmentId, idempotencyKey, ...signed } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'notePaperSignature', idempotencyKey }, (w) =>
        notePaperSignature(w, { adjustmentId, ...signed }),
      );
      return done(ctx.input.params.id, texts[ctx.language].paperNoted);
    },
    onInvalid: async (ctx, state) => {
      const { minutes, adjustment } = await readAct(ctx, typedValue(state, 'handling'));
      return paperPage(ctx, minutes, adjustment, state);
    },
  }),
];

/** When the signer showed who they are, of those for whom a password alone is not the way: the route has asked for it anew. */
function shownAt({ session }: RequestContext): Date | undefined {
  return session && session.proofs.join() !== 'password' ? session.provedAt : undefined;
}

type Signing = RequestContext & {
  readonly auth: HandlerContext<'minutes.sign' | 'minutes.edit'>['auth'];
  readonly input: { readonly params: { readonly id: string } };
};

async function readAct(
  ctx: Signing,
  adjustmentId: string,
): Promise<{ readonly minutes: Minutes; readonly adjustment: Adjustment }> {
  const minutes = await ctx.services.db.read(ctx.auth, (r) => getMinutes(r, ctx.input.params.id));
  const adjustment = minutes.adjustments.find(({ id }) => id === adjustmentId);
  if (!adjustment) throw new AppError('record.notFound');
  return { minutes, adjustment };
}

/** The page to sign on, only for those who are asked to: everybody else reads the minutes on their own page. */
async function drawSign(ctx: Signing, adjustmentId: string, state: FormState, at?: 'sign' | 'return'): Promise<Page> {
  const { minutes, adjustment } = await readAct(ctx, adjustmentId);
  if (!signerOf(ctx.actor, adjustment)) throw new AppError('minutes.notSigner');
  const frozen = await ctx.services.db.read(ctx.auth, (r) => findFrozenMinutes(r, adjustmentId));
  if (!frozen) throw new AppError('record.notFound');
  return signPage(ctx, { minutes, adjustment, tree: frozen.tree }, state, at);
}

function typedValue(state: FormState, name: string): string {
  return [state.values[name] ?? ''].flat()[0] ?? '';
}

/** The address of the minutes for a letter that leaves the house. */
export function linkTo(ctx: Pick<RequestContext, 'services'>, minutesId: string): string {
  return `${ctx.services.publicUrl.replace(/\/+$/u, '')}${recordAddress('minutes', minutesId)}`;
}

/** Back to the minutes, with what was done said once. */
export function done(minutesId: string, said: string) {
  return redirect(recordAddress('minutes', minutesId), { flash: { tone: 'success', text: said } });
}
