import * as z from 'zod';
import { confirmSureSuggestions, settleClaim, unsettleClaim } from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState } from '../../contracts.ts';
import { idempotencyField, idField, optionalText, text } from '../../input.ts';
import { type Page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { type AnswerContext, answerPage } from './answer-routes.ts';
import { claimTexts } from './claim-texts.ts';
import { entryOf, reportFor } from './gather-answer.ts';
import { reportPage, withAgenda } from './report-page.ts';
import { anId } from './sample-id.ts';
import { settleClaimPage } from './settle-claim-page.ts';

const params = z.object({ id: idField(), entryId: idField() });
const ofReport = z.object({ id: idField() });
const sample = { id: anId, entryId: anId };
const hash = text({ maximum: 64 });

/** What is done with a single sentence of an answer: its suggestions confirmed, its remarks settled. */
export const claimRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId/belagg/sakra',
    policy: 'report.edit',
    about: 'Bekräftar alla säkra förslag på belägg i ett svar.',
    input: { params, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId, entryId } = ctx.input.params;
      const { idempotencyKey } = ctx.input.form;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'confirmSureSuggestions', idempotencyKey }, (w) =>
        confirmSureSuggestions(w, { reportId, entryId }),
      );
      return redirect(`${recordAddress('report', reportId)}/svar/${entryId}`, {
        flash: { tone: count > 0 ? 'success' : 'info', text: claimTexts[ctx.language].confirmedSure(count) },
      });
    },
    onInvalid: (ctx, state) => answerPage(ctx, { attach: { ...state, values: {} } }),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/belagg/sakra',
    policy: 'report.edit',
    about: 'Bekräftar alla säkra förslag på belägg i en hel återrapportering.',
    input: { params: ofReport, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const reportId = ctx.input.params.id;
      const { idempotencyKey } = ctx.input.form;
      const count = await ctx.services.db.transact(ctx.auth, { verb: 'confirmSureSuggestions', idempotencyKey }, (w) =>
        confirmSureSuggestions(w, { reportId }),
      );
      return redirect(recordAddress('report', reportId), {
        flash: { tone: count > 0 ? 'success' : 'info', text: claimTexts[ctx.language].confirmedSure(count) },
      });
    },
    onInvalid: async (ctx, state) =>
      reportPage(
        ctx,
        await ctx.services.db.read(ctx.auth, async (r) =>
          withAgenda(r, await reportFor(r, ctx.input.params.id, 'edit')),
        ),
        state,
      ),
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/svar/:entryId/anmarkning',
    policy: 'report.edit',
    about: 'Frågar om en mening ska lämnas som den är trots en anmärkning.',
    input: { params, query: z.object({ mening: optionalText({ maximum: 64 }) }) },
    sample: { params: sample },
    handler: (ctx) => settlePage(ctx, ctx.input.query.mening ?? ''),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId/anmarkning',
    policy: 'report.edit',
    about: 'Lämnar en mening som den är, med ett skäl.',
    input: {
      params,
      form: z.object({ claimHash: hash, reason: text({ maximum: 500 }), idempotencyKey: idempotencyField }),
    },
    sample: { params: sample, form: { claimHash: 'x', reason: 'Skäl', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, entryId } = ctx.input.params;
      const { claimHash, reason, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'settleClaim', idempotencyKey }, (w) =>
        settleClaim(w, { entryId, claimHash, reason }),
      );
      return redirect(recordAddress('report', id), {
        flash: { tone: 'success', text: claimTexts[ctx.language].settled },
      });
    },
    onInvalid: (ctx, state) => settlePage(ctx, [state.values.claimHash ?? ''].flat()[0] ?? '', state),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/svar/:entryId/anmarkning/ta-tillbaka',
    policy: 'report.edit',
    about: 'Öppnar en avgjord anmärkning igen.',
    input: { params, form: z.object({ claimHash: hash, idempotencyKey: idempotencyField }) },
    sample: { params: sample, form: { claimHash: 'x', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id, entryId } = ctx.input.params;
      const { claimHash, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'unsettleClaim', idempotencyKey }, (w) =>
        unsettleClaim(w, { entryId, claimHash }),
      );
      return redirect(recordAddress('report', id), {
        flash: { tone: 'info', text: claimTexts[ctx.language].unsettled },
      });
    },
    onInvalid: (ctx, state) => answerPage(ctx, { attach: { ...state, values: {} } }),
  }),
];

async function settlePage(ctx: AnswerContext, hash: string, state?: FormState): Promise<Page> {
  const { id, entryId } = ctx.input.params;
  const report = await ctx.services.db.read(ctx.auth, (r) => reportFor(r, id, 'edit'));
  const entry = entryOf(report, entryId);
  if (!entry.claims.some((one) => one.hash === hash)) throw new AppError('record.notFound');
  return settleClaimPage(ctx, { report, entry, hash }, state);
}
