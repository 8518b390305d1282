import * as z from 'zod';
import { type DocumentFormat, documentFormats } from '../../../documents/out/index.ts';
import { may } from '../../../domain/access/index.ts';
import { listAssignmentYears, yearToOpen } from '../../../domain/assignments/index.ts';
import { hasSeats, listBodies } from '../../../domain/organisation/index.ts';
import { getReport, isPeriodReportKind, listReports, startReport } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalId, optionalWholeNumber, wholeNumber } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { frozenReportPage, previewPage } from './frozen-report-page.ts';
import { periodReportAddress } from './period-report-address.ts';
import { reportFile, treeOf } from './report-files.ts';
import { gatherReportList } from './report-list-facts.ts';
import { reportListPage } from './report-list-page.ts';
import { reportPage, withAgenda } from './report-page.ts';
import { absoluteLinks, evidenceHref } from './report-view.ts';
import { anId } from './sample-id.ts';
import { startReportPage } from './start-report-page.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const formats = documentFormats as readonly [DocumentFormat, ...DocumentFormat[]];

/** The list of report-backs, the beginning of a new one, and reading one: as workspace, as document, as file. */
export const reportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning',
    policy: 'record.read',
    about: 'Visar återrapporteringarna per år och organ, och vad som saknas i dem.',
    input: { query: z.object({ sida: optionalWholeNumber({ minimum: 1, maximum: 1000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const today = ctx.services.runtime.today();
      return reportListPage(
        ctx,
        await ctx.services.db.read(ctx.auth, (r) => gatherReportList(r, today, ctx.input.query.sida)),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/ny',
    policy: 'report.edit',
    about: 'Visar formuläret där en återrapportering påbörjas.',
    input: { query: z.object({ organ: optionalId(), ar: optionalWholeNumber({ minimum: 1990, maximum: 2100 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { organ, ar } = ctx.input.query;
      const { bodies, year } = await ctx.services.db.read(ctx.auth, async (r) => ({
        bodies: await reportingBodies(r, ctx),
        year: ar ?? yearToOpen(await listAssignmentYears(r), ctx.services.runtime.today()),
      }));
      const only = bodies.length === 1 ? bodies[0]?.id : undefined;
      return startReportPage(ctx, freshForm({ bodyId: organ ?? only, year: year?.toString() }), { bodies });
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/ny',
    policy: 'report.edit',
    about: 'Påbörjar en återrapportering: ett utkast ur registret.',
    input: {
      form: z.object({
        bodyId: idField(),
        year: wholeNumber({ minimum: 1990, maximum: 2100 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { bodyId: anId, year: '2026', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startReport', idempotencyKey }, (w) =>
        startReport(w, input),
      );
      return redirect(recordAddress('report', id), {
        flash: { tone: 'success', text: texts[ctx.language].started },
      });
    },
    onInvalid: (ctx, state) =>
      ctx.services.db.read(ctx.auth, async (r) => {
        const exists = state.problems.some(({ key }) => key === 'report.exists');
        const existing = exists
          ? (await listReports(r)).find(
              ({ body, year }) => body.id === state.values.bodyId && String(year) === state.values.year,
            )
          : undefined;
        return startReportPage(ctx, state, { bodies: await reportingBodies(r, ctx), existing });
      }),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id',
    policy: 'record.read',
    about: 'Visar en återrapportering: svaren med belägg, eller det låsta dokumentet.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) =>
        withAgenda(r, await getReport(r, ctx.input.params.id)),
      );
      const { report } = facts;
      if (isPeriodReportKind(report.kind)) return redirect(periodReportAddress(report.id));
      return report.frozen ? frozenReportPage(ctx, report, report.frozen) : reportPage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/forhandsgranska',
    policy: 'record.read',
    about: 'Visar återrapporteringen som det dokument den blir.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const report = await ctx.services.db.read(ctx.auth, (r) => getReport(r, ctx.input.params.id));
      if (isPeriodReportKind(report.kind)) return redirect(periodReportAddress(report.id, 'forhandsgranska'));
      return previewPage(ctx, report, treeOf(report, evidenceHref));
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/fil/:format',
    policy: 'record.read',
    about: 'Lämnar återrapporteringen som fil: PDF, DOCX, HTML eller JSON.',
    input: { params: z.object({ id: idField(), format: choice(formats) }) },
    sample: { params: { id: anId, format: 'pdf' } },
    handler: async (ctx) => {
      const { id, format } = ctx.input.params;
      const report = await ctx.services.db.read(ctx.auth, (r) => getReport(r, id));
      if (isPeriodReportKind(report.kind)) return redirect(periodReportAddress(report.id, `fil/${format}`));
      return reportFile(report, format, absoluteLinks(ctx.services.publicUrl));
    },
  }),
];

type Reading = Parameters<typeof listReports>[0];

/** The bodies with elected seats for which the reader may write. */
async function reportingBodies(r: Reading, ctx: RequestContext) {
  const bodies = await listBodies(r);
  return bodies.filter(
    ({ id, kind }) => hasSeats(kind) && ctx.actor !== undefined && may(ctx.actor, 'report.edit', id),
  );
}
