import * as z from 'zod';
import { writeDocument } from '../../../documents/out/index.ts';
import { type Actor, may } from '../../../domain/access/index.ts';
import {
  answerDisclosure,
  type DisclosureAction,
  disclosureTransitions,
  findByReference,
  getDisclosure,
  listDisclosures,
  listMaskedCopies,
  listTriedDocuments,
  refusalLetter,
  registerDisclosure,
  type TriedOutcome,
  triedOutcomeCodes,
  tryDocument,
} from '../../../domain/disclosures/index.ts';
import { listDocuments } from '../../../domain/matters/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { authorityName } from '../../../domain/published/index.ts';
import { provisions } from '../../../domain/secrecy/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { file, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import {
  type DisclosureFacts,
  disclosureFormPage,
  disclosureListPage,
  disclosurePage,
  disclosuresPath,
  letterFormats,
} from './disclosure-pages.ts';
import { followPage, followPath } from './follow-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const actionCodes = disclosureTransitions.map(({ action }) => action) as unknown as readonly [
  DisclosureAction,
  ...DisclosureAction[],
];
const outcomeCodes = triedOutcomeCodes as unknown as readonly [TriedOutcome, ...TriedOutcome[]];
const provisionCodes = Object.keys(provisions) as unknown as readonly [string, ...string[]];
const pageSize = 50;
type Handling = Pick<HandlerContext<'disclosure.handle'>, 'services' | 'auth'> & { readonly actor: Actor };

