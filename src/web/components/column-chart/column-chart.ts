import { scaleLinear } from 'd3-scale';
import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import {
  type ChartPart,
  type ChartRow,
  chartPattern,
  chartPiece,
  chartTable,
  swatch,
  turnOf,
} from '../status-chart/status-chart.ts';
import { toneShape } from '../tag/tag.ts';

const width = 60;
const height = 180;

/**
 * How figures changed from time to time: one stacked column for each, of equal scale, from left to right. The names under the columns are text of the
 * page, each piece is a link to what it counts, and the table with the same figures stands below.
 */
export function columnChart(
  ui: Ui,
  options: {
    readonly id: string;
    readonly title: string;
    readonly parts: readonly ChartPart[];
    readonly columns: readonly ChartRow[];
    /** What a column is, as the head of the first column of the table. */
    readonly columnName: string;
  },
): Html {
  const { id, title, parts, columns, columnName } = options;
  const sums = columns.map(({ counts }) => parts.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0));
  const scale = scaleLinear([0, Math.max(1, ...sums)], [0, height]);
  return html`<figure class="column-chart" id="${id}">
<figcaption>${title}</figcaption>
<ol class="chart-columns" role="list" tabindex="0" aria-label="${title}">${columns.map(
    (one, index) =>
      html`<li class="chart-column"><span class="chart-sum" aria-hidden="true">${ui.format.number(sums[index] ?? 0)}</span>${column(ui, `${id}-${index}`, one, parts, scale)}<span class="column-name" aria-hidden="true"${one.own ? html` lang="sv"` : null}>${one.label}</span></li>`,
  )}</ol>
<ul class="chart-legend">${parts.map(({ key, text, tone }) => html`<li class="tone-${tone}">${swatch(`${id}-legend-${key}`, tone, turnOf(parts, key))}${toneShape(tone)} <span>${text}</span></li>`)}</ul>
${chartTable(ui, { title, parts, rows: columns, rowName: columnName })}
</figure>`;
}

function column(
  ui: Ui,
  id: string,
  row: ChartRow,
  parts: readonly ChartPart[],
  scale: (count: number) => number,
): Html {
  const present = parts.filter(({ key }) => (row.counts[key] ?? 0) > 0);
  const description = ui.format.list(
    present.map(({ key, text }) => `${text}: ${ui.format.number(row.counts[key] ?? 0)}`),
  );
  let below = height;
  const pieces = present.map(({ key, text, tone }) => {
    const count = row.counts[key] ?? 0;
    below -= scale(count);
    const place = { x: 0, y: below.toFixed(1), width, height: Math.max(2, scale(count) - 2).toFixed(1) };
    const label = `${row.label}, ${text}: ${ui.format.number(count)}`;
    return chartPiece(label, `${id}-${key}`, tone, place, row.href?.(key));
  });
  const role = row.href ? 'group' : 'img';
  return html`<svg role="${role}" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" height="${height}" preserveAspectRatio="none"><title id="${id}-title">${row.label}</title><desc id="${id}-desc">${description}</desc><defs>${present.map(({ key, tone }) => chartPattern(`${id}-${key}`, tone, turnOf(parts, key)))}</defs>${pieces}</svg>`;
}
