import type { PopulationChange } from '../../../domain/indicators/index.ts';
import { type CheckedChange, type PopulationTable, populationTables } from '../../../domain/indicators/index.ts';
import type { SourcePlace } from '../../../domain/matters/index.ts';
import { barChart } from '../../components/bar-chart/bar-chart.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll, connectionsUnder } from '../connections/connection-card.ts';
import { sourceDocumentsCard, sourceLines } from '../sources/source-places.ts';
import { numberWords, signed } from './figure-words.ts';
import { conflictNotice, forecastSection, growthSection, type PopulationSeries } from './population-sections.ts';
import { populationTexts } from './population-texts.ts';
import { texts } from './texts.ts';

export type PopulationFacts = {
  readonly rows: readonly PopulationChange[];
  readonly series: PopulationSeries;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
};

/** The population tables: what the source prints beside what its own numbers come to, and whether the whole county is the sum. */
export function populationPage(ctx: RequestContext, facts: PopulationFacts): Page {
  const t = texts[ctx.language];
  const tables = populationTables(facts.rows);
  return page({
    title: t.population,
    lead: t.populationLead,
    crumbs: [{ text: t.room, href: '/uppfoljning' }, { text: t.title, href: '/indikatorer' }, { text: t.population }],
    body:
      tables.length === 0
        ? emptyState({
            title: t.noPopulation,
            body: t.noPopulationBody,
            action: linkButton({ text: t.readIn, href: '/las-in' }),
          })
        : html`${conflictNotice(ctx, facts.rows)}${growthSection(ctx, facts.rows, facts.series)}${tables.map((one, index) => populationSection(ctx, facts, one, index))}${forecastSection(ctx, facts.series)}`,
    aside: html`${connectionCardOfAll(ctx, facts.connections)}${sourceDocumentsCard(ctx, facts.places)}`,
  });
}

function populationSection(ctx: RequestContext, facts: PopulationFacts, own: PopulationTable, index: number): Html {
  const t = texts[ctx.language];
  const { ageGroup, fromYear, toYear, total } = own;
  const rows = own.rows.toSorted((a, b) => ctx.format.compare(a.row.municipality, b.row.municipality));
  const all = total ? [...rows, total] : rows;
  const name = t.populationOf(ageGroup, fromYear, toYear);
  const differing = all.filter((one) => one.changeDiffers || one.percentDiffers).length;
  return html`<section><h2 lang="sv">${name}</h2>
${differing > 0 ? notice(ctx, { tone: 'warning', body: t.rowsDiffer(differing) }) : html`<p>${t.allRight}</p>`}
${totalCheck(ctx, own)}
${barChart({
  id: `befolkning-${index}`,
  title: t.chartChange,
  bars: rows.flatMap(({ row, percent }) =>
    percent === undefined ? [] : [{ label: row.municipality, value: percent, text: signed(ctx, percent, '%') }],
  ),
  table: table(ctx, {
    caption: name,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'municipality', text: t.municipality },
      { key: 'from', text: String(fromYear), kind: 'number' },
      { key: 'to', text: String(toYear), kind: 'number' },
      { key: 'printed', text: t.printed, kind: 'number' },
      { key: 'computed', text: t.computed, kind: 'number' },
    ],
    rowIds: all.map(({ row }) => `rad-${row.id}`),
    rows: all.map((one) => tableRow(ctx, facts, one)),
  }),
})}</section>`;
}

function tableRow(ctx: RequestContext, { connections, places }: PopulationFacts, checked: CheckedChange) {
  const t = texts[ctx.language];
  const { row, change, percent, changeDiffers, percentDiffers } = checked;
  const withPercent = (amount: number | null, share: number | null | undefined): string => {
    if (amount === null) return share === null || share === undefined ? '–' : signed(ctx, share, '%');
    return share === null || share === undefined
      ? signed(ctx, amount)
      : t.changeWith(signed(ctx, amount), signed(ctx, share, '%'));
  };
  const mark = changeDiffers || percentDiffers ? html` ${tag({ text: t.differs, tone: 'late' })}` : null;
  return {
    municipality: html`<span lang="sv">${row.municipality}</span> ${sourceLines(ctx, places, row.id)}${connectionsUnder(ctx, connections.get(row.id))}`,
    from: numberWords(ctx, row.from.count),
    to: numberWords(ctx, row.to.count),
    printed: html`${withPercent(row.printedChange, row.printedPercent)}${mark}`,
    computed: withPercent(change, percent),
  };
}

/** Whether the row of the whole county is the sum of the others, for each of the two years and for the change between them. */
function totalCheck(ctx: RequestContext, { total, fromYear, toYear }: PopulationTable): Content {
  const t = texts[ctx.language];
  if (!total) return html`<p class="soft">${t.noTotal}</p>`;
  const wrong = (
    [
      [fromYear, total.row.from.count, total.sumFrom],
      [toYear, total.row.to.count, total.sumTo],
    ] as const
  ).filter(([, printed, sum]) => printed !== sum);
  const change = total.row.printedChange;
  const changeWrong = change !== null && change !== total.sumChange;
  if (wrong.length === 0 && !changeWrong) return html`<p>${t.totalRight}</p>`;
  return [
    ...wrong.map(([year, printed, sum]) =>
      notice(ctx, { tone: 'warning', body: t.totalWrong(year, numberWords(ctx, printed), numberWords(ctx, sum)) }),
    ),
    changeWrong &&
      notice(ctx, {
        tone: 'warning',
        body: populationTexts[ctx.language].changeWrong(signed(ctx, change), signed(ctx, total.sumChange)),
      }),
  ];
}
