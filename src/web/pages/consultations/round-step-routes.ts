import * as z from 'zod';
import {
  addStation,
  closeConsultation,
  decisionPath,
  getConsultation,
  giveMoreTime,
  passStation,
  remittedDocuments,
  removeStation,
  reopenConsultation,
  setRemittedDocuments,
} from '../../../domain/consultations/index.ts';
import { listDocuments } from '../../../domain/matters/index.ts';
import { listMeetings } from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalCivilDate,
  optionalId,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { documentsPage, moreTimePage, pathPage } from './round-step-pages.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const path = `${collaborationPaths.consultations}/:id` as const;
const byId = z.object({ id: idField() });
const byAnswer = z.object({ id: idField(), responseId: idField() });
const byStep = z.object({ id: idField(), stepId: idField() });

type Editing = Pick<HandlerContext<'matter.edit'>, 'services' | 'auth'> &
  Parameters<typeof pathPage>[0] & { readonly input: { readonly params: { readonly id: string } } };

/** The steps around a round: its papers, more time, the end, and the way to the decision. */
export const roundStepRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${path}/handlingar`,
    policy: 'matter.edit',
    about: 'Visar handlingarna som ska ut på remiss, och dem som går att välja.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => drawDocuments(ctx),
  }),
  route({
    method: 'POST',
    path: `${path}/handlingar`,
    policy: 'matter.edit',
    about: 'Väljer vilka handlingar som skickas med remissen.',
    input: { params: byId, form: z.object({ documents: manyOf(idField()), idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { documents: documentIds, idempotencyKey } = ctx.input.form;
      const consultationId = ctx.input.params.id;
      await ctx.services.db.transact(ctx.auth, { verb: 'setRemittedDocuments', idempotencyKey }, (w) =>
        setRemittedDocuments(w, { consultationId, documentIds }),
      );
      return back(consultationId, texts[ctx.language].documentsSaved);
    },
    onInvalid: drawDocuments,
  }),
  route({
    method: 'GET',
    path: `${path}/svar/:responseId/anstand`,
    policy: 'matter.edit',
    about: 'Visar formuläret där en remissinstans får längre tid.',
    input: { params: byAnswer },
    sample: { params: { id: anId, responseId: anId } },
    handler: (ctx) => drawMoreTime(ctx, ctx.input.params.responseId),
  }),
  route({
    method: 'POST',
    path: `${path}/svar/:responseId/anstand`,
    policy: 'matter.edit',
    about: 'Ger en remissinstans längre tid och skriver till den.',
    input: {
      params: byAnswer,
      form: z.object({
        extendedTo: civilDateField(),
        reason: text(),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId, responseId: anId },
      form: { extendedTo: '2030-01-31', reason: 'Nämnden möts senare', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, responseId } = ctx.input.params;
      const { extendedTo, reason, version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'giveMoreTime', idempotencyKey }, (w) =>
        giveMoreTime(w, { responseId, expectedVersion, extendedTo, reason }),
      );
      return back(id, texts[ctx.language].moreTimeSaved);
    },
    onInvalid: (ctx, state) => drawMoreTime(ctx, ctx.input.params.responseId, state),
  }),
  endRoute('avsluta'),
  endRoute('oppna'),
  route({
    method: 'GET',
    path: `${path}/beslutsvag`,
    policy: 'matter.edit',
    about: 'Visar vägen till beslut steg för steg, och formuläret för ett nytt steg.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => drawPath(ctx),
  }),
  route({
    method: 'POST',
    path: `${path}/beslutsvag`,
    policy: 'matter.edit',
    about: 'Lägger ett steg till vägen till beslut.',
    input: {
      params: byId,
      form: z.object({
        name: text({ maximum: 300 }),
        plannedOn: optionalCivilDate(),
        meetingId: optionalId(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { name: 'Nämnden', plannedOn: '2030-01-31', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const consultationId = ctx.input.params.id;
      const { name, plannedOn = '', meetingId = null, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addStation', idempotencyKey }, (w) =>
        addStation(w, { consultationId, name, plannedOn, meetingId }),
      );
      return toPath(consultationId, texts[ctx.language].stationAdded);
    },
    onInvalid: drawPath,
  }),
  route({
    method: 'POST',
    path: `${path}/beslutsvag/:stepId`,
    policy: 'matter.edit',
    about: 'Säger att ett steg i vägen till beslut är passerat, eller återstår.',
    input: {
      params: byStep,
      form: z.object({ passed: choice(['ja', 'nej']), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId, stepId: anId }, form: { passed: 'ja', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, stepId } = ctx.input.params;
      const { passed, version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'passStation', idempotencyKey }, (w) =>
        passStation(w, { stepId, expectedVersion, passed: passed === 'ja' }),
      );
      return toPath(id, texts[ctx.language].stationSaved);
    },
    onInvalid: (ctx, state) => drawPath(ctx, state),
  }),
  route({
    method: 'POST',
    path: `${path}/beslutsvag/:stepId/ta-bort`,
    policy: 'matter.edit',
    about: 'Tar bort ett steg ur vägen till beslut.',
    input: { params: byStep },
    sample: { params: { id: anId, stepId: anId } },
    handler: async (ctx) => {
      const { id, stepId } = ctx.input.params;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeStation' }, (w) => removeStation(w, { stepId }));
      return toPath(id, texts[ctx.language].removed);
    },
  }),
];

/** Ends a round, or opens it again: one button each. */
function endRoute(step: 'avsluta' | 'oppna'): Route {
  const act = step === 'avsluta' ? closeConsultation : reopenConsultation;
  return route({
    method: 'POST',
    path: `${path}/${step}`,
    policy: 'matter.edit',
    about:
      step === 'avsluta'
        ? 'Avslutar en remiss, så att inga fler svar tas emot.'
        : 'Öppnar en remiss som avslutades för tidigt.',
    input: { params: byId, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const consultationId = ctx.input.params.id;
      const { version: expectedVersion, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: act.name, idempotencyKey }, (w) =>
        act(w, { consultationId, expectedVersion }),
      );
      const t = texts[ctx.language];
      return back(consultationId, step === 'avsluta' ? t.closedNow : t.reopenedNow);
    },
    onInvalid: (ctx, state) => drawPath(ctx, state),
  });
}

async function drawDocuments(ctx: Editing, state?: FormState) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => {
    const consultation = await getConsultation(r, ctx.input.params.id);
    return {
      consultation,
      documents: await remittedDocuments(r, consultation.id),
      known: consultation.body ? await listDocuments(r, { bodyId: consultation.body.id, limit: 100 }) : [],
    };
  });
  return documentsPage(ctx, facts, state);
}

async function drawMoreTime(ctx: Editing, responseId: string, state?: FormState) {
  const consultation = await ctx.services.db.read(ctx.auth, (r) => getConsultation(r, ctx.input.params.id));
  const response = consultation.responses.find(({ id }) => id === responseId);
  if (!response) throw new AppError('record.notFound');
  return moreTimePage(ctx, { consultation, response }, state);
}

async function drawPath(ctx: Editing, state?: FormState) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => {
    const consultation = await getConsultation(r, ctx.input.params.id);
    const from = consultation.sentOn ?? ctx.services.runtime.today();
    return {
      consultation,
      path: await decisionPath(r, consultation),
      meetings: (await listMeetings(r, { from, limit: 100 })).meetings,
    };
  });
  return pathPage(ctx, facts, state);
}

function back(consultationId: string, message: string) {
  return redirect(recordAddress('consultation', consultationId), { flash: { tone: 'success', text: message } });
}

function toPath(consultationId: string, message: string) {
  const href = `${recordAddress('consultation', consultationId)}/beslutsvag`;
  return redirect(href, { flash: { tone: 'success', text: message } });
}
