import * as z from 'zod';
import { listAssignments, listAssignmentYears } from '../../../domain/assignments/index.ts';
import { approvalItemOf, putReportOnAgenda } from '../../../domain/execution/index.ts';
import { listDocuments } from '../../../domain/matters/index.ts';
import { listMeetings } from '../../../domain/meetings/index.ts';
import {
  type AnnexKind,
  addAnnex,
  annexKindCodes,
  answerMatrix,
  arrangeReport,
  changeAnnex,
  compareWithLast,
  getReport,
  type ReportGrouping,
  type ReportSelection,
  raiseAnnex,
  removeAnnex,
  reportGroupingCodes,
  reportSelectionCodes,
} from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  manyOf,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { reportFor } from './gather-answer.ts';
import { reportAgendaPage } from './report-agenda-page.ts';
import { changeAnnexPage, reportAnnexesPage } from './report-annexes-page.ts';
import { reportComparePage } from './report-compare-page.ts';
import { reportMatrixPage } from './report-matrix-page.ts';
import { reportOrderPage } from './report-order-page.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const annexParams = z.object({ id: idField(), annexId: idField() });
const sample = { params: { id: anId } };
const annexSample = { params: { id: anId, annexId: anId } };
const groupings = reportGroupingCodes as readonly [ReportGrouping, ...ReportGrouping[]];
const selections = reportSelectionCodes as readonly [ReportSelection, ...ReportSelection[]];
const kinds = annexKindCodes as readonly [AnnexKind, ...AnnexKind[]];
const annexForm = z.object({
  kind: choice(kinds),
  title: text({ maximum: 300 }),
  text: optionalText({ maximum: 20_000 }),
  documentId: optionalId(),
  idempotencyKey: idempotencyField,
});

type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

/** How a report is arranged, compared, annexed and put on an agenda; and the answers of a year by body. */
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
        const year = ctx.input.query.ar ?? known[0] ?? Number(ctx.services.runtime.today().slice(0, 4));
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
    path: '/uppfoljning/:id/bilagor',
    policy: 'report.edit',
    about: 'Visar bilagorna till en återrapportering och formuläret för en till.',
    input: { params },
    sample,
    handler: (ctx) => annexesPage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/bilagor',
    policy: 'report.edit',
    about: 'Lägger till en bilaga: en text, en handling i registret eller en tabell som görs ur registret.',
    input: { params, form: annexForm },
    sample: { ...sample, form: { kind: 'text', title: 'Bilaga', text: 'Text.', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { idempotencyKey, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addAnnex', idempotencyKey }, (w) =>
        addAnnex(w, { reportId, ...fields }),
      );
      return annexDone(ctx, reportId, 'annexAdded');
    },
    onInvalid: (ctx, state) => annexesPage(ctx, ctx.input.params.id, state),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/bilagor/:annexId',
    policy: 'report.edit',
    about: 'Visar formuläret där en bilaga ändras.',
    input: { params: annexParams },
    sample: annexSample,
    handler: (ctx) => oneAnnexPage(ctx, ctx.input.params),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/bilagor/:annexId',
    policy: 'report.edit',
    about: 'Sparar en ändrad bilaga.',
    input: { params: annexParams, form: annexForm.extend({ version: versionField }) },
    sample: {
      ...annexSample,
      form: { kind: 'text', title: 'Bilaga', text: 'Text.', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id, annexId } = ctx.input.params;
      const { idempotencyKey, version, ...fields } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeAnnex', idempotencyKey }, (w) =>
        changeAnnex(w, { annexId, expectedVersion: version, ...fields }),
      );
      return annexDone(ctx, id, 'annexSaved');
    },
    onInvalid: (ctx, state) => oneAnnexPage(ctx, ctx.input.params, state),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/bilagor/:annexId/upp',
    policy: 'report.edit',
    about: 'Flyttar en bilaga ett steg upp.',
    input: { params: annexParams, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { ...annexSample, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, annexId } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'raiseAnnex', idempotencyKey }, (w) =>
        raiseAnnex(w, { annexId }),
      );
      return annexDone(ctx, id, 'annexRaised');
    },
    onInvalid: (ctx, state) => annexesPage(ctx, ctx.input.params.id, { ...state, values: { kind: 'text' } }),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/bilagor/:annexId/ta-bort',
    policy: 'report.edit',
    about: 'Tar bort en bilaga ur ett utkast.',
    input: { params: annexParams, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { ...annexSample, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, annexId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeAnnex', idempotencyKey }, (w) =>
        removeAnnex(w, { annexId, expectedVersion: version }),
      );
      return annexDone(ctx, id, 'annexRemoved');
    },
    onInvalid: (ctx, state) => annexesPage(ctx, ctx.input.params.id, { ...state, values: { kind: 'text' } }),
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

function annexDone(
  ctx: RequestContext,
  reportId: string,
  done: 'annexAdded' | 'annexSaved' | 'annexRaised' | 'annexRemoved',
) {
  return redirect(`${recordAddress('report', reportId)}/bilagor`, {
    flash: { tone: 'success', text: deliveryTexts[ctx.language][done] },
  });
}

async function orderPage(ctx: Reading, id: string, sent?: FormState): Promise<Page> {
  const { report, others } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await reportFor(r, id, 'edit');
    const { rows } = await listAssignments(r, { year: found.year, pageSize: 200 });
    const hasPart = (one: (typeof rows)[number]) => one.parties.some(({ bodyId }) => bodyId === found.body.id);
    return { report: found, others: rows.filter((one) => !hasPart(one) && one.state !== 'proposed') };
  });
  return reportOrderPage(ctx, report, others, sent);
}

async function annexFacts(ctx: Reading, id: string) {
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const report = await reportFor(r, id, 'edit');
    return { report, documents: await listDocuments(r, { bodyId: report.body.id, limit: 200 }) };
  });
}

async function annexesPage(ctx: Reading, id: string, sent?: FormState): Promise<Page> {
  const { report, documents } = await annexFacts(ctx, id);
  return reportAnnexesPage(ctx, report, documents, sent);
}

async function oneAnnexPage(
  ctx: Reading,
  { id, annexId }: { readonly id: string; readonly annexId: string },
  sent?: FormState,
): Promise<Page> {
  const { report, documents } = await annexFacts(ctx, id);
  const annex = report.annexes.find((one) => one.id === annexId);
  if (!annex) throw new AppError('record.notFound');
  return changeAnnexPage(ctx, report, annex, documents, sent);
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
