import * as z from 'zod';
import { authorize, may } from '../../../domain/access/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import {
  changeDeliverable,
  getDeliverable,
  getProject,
  listDeliverables,
  listProjects,
  moveDeliverable,
  recordDeliverable,
} from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  idempotencyField,
  idField,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { anId } from '../followup/sample-id.ts';
import { deliverableFormPage, deliverableListPage, deliverablePage, moveDeliverablePage } from './deliverable-pages.ts';
import { actorOf, done } from './project-routes.ts';
import { projectsPath } from './project-view.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const own = `${collaborationPaths.deliverables}/:id` as const;
const sample = { params: { id: anId } };
const what = { what: text({ maximum: 500 }), responsible: optionalText({ maximum: 300 }) };

/** Deliverables: all, one, moved, changed and delivered. */
export const deliverableRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: collaborationPaths.deliverables,
    policy: 'record.read',
    about: 'Visar vad som ska levereras, när, och vad som har flyttats eller saknar datum.',
    input: { query: z.object({ sida: optionalWholeNumber({ minimum: 1, maximum: 1_000 }) }) },
    sample: {},
    handler: async (ctx) =>
      deliverableListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listDeliverables(r)), ctx.input.query.sida),
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar en leverans: när den skulle vara klar, varje gång den har flyttats och varför.',
    input: { params: byId },
    sample,
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const deliverable = await getDeliverable(r, id);
        const [project = null] = deliverable.projectId ? await listProjects(r, { ids: [deliverable.projectId] }) : [];
        return {
          deliverable,
          project,
          connections: (await readConnections(r, [id])).get(id) ?? [],
          sources: await sourcesOf(r, 'deliverable', id),
        };
      });
      return deliverablePage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: `${own}/flytta`,
    policy: 'project.edit',
    about: 'Visar formuläret där en leverans flyttas.',
    input: { params: byId },
    sample,
    handler: async (ctx) => moving(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/flytta`,
    policy: 'project.edit',
    about: 'Flyttar en leverans till en ny dag, med orsak.',
    input: {
      params: byId,
      form: z.object({
        to: text({ maximum: 10 }),
        reason: text({ maximum: 2_000 }),
        source: optionalText({ maximum: 300 }),
        version: versionField,
        ...once,
      }),
    },
    sample: { ...sample, form: { to: '2026-12', reason: 'Resurser saknas', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: deliverableId } = ctx.input.params;
      const { idempotencyKey, version, to, reason, source = '' } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'moveDeliverable', idempotencyKey }, (w) =>
        moveDeliverable(w, { deliverableId, expectedVersion: version, to, reason, source }),
      );
      return saved(ctx, deliverableId);
    },
    onInvalid: (ctx, state) => moving(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${own}/andra`,
    policy: 'project.edit',
    about: 'Visar formuläret där en leverans ändras eller sägs vara lämnad.',
    input: { params: byId },
    sample,
    handler: async (ctx) => changing(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${own}/andra`,
    policy: 'project.edit',
    about: 'Sparar en ändrad leverans, eller att den är lämnad.',
    input: {
      params: byId,
      form: z.object({
        ...what,
        projectId: optionalId(),
        doneOn: optionalText({ maximum: 10 }),
        version: versionField,
        ...once,
      }),
    },
    sample: { ...sample, form: { what: 'Slutrapport', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: deliverableId } = ctx.input.params;
      const { idempotencyKey, version, responsible = '', projectId = null, doneOn = null, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeDeliverable', idempotencyKey }, (w) =>
        changeDeliverable(w, { deliverableId, expectedVersion: version, responsible, projectId, doneOn, ...fields }),
      );
      return saved(ctx, deliverableId);
    },
    onInvalid: (ctx, state) => changing(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${projectsPath}/:id/leverans/ny`,
    policy: 'project.edit',
    about: 'Visar formuläret där en leverans läggs till i ett projekt.',
    input: { params: byId },
    sample,
    handler: async (ctx) => adding(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${projectsPath}/:id/leverans/ny`,
    policy: 'project.edit',
    about: 'Lägger till en leverans i ett projekt.',
    input: { params: byId, form: z.object({ ...what, dueOn: optionalText({ maximum: 10 }), ...once }) },
    sample: { ...sample, form: { what: 'Slutrapport', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: projectId } = ctx.input.params;
      const { idempotencyKey, responsible = '', dueOn = null, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'recordDeliverable', idempotencyKey }, (w) =>
        recordDeliverable(w, { projectId, responsible, dueOn, ...fields }),
      );
      return done(projectId, texts[ctx.language].saved);
    },
    onInvalid: (ctx, state) => adding(ctx, ctx.input.params.id, state),
  }),
];

function saved(ctx: RequestContext, id: string) {
  return redirect(recordAddress('deliverable', id), { flash: { tone: 'success', text: texts[ctx.language].saved } });
}

const reading = (ctx: RequestContext) => authorize(actorOf(ctx), 'record.read');

async function moving(ctx: RequestContext, id: string, state?: FormState) {
  return moveDeliverablePage(ctx, await ctx.services.db.read(reading(ctx), (r) => getDeliverable(r, id)), state);
}

async function changing(ctx: RequestContext, id: string, state?: FormState) {
  return await ctx.services.db.read(reading(ctx), async (r) => {
    const deliverable = await getDeliverable(r, id);
    const projects = (await listProjects(r)).filter(
      (one) => one.id === deliverable.projectId || may(actorOf(ctx), 'project.edit', one.owner?.id),
    );
    return deliverableFormPage(
      ctx,
      { deliverable, project: null, projects: projects.map((one) => ({ value: one.id, text: one.name })) },
      state,
    );
  });
}

async function adding(ctx: RequestContext, id: string, state?: FormState) {
  const project = await ctx.services.db.read(reading(ctx), (r) => getProject(r, id));
  return deliverableFormPage(ctx, { project, projects: [] }, state);
}
