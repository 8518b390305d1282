import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import {
  carryProjectLesson,
  getProject,
  moveProject,
  type ProjectLessonPlace,
  type ProjectMove,
  type ProjectPhase,
  projectPhaseCodes,
  projectTransitions,
  recordPastPhase,
} from '../../../domain/projects/index.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, text, versionField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { carryPage } from './part-form-page.ts';
import { movePage, pastPhasePage } from './phase-form-page.ts';
import { readLessonPlaces } from './project-choices-reader.ts';
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

/** What happens in a project: its phases, and where its lessons are carried. */
export const projectStoryRoutes: readonly Route[] = [
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
