import { type Series, type SeriesPoint, valueOrigins, yearOnYear } from '../../../domain/indicators/index.ts';
import type { SourcePlace } from '../../../domain/matters/index.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionsUnder } from '../connections/connection-card.ts';
import { sourceLines } from '../sources/source-places.ts';
import { asOfWords, pointWords, signed } from './figure-words.ts';
import { texts } from './texts.ts';

type TableFacts = {
  readonly series: Series;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
  readonly mayEdit: boolean;
};

/** The values of a series with where each comes from: the change since a year before is computed, never copied from a text. */
export function valueTable(ctx: RequestContext, { series, connections, places, mayEdit }: TableFacts): Html {
  const t = texts[ctx.language];
  // From 34 % to 44 % is ten percentage points; "+29 %" of a share would be read as something else.
  const share = series.indicator.unit === '%';
  const changes = yearOnYear(series, share);
  const points = series.points.toReversed();
  return table(ctx, {
    caption: t.values,
    dense: true,
    columns: [
      { key: 'asOf', text: t.asOf },
      { key: 'value', text: t.value, kind: 'number' },
      { key: 'change', text: t.sinceYearBefore, kind: 'number' },
      { key: 'source', text: t.source },
      ...(mayEdit ? ([{ key: 'correct', text: t.correct }] as const) : []),
    ],
    rowIds: points.map(({ id }) => `varde-${id}`),
    rows: points.map((point) => {
      const change = changes.get(point.id);
      return {
        asOf: html`${asOfWords(ctx, point.asOf)}${point.forecast ? html` <span class="soft">${t.forecast}</span>` : null}`,
        value: html`<span lang="sv">${pointWords(ctx, series.indicator, point)}</span>${point.preliminary ? html` <span class="soft">${t.preliminary}</span>` : null}`,
        change:
          change === undefined ? '–' : signed(ctx, Math.round(change * 10) / 10, share ? t.percentagePoints : '%'),
        source: html`${origin(ctx, point)} ${sourceLines(ctx, places, point.id)}${remarks(ctx, point)}${connectionsUnder(ctx, connections.get(point.id))}`,
        correct: html`<a href="/indikatorer/varde/${point.id}/ratta">${t.correct}<span class="sr-only"> ${asOfWords(ctx, point.asOf)}</span></a>`,
      };
    }),
  });
}

function origin(ctx: RequestContext, point: SeriesPoint): Content {
  const words = valueOrigins[point.origin][ctx.language];
  return point.claimed ? tag({ text: words, tone: 'neutral' }) : html`<span class="soft">${words}</span>`;
}

function remarks(ctx: RequestContext, { comparable, note, correctionReason, definitionNumber }: SeriesPoint): Content {
  const t = texts[ctx.language];
  const said: Content[] = [
    comparable === true ? t.measuredAsBefore : comparable === false ? t.notComparable : null,
    note && html`<span lang="sv">${note}</span>`,
    correctionReason && html`${t.corrected}: <span lang="sv">${correctionReason}</span>`,
    definitionNumber !== null && definitionNumber > 1 ? t.byDefinition(definitionNumber) : null,
  ].filter(Boolean);
  return said.map((one) => html`<br><span class="soft">${one}</span>`);
}
