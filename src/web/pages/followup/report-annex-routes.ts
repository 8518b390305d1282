import * as z from 'zod';
import { listDocuments } from '../../../domain/matters/index.ts';
import {
  type AnnexKind,
  addAnnex,
  annexKindCodes,
  changeAnnex,
  raiseAnnex,
  removeAnnex,
} from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, text, versionField } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { reportFor } from './gather-answer.ts';
import { changeAnnexPage, reportAnnexesPage } from './report-annexes-page.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const annexParams = z.object({ id: idField(), annexId: idField() });
const sample = { params: { id: anId } };
const annexSample = { params: { id: anId, annexId: anId } };
const kinds = annexKindCodes as readonly [AnnexKind, ...AnnexKind[]];
const annexForm = z.object({
  kind: choice(kinds),
  title: text({ maximum: 300 }),
  text: optionalText({ maximum: 20_000 }),
  documentId: optionalId(),
  idempotencyKey: idempotencyField,
});

type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

/** The annexes of a report: added, changed, ordered, taken away. */
export const reportAnnexRoutes: readonly Route[] = [
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
