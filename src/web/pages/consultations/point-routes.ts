import * as z from 'zod';
import { listAgreements } from '../../../domain/agreements/index.ts';
import {
  addPoint,
  answerPoint,
  type ChangedNoun,
  changedNouns,
  getConsultation,
  listPoints,
  type PointAnswer,
  pointAnswers,
  publishAccount,
  remittedDocuments,
  removePoint,
} from '../../../domain/consultations/index.ts';
import { listGoalDocuments } from '../../../domain/goals/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalChoice, optionalText, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { accountPage, pointPage, responsePointsPage } from './point-pages.ts';
import { seenConsultation } from './seen-consultation.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = `${collaborationPaths.consultations}/:id` as const;
const byId = z.object({ id: idField() });
const byAnswer = z.object({ id: idField(), responseId: idField() });
const byPoint = z.object({ id: idField(), pointId: idField() });
const outcomes = Object.keys(pointAnswers) as unknown as readonly [PointAnswer, ...PointAnswer[]];

type Editing = Pick<HandlerContext<'matter.edit'>, 'services' | 'auth'> & Parameters<typeof pointPage>[0];

/** From comment to change: the points of the answers, what became of them, and the account of it all (CON-10). */
export const pointRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/redogorelse`,
    policy: 'record.read',
    about: 'Visar redogörelsen för remissvaren: varje synpunkt, vad det blev av den och var texten ändrades.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { consultation, keeps, auth } = await seenConsultation(ctx, ctx.input.params.id);
      if (!keeps && consultation.state !== 'recorded' && !consultation.accountPublishedOn)
        throw new AppError('record.notFound');
      const points = await ctx.services.db.read(auth, (r) => listPoints(r, consultation.id));
      return accountPage(ctx, { consultation, points, keeps });
    },
  }),
  route({
    method: 'POST',
    path: `${path}/redogorelse`,
    policy: 'matter.edit',
    about: 'Visar redogörelsen för remissvaren för alla, eller bara för den som håller i remissen.',
    input: { params: byId, form: z.object({ published: choice(['ja', 'nej']), idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { published: 'ja', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const consultationId = ctx.input.params.id;
      const { published, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'publishAccount', idempotencyKey }, (w) =>
        publishAccount(w, { consultationId, published: published === 'ja' }),
      );
      const t = texts[ctx.language];
      return toAccount(consultationId, published === 'ja' ? t.publishedNow : t.unpublishedNow);
    },
    onInvalid: async (ctx) => {
      const { consultation, points } = await roundPoints(ctx, ctx.input.params.id);
      return accountPage(ctx, { consultation, points, keeps: true });
    },
  }),
  route({
    method: 'GET',
    path: `${path}/synpunkter/:responseId`,
    policy: 'matter.edit',
    about: 'Visar ett remissvar med synpunkterna som är uttagna ur det.',
    input: { params: byAnswer },
    sample: { params: { id: anId, responseId: anId } },
    handler: (ctx) => drawResponse(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${path}/synpunkter/:responseId`,
    policy: 'matter.edit',
    about: 'Tar ut en synpunkt ur ett remissvar, med tema.',
    input: {
      params: byAnswer,
      form: z.object({
        words: text({ maximum: 5000 }),
        theme: optionalText({ maximum: 100 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId, responseId: anId }, form: { words: 'Tydligare mål', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, responseId } = ctx.input.params;
      const { words, theme = null, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addPoint', idempotencyKey }, (w) =>
        addPoint(w, { responseId, words, theme }),
      );
      return redirect(`${recordAddress('consultation', id)}/synpunkter/${responseId}`, {
        flash: { tone: 'success', text: texts[ctx.language].pointAdded },
      });
    },
    onInvalid: (ctx, state) => drawResponse(ctx, ctx.input.params, state),
  }),
  route({
    method: 'GET',
    path: `${path}/synpunkter/punkt/:pointId`,
    policy: 'matter.edit',
    about: 'Visar formuläret där en synpunkt besvaras och knyts till det som ändrades.',
    input: { params: byPoint },
    sample: { params: { id: anId, pointId: anId } },
    handler: (ctx) => drawPoint(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: `${path}/synpunkter/punkt/:pointId`,
    policy: 'matter.edit',
    about: 'Besvarar en synpunkt: om den togs med, varför, och hur texten ändrades.',
    input: {
      params: byPoint,
      form: z.object({
        theme: optionalText({ maximum: 100 }),
        outcome: optionalChoice(outcomes),
        reason: optionalText({ maximum: 5000 }),
        changed: optionalText({ maximum: 100 }),
        changedIn: optionalText({ maximum: 300 }),
        fromText: optionalText({ maximum: 10_000 }),
        toText: optionalText({ maximum: 10_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId, pointId: anId },
      form: { outcome: 'notTaken', reason: 'Utanför uppdraget', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, pointId } = ctx.input.params;
      const { idempotencyKey, version: expectedVersion, changed, ...form } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'answerPoint', idempotencyKey }, (w) =>
        answerPoint(w, {
          pointId,
          expectedVersion,
          theme: form.theme ?? null,
          outcome: form.outcome ?? null,
          reason: form.reason ?? null,
          changed: changedRecord(changed),
          changedIn: form.changedIn ?? null,
          fromText: form.fromText ?? null,
          toText: form.toText ?? null,
        }),
      );
      return toAccount(id, texts[ctx.language].pointSaved);
    },
    onInvalid: (ctx, state) => drawPoint(ctx, ctx.input.params, state),
  }),
  route({
    method: 'POST',
    path: `${path}/synpunkter/punkt/:pointId/ta-bort`,
    policy: 'matter.edit',
    about: 'Tar bort en synpunkt som togs ut av misstag och inte är besvarad.',
    input: { params: byPoint },
    sample: { params: { id: anId, pointId: anId } },
    handler: async (ctx) => {
      const { id, pointId } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'removePoint' }, (w) => removePoint(w, { pointId }));
      return toAccount(id, texts[ctx.language].removed);
    },
  }),
];

