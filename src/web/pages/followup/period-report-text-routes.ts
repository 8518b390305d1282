import * as z from 'zod';
import { listIndicators } from '../../../domain/indicators/index.ts';
import {
  type Chapter,
  chooseFigures,
  editChapter,
  type PeriodChapter,
  type PeriodReport,
  periodChapterCodes,
  periodChapters,
  takeChapterDraft,
} from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import { choice, idempotencyField, idField, manyOf, optionalText, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { periodReportAddress } from './period-report-address.ts';
import { chapterPage, figuresPage } from './period-report-forms.ts';
import { reportOf } from './period-report-routes.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { anId } from './sample-id.ts';

const params = z.object({ id: idField() });
const codes = periodChapterCodes as readonly [PeriodChapter, ...PeriodChapter[]];
const ofChapter = z.object({ id: idField(), chapter: choice(codes) });
const sampleChapter = { id: anId, chapter: 'summary' };

/** What a person writes in an interim or annual report: its chapters, and which figures it shows. */
export const periodReportTextRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/period/:id/kapitel/:chapter',
    policy: 'periodReport.edit',
    about: 'Visar formuläret för ett kapitel, med det som registret säger bredvid.',
    input: { params: ofChapter },
    sample: { params: sampleChapter },
    handler: async (ctx) => {
      const report = await reportOf(ctx, ctx.input.params.id);
      return chapterPage(ctx, report, chapterIn(report, ctx.input.params.chapter));
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/kapitel/:chapter',
    policy: 'periodReport.edit',
    about: 'Sparar texten i ett kapitel.',
    input: {
      params: ofChapter,
      form: z.object({
        text: optionalText({ maximum: 40_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: sampleChapter, form: { text: 'Ett år.', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId, chapter } = ctx.input.params;
      const { version, idempotencyKey, text = '' } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'editChapter', idempotencyKey }, (w) =>
        editChapter(w, { reportId, chapter, expectedVersion: version, text }),
      );
      const { language } = ctx;
      return redirect(`${periodReportAddress(reportId)}#kapitel-${chapter}`, {
        flash: { tone: 'success', text: periodReportTexts[language].chapterSaved(periodChapters[chapter][language]) },
      });
    },
    onInvalid: async (ctx, state) => {
      const report = await reportOf(ctx, ctx.input.params.id);
      return chapterPage(ctx, report, chapterIn(report, ctx.input.params.chapter), state);
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/kapitel/:chapter/utkast',
    policy: 'periodReport.edit',
    about: 'Ersätter texten i ett kapitel med det som registret säger.',
    input: { params: ofChapter, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: sampleChapter, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: reportId, chapter } = ctx.input.params;
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'takeChapterDraft', idempotencyKey }, (w) =>
        takeChapterDraft(w, { reportId, chapter, expectedVersion: version }),
      );
      return redirect(`${periodReportAddress(reportId)}#kapitel-${chapter}`, {
        flash: { tone: 'success', text: periodReportTexts[ctx.language].draftTaken },
      });
    },
    onInvalid: async (ctx, state) => {
      const report = await reportOf(ctx, ctx.input.params.id);
      const chapter = chapterIn(report, ctx.input.params.chapter);
      return chapterPage(ctx, report, chapter, { ...state, values: { text: chapter.text } });
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/period/:id/siffror',
    policy: 'periodReport.edit',
    about: 'Visar formuläret där rapportens mätvärden väljs.',
    input: { params },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const report = await reportOf(ctx, ctx.input.params.id);
      return figuresPage(ctx, report, await ctx.services.db.read(ctx.auth, (r) => listIndicators(r)));
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/period/:id/siffror',
    policy: 'periodReport.edit',
    about: 'Sparar vilka mätvärden rapporten visar och deras mål.',
    input: {
      params,
      form: z.object({
        figures: manyOf(idField()),
        of: manyOf(idField()),
        targets: z.array(optionalText({ maximum: 30 })).default([]),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { figures: anId, of: anId, 'targets.0': '', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id: reportId } = ctx.input.params;
      const { version, idempotencyKey, figures, of, targets } = ctx.input.form;
      const numbers = targets.map(targetOf);
      const problems = numbers.flatMap((one, index): Problem[] =>
        Number.isNaN(one) ? [{ path: `targets.${index}`, key: 'periodReport.target' }] : [],
      );
      refuseProblems(problems);
      const target = (id: string) => numbers[of.indexOf(id)] ?? null;
      await ctx.services.db.transact(ctx.auth, { verb: 'chooseFigures', idempotencyKey }, (w) =>
        chooseFigures(w, {
          reportId,
          expectedVersion: version,
          figures: figures.map((indicatorId) => ({ indicatorId, target: target(indicatorId) })),
        }),
      );
      return redirect(periodReportAddress(reportId), {
        flash: { tone: 'success', text: periodReportTexts[ctx.language].chosen },
      });
    },
    onInvalid: async (ctx, state) => {
      const report = await reportOf(ctx, ctx.input.params.id);
      return figuresPage(ctx, report, await ctx.services.db.read(ctx.auth, (r) => listIndicators(r)), state);
    },
  }),
];

function chapterIn(report: PeriodReport, code: PeriodChapter): Chapter {
  const chapter = report.chapters.find((one) => one.chapter === code);
  if (!chapter) throw new AppError('record.notFound');
  return chapter;
}

/** A target as people write it: "60 000", "82,5". Nothing written is no target; what is no number is NaN, to be told. */
export function targetOf(written: string | undefined): number | null {
  const text =
    written
      ?.replace(/[\s\u00a0\u202f]/gu, '')
      .replace('−', '-')
      .replace(',', '.') ?? '';
  if (text === '') return null;
  return /^-?\d{1,12}(?:\.\d{1,4})?$/u.test(text) ? Number(text) : Number.NaN;
}
