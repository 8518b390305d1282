import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import { type ConnectionKind, connectionKindCodes, connectRecords } from '../../../domain/connections/index.ts';
import {
  addProjectPart,
  carryProjectLesson,
  changeProjectPart,
  getProject,
  moveProject,
  type ProjectLessonPlace,
  type ProjectMove,
  type ProjectPhase,
  projectPhaseCodes,
  projectTransitions,
  recordPastPhase,
  removeProjectPart,
} from '../../../domain/projects/index.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, text, versionField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { connectPage } from './connect-page.ts';
import { carryPage, type PartWord, partFormPage, partKinds } from './part-form-page.ts';
import { type PartForm, partFields, partForm } from './part-input.ts';
import { movePage, pastPhasePage } from './phase-form-page.ts';
import { readConnectable, readLessonPlaces } from './project-choices-reader.ts';
import { readProjectFacts } from './project-facts-reader.ts';
import { actorOf, done } from './project-routes.ts';
import { projectsPath } from './project-view.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const own = `${projectsPath}/:id` as const;
const sample = { params: { id: anId } };
const words = optionalText({ maximum: 4_000 });
const telling = {
  on: optionalText({ maximum: 10 }),
  reason: words,
  effects: words,
  decision: optionalText({ maximum: 500 }),
  agendaItemId: optionalId(),
};
const moves = projectTransitions.map(({ action }) => action) as unknown as readonly [ProjectMove, ...ProjectMove[]];
const wordParam = choice(Object.keys(partKinds) as [PartWord, ...PartWord[]]);
const ofWord = z.object({ id: idField(), word: wordParam });
const ofPart = z.object({ id: idField(), word: wordParam, partId: idField() });

/** What happens in a project: its phases, and its sites, people, figures and points one by one. */
export const projectPartRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${own}/fas`,
    policy: 'project.edit',
    about: 'Visar formuläret där ett projekt byter fas.',
    input: { params: byId },
    sample,
    handler: async (ctx) => phasePage(ctx, ctx.input.params.id, 'move'),
  }),
  route({
    method: 'POST',
    path: `${own}/fas`,
    policy: 'project.edit',
    about: 'Byter fas med orsak, följd och beslut.',
    input: { params: byId, form: z.object({ ...telling, action: choice(moves), version: versionField, ...once }) },
    sample: {
      ...sample,
      form: {
        action: 'pause',
        on: '2026-01',
        reason: 'Resurser saknas',
        effects: 'Dröjer',
        version: '1',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { id: projectId } = ctx.input.params;
      const { idempotencyKey, version, action, ...told } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'moveProject', idempotencyKey }, (w) =>
        moveProject(w, { projectId, expectedVersion: version, action, ...tellingOf(told), on: told.on ?? null }),
      );
      return done(projectId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => phasePage(ctx, ctx.input.params.id, 'move', state),
  }),
  route({
    method: 'GET',
    path: `${own}/fas/tidigare`,
    policy: 'project.edit',
    about: 'Visar formuläret där en tidigare fas läggs till.',
    input: { params: byId },
    sample,
    handler: async (ctx) => phasePage(ctx, ctx.input.params.id, 'past'),
  }),
  route({
    method: 'POST',
    path: `${own}/fas/tidigare`,
    policy: 'project.edit',
    about: 'Lägger till en tidigare fas, så som en handling berättar om den.',
    input: {
      params: byId,
      form: z.object({
        ...telling,
        on: text({ maximum: 10 }),
        phase: choice(projectPhaseCodes as readonly [ProjectPhase, ...ProjectPhase[]]),
        ...once,
      }),
    },
    sample: { ...sample, form: { phase: 'idea', on: '2025', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: projectId } = ctx.input.params;
      const { idempotencyKey, phase, on, ...told } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'recordPastPhase', idempotencyKey }, (w) =>
        recordPastPhase(w, { projectId, phase, on, ...tellingOf(told) }),
      );
      return done(projectId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => phasePage(ctx, ctx.input.params.id, 'past', state),
  }),
  route({
    method: 'GET',
    path: `${own}/samband`,
    policy: 'project.edit',
    about: 'Visar formuläret där ett projekt knyts till uppdrag, beslut, överenskommelser och pengar.',
    input: { params: byId },
    sample,
    handler: async (ctx) => connecting(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/samband`,
    policy: 'project.edit',
    about: 'Knyter ett projekt till något det hör ihop med.',
    input: {
      params: byId,
      form: z.object({
        to: text({ maximum: 100 }),
        kind: choice(connectionKindCodes as readonly [ConnectionKind, ...ConnectionKind[]]),
        reason: text({ maximum: 500 }),
        ...once,
      }),
    },
    sample: {
      ...sample,
      form: { to: `assignment:${anId}`, kind: 'concerns', reason: 'Uppdraget bakom projektet', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, to, kind, reason } = ctx.input.form;
      const [noun = '', recordId = ''] = to.split(':');
      await ctx.services.db.transact(ctx.auth, { verb: 'connectRecords', idempotencyKey }, async (w) => {
        await getProject(w, id);
        const known = (await readConnectable(w)).some(({ value }) => value === to);
        refuseProblems(known ? [] : [{ path: 'to', key: 'validation.id' }]);
        await connectRecords(w, { from: { noun: 'project', id }, to: { noun, id: recordId }, kind, reason });
      });
      return done(id, texts[ctx.language].connected);
    },
    onInvalid: (ctx, state) => connecting(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${own}/lardom/:partId`,
    policy: 'project.edit',
    about: 'Visar formuläret där en lärdom förs vidare.',
    input: { params: z.object({ id: idField(), partId: idField() }) },
    sample: { params: { id: anId, partId: anId } },
    handler: async (ctx) => carrying(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${own}/lardom/:partId`,
    policy: 'project.edit',
    about: 'För en lärdom vidare till ett uppdrag, ett inspel eller ett annat projekt.',
    input: {
      params: z.object({ id: idField(), partId: idField() }),
      form: z.object({ to: text({ maximum: 100 }), version: versionField, ...once }),
    },
    sample: {
      params: { id: anId, partId: anId },
      form: { to: `assignment:${anId}`, version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id, partId: pointId } = ctx.input.params;
      const { idempotencyKey, to, version } = ctx.input.form;
      const [noun, recordId = ''] = to.split(':') as [ProjectLessonPlace, string?];
      await ctx.services.db.transact(ctx.auth, { verb: 'carryProjectLesson', idempotencyKey }, (w) =>
        carryProjectLesson(w, { pointId, expectedVersion: version, to: { noun, id: recordId } }),
      );
      return done(id, texts[ctx.language].carriedSaved);
    },
    onInvalid: (ctx, state) => carrying(ctx, ctx.input.params, state),
  }),
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

