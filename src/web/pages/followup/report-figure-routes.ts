import * as z from 'zod';
import { dimensionsOf, listIndicatorHeads } from '../../../domain/indicators/index.ts';
import {
  addReportFigure,
  changeReportFigure,
  type FigureForm,
  figureFormCodes,
  getPeriodReport,
  getReport,
  isPeriodReportKind,
  mayReport,
  type ReportFigure,
  type ReportState,
  raiseReportFigure,
  removeReportFigure,
  reportStates,
} from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, versionField } from '../../input.ts';
import { type Page, page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { periodReportAddress } from './period-report-address.ts';
import { periodReportFrame } from './period-report-page.ts';
import { targetOf } from './period-report-text-routes.ts';
import { figureTexts } from './report-figure-texts.ts';
import { type FiguredReport, figureForm, figureList } from './report-figures-page.ts';
import { subPage } from './report-sub-page.ts';
import { anId } from './sample-id.ts';

const codes = figureFormCodes as readonly [FigureForm, ...FigureForm[]];
const params = z.object({ id: idField() });
const figureParams = z.object({ id: idField(), figureId: idField() });
const sample = { params: { id: anId } };
const figureSample = { params: { id: anId, figureId: anId } };
const stepForm = z.object({ idempotencyKey: idempotencyField });
const addForm = stepForm.extend({ indicatorId: idField(), entryId: optionalId() });
const changeForm = stepForm.extend({
  form: choice(codes),
  place: optionalText({ maximum: 200 }),
  sex: choice(['all', 'women', 'men']),
  ageGroup: optionalText({ maximum: 100 }),
  from: optionalText({ maximum: 10 }),
  target: optionalText({ maximum: 30 }),
  alt: optionalText({ maximum: 2_000 }),
  version: versionField,
});

type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };
type Framed = FiguredReport & { readonly frame: (title: string, body: Html) => Page };
type Family = {
  readonly root: '/uppfoljning/:id/diagram' | '/uppfoljning/period/:id/diagram';
  readonly policy: 'report.edit' | 'periodReport.edit';
  readonly what: string;
  readonly find: (ctx: RequestContext, r: Reader, id: string) => Promise<Framed>;
};

/** The two kinds of report that hold charts, each with its own right and its own place. */
const families: readonly Family[] = [
  {
    root: '/uppfoljning/:id/diagram',
    policy: 'report.edit',
    what: 'en återrapportering',
    find: async (ctx, r, id) => {
      const report = await getReport(r, id);
      if (isPeriodReportKind(report.kind)) throw new AppError('report.ofPeriod');
      refuseFinal(report.state);
      const home = recordAddress('report', report.id);
      return {
        base: `${home}/diagram`,
        home,
        figures: report.figures,
        entries: report.entries.map(({ id: entryId, assignment }) => ({
          id: entryId,
          name: [assignment.number, assignment.title].filter((part) => part !== null).join('. '),
        })),
        frame: (title, body) => subPage(ctx, report, { title, body, width: 'normal' }),
      };
    },
  },
  {
    root: '/uppfoljning/period/:id/diagram',
    policy: 'periodReport.edit',
    what: 'en delårsrapport eller årsredovisning',
    find: async (ctx, r, id) => {
      const report = await getPeriodReport(r, id);
      refuseFinal(report.state);
      return {
        base: periodReportAddress(report.id, 'diagram'),
        home: periodReportAddress(report.id),
        figures: report.figures.map(({ figure }) => figure),
        entries: [],
        frame: (title, body) => page({ ...periodReportFrame(ctx, report, title), body }),
      };
    },
  },
];

/** The charts of reports: added, looked at, changed, ordered, taken away. */
export const reportFigureRoutes: readonly Route[] = families.flatMap(routesOf);

