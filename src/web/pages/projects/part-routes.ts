import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import { addProjectPart, changeProjectPart, getProject, removeProjectPart } from '../../../domain/projects/index.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalText, versionField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { type PartWord, partFormPage, partKinds } from './part-form-page.ts';
import { type PartForm, partFields, partForm } from './part-input.ts';
import { actorOf, done } from './project-routes.ts';
import { projectsPath } from './project-view.ts';
import { texts } from './texts.ts';

const once = { idempotencyKey: idempotencyField };
const own = `${projectsPath}/:id` as const;
const wordParam = choice(Object.keys(partKinds) as [PartWord, ...PartWord[]]);
const ofWord = z.object({ id: idField(), word: wordParam });
const ofPart = z.object({ id: idField(), word: wordParam, partId: idField() });

/** The sites, people, figures and points of a project, one by one. */
export const projectPartRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${own}/:word/ny`,
    policy: 'project.edit',
    about: 'Visar formuläret där en plats, en roll, ett antal eller en punkt läggs till.',
    input: { params: ofWord, query: z.object({ slag: optionalText({ maximum: 20 }) }) },
    sample: { params: { id: anId, word: 'plats' } },
    handler: async (ctx) => part(ctx, ctx.input.params, undefined, ctx.input.query.slag),
  }),
  route({
    method: 'POST',
    path: `${own}/:word/ny`,
    policy: 'project.edit',
    about: 'Lägger till en plats, en roll, ett antal eller en punkt.',
    input: { params: ofWord, form: partForm },
    sample: { params: { id: anId, word: 'plats' }, form: { name: 'Norr', state: 'planned', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: projectId, word } = ctx.input.params;
      const { idempotencyKey, ...sent } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addProjectPart', idempotencyKey }, (w) =>
        addProjectPart(w, { projectId, kind: partKinds[word], fields: partFields(word, sent) }),
      );
      return done(projectId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => part(ctx, ctx.input.params, state),
  }),
  route({
    method: 'GET',
    path: `${own}/:word/:partId`,
    policy: 'project.edit',
    about: 'Visar formuläret där en plats, en roll, ett antal eller en punkt ändras.',
    input: { params: ofPart },
    sample: { params: { id: anId, word: 'plats', partId: anId } },
    handler: async (ctx) => part(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${own}/:word/:partId`,
    policy: 'project.edit',
    about: 'Sparar en ändrad plats, roll, ett antal eller en punkt.',
    input: { params: ofPart, form: partForm.extend({ version: versionField }) },
    sample: {
      params: { id: anId, word: 'plats', partId: anId },
      form: { name: 'Norr', state: 'running', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id, word, partId } = ctx.input.params;
      const { idempotencyKey, version, ...sent } = ctx.input.form;
      const kind = partKinds[word];
      await ctx.services.db.transact(ctx.auth, { verb: 'changeProjectPart', idempotencyKey }, (w) =>
        changeProjectPart(w, { partId, kind, expectedVersion: version, fields: partFields(word, sent as PartForm) }),
      );
      return done(id, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => part(ctx, ctx.input.params, state),
  }),
  route({
    method: 'POST',
    path: `${own}/:word/:partId/bort`,
    policy: 'project.edit',
    about: 'Tar bort en plats, en roll, ett antal eller en punkt som blev fel.',
    input: { params: ofPart, form: z.object({ version: versionField, ...once }) },
    sample: { params: { id: anId, word: 'plats', partId: anId }, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, word, partId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeProjectPart', idempotencyKey }, (w) =>
        removeProjectPart(w, { partId, kind: partKinds[word], expectedVersion: version }),
      );
      return done(id, texts[ctx.language].removed);
    },
    onInvalid: (ctx, state) => part(ctx, ctx.input.params, state),
  }),
];

async function part(
  ctx: RequestContext,
  { id, ...which }: { readonly id: string; readonly word: PartWord; readonly partId?: string },
  state?: FormState,
  kind?: string,
) {
  const project = await ctx.services.db.read(authorize(actorOf(ctx), 'record.read'), (r) => getProject(r, id));
  return partFormPage(ctx, { project, kind, ...which }, state);
}
