import {
  type Measure,
  type MeasureGroup,
  type MeasureState,
  measureKinds,
  measureStates,
} from '../../../domain/measures/index.ts';
import { inUnit, type Kronor, printedColumn } from '../../../kernel/money.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { barChart } from '../../components/bar-chart/bar-chart.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** How the state of a measure is drawn: what is done is well, what was stopped is late. */
const stateTones: Readonly<Record<MeasureState, TagTone>> = {
  planned: 'unknown',
  ongoing: 'part',
  done: 'ok',
  stopped: 'late',
};

export function stateTag(ctx: RequestContext, { state }: Pick<Measure, 'state'>): Html {
  return tag({ text: measureStates[state][ctx.language], tone: stateTones[state] });
}

/** Thousands of kronor, as tables of money print them. */
export function inThousands(ctx: RequestContext, amount: Kronor): string {
  return `${ctx.format.number(inUnit(amount, 'tkr'))}\u00a0tkr`;
}

/** Whole kronor, where one measure is read and nothing is summed. */
export function inKronor(ctx: RequestContext, amount: Kronor): string {
  return `${ctx.format.number(amount)}\u00a0kr`;
}

const columns = ['planned', 'plannedFullYear', 'effect', 'forecast'] as const;

/** The sums by body and kind: a chart, and the table of the same figures with the exact total and what rounding did. */
export function sumsChart(ctx: RequestContext, year: number, groups: readonly MeasureGroup[]): Html {
  const t = texts[ctx.language];
  const name = (one: MeasureGroup) => `${one.body.name}, ${measureKinds[one.kind][ctx.language]}`;
  return html`${barChart({
    id: 'summor',
    title: `${t.chart} ${year}`,
    bars: groups.flatMap((one) => [
      {
        label: `${name(one)}: ${t.planned.toLocaleLowerCase(ctx.language)}`,
        value: one.planned,
        text: inThousands(ctx, one.planned),
        counted: true,
      },
      {
        label: `${name(one)}: ${t.effect.toLocaleLowerCase(ctx.language)}`,
        value: one.effect,
        text: inThousands(ctx, one.effect),
      },
      {
        label: `${name(one)}: ${t.forecast.toLocaleLowerCase(ctx.language)}`,
        value: one.forecast,
        text: inThousands(ctx, one.forecast),
        counted: true,
      },
    ]),
    table: null,
  })}${sumsTable(ctx, year, groups)}`;
}

function sumsTable(ctx: RequestContext, year: number, groups: readonly MeasureGroup[]): Html {
  const t = texts[ctx.language];
  const printed = columns.map((column) =>
    printedColumn(
      groups.map((one) => one[column]),
      'tkr',
    ),
  );
  const number = (value: number | undefined): string => ctx.format.number(value ?? 0);
  const money = (pick: (column: (typeof printed)[number]) => number | undefined) => ({
    planned: number(pick(printed[0]!)),
    fullYear: number(pick(printed[1]!)),
    effect: number(pick(printed[2]!)),
    forecast: number(pick(printed[3]!)),
  });
  const all = groups.reduce((sum, one) => sum + one.count, 0);
  return html`${table(ctx, {
    caption: `${t.sums}, tkr`,
    columns: [
      { key: 'body', text: t.body },
      { key: 'kind', text: t.kind },
      { key: 'count', text: t.count, kind: 'number' },
      { key: 'planned', text: t.planned, kind: 'number' },
      { key: 'fullYear', text: t.fullYear, kind: 'number' },
      { key: 'effect', text: t.effect, kind: 'number' },
      { key: 'forecast', text: t.forecast, kind: 'number' },
    ],
    rows: [
      ...groups.map((one, index) => ({
        body: html`<a href="${recordAddress('body', one.body.id)}" lang="sv">${one.body.name}</a>`,
        kind: measureKinds[one.kind][ctx.language],
        count: html`<a href="/atgarder?ar=${year}#atgarder">${one.count}</a>`,
        ...money(({ parts }) => parts[index]),
      })),
      ...(printed.some(({ rounding }) => rounding !== 0)
        ? [{ body: t.rounding, kind: '', count: '', ...money(({ rounding }) => rounding) }]
        : []),
      { body: html`<strong>${t.total}</strong>`, kind: '', count: all, ...money(({ total }) => total) },
    ],
  })}<p class="soft">${t.unit}</p>`;
}

/** Some measures with what was planned and told last, each leading to its own page. */
export function measureTable(ctx: RequestContext, measures: readonly Measure[], caption: string): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption,
    captionHidden: true,
    rowHeader: 'measure',
    columns: [
      { key: 'measure', text: t.measure },
      { key: 'responsible', text: t.responsible },
      { key: 'state', text: t.state },
      { key: 'planned', text: t.planned, kind: 'number' },
      { key: 'effect', text: t.effect, kind: 'number' },
      { key: 'forecast', text: t.forecast, kind: 'number' },
    ],
    rows: measures.map((one) => {
      const told = one.told.at(-1);
      return {
        measure: html`<a href="${recordAddress('measure', one.id)}" lang="sv">${one.title}</a> <span class="soft">${measureKinds[one.kind][ctx.language]}</span>`,
        responsible: html`<span lang="sv">${one.responsible.name}</span>`,
        state: html`${stateTag(ctx, one)} <span class="soft">${told ? t.toldFor(ctx.format.month(`${told.month}-01`)) : t.notTold}</span>`,
        planned: inThousands(ctx, one.planned),
        effect: told ? inThousands(ctx, told.effect) : '–',
        forecast: told ? forecastOf(ctx, told.forecast, one.planned) : '–',
      };
    }),
  });
}

/** The forecast; when it does not reach the plan it is said in words beside the number. */
function forecastOf(ctx: RequestContext, forecast: Kronor, planned: Kronor): Content {
  if (forecast >= planned) return inThousands(ctx, forecast);
  return html`${inThousands(ctx, forecast)} <span class="sr-only">(${texts[ctx.language].tooMuch})</span><span class="soft" aria-hidden="true">−${ctx.format.number(inUnit(planned - forecast, 'tkr'))}</span>`;
}
