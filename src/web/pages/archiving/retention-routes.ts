import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import {
  approveDisposal,
  carryOutDisposal,
  disposalDocument,
  getDisposal,
  listDisposable,
  listDisposals,
  listRetentionRules,
  proposeDisposal,
  type RetentionFate,
  retentionFates,
  retentionSeries,
  returnDisposal,
  setRetention,
} from '../../../domain/archiving/index.ts';
import { authorityOf } from '../../../domain/inputs/index.ts';
import type { DocumentKind } from '../../../domain/matters/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { archiveHref } from './archive-view.ts';
import { disposalListPage, disposalPage, planPage } from './retention-pages.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const disposals = `${archiveHref}/gallring` as const;
const own = `${disposals}/:id` as const;
const sample = { params: { id: anId } };
const step = z.object({ version: versionField, ...once });
const stepSample = { ...sample, form: { version: '1', idempotencyKey: 'prov' } };

/** The plan of how long documents are kept, and disposal from proposal to certificate. */
export const retentionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${archiveHref}/plan`,
    policy: 'record.read',
    about: 'Visar planen för hur länge handlingar bevaras.',
    sample: {},
    handler: (ctx) => plan(ctx),
  }),
  route({
    method: 'POST',
    path: `${archiveHref}/plan`,
    policy: 'archive.dispose',
    about: 'Lägger till en rad i planen för hur länge handlingar bevaras.',
    input: {
      form: z.object({
        series: choice(retentionSeries as Some<DocumentKind>),
        fate: choice(Object.keys(retentionFates) as unknown as Some<RetentionFate>),
        years: optionalWholeNumber({ minimum: 0, maximum: 1_000 }),
        basis: text({ maximum: 300 }),
        note: optionalText({ maximum: 500 }),
        validFrom: civilDateField(),
        ...once,
      }),
    },
    sample: {
      form: { series: 'memo', fate: 'preserve', basis: 'Prov', validFrom: '2026-01-01', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { idempotencyKey, ...given } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'setRetention', idempotencyKey }, (w) => setRetention(w, given));
      return done(`${archiveHref}/plan`, texts[ctx.language].ruleAdded);
    },
    onInvalid: (ctx, state) => plan(ctx, state),
  }),
  route({
    method: 'GET',
    path: disposals,
    policy: 'record.read',
    about: 'Visar gallringarna och vad som kan gallras nu.',
    sample: {},
    handler: (ctx) => list(ctx),
  }),
  route({
    method: 'POST',
    path: disposals,
    policy: 'archive.dispose',
    about: 'Föreslår gallring av handlingar med stöd av ett beslut.',
    input: {
      form: z.object({
        documentIds: manyOf(idField()),
        decisionNumber: text({ maximum: 40 }),
        decisionOn: civilDateField(),
        decisionBody: text({ maximum: 200 }),
        ...once,
      }),
    },
    sample: {
      form: {
        documentIds: anId,
        decisionNumber: '26RS1',
        decisionOn: '2026-01-01',
        decisionBody: 'Prov',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { idempotencyKey, ...given } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'proposeDisposal', idempotencyKey }, (w) =>
        proposeDisposal(w, given),
      );
      return done(recordAddress('disposal', id), texts[ctx.language].proposed);
    },
    onInvalid: (ctx, state) => list(ctx, state),
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar en gallring: beslut, handlingar och vad som återstår.',
    input: { params: byId },
    sample,
    handler: (ctx) => one(ctx, ctx.input.params.id),
  }),
  route({
    method: 'GET',
    path: `${own}/bevis`,
    policy: 'record.read',
    about: 'Lämnar gallringsbeviset som PDF.',
    input: { params: byId },
    sample,
    handler: async (ctx) => {
      const tree = await ctx.services.db.read(ctx.auth, async (given) => {
        const r = given as Reader;
        const disposal = await getDisposal(r, ctx.input.params.id);
        if (disposal.state !== 'carriedOut') throw new AppError('record.notFound');
        return disposalDocument(disposal, await authorityOf(r));
      });
      const { bytes, mediaType } = await writeDocument(tree, 'pdf');
      return file({ bytes, type: mediaType, name: 'gallringsbevis.pdf' });
    },
  }),
  route({
    method: 'POST',
    path: `${own}/godkann`,
    policy: 'archive.dispose',
    about: 'Godkänner ett förslag till gallring som någon annan har lämnat.',
    input: { params: byId, form: step },
    sample: stepSample,
    handler: async (ctx) => {
      const { id: disposalId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'approveDisposal', idempotencyKey }, (w) =>
        approveDisposal(w, { disposalId, expectedVersion: version }),
      );
      return done(recordAddress('disposal', disposalId), texts[ctx.language].approved);
    },
    onInvalid: (ctx, state) => one(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${own}/aterlamna`,
    policy: 'archive.dispose',
    about: 'Återlämnar ett förslag till gallring med skälet.',
    input: { params: byId, form: z.object({ note: text({ maximum: 500 }), version: versionField, ...once }) },
    sample: { ...sample, form: { note: 'Prov', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: disposalId } = ctx.input.params;
      const { version, idempotencyKey, note } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'returnDisposal', idempotencyKey }, (w) =>
        returnDisposal(w, { disposalId, expectedVersion: version, note }),
      );
      return done(recordAddress('disposal', disposalId), texts[ctx.language].givenBack);
    },
    onInvalid: (ctx, state) => one(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${own}/verkstall`,
    policy: 'archive.dispose',
    about: 'Verkställer en godkänd gallring.',
    input: { params: byId, form: step },
    sample: stepSample,
    handler: async (ctx) => {
      const { id: disposalId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'carryOutDisposal', idempotencyKey }, (w) =>
        carryOutDisposal(w, { disposalId, expectedVersion: version }),
      );
      return done(recordAddress('disposal', disposalId), texts[ctx.language].carriedOut);
    },
    onInvalid: (ctx, state) => one(ctx, ctx.input.params.id, state),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function plan(ctx: ReadingContext, state?: FormState) {
  return planPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listRetentionRules(r as Reader)), state);
}

async function list(ctx: ReadingContext, state?: FormState) {
  const today = ctx.services.runtime.today();
  const facts = await ctx.services.db.read(ctx.auth, async (given) => {
    const r = given as Reader;
    return { disposals: await listDisposals(r), candidates: await listDisposable(r, today) };
  });
  return disposalListPage(ctx, facts, state);
}

async function one(ctx: ReadingContext, id: string, state?: FormState) {
  return disposalPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getDisposal(r as Reader, id)), state);
}

function done(href: string, said: string) {
  return redirect(href, { flash: { tone: 'success', text: said } });
}
