import { type Indicator, type IndicatorValue, valueBefore } from '../../../domain/indicators/index.ts';
import type { SourcePlace } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type Bar, barChart } from '../../components/bar-chart/bar-chart.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll, connectionsUnder } from '../connections/connection-card.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { sourceDocumentsCard, sourceLines } from '../sources/source-places.ts';
import { asOfWords, numberWords, signed, valueWords } from './figure-words.ts';
import { texts } from './texts.ts';

/** Where the population tables stand: an address that no indicator can have. */
export const populationPath = '/indikatorer/befolkning';

/** Everything that is measured, with its latest value. */
export function indicatorListPage(ctx: RequestContext, indicators: readonly Indicator[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.room,
    lead: t.lead,
    body: html`${followupTabs(ctx, 'indicators')}<p><a href="${populationPath}">${t.seePopulation}</a></p>${
      indicators.length === 0
        ? emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'name', text: t.indicator },
              { key: 'latest', text: t.latest, kind: 'number' },
              { key: 'asOf', text: t.asOf },
              { key: 'change', text: t.change },
              { key: 'count', text: t.values, kind: 'number' },
            ],
            rows: indicators
              .toSorted((a, b) => ctx.format.compare(a.name, b.name))
              .map((indicator) => {
                const last = indicator.values.at(-1);
                return {
                  name: html`<a href="${recordAddress('indicator', indicator.id)}" lang="sv">${sentence(indicator.name)}</a>`,
                  latest: last ? html`<span lang="sv">${valueWords(ctx, indicator, last)}</span>` : '–',
                  asOf: last && asOfWords(ctx, last.asOf),
                  change: last && changeWords(ctx, last),
                  count: ctx.format.number(indicator.values.length),
                };
              }),
          })
    }`,
  });
}

export type IndicatorFacts = {
  readonly indicator: Indicator;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
};

/** One indicator: its values as bars and rows, each with its source and what the value before must have been. */
export function indicatorPage(ctx: RequestContext, { indicator, connections, places }: IndicatorFacts): Page {
  const t = texts[ctx.language];
  const { values, unit } = indicator;
  const title = sentence(indicator.name);
  const times = Map.groupBy(values, ({ asOf }) => asOf);
  const same = [...times.values()].map((own) => own.length).filter((count) => count > 1);
  return page({
    title,
    ownHeading: true,
    crumbs: [{ text: t.room, href: '/uppfoljning' }, { text: t.title, href: '/indikatorer' }, { text: title }],
    body: html`<div class="page-head"><h1 lang="sv">${title}</h1><div class="page-lead">${t.unit}: <span lang="sv">${unit}</span></div></div>
${same.map((count) => notice(ctx, { tone: 'warning', body: t.same(count) }))}
${barChart({ id: 'varden', title: t.chart, bars: values.flatMap((value) => barsOf(ctx, indicator, value)), table: valueTable(ctx, { indicator, connections, places }) })}
${values.some((one) => valueBefore(one) !== undefined) ? html`<p class="soft">${t.beforeHelp}</p>` : null}`,
    aside: html`${connectionCardOfAll(ctx, connections)}${sourceDocumentsCard(ctx, places)}`,
  });
}

function valueTable(ctx: RequestContext, { indicator, connections, places }: IndicatorFacts): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.values,
    columns: [
      { key: 'asOf', text: t.asOf },
      { key: 'value', text: t.value, kind: 'number' },
      { key: 'change', text: t.change },
      { key: 'before', text: t.before, kind: 'number' },
      { key: 'source', text: t.source },
    ],
    rowIds: indicator.values.map(({ id }) => `varde-${id}`),
    rows: indicator.values.map((one) => {
      const before = valueBefore(one);
      return {
        asOf: asOfWords(ctx, one.asOf),
        value: html`<span lang="sv">${valueWords(ctx, indicator, one)}</span>`,
        change: changeWords(ctx, one) ?? '–',
        before: before === undefined ? '–' : numberWords(ctx, Math.round(before)),
        source: html`${sourceLines(ctx, places, one.id) ?? '–'}${connectionsUnder(ctx, connections.get(one.id))}`,
      };
    }),
  });
}

/** The value as a bar, after the one that it must have been before where the source states the change. */
function barsOf(ctx: RequestContext, indicator: Indicator, value: IndicatorValue): readonly Bar[] {
  const t = texts[ctx.language];
  const before = valueBefore(value);
  const stated = { label: asOfWords(ctx, value.asOf), value: value.value, text: valueWords(ctx, indicator, value) };
  // A change is measured itself where the indicator is in percent; the value before it is then no amount.
  if (before === undefined || value.changePercent === value.value) return [stated];
  const rounded = Math.round(before);
  return [
    {
      label: t.beforeLabel(value.changedFrom ?? t.beforeUnknown),
      value: rounded,
      text: valueWords(ctx, indicator, { value: rounded, qualifier: null }),
      counted: true,
    },
    stated,
  ];
}

function changeWords(ctx: RequestContext, { changePercent, changedFrom }: IndicatorValue): Content {
  if (changePercent === null) return null;
  const t = texts[ctx.language];
  const percent = signed(ctx, changePercent, '%');
  return changedFrom ? html`<span lang="sv">${t.changeSince(percent, changedFrom)}</span>` : percent;
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
