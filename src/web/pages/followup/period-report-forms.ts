import type { Indicator } from '../../../domain/indicators/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { type Chapter, type PeriodReport, periodChapters, reportKinds } from '../../../domain/reports/index.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices, group } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { periodReportAddress } from './period-report-address.ts';
import { draftBeside } from './period-report-chapter.ts';
import { periodReportFrame } from './period-report-page.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { texts } from './texts.ts';

/** The form in which an interim or annual report is begun. */
export function startPeriodReportPage(
  ctx: RequestContext,
  bodies: readonly Pick<Body, 'id' | 'name'>[],
  state: FormState,
): Page {
  const t = periodReportTexts[ctx.language];
  const conflict = state.conflict as { readonly reportId?: string } | undefined;
  return page({
    title: t.startTitle,
    lead: t.startLead,
    crumbs: [{ text: texts[ctx.language].title, href: '/uppfoljning' }, { text: t.startTitle }],
    body: html`${conflict?.reportId ? html`<p><a href="${periodReportAddress(conflict.reportId)}">${t.openExisting}</a></p>` : null}${form(
      ctx,
      {
        action: '/uppfoljning/period/ny',
        submit: t.begin,
        state,
        labels: { kind: t.kind, bodyId: t.body, year: t.year },
        cancel: { href: '/uppfoljning' },
        body: html`${field(ctx, {
          kind: 'select',
          name: 'kind',
          label: t.kind,
          state,
          options: (['interim', 'annual'] as const).map((kind) => ({
            value: kind,
            text: reportKinds[kind][ctx.language],
          })),
        })}${field(ctx, { kind: 'number', name: 'year', label: t.year, state })}${field(ctx, {
          kind: 'select',
          name: 'bodyId',
          label: t.body,
          state,
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
        })}`,
      },
    )}`,
  });
}

/** The form in which a chapter is written, with what the register says beside it. */
export function chapterPage(ctx: RequestContext, report: PeriodReport, chapter: Chapter, sent?: FormState): Page {
  const t = periodReportTexts[ctx.language];
  const state = sent ?? freshForm({ text: chapter.text });
  const name = periodChapters[chapter.chapter][ctx.language];
  return page({
    ...periodReportFrame(ctx, report, name),
    body: form(ctx, {
      action: periodReportAddress(report.id, `kapitel/${chapter.chapter}`),
      submit: t.save,
      state,
      version: chapter.version,
      cancel: { href: `${periodReportAddress(report.id)}#kapitel-${chapter.chapter}` },
      body: html`${bothTexts(ctx, { state, fields: [{ name: 'text', label: t.chapterText, saved: chapter.text }] })}${field(
        ctx,
        {
          kind: 'textarea',
          name: 'text',
          label: t.chapterText,
          hint: t.chapterHint,
          rows: 14,
          optional: true,
          state,
        },
      )}`,
    }),
    aside: draftBeside(ctx, report, chapter),
  });
}

/**
 * The form in which the figures of the report are chosen: a box for each indicator and the target it is held against. `of` names the indicators in the
 * order of the targets, so that one that was added meanwhile moves no target.
 */
export function figuresPage(
  ctx: RequestContext,
  report: PeriodReport,
  indicators: readonly Indicator[],
  sent?: FormState,
): Page {
  const t = periodReportTexts[ctx.language];
  const targetOf = (id: string) => report.figures.find((one) => one.id === id)?.target ?? null;
  const saved = Object.fromEntries(
    indicators.map(({ id }, index) => [`targets.${index}`, String(targetOf(id) ?? '').replace('.', ',')]),
  );
  const state = sent ?? freshForm({ figures: report.figures.map(({ id }) => id), ...saved });
  const labels = Object.fromEntries(indicators.map(({ name }, index) => [`targets.${index}`, t.targetOf(name)]));
  return page({
    ...periodReportFrame(ctx, report, t.choose),
    lead: t.chooseLead,
    body:
      indicators.length === 0
        ? emptyState({ title: t.noIndicators, body: '' })
        : form(ctx, {
            action: periodReportAddress(report.id, 'siffror'),
            submit: t.save,
            state,
            version: report.version,
            cancel: { href: periodReportAddress(report.id) },
            labels: { figures: t.include, ...labels },
            body: html`${choices(ctx, {
              kind: 'checkbox',
              name: 'figures',
              legend: t.include,
              state,
              options: indicators.map(({ id, name, unit }) => ({ value: id, text: unit ? `${name} (${unit})` : name })),
            })}${group(
              t.target,
              html`${indicators.map(
                ({ id, name }, index) =>
                  html`<input type="hidden" name="of" value="${id}">${field(ctx, { name: `targets.${index}`, label: t.targetOf(name), optional: true, width: 'short', state })}`,
              )}`,
            )}`,
          }),
  });
}