type Told = {
  readonly reason?: string | undefined;
  readonly effects?: string | undefined;
  readonly decision?: string | undefined;
  readonly agendaItemId?: string | undefined;
};

const tellingOf = ({ reason = '', effects = '', decision = '', agendaItemId = undefined }: Told) => ({
  reason,
  effects,
  decision,
  agendaItemId: agendaItemId ?? null,
});

const reading = (ctx: RequestContext) => authorize(actorOf(ctx), 'record.read');

async function phasePage(ctx: RequestContext, id: string, which: 'move' | 'past', state?: FormState) {
  const { project, connections } = await ctx.services.db.read(reading(ctx), (r) => readProjectFacts(r, id));
  const items = connections.flatMap(({ other }) =>
    other.noun === 'agendaItem' ? [{ value: other.id, text: other.title }] : [],
  );
  return (which === 'move' ? movePage : pastPhasePage)(ctx, project, items, state);
}

async function part(
  ctx: RequestContext,
  { id, ...which }: { readonly id: string; readonly word: PartWord; readonly partId?: string },
  state?: FormState,
  kind?: string,
) {
  const project = await ctx.services.db.read(reading(ctx), (r) => getProject(r, id));
  return partFormPage(ctx, { project, kind, ...which }, state);
}

async function connecting(ctx: RequestContext, id: string, state?: FormState) {
  return await ctx.services.db.read(reading(ctx), async (r) =>
    connectPage(ctx, { project: await getProject(r, id), records: await readConnectable(r) }, state),
  );
}

async function carrying(
  ctx: RequestContext,
  { id, partId }: { readonly id: string; readonly partId: string },
  state?: FormState,
) {
  const year = Number(ctx.services.runtime.today().slice(0, 4));
  return await ctx.services.db.read(reading(ctx), async (r) =>
    carryPage(
      ctx,
      { project: await getProject(r, id), pointId: partId, places: await readLessonPlaces(r, id, year) },
      state,
    ),
  );
}
