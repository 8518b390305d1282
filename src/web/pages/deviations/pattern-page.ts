import type { Sheet } from '../../../documents/out/index.ts';
import type { ChartData } from '../../../documents/tree/index.ts';
import {
  type Pattern,
  type PatternSide,
  type PatternStep,
  patternRowLabel,
  patternSides,
  patternSteps,
} from '../../../domain/deviations/index.ts';
import { chart } from '../../components/chart/chart.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { crumbsTo, deviationsHref, optionsFrom } from './deviation-view.ts';
import { texts } from './texts.ts';

export type PatternFacts = {
  readonly pattern: Pattern;
  readonly step: PatternStep;
  readonly fromYear: number;
  readonly toYear: number;
};

/** How many series a line chart can hold and still be told apart. */
const mostSeries = 6;

/** The deviations counted by a side and by period: chart, table and file, with small groups hidden in all of them alike. */
export function patternPage(ctx: RequestContext, { pattern, step, fromYear, toYear }: PatternFacts): Page {
  const t = texts[ctx.language];
  const query = new URLSearchParams({
    fordela: pattern.side,
    steg: step,
    fran: String(fromYear),
    till: String(toYear),
  });
  return page({
    title: t.patterns,
    width: 'wide',
    crumbs: crumbsTo(ctx, t.patterns),
    lead: t.patternLead,
    body: html`${patternFilters(ctx, pattern.side, { step, fromYear, toYear })}
${
  pattern.rows.length === 0
    ? emptyState({ title: t.noPattern, body: t.noPatternBody })
    : html`${drawn(pattern) ? chart(ctx, patternChart(ctx, pattern), { id: 'monster', own: false, ownTable: html``, tableOpen: true }) : null}<section id="tabell">${patternTable(ctx, pattern)}${pattern.hides ? html`<p class="soft">${t.hiddenNote}</p>` : null}</section>
${exportLinks(ctx, { href: (format) => `${deviationsHref}/monster/fil/${format}?${query}`, what: t.file })}`
}`,
  });
}

function patternFilters(
  ctx: RequestContext,
  side: PatternSide,
  { step, fromYear, toYear }: Pick<PatternFacts, 'step' | 'fromYear' | 'toYear'>,
): Html {
  const t = texts[ctx.language];
  const state = freshForm({ fordela: side, steg: step, fran: String(fromYear), till: String(toYear) });
  return filterBar(ctx, {
    action: `${deviationsHref}/monster`,
    fields: html`${field(ctx, { kind: 'select', name: 'fordela', label: t.side, state, options: optionsFrom(ctx, patternSides) })}
${field(ctx, { kind: 'select', name: 'steg', label: t.stepLength, state, options: optionsFrom(ctx, patternSteps) })}
${field(ctx, { kind: 'number', name: 'fran', label: t.fromYear, state })}
${field(ctx, { kind: 'number', name: 'till', label: t.toYear, state })}`,
  });
}

/** Whether any row has a figure that may be shown and is more than nothing. */
const drawn = ({ rows }: Pattern): boolean => rows.some((row) => isDrawn(row));
const isDrawn = ({ counts, sum }: Pattern['rows'][number]): boolean =>
  [...counts, sum].some((count) => count !== null && count > 0);

/** The pattern as data for a chart: a line a row through time, or bars where there is one period or too many rows to tell apart. */
export function patternChart(ctx: RequestContext, pattern: Pattern): ChartData {
  const t = texts[ctx.language];
  const side = patternSides[pattern.side][ctx.language];
  const [from = '', to = from] = [pattern.periods[0], pattern.periods.at(-1)].map((one) => periodName(ctx, one ?? ''));
  const total = pattern.total === null ? t.hidden : t.inAll(ctx.format.number(pattern.total));
  const frame = { title: t.chart(side), unit: t.unitOf, alt: t.chartSaid(side, from, to, total) };
  const rows = pattern.rows.filter(isDrawn);
  if (pattern.periods.length > 1 && rows.length <= mostSeries)
    return {
      kind: 'line',
      ...frame,
      fromZero: true,
      series: rows.map(({ key, counts }) => ({
        name: rowName(ctx, pattern.side, key),
        points: counts.map((value, at) => ({
          time: pattern.periods[at]!,
          value,
          ...(value === null && { missing: t.hidden }),
        })),
      })),
    };
  return {
    kind: 'bars',
    ...frame,
    bars: rows.map(({ key, sum }) => ({
      label: rowName(ctx, pattern.side, key),
      value: sum ?? 0,
      text: sum === null ? t.hidden : ctx.format.number(sum),
      ...(sum === null && { look: 'outline' as const }),
    })),
  };
}

function patternTable(ctx: RequestContext, pattern: Pattern): Html {
  const t = texts[ctx.language];
  const cell = (count: number | null): Content =>
    count === null ? html`<span class="soft">${t.hidden}</span>` : ctx.format.number(count);
  const line = (name: Content, counts: readonly (number | null)[], sum: number | null) => ({
    name,
    ...Object.fromEntries(pattern.periods.map((period, at) => [period, cell(counts[at] ?? null)])),
    sum: cell(sum),
  });
  return table<string>(ctx, {
    caption: t.chart(patternSides[pattern.side][ctx.language]),
    captionHidden: true,
    dense: true,
    wrapHeads: true,
    columns: [
      { key: 'name', text: upper(patternSides[pattern.side][ctx.language]) },
      ...pattern.periods.map((period) => ({ key: period, text: periodName(ctx, period), kind: 'number' as const })),
      { key: 'sum', text: t.sum, kind: 'number' },
    ],
    rows: [
      ...pattern.rows.map(({ key, counts, sum }) =>
        line(
          html`<span${pattern.side === 'principal' ? html` lang="sv"` : null}>${rowName(ctx, pattern.side, key)}</span>`,
          counts,
          sum,
        ),
      ),
      line(html`<strong>${t.sum}</strong>`, pattern.sums, pattern.total),
    ],
  });
}

/** The pattern as a table to reckon with; what is hidden is hidden there too. */
export function patternSheet(ctx: RequestContext, pattern: Pattern): Sheet {
  const t = texts[ctx.language];
  const shown = (count: number | null) => (count === null ? t.hidden : count);
  return {
    title: t.chart(patternSides[pattern.side][ctx.language]),
    language: ctx.language,
    columns: [
      { head: upper(patternSides[pattern.side][ctx.language]), kind: 'text' },
      ...pattern.periods.map((period) => ({ head: periodName(ctx, period), kind: 'number' as const })),
      { head: t.sum, kind: 'number' },
    ],
    rows: pattern.rows.map(({ key, counts, sum }) => [
      rowName(ctx, pattern.side, key),
      ...counts.map((count) => shown(count)),
      shown(sum),
    ]),
  };
}

function rowName(ctx: RequestContext, side: PatternSide, key: string): string {
  const label = patternRowLabel(side, key);
  return typeof label === 'string' ? label : label[ctx.language];
}

function periodName(ctx: RequestContext, period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return year;
  return part.startsWith('K') ? texts[ctx.language].quarter(year, part.slice(1)) : period;
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
