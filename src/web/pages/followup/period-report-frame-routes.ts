import * as z from 'zod';
import { requireBody } from '../../../domain/access/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import {
  editPeriodReportFrame,
  getReport,
  isPeriodReportKind,
  mayReport,
  reportStates,
} from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, text, versionField } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { editTextsPage } from './edit-texts-page.ts';
import { periodReportAddress } from './period-report-address.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { receiverFields, receiversIn } from './receiver-fields.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

/** The title and the receivers of an interim or annual report. */
export const periodReportFrameRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/period/:id/texter',
    policy: 'periodReport.edit',
    about: 'Visar formuläret för titel och mottagare av en delårsrapport eller årsredovisning.',
    input: { params },
    sample: { params: { id: anId } },
    handler: (ctx) => framePage(ctx, ctx.input.params.id),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/texter',
    policy: 'periodReport.edit',
    about: 'Sparar titel och mottagare av en delårsrapport eller årsredovisning.',
    input: {
      params,
      form: z.object({
        title: text({ maximum: 300 }),
        ...receiverFields,
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { title: 'Delårsrapport', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { title, version, idempotencyKey, ...to } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'editPeriodReportFrame', idempotencyKey }, (w) =>
        editPeriodReportFrame(w, { reportId, expectedVersion: version, title, receivers: receiversIn(to) }),
      );
      return redirect(periodReportAddress(reportId), {
        flash: { tone: 'success', text: periodReportTexts[ctx.language].frameSaved },
      });
    },
    onInvalid: (ctx, state) => framePage(ctx, ctx.input.params.id, state),
  }),
];

async function framePage(ctx: Reading, id: string, sent?: FormState): Promise<Page> {
  const { report, bodies } = await ctx.services.db.read(ctx.auth, async (r) => ({
    report: await getReport(r, id),
    bodies: await listBodies(r),
  }));
  requireBody(ctx.auth, report.body.id);
  if (!isPeriodReportKind(report.kind)) throw new AppError('record.notFound');
  if (!mayReport(report.state, 'edit')) throw new AppError('record.wrongState', { state: reportStates[report.state] });
  return editTextsPage(ctx, report, bodies, sent);
}
