import * as z from 'zod';
import { requireBody } from '../../../../domain/access/index.ts';
import { putReturnOnAgenda } from '../../../../domain/execution/index.ts';
import { listMeetings } from '../../../../domain/meetings/index.ts';
import {
  getNationalReport,
  getReturnToSend,
  nationalReportMay,
  noteReceipt,
  sendInReport,
} from '../../../../domain/returns/index.ts';
import { AppError } from '../../../../kernel/errors.ts';
import type { Id } from '../../../../kernel/id.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';
import type { FormState } from '../../../contracts.ts';
import { choice, civilDateField, idempotencyField, idField, optionalText, text, versionField } from '../../../input.ts';
import { type Page, redirect } from '../../../reply.ts';
import { type Route, route } from '../../../route.ts';
import { reportPath, workPath } from '../work/report-address.ts';
import type { Reading } from '../work/report-facts.ts';
import { receiptPage, returnAgendaPage, returnDocumentPage, sendInPage } from './approval-pages.ts';
import { approvalTexts } from './approval-texts.ts';
import { returnFile, returnFormats, returnPackage, returnSchemaFile } from './return-files.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const params = z.object({ id: idField() });
const sample = { params: { id: anId } };

/** A return on its way out: on an agenda, as files, and sent in. */
export const approvalRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${workPath}/:id/ta-upp`,
    policy: 'meeting.edit',
    about: 'Visar de kommande sammanträden där en redovisning som är klar för beslut kan tas upp.',
    input: { params },
    sample,
    handler: (ctx) => showAgenda(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${workPath}/:id/ta-upp`,
    policy: 'meeting.edit',
    about: 'Lägger en redovisning på dagordningen med förslag att godkänna den och lämna in den.',
    input: { params, form: z.object({ meetingId: idField(), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { meetingId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { meetingId, idempotencyKey } = ctx.input.form;
      const itemId = await ctx.services.db.transact(ctx.auth, { verb: 'putReturnOnAgenda', idempotencyKey }, (w) =>
        putReturnOnAgenda(w, { reportId: ctx.input.params.id, meetingId }),
      );
      return redirect(recordAddress('agendaItem', itemId, meetingId), {
        flash: { tone: 'success', text: approvalTexts[ctx.language].agendaDone },
      });
    },
    onInvalid: (ctx, state) => showAgenda(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id/skicka-in`,
    policy: 'return.edit',
    about: 'Visar formuläret där det antecknas när en godkänd redovisning skickades in och vart.',
    input: { params },
    sample,
    handler: (ctx) => showSendIn(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${workPath}/:id/skicka-in`,
    policy: 'return.edit',
    about: 'Antecknar att en godkänd redovisning har skickats in: dag, mottagare och kvitto.',
    input: {
      params,
      form: z.object({
        on: civilDateField(),
        to: text({ maximum: 300 }),
        receiptNumber: optionalText({ maximum: 100 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { on: '2026-11-22', to: 'Myndigheten', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey, receiptNumber = null, ...where } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'sendInReport', idempotencyKey }, (w) =>
        sendInReport(w, { reportId, expectedVersion: version, receiptNumber, ...where }),
      );
      return redirect(reportPath(reportId), {
        flash: { tone: 'success', text: approvalTexts[ctx.language].sentFlash },
      });
    },
    onInvalid: (ctx, state) => showSendIn(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id/kvitto`,
    policy: 'return.edit',
    about: 'Visar formuläret för numret på det kvitto som kom efter inskicket.',
    input: { params },
    sample,
    handler: (ctx) => showReceipt(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: `${workPath}/:id/kvitto`,
    policy: 'return.edit',
    about: 'Antecknar numret på kvittot för en redovisning som är inskickad.',
    input: {
      params,
      form: z.object({
        receiptNumber: text({ maximum: 100 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { receiptNumber: '2026-117', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey, receiptNumber } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'noteReceipt', idempotencyKey }, (w) =>
        noteReceipt(w, { reportId, expectedVersion: version, receiptNumber }),
      );
      return redirect(reportPath(reportId), {
        flash: { tone: 'success', text: approvalTexts[ctx.language].receiptFlash },
      });
    },
    onInvalid: (ctx, state) => showReceipt(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id/dokument`,
    policy: 'record.read',
    about: 'Visar en redovisning som det dokument som lämnas in.',
    input: { params },
    sample,
    handler: async (ctx) => returnDocumentPage(ctx, await toSend(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id/fil/:format`,
    policy: 'record.read',
    about: 'Hämtar en redovisning som fil: PDF, Word, webbsida, JSON eller CSV.',
    input: { params: params.extend({ format: choice(returnFormats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => returnFile(await toSend(ctx, ctx.input.params.id), ctx.input.params.format),
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id/schema`,
    policy: 'record.read',
    about: 'Hämtar det JSON-schema som redovisningens data följer.',
    input: { params },
    sample,
    handler: async (ctx) => {
      await ctx.services.db.read(ctx.auth, (r) => getNationalReport(r, ctx.input.params.id));
      return returnSchemaFile();
    },
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id/paket`,
    policy: 'record.read',
    about: 'Hämtar allt som lämnas in i ett paket: dokumentet, svaren som data, bilagorna och kontrollsummorna.',
    input: { params },
    sample,
    handler: async (ctx) =>
      returnPackage(await toSend(ctx, ctx.input.params.id), (sha256) => ctx.services.blobs.get(sha256)),
  }),
];

function toSend(ctx: Reading, id: Id<'nationalReport'>) {
  return ctx.services.db.read(ctx.auth, (r) => getReturnToSend(r, id, ctx.services.publicUrl));
}

async function showAgenda(ctx: Reading, id: Id<'nationalReport'>, sent?: FormState): Promise<Page> {
  const { report, meetings } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await getNationalReport(r, id);
    requireBody(r.auth, found.body.id);
    if (!nationalReportMay(found.state, 'approve')) throw new AppError('return.notReady');
    const { meetings: coming } = await listMeetings(r, {
      bodyId: found.body.id,
      from: ctx.services.runtime.today(),
      order: 'oldest',
      limit: 20,
    });
    const open = coming.filter(({ state }) => ['planned', 'summoned', 'opened', 'adjourned'].includes(state));
    return { report: found, meetings: open };
  });
  return returnAgendaPage(ctx, report, meetings, sent);
}

async function showSendIn(ctx: Reading, id: Id<'nationalReport'>, sent?: FormState): Promise<Page> {
  const report = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await getNationalReport(r, id);
    requireBody(r.auth, found.body.id);
    if (!nationalReportMay(found.state, 'sendIn')) throw new AppError('return.notApproved');
    return found;
  });
  return sendInPage(ctx, report, sent);
}

async function showReceipt(ctx: Reading, id: Id<'nationalReport'>, sent?: FormState): Promise<Page> {
  const report = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await getNationalReport(r, id);
    requireBody(r.auth, found.body.id);
    if (found.state !== 'sentIn') throw new AppError('return.notApproved');
    return found;
  });
  return receiptPage(ctx, report, sent);
}
