import { chartSentence, chartWords, showsSomething, timeWords, worthDrawing } from '../../../documents/tree/index.ts';
import { type Dimensions, type IndicatorListed, sexes } from '../../../domain/indicators/index.ts';
import { figureFormCodes, figureForms, type ReportFigure } from '../../../domain/reports/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { chart } from '../../components/chart/chart.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { figureTexts } from './report-figure-texts.ts';

/** A report of any kind as far as its charts need it: where they stand, and the answers at which they can. */
export type FiguredReport = {
  /** The address below which its charts are worked on. */
  readonly base: string;
  readonly home: string;
  readonly figures: readonly ReportFigure[];
  /** The answers of a report-back, by id; none for a report of a period, whose charts have a chapter. */
  readonly entries: readonly { readonly id: string; readonly name: string }[];
};

/** The charts of a draft in their order, each as it will be seen, and the form for one more. */
export function figureList(
  ctx: RequestContext,
  report: FiguredReport,
  indicators: readonly IndicatorListed[],
  state: FormState = freshForm(),
): Html {
  const t = figureTexts[ctx.language];
  const { figures, base, entries } = report;
  return html`${figures.length === 0 ? html`<p>${t.none}</p>` : null}${figures.map((figure, at) => figureRow(ctx, report, figure, at))}<h2>${t.add}</h2>${
    indicators.length === 0
      ? html`<p>${t.noIndicators}</p>`
      : form(ctx, {
          action: base,
          submit: t.addSubmit,
          state,
          labels: { indicatorId: t.indicator, entryId: t.entry },
          cancel: { href: report.home },
          body: html`${field(ctx, {
            kind: 'select',
            name: 'indicatorId',
            label: t.indicator,
            state,
            options: indicators.map(({ id, name, unit }) => ({ value: id, text: unit ? `${name} (${unit})` : name })),
          })}${
            entries.length > 0
              ? field(ctx, {
                  kind: 'select',
                  name: 'entryId',
                  label: t.entry,
                  state,
                  options: entries.map(({ id, name }) => ({ value: id, text: name })),
                })
              : null
          }`,
        })
  }`;
}

function figureRow(ctx: RequestContext, report: FiguredReport, figure: ReportFigure, at: number): Html {
  const t = figureTexts[ctx.language];
  const { base, figures, entries } = report;
  const path = `${base}/${figure.id}`;
  const about = `: ${figure.chart.title}`;
  const entry = entries.find(({ id }) => id === figure.entryId);
  const first = figures.findIndex(({ entryId }) => entryId === figure.entryId) === at;
  return html`<section>${entry ? html`<h2 lang="sv">${entry.name}</h2>` : at === 0 ? html`<h2>${t.preview}</h2>` : null}${figurePicture(ctx, figure)}<div class="actions">${linkButton({ text: t.change, href: path, variant: 'secondary', about })}${
    first ? null : postButton(ctx, { action: `${path}/upp`, text: t.raise, variant: 'quiet', about })
  }${postButton(ctx, { action: `${path}/ta-bort`, text: t.remove, variant: 'quiet', about, version: figure.version })}</div></section>`;
}

/** The chart with as of when its values are; says so when there are none. */
export function figurePicture(ctx: RequestContext, figure: ReportFigure): Html {
  const t = figureTexts[ctx.language];
  const { asOf } = figure.facts;
  const words = chartWords[ctx.language];
  if (!showsSomething(figure.chart))
    return html`<h3 lang="sv">${figure.chart.title}</h3><p class="soft">${t.noValues}</p>`;
  if (!worthDrawing(figure.chart))
    return html`<h3 lang="sv">${figure.chart.title}</h3><p>${chartSentence(figure.chart, words)}</p>`;
  return html`${chart(ctx, figure.chart, { id: `diagram-${figure.id}` })}${asOf === null ? null : html`<p class="soft">${t.asOf(timeWords(asOf, ctx.language))}</p>`}`;
}

/** The form of one chart, with the picture as it is now above it. */
export function figureForm(
  ctx: RequestContext,
  report: FiguredReport,
  figure: ReportFigure,
  options: { readonly dimensions: Dimensions; readonly sent?: FormState },
): Html {
  const t = figureTexts[ctx.language];
  const { dimensions, sent } = options;
  const { form: drawn, place, sex, ageGroup, from, target, alt } = figure;
  const state =
    sent ??
    freshForm({
      form: drawn,
      place,
      sex,
      ageGroup,
      from: from ?? '',
      target: target === null ? '' : String(target).replace('.', ','),
      alt: alt ?? '',
    });
  const made = chartSentence({ ...figure.chart, alt: '' }, chartWords.sv);
  const select = (name: string, label: string, all: string, own: readonly string[]): Content =>
    own.filter(Boolean).length === 0
      ? html`<input type="hidden" name="${name}" value="">`
      : field(ctx, {
          kind: 'select',
          name,
          label,
          optional: true,
          state,
          options: [{ value: '', text: all }, ...own.filter(Boolean).map((value) => ({ value, text: value }))],
        });
  return html`<h2>${t.preview}</h2>${figurePicture(ctx, figure)}${form(ctx, {
    action: `${report.base}/${figure.id}`,
    submit: t.save,
    state,
    version: figure.version,
    cancel: { href: report.base },
    labels: {
      form: t.form,
      place: t.place,
      sex: t.sex,
      ageGroup: t.ageGroup,
      from: t.from,
      target: t.target,
      alt: t.alt,
    },
    body: html`${choices(ctx, {
      kind: 'radio',
      name: 'form',
      legend: t.form,
      state,
      options: figureFormCodes.map((code) => ({ value: code, text: figureForms[code][ctx.language] })),
    })}${select('place', t.place, t.wholePlace, dimensions.places)}${
      dimensions.sexes.length > 1
        ? field(ctx, {
            kind: 'select',
            name: 'sex',
            label: t.sex,
            state,
            options: dimensions.sexes.map((code) => ({ value: code, text: sexes[code][ctx.language] })),
          })
        : html`<input type="hidden" name="sex" value="${sex}">`
    }${select('ageGroup', t.ageGroup, t.allAges, dimensions.ageGroups)}${field(ctx, {
      name: 'from',
      label: t.from,
      hint: t.fromHint,
      optional: true,
      width: 'short',
      state,
    })}${field(ctx, { name: 'target', label: t.target, hint: t.targetHint, optional: true, width: 'short', state })}${field(
      ctx,
      { kind: 'textarea', name: 'alt', label: t.alt, hint: t.altHint(made), rows: 3, optional: true, state },
    )}`,
  })}`;
}

/** What the register says otherwise than a frozen report: the evidence rule for figures. */
export function changedFigures(ctx: RequestContext, figures: readonly ReportFigure[]): Content {
  const t = figureTexts[ctx.language];
  const changed = figures.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return null;
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? t.noValue : chartWords[ctx.language].number(value);
  return notice(ctx, {
    tone: 'warning',
    title: t.changedTitle,
    body: html`<p>${t.changedBody}</p>${changed.map(
      ({ indicator, changes }) =>
        html`<p><a href="/indikatorer/${indicator.id}" lang="sv">${indicator.name}</a></p><ul>${changes.map(
          ({ place, asOf, was, is }) =>
            html`<li>${place ? html`<span lang="sv">${place}</span>, ` : null}${t.changedRow(timeWords(asOf, ctx.language), said(was), said(is))}</li>`,
        )}</ul>`,
    )}`,
  });
}
