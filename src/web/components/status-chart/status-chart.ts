import { scaleLinear } from 'd3-scale';
import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { table } from '../table/table.ts';
import { type TagTone, toneShape } from '../tag/tag.ts';

export type ChartPart = { readonly key: string; readonly text: string; readonly tone: TagTone; readonly href?: string };
export type ChartRow = { readonly label: string; readonly counts: Readonly<Record<string, number>> };

const width = 640;
const barHeight = 26;
const rowHeight = 58;

/**
 * How many of each state, as bars of equal scale. The bars differ in pattern as well as colour, the legend carries numbers and shapes, and the
 * same figures stand as a table underneath, so that nobody depends on seeing the picture.
 */
export function statusChart(
  ui: Ui,
  options: {
    readonly id: string;
    readonly title: string;
    readonly parts: readonly ChartPart[];
    readonly rows: readonly ChartRow[];
    readonly rowName: string;
  },
): Html {
  const { id, title, parts, rows } = options;
  const sums = rows.map((row) => sumOf(row, parts));
  const scale = scaleLinear([0, Math.max(1, ...sums)], [0, width]);
  const description = rows
    .map(
      (row) =>
        `${row.label}: ${ui.format.list(parts.filter(({ key }) => (row.counts[key] ?? 0) > 0).map(({ key, text }) => `${row.counts[key]} ${text.toLocaleLowerCase(ui.language)}`)) || 0}`,
    )
    .join('. ');
  return html`<figure class="status-chart">
<figcaption>${title}</figcaption>
<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${rows.length * rowHeight - 8}" preserveAspectRatio="xMinYMin meet">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}.</desc>
<defs>${parts.map(({ tone }) => pattern(id, tone))}</defs>
${rows.map((row, index) => bar(ui, id, row, parts, index * rowHeight, scale))}
</svg>
<ul class="chart-legend">${parts.map(({ key, text, tone, href }) => {
    const count = rows.reduce((sum, row) => sum + (row.counts[key] ?? 0), 0);
    const label = html`${text} <b>${ui.format.number(count)}</b>`;
    return html`<li class="tone-${tone}">${toneShape(tone)} <span>${href ? html`<a href="${href}">${label}</a>` : label}</span></li>`;
  })}</ul>
<details class="help"><summary>${ui.t.components.showAsTable}</summary>${chartTable(ui, options)}</details>
</figure>`;
}

function bar(
  ui: Ui,
  id: string,
  row: ChartRow,
  parts: readonly ChartPart[],
  top: number,
  scale: (count: number) => number,
): Html {
  let before = 0;
  const pieces = parts.map(({ key, tone }) => {
    const count = row.counts[key] ?? 0;
    if (count === 0) return null;
    const x = scale(before);
    before += count;
    const size = Math.max(2, scale(count) - 3);
    return html`<g class="chart-piece chart-${tone}"><rect x="${x.toFixed(1)}" y="${top + 22}" width="${size.toFixed(1)}" height="${barHeight}" rx="3" class="chart-ground"/><rect x="${x.toFixed(1)}" y="${top + 22}" width="${size.toFixed(1)}" height="${barHeight}" rx="3" fill="url(#${id}-${tone})"/></g>`;
  });
  return html`<text x="0" y="${top + 14}" class="chart-label">${row.label} <tspan class="chart-sum">${ui.format.number(before)}</tspan></text>${pieces}`;
}

/** Each tone has its own drawing on top of its colour: full, slanted, crossed, dotted, empty. */
function pattern(id: string, tone: TagTone): Html {
  return html`<pattern id="${id}-${tone}" class="chart-pattern" width="8" height="8" patternUnits="userSpaceOnUse">${drawings[tone]}</pattern>`;
}

const drawings: Readonly<Record<TagTone, Html | null>> = {
  ok: null,
  part: html`<path d="M-2 10L10-2M-2 2L2-2M6 10l4-4"/>`,
  late: html`<path d="M0 0l8 8M8 0L0 8"/>`,
  neutral: html`<path d="M0 4h8"/>`,
  info: html`<circle cx="4" cy="4" r="1.4"/>`,
  unknown: html`<path d="M4 0v3.5"/>`,
};

function chartTable(
  ui: Ui,
  {
    title,
    parts,
    rows,
    rowName,
  }: {
    readonly title: string;
    readonly parts: readonly ChartPart[];
    readonly rows: readonly ChartRow[];
    readonly rowName: string;
  },
): Html {
  return table(ui, {
    caption: title,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'label', text: rowName },
      ...parts.map(({ key, text }) => ({ key, text, kind: 'number' as const })),
      { key: 'sum', text: ui.t.components.total, kind: 'number' as const },
    ],
    rows: rows.map((row) => ({
      label: row.label,
      ...Object.fromEntries(parts.map(({ key }) => [key, ui.format.number(row.counts[key] ?? 0)])),
      sum: ui.format.number(sumOf(row, parts)),
    })),
  });
}

function sumOf(row: ChartRow, parts: readonly ChartPart[]): number {
  return parts.reduce((sum, { key }) => sum + (row.counts[key] ?? 0), 0);
}