function routesOf({ root, policy, what, find }: Family): readonly Route[] {
  const listed = async (ctx: Reading, id: string, state?: FormState): Promise<Page> => {
    const { report, indicators } = await ctx.services.db.read(ctx.auth, async (r) => ({
      report: await find(ctx, r, id),
      indicators: (await listIndicatorHeads(r, { limit: 500 })).rows,
    }));
    const made = report.frame(figureTexts[ctx.language].title, figureList(ctx, report, indicators, state));
    return { ...made, lead: figureTexts[ctx.language].lead };
  };
  const one = async (ctx: Reading, ids: z.output<typeof figureParams>, sent?: FormState): Promise<Page> => {
    const { report, figure, dimensions } = await ctx.services.db.read(ctx.auth, async (r) => {
      const found = await find(ctx, r, ids.id);
      const own = figureIn(found, ids.figureId);
      return { report: found, figure: own, dimensions: await dimensionsOf(r, own.indicator.id) };
    });
    const title = figureTexts[ctx.language].changeTitle(figure.indicator.name);
    return report.frame(title, figureForm(ctx, report, figure, { dimensions, ...(sent && { sent }) }));
  };
  const back = (ctx: RequestContext, id: string, text: 'added' | 'saved' | 'raised' | 'removed', figureId?: string) =>
    redirect(`${root.replace(':id', id)}${figureId ? `/${figureId}` : ''}`, {
      flash: { tone: 'success', text: figureTexts[ctx.language][text] },
    });
  return [
    route({
      method: 'GET',
      path: root,
      policy,
      about: `Visar diagrammen i ${what} som de ser ut nu, och formuläret för ett till.`,
      input: { params },
      sample,
      handler: (ctx) => listed(ctx, ctx.input.params.id),
    }),
    route({
      method: 'POST',
      path: root,
      policy,
      about: `Lägger till ett diagram ur en serie i ${what}.`,
      input: { params, form: addForm },
      sample: { ...sample, form: { indicatorId: anId, idempotencyKey: 'prov' } },
      handler: async (ctx) => {
        const { id: reportId } = ctx.input.params;
        const { idempotencyKey, indicatorId, entryId } = ctx.input.form;
        const figureId = await ctx.services.db.transact(ctx.auth, { verb: 'addReportFigure', idempotencyKey }, (w) =>
          addReportFigure(w, { reportId, indicatorId, ...(entryId && { entryId }) }),
        );
        return back(ctx, reportId, 'added', figureId);
      },
      onInvalid: (ctx, state) => listed(ctx, ctx.input.params.id, state),
    }),
    route({
      method: 'GET',
      path: `${root}/:figureId`,
      policy,
      about: `Visar ett diagram i ${what} och formuläret där det ändras.`,
      input: { params: figureParams },
      sample: figureSample,
      handler: (ctx) => one(ctx, ctx.input.params),
    }),
    route({
      method: 'POST',
      path: `${root}/:figureId`,
      policy,
      about: `Sparar hur ett diagram i ${what} ritas, för vilka, från när, mot vilket mål och med vilka ord.`,
      input: { params: figureParams, form: changeForm },
      sample: { ...figureSample, form: { form: 'line', sex: 'all', version: '1', idempotencyKey: 'prov' } },
      handler: async (ctx) => {
        const { id, figureId } = ctx.input.params;
        const { idempotencyKey, version, place = '', ageGroup = '', from, target, alt, ...chosen } = ctx.input.form;
        await ctx.services.db.transact(ctx.auth, { verb: 'changeReportFigure', idempotencyKey }, (w) =>
          changeReportFigure(w, {
            ...{ figureId, expectedVersion: version, place, ageGroup, ...chosen },
            from: from ?? null,
            target: targetOf(target),
            alt: alt ?? null,
          }),
        );
        return back(ctx, id, 'saved', figureId);
      },
      onInvalid: (ctx, state) => one(ctx, ctx.input.params, state),
    }),
    route({
      method: 'POST',
      path: `${root}/:figureId/upp`,
      policy,
      about: `Flyttar ett diagram i ${what} ett steg upp.`,
      input: { params: figureParams, form: stepForm },
      sample: { ...figureSample, form: { idempotencyKey: 'prov' } },
      handler: async (ctx) => {
        const { id, figureId } = ctx.input.params;
        const { idempotencyKey } = ctx.input.form;
        await ctx.services.db.transact(ctx.auth, { verb: 'raiseReportFigure', idempotencyKey }, (w) =>
          raiseReportFigure(w, { figureId }),
        );
        return back(ctx, id, 'raised');
      },
      onInvalid: (ctx, state) => listed(ctx, ctx.input.params.id, { ...state, values: {} }),
    }),
    route({
      method: 'POST',
      path: `${root}/:figureId/ta-bort`,
      policy,
      about: `Tar bort ett diagram ur utkastet till ${what}.`,
      input: { params: figureParams, form: stepForm.extend({ version: versionField }) },
      sample: { ...figureSample, form: { version: '1', idempotencyKey: 'prov' } },
      handler: async (ctx) => {
        const { id, figureId } = ctx.input.params;
        const { idempotencyKey, version } = ctx.input.form;
        await ctx.services.db.transact(ctx.auth, { verb: 'removeReportFigure', idempotencyKey }, (w) =>
          removeReportFigure(w, { figureId, expectedVersion: version }),
        );
        return back(ctx, id, 'removed');
      },
      onInvalid: (ctx, state) => listed(ctx, ctx.input.params.id, { ...state, values: {} }),
    }),
  ];
}

/** The charts of a report that is no draft any more are not worked on. */
function refuseFinal(state: ReportState): void {
  if (!mayReport(state, 'edit')) throw new AppError('record.wrongState', { state: reportStates[state] });
}

function figureIn(report: FiguredReport, figureId: string): ReportFigure {
  const figure = report.figures.find(({ id }) => id === figureId);
  if (!figure) throw new AppError('record.notFound');
  return figure;
}
