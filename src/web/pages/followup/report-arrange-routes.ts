import * as z from 'zod';
import { listAssignments, listAssignmentYears, yearToOpen } from '../../../domain/assignments/index.ts';
import { approvalItemOf, putReportOnAgenda } from '../../../domain/execution/index.ts';
import { listMeetings } from '../../../domain/meetings/index.ts';
import {
  answerMatrix,
  arrangeReport,
  compareWithLast,
  getReport,
  isPeriodReportKind,
  type ReportGrouping,
  type ReportSelection,
  reportGroupingCodes,
  reportSelectionCodes,
} from '../../../domain/reports/index.ts';
import { yearOf } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, manyOf, optionalWholeNumber, versionField } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { reportFor } from './gather-answer.ts';
import { periodReportAddress } from './period-report-address.ts';
import { reportAgendaPage } from './report-agenda-page.ts';
import { reportComparePage } from './report-compare-page.ts';
import { reportMatrixPage } from './report-matrix-page.ts';
import { reportOrderPage } from './report-order-page.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const sample = { params: { id: anId } };
const groupings = reportGroupingCodes as readonly [ReportGrouping, ...ReportGrouping[]];
const selections = reportSelectionCodes as readonly [ReportSelection, ...ReportSelection[]];
type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

/** How a report is arranged, compared and put on an agenda; and the answers of a year by body. */
export const reportArrangeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/svar-per-organ',
    policy: 'record.read',
    about: 'Visar alla organs svar på ett års uppdrag, uppdrag för uppdrag, och vad som saknas.',
    input: { query: z.object({ ar: optionalWholeNumber({ minimum: 1990, maximum: 2100 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { matrix, years } = await ctx.services.db.read(ctx.auth, async (r) => {
        const known = await listAssignmentYears(r);
        const today = ctx.services.runtime.today();
        const year = ctx.input.query.ar ?? yearToOpen(known, today) ?? yearOf(today);
        return { matrix: await answerMatrix(r, year), years: known.includes(year) ? known : [year, ...known] };
      });
      return reportMatrixPage(ctx, matrix, years);
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/jamfor',
    policy: 'record.read',
    about:
      'Visar svaren i en återrapportering bredvid dem som organet lämnade förra gången, och om det som planerades hände.',
    input: { params },
    sample,
    handler: async (ctx) => {
      const { report, compared } = await ctx.services.db.read(ctx.auth, async (r) => {
        const found = await getReport(r, ctx.input.params.id);
        return { report: found, compared: await compareWithLast(r, found, ctx.services.runtime.today()) };
      });
      if (isPeriodReportKind(report.kind)) return redirect(periodReportAddress(report.id));
      return reportComparePage(ctx, report, compared);
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/ordning',
    policy: 'report.edit',
    about: 'Visar formuläret för svarens ordning, rubriker och urval.',
    input: { params },
    sample,
    handler: (ctx) => orderPage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/ordning',
    policy: 'report.edit',
    about: 'Sparar svarens ordning, rubriker och urval.',
    input: {
      params,
      form: z.object({
        grouping: choice(groupings),
        selection: choice(selections),
        chosen: manyOf(idField()),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { ...sample, form: { grouping: 'heading', selection: 'all', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey, ...order } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'arrangeReport', idempotencyKey }, (w) =>
        arrangeReport(w, { reportId, expectedVersion: version, ...order }),
      );
      return redirect(recordAddress('report', reportId), {
        flash: { tone: 'success', text: deliveryTexts[ctx.language].orderSaved },
      });
    },
    onInvalid: (ctx, state) => orderPage(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/ta-upp',
    policy: 'meeting.edit',
    about: 'Visar de kommande sammanträden där en klar återrapportering kan tas upp, med förslaget till beslut.',
    input: { params },
    sample,
    handler: (ctx) => agendaPage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/ta-upp',
    policy: 'meeting.edit',
    about: 'Lägger en klar återrapportering på dagordningen med förslag att godkänna och överlämna den.',
    input: { params, form: z.object({ meetingId: idField(), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { meetingId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { meetingId, idempotencyKey } = ctx.input.form;
      const itemId = await ctx.services.db.transact(ctx.auth, { verb: 'putReportOnAgenda', idempotencyKey }, (w) =>
        putReportOnAgenda(w, { reportId, meetingId }),
      );
      return redirect(recordAddress('agendaItem', itemId, meetingId), {
        flash: { tone: 'success', text: deliveryTexts[ctx.language].agendaDone },
      });
    },
    onInvalid: (ctx, state) => agendaPage(ctx, ctx.input.params.id, state),
  }),
];

async function orderPage(ctx: Reading, id: string, sent?: FormState): Promise<Page> {
  const { report, others } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await reportFor(r, id, 'edit');
    const { rows } = await listAssignments(r, { year: found.year, pageSize: 200 });
    const hasPart = (one: (typeof rows)[number]) => one.parties.some(({ bodyId }) => bodyId === found.body.id);
    return { report: found, others: rows.filter((one) => !hasPart(one) && one.state !== 'proposed') };
  });
  return reportOrderPage(ctx, report, others, sent);
}

async function agendaPage(ctx: Reading, id: string, sent?: FormState): Promise<Page> {
  const { report, ...facts } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await reportFor(r, id, 'approve');
    const { meetings } = await listMeetings(r, {
      bodyId: found.body.id,
      from: ctx.services.runtime.today(),
      order: 'oldest',
      limit: 20,
    });
    const coming = meetings.filter(({ state }) => ['planned', 'summoned', 'opened', 'adjourned'].includes(state));
    return { report: found, meetings: coming, there: await approvalItemOf(r, id) };
  });
  return reportAgendaPage(ctx, report, facts, sent);
}