/** The register of requests to see documents. Only those who handle them see it: a given address is nobody else's business. */
export const disclosureRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: disclosuresPath,
    policy: 'disclosure.handle',
    about: 'Visar registret över begäran om utlämnande: vad som väntar, hur länge, och vad som blev av det.',
    input: { query: z.object({ sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { sida = 1 } = ctx.input.query;
      const window = { limit: pageSize + 1, offset: (sida - 1) * pageSize };
      const requests = await ctx.services.db.read(ctx.auth, (r) => listDisclosures(r, window));
      const more = requests.length > pageSize ? `${disclosuresPath}?sida=${sida + 1}` : undefined;
      return disclosureListPage(ctx, { requests: requests.slice(0, pageSize), more });
    },
  }),
  route({
    method: 'GET',
    path: `${disclosuresPath}/ny`,
    policy: 'disclosure.handle',
    about: 'Visar formuläret där en begäran registreras. Det frågar inte vem eller varför.',
    sample: {},
    handler: async (ctx) =>
      disclosureFormPage(ctx, await bodiesToAnswerFor(ctx), freshForm({ receivedOn: ctx.services.runtime.today() })),
  }),
  route({
    method: 'POST',
    path: `${disclosuresPath}/ny`,
    policy: 'disclosure.handle',
    about: 'Registrerar en begäran om att få se handlingar.',
    input: {
      form: z.object({
        bodyId: idField(),
        askedFor: text({ maximum: 5_000 }),
        receivedOn: civilDateField(),
        matterNumber: optionalText({ maximum: 40 }),
        contact: optionalText({ maximum: 300 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      form: { bodyId: anId, askedFor: 'Protokollen från maj', receivedOn: '2026-01-01', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { idempotencyKey, matterNumber, contact, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'registerDisclosure', idempotencyKey }, (w) =>
        registerDisclosure(w, { ...input, matterNumber: matterNumber ?? null, contact: contact ?? null }),
      );
      return back(id, texts[ctx.language].registered);
    },
    onInvalid: async (ctx, state) => disclosureFormPage(ctx, await bodiesToAnswerFor(ctx), state),
  }),
  route({
    method: 'GET',
    path: `${disclosuresPath}/:id`,
    policy: 'disclosure.handle',
    about: 'Visar en begäran om utlämnande, hur länge den har väntat och vad som blev av den.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      disclosurePage(ctx, await requestOf(ctx, ctx.input.params.id), {
        answer: freshForm({ answeredOn: ctx.services.runtime.today() }),
      }),
  }),
  route({
    method: 'POST',
    path: `${disclosuresPath}/:id/provning`,
    policy: 'disclosure.handle',
    about: 'Sparar vad som kom fram när en handling i en begäran prövades.',
    input: {
      params: byId,
      form: z.object({
        documentId: idField(),
        outcome: choice(outcomeCodes),
        provision: optionalChoice(provisionCodes),
        provisionOther: optionalText({ maximum: 200 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { documentId: anId, outcome: 'open', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const requestId = ctx.input.params.id;
      const { documentId, outcome, provision, provisionOther, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'tryDocument', idempotencyKey }, (w) =>
        tryDocument(w, { requestId, documentId, outcome, provision: provisionOther ?? provision ?? null }),
      );
      return back(requestId, texts[ctx.language].tried);
    },
    onInvalid: async (ctx, state) =>
      disclosurePage(ctx, await requestOf(ctx, ctx.input.params.id), {
        answer: freshForm({ answeredOn: ctx.services.runtime.today() }),
        trial: state,
      }),
  }),
  ...letterFormats.map((format) =>
    route({
      method: 'GET',
      path: `${disclosuresPath}/:id/beslut.${format}`,
      policy: 'disclosure.handle',
      about: `Lämnar beslutet att inte lämna ut, med skäl och hur det överklagas, som ${format.toUpperCase()}.`,
      input: { params: byId },
      sample: { params: { id: anId } },
      handler: async (ctx) => {
        const { id } = ctx.input.params;
        const { request, documents, tried } = await requestOf(ctx, id);
        const authority = await ctx.services.db.read(ctx.auth, authorityName);
        const titles = new Map(documents.map((one) => [one.id, one.title]));
        const tree = refusalLetter({
          request,
          authority,
          tried: tried.map((one) => ({ ...one, title: titles.get(one.documentId) ?? 'Handling i ärendet' })),
        });
        const { bytes, mediaType } = await writeDocument(tree, format);
        return file({ bytes, type: mediaType, name: `beslut-${request.reference ?? id.slice(0, 8)}.${format}` });
      },
    }),
  ),
  route({
    method: 'GET',
    path: followPath,
    policy: 'public',
    // A code is short enough to be guessed by a machine that may try at will.
    rate: 'write',
    about: 'Visar hur det går med en begäran om utlämnande, för den som har dess kod.',
    input: { query: z.object({ kod: optionalText({ maximum: 40 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { kod } = ctx.input.query;
      const found =
        kod === undefined ? undefined : await ctx.services.readPublished(ctx.actor, (r) => findByReference(r, kod));
      return followPage(ctx, { code: kod, found });
    },
  }),
  route({
    method: 'POST',
    path: `${disclosuresPath}/:id/svar`,
    policy: 'disclosure.handle',
    about: 'Registrerar vad som blev av en begäran: utlämnat, delvis, avslag eller återtaget.',
    input: {
      params: byId,
      form: z.object({
        action: choice(actionCodes),
        answeredOn: civilDateField(),
        provisions: optionalText({ maximum: 500 }),
        decision: optionalText({ maximum: 10_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { action: 'release', answeredOn: '2026-01-01', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const requestId = ctx.input.params.id;
      const { idempotencyKey, version, provisions, decision, ...input } = ctx.input.form;
      const held = { provisions: provisions ?? null, decision: decision ?? null };
      await ctx.services.db.transact(ctx.auth, { verb: 'answerDisclosure', idempotencyKey }, (w) =>
        answerDisclosure(w, { ...input, ...held, requestId, expectedVersion: version }),
      );
      return back(requestId, texts[ctx.language].answered);
    },
    onInvalid: async (ctx, state) => disclosurePage(ctx, await requestOf(ctx, ctx.input.params.id), { answer: state }),
  }),
];

const requestOf = (ctx: Handling, id: string): Promise<DisclosureFacts> =>
  ctx.services.db.read(ctx.auth, async (r) => {
    const request = await getDisclosure(r, id);
    return {
      request,
      tried: await listTriedDocuments(r, request.id),
      copies: await listMaskedCopies(r, { requestId: request.id }),
      documents: request.matter ? await listDocuments(r, { matterId: request.matter.id, limit: 50 }) : [],
    };
  });

async function bodiesToAnswerFor(ctx: Handling) {
  const bodies = await ctx.services.db.read(ctx.auth, (r) => listBodies(r, { onDate: ctx.services.runtime.today() }));
  return bodies.filter(({ id }) => may(ctx.actor, 'disclosure.handle', id));
}

function back(requestId: string, message: string) {
  return redirect(recordAddress('disclosureRequest', requestId), { flash: { tone: 'success', text: message } });
}
