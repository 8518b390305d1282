import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import {
  addImprovementAction,
  finishImprovementAction,
  getImprovement,
  improvementMoves,
  listDeviations,
  listImprovements,
  mayDeviate,
  moveImprovement,
  startImprovement,
} from '../../../domain/deviations/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { deviationsHref } from './deviation-view.ts';
import { improvementListPage, improvementPage, newImprovementPage, type SentImprovement } from './improvement-pages.ts';
import { texts } from './texts.ts';

const href = `${deviationsHref}/forbattringar` as const;
const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const sample = { params: { id: anId } };

/** Improvements: all, a new one, and one with its actions. */
export const improvementRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: href,
    policy: 'record.read',
    about: 'Visar förbättringsarbetena som avvikelser har lett till.',
    sample: {},
    handler: async (ctx) => improvementListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listImprovements(r))),
  }),
  route({
    method: 'GET',
    path: `${href}/nytt`,
    policy: 'deviation.handle',
    about: 'Visar formuläret där avvikelser som liknar varandra blir ett förbättringsarbete.',
    sample: {},
    handler: (ctx) => newPage(ctx),
  }),
  route({
    method: 'POST',
    path: `${href}/nytt`,
    policy: 'deviation.handle',
    about: 'Börjar ett förbättringsarbete.',
    input: {
      form: z.object({
        bodyId: idField(),
        title: text({ maximum: 200 }),
        aim: text({ maximum: 2_000 }),
        deviationIds: manyOf(idField(), { maximum: 200 }),
        ...once,
      }),
    },
    sample: { form: { bodyId: anId, title: 'Prov', aim: 'Prov', deviationIds: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...fields } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startImprovement', idempotencyKey }, (w) =>
        startImprovement(w, fields),
      );
      return done(id, texts[ctx.language].improvementStarted);
    },
    onInvalid: (ctx, state) => newPage(ctx, state),
  }),
  route({
    method: 'POST',
    path: `${href}/atgard/:id`,
    policy: 'deviation.handle',
    about: 'Markerar en åtgärd i ett förbättringsarbete som klar.',
    input: { params: byId, form: z.object(once) },
    sample: { ...sample, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'finishImprovementAction', idempotencyKey }, (w) =>
        finishImprovementAction(w, ctx.input.params.id),
      );
      return done(id, texts[ctx.language].actionDone);
    },
    onInvalid: async (ctx) =>
      improvementListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listImprovements(r as Reader))),
  }),
  route({
    method: 'GET',
    path: `${href}/:id`,
    policy: 'record.read',
    about: 'Visar ett förbättringsarbete med åtgärder, ansvariga och avvikelser.',
    input: { params: byId },
    sample,
    handler: (ctx) => ownPage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${href}/:id/atgard`,
    policy: 'deviation.handle',
    about: 'Lägger till en åtgärd i ett förbättringsarbete.',
    input: {
      params: byId,
      form: z.object({
        what: text({ maximum: 500 }),
        bodyId: idField(),
        responsibleFunction: text({ maximum: 200 }),
        dueOn: civilDateField(),
        ...once,
      }),
    },
    sample: {
      ...sample,
      form: { what: 'Prov', bodyId: anId, responsibleFunction: 'MAS', dueOn: '2026-01-01', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id: improvementId } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addImprovementAction', idempotencyKey }, (w) =>
        addImprovementAction(w, { improvementId, ...fields }),
      );
      return done(improvementId, texts[ctx.language].actionAdded);
    },
    onInvalid: (ctx, state) => ownPage(ctx, ctx.input.params.id, { which: 'action', state }),
  }),
  route({
    method: 'POST',
    path: `${href}/:id/lage`,
    policy: 'deviation.handle',
    about: 'Påbörjar, avslutar eller avbryter ett förbättringsarbete.',
    input: {
      params: byId,
      form: z.object({
        move: choice(improvementMoves),
        effect: optionalText({ maximum: 5_000 }),
        version: versionField,
        ...once,
      }),
    },
    sample: { ...sample, form: { move: 'start', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: improvementId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'moveImprovement', idempotencyKey }, (w) =>
        moveImprovement(w, { improvementId, expectedVersion: version, ...fields }),
      );
      return done(improvementId, texts[ctx.language].improvementMoved);
    },
    onInvalid: (ctx, state) => ownPage(ctx, ctx.input.params.id, { which: 'move', state }),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function newPage(ctx: ReadingContext, state?: FormState) {
  const facts = await ctx.services.db.read(ctx.auth, async (given) => {
    const r = given as Reader;
    const { rows } = await listDeviations(r, { pageSize: 100 });
    return {
      bodies: (await listBodies(r)).filter(({ id }) => ctx.actor && may(ctx.actor, 'deviation.handle', id)),
      deviations: rows.filter((one) => one.improvement === null && mayDeviate(one.state, 'improve')),
    };
  });
  return newImprovementPage(ctx, facts, state);
}

async function ownPage(ctx: ReadingContext, id: string, sent?: SentImprovement) {
  const facts = await ctx.services.db.read(ctx.auth, async (given) => {
    const r = given as Reader;
    return { work: await getImprovement(r, id), bodies: await listBodies(r) };
  });
  return improvementPage(ctx, facts, sent);
}

function done(id: string, said: string) {
  return redirect(recordAddress('improvementWork', id), { flash: { tone: 'success', text: said } });
}
