import * as z from 'zod';
import { type DocumentFormat, documentFormats, writeDocument } from '../../../documents/out/index.ts';
import { may } from '../../../domain/access/index.ts';
import { listPeriods } from '../../../domain/assessments/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import {
  getPeriodReport,
  markPeriodReportReady,
  type PeriodReport,
  periodReportAsData,
  refreshPeriodReport,
  reopenPeriodReport,
  settlePeriodQuotation,
  startPeriodReport,
} from '../../../domain/reports/index.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { choice, idempotencyField, idField, versionField, wholeNumber } from '../../input.ts';
import { file, page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { periodReportAddress } from './period-report-address.ts';
import { startPeriodReportPage } from './period-report-forms.ts';
import { periodDownloads, periodReportFrame, periodReportPage } from './period-report-page.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { periodReportTree } from './report-files.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const formats = documentFormats as readonly [DocumentFormat, ...DocumentFormat[]];
const step = z.object({ version: versionField, idempotencyKey: idempotencyField });
const sample = { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } };

/** Interim and annual reports: begun, read as workspace, as document and as file, drafted again, made ready and reopened. */
export const periodReportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/period/ny',
    policy: 'periodReport.edit',
    about: 'Visar formuläret där en delårsrapport eller årsredovisning påbörjas.',
    sample: {},
    handler: async (ctx) => {
      const { bodies, year, kind } = await ctx.services.db.read(ctx.auth, async (r) => {
        const [latest] = await listPeriods(r);
        return { bodies: await decidingBodies(r, ctx), year: latest?.year, kind: latest?.kind };
      });
      const only = bodies.length === 1 ? bodies[0]?.id : undefined;
      return startPeriodReportPage(ctx, bodies, freshForm({ kind, year: year?.toString(), bodyId: only }));
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/ny',
    policy: 'periodReport.edit',
    about: 'Skriver utkastet till en delårsrapport eller årsredovisning ur registret.',
    input: {
      form: z.object({
        kind: choice(['interim', 'annual']),
        year: wholeNumber({ minimum: 1990, maximum: 2100 }),
        bodyId: idField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { kind: 'interim', year: '2026', bodyId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startPeriodReport', idempotencyKey }, (w) =>
        startPeriodReport(w, input),
      );
      return redirect(periodReportAddress(id), {
        flash: { tone: 'success', text: periodReportTexts[ctx.language].started },
      });
    },
    onInvalid: async (ctx, state) =>
      startPeriodReportPage(ctx, await ctx.services.db.read(ctx.auth, (r) => decidingBodies(r, ctx)), state),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/period/:id',
    policy: 'record.read',
    about:
      'Visar en delårsrapport eller årsredovisning: kapitel med belägg och uppdragens citat, eller det låsta dokumentet.',
    input: { params },
    sample: { params: { id: anId } },
    handler: async (ctx) => periodReportPage(ctx, await reportOf(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/period/:id/forhandsgranska',
    policy: 'record.read',
    about: 'Visar rapporten som det dokument den blir.',
    input: { params },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const report = await reportOf(ctx, ctx.input.params.id);
      const t = periodReportTexts[ctx.language];
      return page({
        ...periodReportFrame(ctx, report, t.preview),
        body: documentView(periodReportTree(report, '')),
        aside: html`${periodDownloads(ctx, report)}<p><a href="${periodReportAddress(report.id)}">${t.back}</a></p>`,
      });
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/period/:id/fil/:format',
    policy: 'record.read',
    about: 'Lämnar rapporten som fil: PDF, DOCX, HTML eller JSON.',
    input: { params: z.object({ id: idField(), format: choice(formats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const report = await reportOf(ctx, id);
      const name = `${report.kind === 'interim' ? 'delarsrapport' : 'arsredovisning'}-${report.year}.${format}`;
      if (format === 'json') {
        const bytes = new TextEncoder().encode(`${JSON.stringify(periodReportAsData(report), null, 2)}\n`);
        return file({ bytes, type: 'application/json', name });
      }
      const base = ctx.services.publicUrl.replace(/\/+$/u, '');
      const { bytes, mediaType } = await writeDocument(periodReportTree(report, base), format);
      return file({ bytes, type: mediaType, name });
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/hamta',
    policy: 'periodReport.edit',
    about: 'Skriver kapitlen på nytt ur registret; det som en person har skrivit står kvar.',
    input: { params, form: step },
    sample,
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      const changes = await ctx.services.db.transact(ctx.auth, { verb: 'refreshPeriodReport', idempotencyKey }, (w) =>
        refreshPeriodReport(w, { reportId, expectedVersion: version }),
      );
      const kept = changes.filter((one) => one.kept).length;
      return redirect(periodReportAddress(reportId), {
        flash: { tone: 'info', text: periodReportTexts[ctx.language].refreshed(changes.length, kept) },
      });
    },
    onInvalid: async (ctx, state) => periodReportPage(ctx, await reportOf(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/citat',
    policy: 'periodReport.edit',
    about: 'Citerar den nyare lägesbilden, eller behåller citatet.',
    input: {
      params,
      form: z.object({
        assignmentId: idField(),
        choice: choice(['refresh', 'keep']),
        seenVersion: wholeNumber({ minimum: 0 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { assignmentId: anId, choice: 'keep', seenVersion: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { idempotencyKey, ...input } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'settlePeriodQuotation', idempotencyKey }, (w) =>
        settlePeriodQuotation(w, { reportId, ...input }),
      );
      return redirect(`${periodReportAddress(reportId)}#uppdrag-${input.assignmentId}`, {
        flash: { tone: 'success', text: periodReportTexts[ctx.language].settled[input.choice] },
      });
    },
    onInvalid: async (ctx, state) => periodReportPage(ctx, await reportOf(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/klar',
    policy: 'periodReport.edit',
    about: 'Gör rapporten klar för beslut.',
    input: { params, form: step },
    sample,
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'markPeriodReportReady', idempotencyKey }, (w) =>
        markPeriodReportReady(w, { reportId, expectedVersion: version }),
      );
      return redirect(periodReportAddress(reportId), {
        flash: { tone: 'success', text: periodReportTexts[ctx.language].markedReady },
      });
    },
    onInvalid: async (ctx, state) => periodReportPage(ctx, await reportOf(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/oppna',
    policy: 'periodReport.edit',
    about: 'Öppnar en rapport igen som var klar för beslut.',
    input: { params, form: step },
    sample,
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'reopenPeriodReport', idempotencyKey }, (w) =>
        reopenPeriodReport(w, { reportId, expectedVersion: version }),
      );
      return redirect(periodReportAddress(reportId), {
        flash: { tone: 'info', text: periodReportTexts[ctx.language].reopened },
      });
    },
    onInvalid: async (ctx, state) => periodReportPage(ctx, await reportOf(ctx, ctx.input.params.id), state),
  }),
];

/** The report with its facts as they are now. */
export function reportOf(
  ctx: RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] },
  id: string,
): Promise<PeriodReport> {
  return ctx.services.db.read(ctx.auth, (r) => getPeriodReport(r, id));
}

/** The bodies with elected seats for which the reader may write such a report. */
async function decidingBodies(r: Reader, ctx: RequestContext) {
  const bodies = await listBodies(r);
  return bodies.filter(
    ({ id, kind }) => hasSeats(kind) && ctx.actor !== undefined && may(ctx.actor, 'periodReport.edit', id),
  );
}
