import * as z from 'zod';
import packageJson from '../../../../package.json' with { type: 'json' };
import { checkPackageFully } from '../../../documents/in/archive/check-package.ts';
import { composePackage } from '../../../documents/out/index.ts';
import { authorize, may } from '../../../domain/access/index.ts';
import {
  type ArchivableNoun,
  archivableNounCodes,
  deliverPackage,
  discardPackage,
  drawUpPackage,
  getArchivePackage,
  listArchivable,
  listArchivePackages,
  makeArchivePackage,
  mostInPackage,
} from '../../../domain/archiving/index.ts';
import { classifyMatter, getMatter } from '../../../domain/matters/index.ts';
import type { Authorized } from '../../../kernel/authorized.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import {
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { archiveHref } from './archive-view.ts';
import { packageListPage, packagePage } from './package-pages.ts';
import { readyPage, readyPageSize } from './ready-page.ts';
import { texts } from './texts.ts';

type Some<T> = readonly [T, ...T[]];
const byId = z.object({ id: idField() });
const once = { idempotencyKey: idempotencyField };
const own = `${archiveHref}/paket/:id` as const;
const sample = { params: { id: anId } };
const refPattern = /^(matter|minutes|report):(.+)$/;
const step = z.object({ version: versionField, ...once });
const stepSample = { ...sample, form: { version: '1', idempotencyKey: 'prov' } };