function roundPoints(ctx: Editing, id: string) {
  return ctx.services.db.read(ctx.auth, async (r) => {
    const consultation = await getConsultation(r, id);
    return { consultation, points: await listPoints(r, consultation.id) };
  });
}

async function drawResponse(
  ctx: Editing,
  { id, responseId }: { readonly id: string; readonly responseId: string },
  state?: FormState,
) {
  const { consultation, points } = await roundPoints(ctx, id);
  const response = consultation.responses.find((one) => one.id === responseId);
  if (!response) throw new AppError('record.notFound');
  const own = points.filter((one) => one.responseId === responseId);
  return responsePointsPage(ctx, { consultation, response, points: own }, state);
}

async function drawPoint(
  ctx: Editing,
  { id, pointId }: { readonly id: string; readonly pointId: string },
  state?: FormState,
) {
  const { consultation, points } = await roundPoints(ctx, id);
  const point = points.find((one) => one.id === pointId);
  if (!point) throw new AppError('record.notFound');
  const records = await ctx.services.db.read(ctx.auth, (r) => changeableRecords(r, id, ctx.language));
  return pointPage(ctx, { consultation, point, records }, state);
}

/** What a point can have changed: the papers of the round first, then goal documents and agreements of the register. */
async function changeableRecords(r: Reader, consultationId: string, language: 'sv' | 'en') {
  const option = (noun: ChangedNoun, { id, title }: { readonly id: string; readonly title: string }) => ({
    value: `${noun}:${id}`,
    text: `${title} (${changedNouns[noun][language]})`,
  });
  return [
    ...(await remittedDocuments(r, consultationId)).map((one) => option('document', one)),
    ...(await listGoalDocuments(r)).map((one) => option('goalDocument', one)),
    ...(await listAgreements(r)).map(({ id, name }) => option('agreement', { id, title: name })),
  ];
}

/** "goalDocument:…" as the record it names; anything else is nothing in the register. */
function changedRecord(value: string | undefined) {
  const [noun, id] = (value ?? '').split(':');
  return noun && id && Object.hasOwn(changedNouns, noun) ? { noun: noun as ChangedNoun, id } : null;
}

function toAccount(consultationId: string, message: string) {
  const href = `${recordAddress('consultation', consultationId)}/redogorelse`;
  return redirect(href, { flash: { tone: 'success', text: message } });
}
