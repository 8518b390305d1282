import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import { addBodyAlias, changeBody, createBody, getBody, listBodies } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import { idField, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { readBody } from './body-facts.ts';
import { aliasForm, aliasPage, bodyFormPage, bodyValues, changeForm, createForm } from './body-form-page.ts';
import { bodyListPage, bodyListPath } from './body-list-page.ts';
import { bodyPage } from './body-page.ts';
import { texts } from './texts.ts';

export const anId = '00000000-0000-4000-8000-000000000000';
export const byId = z.object({ id: idField() });
const one = `${bodyListPath}/:id` as const;
export type Editing = Pick<HandlerContext<'organisation.edit'>, 'services' | 'auth'> & { readonly actor: Actor };

/** The tree, the page of a body, and the forms about it. */
export const bodyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: bodyListPath,
    policy: 'record.read',
    about: 'Visar organen som träd, och vilket organ ett namn i en handling menar eller liknar.',
    input: { query: z.object({ namn: optionalText({ maximum: 200 }) }) },
    sample: { query: { namn: 'Beredningen för vård' } },
    handler: async (ctx) => {
      const bodies = await ctx.services.db.read(ctx.auth, (r) => listBodies(r));
      return bodyListPage(ctx, bodies, ctx.input.query.namn ?? '');
    },
  }),
  route({
    method: 'GET',
    path: `${bodyListPath}/nytt`,
    policy: 'organisation.edit',
    about: 'Visar formuläret för ett nytt organ.',
    sample: {},
    handler: async (ctx) => bodyFormPage(ctx, await allBodies(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${bodyListPath}/nytt`,
    policy: 'organisation.edit',
    about: 'Lägger in ett organ.',
    input: { form: createForm },
    sample: { form: { kind: 'committee', name: 'Kulturnämnden', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'createBody', idempotencyKey }, (w) =>
        createBody(w, fields),
      );
      return toBody(id, texts[ctx.language].created);
    },
    onInvalid: async (ctx, state) => bodyFormPage(ctx, await allBodies(ctx), state),
  }),
  route({
    method: 'GET',
    path: one,
    policy: 'record.read',
    about: 'Visar ett organ: platser, regler, uppdrag, sammanträden och återrapporteringar.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { db, runtime } = ctx.services;
      return bodyPage(ctx, await db.read(ctx.auth, (r) => readBody(r, ctx.input.params.id, runtime.today())));
    },
  }),
  route({
    method: 'GET',
    path: `${one}/andra`,
    policy: 'organisation.edit',
    about: 'Visar formuläret där ett organ ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const body = await ownBody(ctx, ctx.input.params.id);
      return bodyFormPage(ctx, await allBodies(ctx), freshForm(bodyValues(body)), body);
    },
  }),
  route({
    method: 'POST',
    path: `${one}/andra`,
    policy: 'organisation.edit',
    about: 'Ändrar ett organ. Ett tidigare namn står kvar som annat namn.',
    input: { params: byId, form: changeForm },
    sample: {
      params: { id: anId },
      form: { kind: 'committee', name: 'Kulturnämnden', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeBody', idempotencyKey }, (w) =>
        changeBody(w, { ...fields, bodyId: id, expectedVersion: version }),
      );
      return toBody(id, texts[ctx.language].changed);
    },
    onInvalid: async (ctx, state) =>
      bodyFormPage(ctx, await allBodies(ctx), state, await ownBody(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'GET',
    path: `${one}/namn`,
    policy: 'organisation.edit',
    about: 'Visar formuläret där ett annat namn på organet bekräftas.',
    input: { params: byId, query: z.object({ namn: optionalText({ maximum: 200 }) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      aliasPage(ctx, await ownBody(ctx, ctx.input.params.id), freshForm({ name: ctx.input.query.namn ?? '' })),
  }),
  route({
    method: 'POST',
    path: `${one}/namn`,
    policy: 'organisation.edit',
    about: 'Lägger till ett namn som handlingarna använder, med skälet.',
    input: { params: byId, form: aliasForm },
    sample: { params: { id: anId }, form: { name: 'Kultur', reason: 'bytte namn 2023', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { name, reason = '', idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addBodyAlias', idempotencyKey }, (w) =>
        addBodyAlias(w, { bodyId: id, name, reason }),
      );
      return toBody(id, texts[ctx.language].aliasAdded);
    },
    onInvalid: async (ctx, state) => aliasPage(ctx, await ownBody(ctx, ctx.input.params.id), state),
  }),
];

/** Back to the page of the body with what happened. */
export function toBody(id: string, text: string, anchor = '') {
  return redirect(`${recordAddress('body', id)}${anchor}`, { flash: { tone: 'success', text } });
}

/** The body of a form, for those who may change it; the verbs would refuse what others send, too. */
export async function ownBody({ services, auth, actor }: Editing, id: string) {
  const body = await services.db.read(auth, (r) => getBody(r, id));
  if (!may(actor, 'organisation.edit', id)) throw new AppError('access.denied');
  return body;
}

async function allBodies({ services, auth }: Pick<Editing, 'services' | 'auth'>) {
  return await services.db.read(auth, (r) => listBodies(r));
}