/** Packages for the archive, from what is ready to the receipt of the archive. */
export const packageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: archiveHref,
    policy: 'record.read',
    about: 'Visar vad som är färdigt att arkivera och vad som hindrar.',
    input: {
      query: z.object({
        slag: optionalChoice(archivableNounCodes as Some<ArchivableNoun>),
        sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
      }),
    },
    sample: {},
    handler: (ctx) => ready(ctx, ctx.input.query.slag, ctx.input.query.sida),
  }),
  route({
    method: 'POST',
    path: `${archiveHref}/klassificera`,
    policy: 'archive.make',
    about: 'Sparar ett ärendes nummer i klassificeringsstrukturen.',
    input: { form: z.object({ matterId: idField(), classification: text({ maximum: 40 }), ...once }) },
    sample: { form: { matterId: anId, classification: '2.7.1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { matterId, classification, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'classifyMatter', idempotencyKey }, async (w) =>
        classifyMatter(w, { matterId, classification, expectedVersion: (await getMatter(w, matterId)).version }),
      );
      return done(archiveHref, texts[ctx.language].classified);
    },
    onInvalid: (ctx, state) => ready(ctx, undefined, 1, state),
  }),
  route({
    method: 'GET',
    path: `${archiveHref}/paket`,
    policy: 'record.read',
    about: 'Visar arkivpaketen.',
    sample: {},
    handler: async (ctx) =>
      packageListPage(ctx, await ctx.services.db.read(ctx.auth, (r) => listArchivePackages(r as Reader))),
  }),
  route({
    method: 'POST',
    path: `${archiveHref}/paket`,
    policy: 'archive.make',
    about: 'Gör ett arkivpaket av det som är valt, och kontrollerar det.',
    input: {
      form: z.object({
        refs: manyOf(text({ maximum: 80 })),
        title: text({ maximum: 200 }),
        scheme: text({ maximum: 100 }),
        contact: optionalText({ maximum: 100 }),
        receiverName: optionalText({ maximum: 200 }),
        receiverCode: optionalText({ maximum: 40 }),
        agreement: optionalText({ maximum: 100 }),
        includeSecret: manyOf(text({ maximum: 10 })),
        ...once,
      }),
    },
    sample: { form: { refs: `matter:${anId}`, title: 'Prov', scheme: 'Prov', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { refs, idempotencyKey, includeSecret, ...given } = ctx.input.form;
      const reading = includeSecret.length > 0 ? authorize(ctx.actor, 'matter.readProtected') : undefined;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'drawUpPackage', idempotencyKey }, (w) =>
        drawUpPackage(w, {
          ...given,
          refs: refs.flatMap((ref) => {
            const [, noun, recordId] = refPattern.exec(ref) ?? [];
            return noun && recordId ? [{ noun: noun as ArchivableNoun, id: recordId }] : [];
          }),
          reading,
          most: mostInPackage,
        }),
      );
      return await make(ctx, ctx.auth, id, texts[ctx.language].made);
    },
    onInvalid: (ctx, state) => ready(ctx, undefined, 1, state),
  }),
  route({
    method: 'GET',
    path: own,
    policy: 'record.read',
    about: 'Visar ett arkivpaket: innehåll, kontroll och leverans.',
    input: { params: byId },
    sample,
    handler: (ctx) => one(ctx, ctx.input.params.id),
  }),
  route({
    method: 'GET',
    path: `${own}/fil`,
    policy: 'archive.make',
    about: 'Lämnar ett arkivpaket som ZIP.',
    input: { params: byId },
    sample,
    handler: async (ctx) => {
      const pack = await ctx.services.db.read(ctx.auth, (r) => getArchivePackage(r as Reader, ctx.input.params.id));
      if (pack.sha256 === null) throw new AppError('record.notFound');
      if (pack.includesSecret && !may(ctx.actor, 'matter.readProtected')) throw new AppError('access.denied');
      const bytes = await ctx.services.blobs.get(pack.sha256);
      return file({ bytes, type: 'application/zip', name: `${pack.objectId}.zip`, disposition: 'attachment' });
    },
  }),
  route({
    method: 'POST',
    path: `${own}/gor`,
    policy: 'archive.make',
    about: 'Gör ett arkivpaket på nytt och kontrollerar det.',
    input: { params: byId, form: step },
    sample: stepSample,
    handler: async (ctx) => await make(ctx, ctx.auth, ctx.input.params.id, texts[ctx.language].remade),
    onInvalid: (ctx, state) => one(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${own}/levererat`,
    policy: 'archive.make',
    about: 'Antecknar att ett arkivpaket är levererat, med arkivets kvitto.',
    input: {
      params: byId,
      form: z.object({
        deliveredOn: civilDateField(),
        receipt: text({ maximum: 200 }),
        version: versionField,
        ...once,
      }),
    },
    sample: { ...sample, form: { deliveredOn: '2026-11-20', receipt: 'Prov', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: packageId } = ctx.input.params;
      const { idempotencyKey, version, ...given } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'deliverPackage', idempotencyKey }, (w) =>
        deliverPackage(w, { packageId, expectedVersion: version, ...given }),
      );
      return done(recordAddress('archivePackage', packageId), texts[ctx.language].delivered);
    },
    onInvalid: (ctx, state) => one(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'POST',
    path: `${own}/kassera`,
    policy: 'archive.make',
    about: 'Kasserar ett arkivpaket som inte är levererat.',
    input: { params: byId, form: step },
    sample: stepSample,
    handler: async (ctx) => {
      const { id: packageId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'discardPackage', idempotencyKey }, (w) =>
        discardPackage(w, { packageId, expectedVersion: version }),
      );
      return done(recordAddress('archivePackage', packageId), texts[ctx.language].discarded);
    },
    onInvalid: (ctx, state) => one(ctx, ctx.input.params.id, state),
  }),
];

type ReadingContext = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

async function ready(ctx: ReadingContext, noun: ArchivableNoun | undefined, pageNumber = 1, state?: FormState) {
  const facts = await ctx.services.db.read(ctx.auth, (r) =>
    listArchivable(r as Reader, { noun, limit: readyPageSize, offset: (pageNumber - 1) * readyPageSize }),
  );
  return readyPage(ctx, { ...facts, noun, pageNumber }, state);
}

async function one(ctx: ReadingContext, id: string, state?: FormState) {
  return packagePage(ctx, await ctx.services.db.read(ctx.auth, (r) => getArchivePackage(r as Reader, id)), state);
}

/** Makes the bytes and says what the check found. A package with secret content is made by who may read it. */
async function make(ctx: RequestContext, auth: Authorized<'archive.make'>, id: string, said: string) {
  const { db, blobs, archiveSchemas } = ctx.services;
  const schemas = await archiveSchemas?.();
  const { includesSecret } = await db.read(auth, (r) => getArchivePackage(r as Reader, id));
  const reading = includesSecret && ctx.actor ? authorize(ctx.actor, 'matter.readProtected') : undefined;
  const { faults } = await makeArchivePackage(
    {
      db,
      blobs,
      software: { name: 'Kansli', code: packageJson.version },
      compose: (content, load) => composePackage(content, { load, schemas: schemas?.files ?? [] }),
      check: (bytes) => checkPackageFully(bytes, schemas),
    },
    auth,
    id,
    reading,
  );
  const faulty = faults.some(({ level }) => level === 'MUST');
  return redirect(recordAddress('archivePackage', id), {
    flash: faulty ? { tone: 'warning', text: texts[ctx.language].madeFaulty } : { tone: 'success', text: said },
  });
}

function done(href: string, said: string) {
  return redirect(href, { flash: { tone: 'success', text: said } });
}
