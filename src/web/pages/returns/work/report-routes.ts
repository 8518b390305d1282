import * as z from 'zod';
import { authorize, may } from '../../../../domain/access/index.ts';
import { listFormVersions } from '../../../../domain/forms/index.ts';
import { listBodies } from '../../../../domain/organisation/index.ts';
import {
  markReportReady,
  remindAnswerers,
  sendToReview,
  startNationalReport,
  takeBackToAnswering,
} from '../../../../domain/returns/index.ts';
import { AppError, messageOf } from '../../../../kernel/errors.ts';
import type { FormState } from '../../../contracts.ts';
import { choice, civilDateField, idempotencyField, idField, text, versionField, wholeNumber } from '../../../input.ts';
import { redirect } from '../../../reply.ts';
import { type Route, route } from '../../../route.ts';
import { warningsPath } from '../aids/aid-address.ts';
import { giveOutPath, reportPath, workPath } from './report-address.ts';
import { aidedFacts, type Reading, wholeFacts } from './report-facts.ts';
import { reportPage } from './report-page.ts';
import { reviewPage } from './review-page.ts';
import { startPage } from './start-page.ts';
import { workTexts } from './work-texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const reportSteps = { sendToReview, markReady: markReportReady, takeBack: takeBackToAnswering } as const;
const flashes = { sendToReview: 'toReviewFlash', markReady: 'readyFlash', takeBack: 'takenBackFlash' } as const;

/** A return that is worked on: begun, looked at, reviewed, moved on. */
export const reportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${workPath}/ny`,
    policy: 'return.edit',
    about: 'Visar formuläret där en redovisning startas.',
    sample: {},
    handler: (ctx) => drawStart(ctx),
  }),
  route({
    method: 'POST',
    path: `${workPath}/ny`,
    policy: 'return.edit',
    about: 'Startar en redovisning: öppnar formuläret för svar och lägger upp dess avsnitt.',
    input: {
      form: z.object({
        formVersionId: idField(),
        title: text({ maximum: 200 }),
        year: wholeNumber({ minimum: 2000, maximum: 2100 }),
        bodyId: idField(),
        receiver: text({ maximum: 200 }),
        dueOn: civilDateField(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      form: {
        formVersionId: anId,
        title: 'Redovisning',
        year: '2026',
        bodyId: anId,
        receiver: 'Myndigheten',
        dueOn: '2026-12-01',
        idempotencyKey: 'prov',
      },
    },
    handler: async (ctx) => {
      const { idempotencyKey, ...input } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'startNationalReport', idempotencyKey }, (w) =>
        startNationalReport(w, input),
      );
      return redirect(giveOutPath(id), { flash: { tone: 'success', text: workTexts[ctx.language].started } });
    },
    onInvalid: drawStart,
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id`,
    policy: 'record.read',
    about:
      'Visar en redovisning som arbetas fram: vem som har vilket avsnitt, hur långt det kommit och vad som saknas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => reportPage(ctx, await wholeFacts(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'GET',
    path: `${workPath}/:id/granska`,
    policy: 'record.read',
    about: 'Visar alla svar i en redovisning på en sida, med det som saknas först.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => reviewPage(ctx, await aidedFacts(ctx, ctx.input.params.id)),
  }),
  route({
    method: 'POST',
    path: `${workPath}/:id/steg`,
    policy: 'return.edit',
    about: 'Lämnar en redovisning till granskning, säger att den är klar för beslut, eller öppnar den för svar igen.',
    input: {
      params: byId,
      form: z.object({
        step: choice(['sendToReview', 'markReady', 'takeBack']),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { step: 'sendToReview', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { step, version, idempotencyKey } = ctx.input.form;
      const reportId = ctx.input.params.id;
      try {
        await ctx.services.db.transact(ctx.auth, { verb: step, idempotencyKey }, (w) =>
          reportSteps[step](w, { reportId, expectedVersion: version }),
        );
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'returns.warningsOpen')) throw error;
        // Told where it can be mended: the list of remarks.
        const text = messageOf(error.code, ctx.language, error.values);
        return redirect(warningsPath(reportId), { flash: { tone: 'warning', text } });
      }
      return redirect(reportPath(reportId), {
        flash: { tone: 'success', text: workTexts[ctx.language][flashes[step]] },
      });
    },
    onInvalid: async (ctx, state) => reportPage(ctx, await wholeFacts(reading(ctx), ctx.input.params.id), state),
  }),
  route({
    method: 'POST',
    path: `${workPath}/:id/paminn`,
    policy: 'return.edit',
    about: 'Påminner dem som har avsnitt som inte är klara.',
    input: { params: byId, form: z.object({ idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const reportId = ctx.input.params.id;
      const { idempotencyKey } = ctx.input.form;
      const { letters, unreachable } = await ctx.services.db.transact(
        ctx.auth,
        { verb: 'remindAnswerers', idempotencyKey },
        (w) => remindAnswerers(w, { reportId }),
      );
      const told = workTexts[ctx.language].reminded(letters, unreachable);
      return redirect(reportPath(reportId), { flash: { tone: unreachable > 0 ? 'warning' : 'success', text: told } });
    },
    onInvalid: async (ctx, state) => reportPage(ctx, await wholeFacts(reading(ctx), ctx.input.params.id), state),
  }),
];

type Actor = Parameters<typeof authorize>[0];

/** The same request as one that looks: what is shown again after a refusal is what everybody may read. */
export function reading<C extends Omit<Reading, 'auth'> & { readonly actor: Actor }>(ctx: C): C & Reading {
  return { ...ctx, auth: authorize(ctx.actor, 'record.read') };
}

async function drawStart(ctx: Reading, state?: FormState) {
  const facts = await ctx.services.db.read(ctx.auth, async (r) => ({
    versions: (await listFormVersions(r, { purpose: 'nationalReport' })).filter((one) => one.state === 'published'),
    bodies: (await listBodies(r)).filter(({ id }) => ctx.actor !== undefined && may(ctx.actor, 'return.edit', id)),
  }));
  return startPage(ctx, facts, state);
}
