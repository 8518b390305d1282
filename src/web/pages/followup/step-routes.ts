import * as z from 'zod';
import {
  approveReport,
  deliverReport,
  editReportTexts,
  markReady,
  refreshDraft,
  reopenReport,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import {
  checkbox,
  civilDateField,
  idempotencyField,
  idField,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { reportFor } from './gather-answer.ts';
import { receiverFields, receiversIn } from './receiver-fields.ts';
import { reportPage, withAgenda } from './report-page.ts';
import { reportTexts } from './report-texts.ts';
import { absoluteLinks } from './report-view.ts';
import { anId } from './sample-id.ts';
import { showApprove, showDeliver, showReady, showTexts } from './step-views.ts';
import { workTexts } from './work-texts.ts';

const params = z.object({ id: idField() });
const sample = { id: anId };
const stepForm = z.object({ version: versionField, idempotencyKey: idempotencyField });
const stepSample = { version: '1', idempotencyKey: 'prov' };

/** The steps of a report: its texts, ready, reopened, approved, delivered. */
export const stepRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/:id/texter',
    policy: 'report.edit',
    about: 'Visar formuläret för rapportens titel, mottagare, inledning och avslutning.',
    input: { params },
    sample: { params: sample },
    handler: (ctx) => showTexts(ctx),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/texter',
    policy: 'report.edit',
    about: 'Sparar rapportens titel, mottagare, inledning och avslutning.',
    input: {
      params,
      form: stepForm.extend({
        title: text({ maximum: 300 }),
        foreword: optionalText({ maximum: 20_000 }),
        closing: optionalText({ maximum: 20_000 }),
        ...receiverFields,
      }),
    },
    sample: { params: sample, form: { ...stepSample, title: 'Återrapportering' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey, title, foreword = '', closing = '', ...to } = ctx.input.form;
      const receivers = receiversIn(to);
      await ctx.services.db.transact(ctx.auth, { verb: 'editReportTexts', idempotencyKey }, (w) =>
        editReportTexts(w, { reportId, expectedVersion: version, title, foreword, closing, receivers }),
      );
      return redirect(recordAddress('report', reportId), {
        flash: { tone: 'success', text: workTexts[ctx.language].textsSaved },
      });
    },
    onInvalid: showTexts,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/uppdatera',
    policy: 'report.edit',
    about: 'Hämtar det som har tillkommit i registret till utkastet.',
    input: { params },
    sample: { params: sample },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const changed = await ctx.services.db.transact(ctx.auth, { verb: 'refreshDraft' }, (w) => refreshDraft(w, id));
      return redirect(recordAddress('report', id), {
        flash: { tone: 'info', text: reportTexts[ctx.language].refreshed(changed) },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/klar',
    policy: 'report.edit',
    about: 'Visar vad som bör ses över innan rapporten är klar för beslut.',
    input: { params },
    sample: { params: sample },
    handler: (ctx) => showReady(ctx),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/klar',
    policy: 'report.edit',
    about: 'Gör rapporten klar för beslut.',
    input: { params, form: stepForm },
    sample: { params: sample, form: stepSample },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'markReady', idempotencyKey }, (w) =>
        markReady(w, { reportId, expectedVersion: version }),
      );
      return redirect(recordAddress('report', reportId), {
        flash: { tone: 'success', text: reportTexts[ctx.language].markedReady },
      });
    },
    onInvalid: showReady,
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/oppna',
    policy: 'report.edit',
    about: 'Öppnar en rapport igen som var klar för beslut.',
    input: { params, form: stepForm },
    sample: { params: sample, form: stepSample },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'reopenReport', idempotencyKey }, (w) =>
        reopenReport(w, { reportId, expectedVersion: version }),
      );
      return redirect(recordAddress('report', reportId), {
        flash: { tone: 'info', text: reportTexts[ctx.language].reopened },
      });
    },
    onInvalid: async (ctx, state) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) =>
        withAgenda(r, await reportFor(r, ctx.input.params.id, 'reopen')),
      );
      return reportPage(ctx, facts, state);
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/godkann',
    policy: 'report.approve',
    about: 'Visar besluten som kan godkänna rapporten, eller hur ett sådant kommer till.',
    input: { params },
    sample: { params: sample },
    handler: (ctx) => showApprove(ctx),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/godkann',
    policy: 'report.approve',
    about: 'Godkänner rapporten genom ett beslut och låser den.',
    input: {
      params,
      form: stepForm.extend({ decisionId: idField(), remarksSeen: checkbox(), remarksCount: optionalWholeNumber() }),
    },
    sample: { params: sample, form: { ...stepSample, decisionId: anId } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey, decisionId, remarksSeen, remarksCount = 0 } = ctx.input.form;
      const linkTo = absoluteLinks(ctx.services.publicUrl);
      await ctx.services.db.transact(ctx.auth, { verb: 'approveReport', idempotencyKey }, (w) =>
        approveReport(w, {
          reportId,
          expectedVersion: version,
          decisionId,
          linkTo,
          remarksSeen: remarksSeen ? remarksCount : 0,
        }),
      );
      return redirect(recordAddress('report', reportId), {
        flash: { tone: 'success', text: reportTexts[ctx.language].approved },
      });
    },
    onInvalid: showApprove,
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/:id/overlamna',
    policy: 'report.deliver',
    about: 'Frågar om rapporten ska antecknas som överlämnad.',
    input: { params },
    sample: { params: sample },
    handler: (ctx) => showDeliver(ctx),
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/:id/overlamna',
    policy: 'report.deliver',
    about: 'Antecknar att rapporten är överlämnad till sin mottagare.',
    input: { params, form: stepForm.extend({ on: civilDateField() }) },
    sample: { params: sample, form: { ...stepSample, on: '2026-12-10' } },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey, on } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'deliverReport', idempotencyKey }, (w) =>
        deliverReport(w, { reportId, expectedVersion: version, on }),
      );
      return redirect(recordAddress('report', reportId), {
        flash: { tone: 'success', text: reportTexts[ctx.language].delivered },
      });
    },
    onInvalid: showDeliver,
  }),
];
