import {
  forecastOutcomes,
  type PopulationChange,
  populationChart,
  populationConflicts,
  type SeriesPoint,
} from '../../../domain/indicators/index.ts';
import type { Id } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { chart } from '../../components/chart/chart.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { numberWords, signed } from './figure-words.ts';
import { populationTexts } from './population-texts.ts';

/** The two series that population tables feed: where they are, and the points that are compared. */
export type PopulationSeries = {
  readonly ids: { readonly outcome?: Id<'indicator'>; readonly forecast?: Id<'indicator'> };
  readonly outcomes: readonly SeriesPoint[];
  readonly forecasts: readonly SeriesPoint[];
};

/** How each age group grows in each municipality, with the way to the series that hold the same numbers. */
export function growthSection(
  ctx: RequestContext,
  rows: readonly PopulationChange[],
  { ids }: PopulationSeries,
): Content {
  const t = populationTexts[ctx.language];
  const charts = [...new Set(rows.map(({ ageGroup }) => ageGroup))].flatMap((group, index) => {
    const data = populationChart(rows, group, ctx.language);
    return data ? [chart(ctx, data, { id: `utveckling-${index}` })] : [];
  });
  const links = (
    [
      [ids.outcome, t.outcomeSeries],
      [ids.forecast, t.forecastSeries],
    ] as const
  ).flatMap(([id, text]) => (id ? [html`<a href="${recordAddress('indicator', id)}">${text}</a> `] : []));
  if (charts.length === 0 && links.length === 0) return null;
  return html`<section><h2>${t.growth}</h2><p class="soft">${t.growthHelp}</p>${links.length > 0 ? html`<p>${t.asSeries} ${links}</p>` : null}${charts}</section>`;
}

/** Where two tables tell the same year differently. */
export function conflictNotice(ctx: RequestContext, rows: readonly PopulationChange[]): Content {
  const t = populationTexts[ctx.language];
  const conflicts = populationConflicts(rows);
  if (conflicts.length === 0) return null;
  return notice(ctx, {
    tone: 'warning',
    title: t.conflictTitle,
    body: html`<p>${t.conflictHelp}</p><ul>${conflicts.map(
      ({ municipality, ageGroup, year, counts }) =>
        html`<li lang="sv">${t.conflict(municipality, ageGroup, year, counts.map((count) => numberWords(ctx, count)).join(', '))}</li>`,
    )}</ul>`,
  });
}

/** What was thought beside what it became. */
export function forecastSection(ctx: RequestContext, { ids, forecasts, outcomes }: PopulationSeries): Content {
  if (!ids.forecast) return null;
  const t = populationTexts[ctx.language];
  const compared = forecastOutcomes(forecasts, outcomes);
  return html`<section id="prognos"><h2>${t.forecastTitle}</h2>${compared.length === 0 ? html`<p>${t.noOutcome}</p>` : forecastTable(ctx, compared)}</section>`;
}

function forecastTable(ctx: RequestContext, compared: ReturnType<typeof forecastOutcomes>): Html {
  const t = populationTexts[ctx.language];
  return table(ctx, {
    caption: t.forecastCaption,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'place', text: t.municipality },
      { key: 'age', text: t.age },
      { key: 'year', text: t.year },
      { key: 'forecast', text: t.forecast, kind: 'number' },
      { key: 'outcome', text: t.outcome, kind: 'number' },
      { key: 'difference', text: t.difference, kind: 'number' },
    ],
    rows: compared.map(({ place, ageGroup, asOf, forecast, outcome, difference, percent }) => ({
      place: place === '' ? t.wholeCounty : html`<span lang="sv">${place}</span>`,
      age: html`<span lang="sv">${ageGroup}</span>`,
      year: asOf,
      forecast: numberWords(ctx, forecast),
      outcome: numberWords(ctx, outcome),
      difference: `${signed(ctx, difference)}${percent === undefined ? '' : ` (${signed(ctx, Math.round(percent * 10) / 10, '%')})`}`,
    })),
  });
}
