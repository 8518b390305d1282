import { scaleLinear } from 'd3-scale';
import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';
import { table } from '../table/table.ts';
import { type TagTone, toneShape } from '../tag/tag.ts';

export type ChartPart = { readonly key: string; readonly text: string; readonly tone: TagTone; readonly href?: string };
export type ChartOptions = {
  /** Names the chart in the page; several charts need several ids. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ChartPart[];
  readonly rows: readonly ChartRow[];
  /** What a row is, as the head of the first column of the table. */
  readonly rowName: string;
  /** The table stands open beside the picture instead of behind a line to press. */
  readonly tableOpen?: boolean;
  /** The row that counts everything once, where rows overlap; it closes the table. */
  readonly all?: ChartRow;
};
export type ChartRow = {
  readonly label: string;
  /** Whether the label is the register's own words, which are Swedish on every page. */
  readonly own?: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** Where each figure leads: to the very records that it counts. */
  readonly href?: (key: string) => string;
  /** Where the sum of the row leads. */
  readonly sumHref?: string;
};

const width = 640;
const height = 26;

/**
 * How many of each state, as bars of equal scale. The bars differ in pattern as well as colour, the legend carries numbers and shapes, and the
 * same figures stand as a table underneath, so that nobody depends on seeing the picture. Names are text of the page and not of the picture,
 * so that they keep their size on a narrow screen.
 */
export function statusChart(ui: Ui, options: ChartOptions): Html {
  const { id, title, parts, rows } = options;
  const scale = scaleLinear([0, Math.max(1, ...rows.map((row) => sumOf(row, parts)))], [0, width]);
  return html`<figure class="status-chart" id="${id}">
<figcaption>${title}</figcaption>
${rows.map((row, index) => html`<p class="chart-label" aria-hidden="true">${labelOf(row)} <span class="chart-sum">${ui.format.number(sumOf(row, parts))}</span></p>${bar(ui, `${id}-${index}`, row, parts, scale)}`)}
<ul class="chart-legend">${parts.map(({ key, text, tone, href }) => {
    const count = options.all?.counts[key] ?? rows.reduce((sum, row) => sum + (row.counts[key] ?? 0), 0);
    const label = html`${text} <b>${ui.format.number(count)}</b>`;
    return html`<li class="tone-${tone}">${swatch(`${id}-legend-${key}`, tone, turnOf(parts, key))}${toneShape(tone)} <span>${href ? html`<a href="${href}">${label}</a>` : label}</span></li>`;
  })}</ul>
${options.tableOpen ? chartTable(ui, options) : html`<details class="help"><summary>${ui.t.components.showAsTable}</summary>${chartTable(ui, options)}</details>`}
</figure>`;
}

function bar(ui: Ui, id: string, row: ChartRow, parts: readonly ChartPart[], scale: (count: number) => number): Html {
  const present = parts.filter(({ key }) => (row.counts[key] ?? 0) > 0);
  const description = ui.format.list(
    present.map(({ key, text }) => `${text}: ${ui.format.number(row.counts[key] ?? 0)}`),
  );
  let before = 0;
  const pieces = present.map(({ key, text, tone }) => {
    const count = row.counts[key] ?? 0;
    const place = { x: scale(before).toFixed(1), y: 0, width: Math.max(2, scale(count) - 3).toFixed(1), height };
    before += count;
    return chartPiece(
      `${row.label}, ${text}: ${ui.format.number(count)}`,
      `${id}-${key}`,
      tone,
      place,
      row.href?.(key),
    );
  });
  const role = row.href ? 'group' : 'img';
  return html`<svg class="chart-bar" role="${role}" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" height="${height}" preserveAspectRatio="none"><title id="${id}-title">${row.label}</title><desc id="${id}-desc">${description}</desc><defs>${present.map(({ key, tone }) => chartPattern(`${id}-${key}`, tone, turnOf(parts, key)))}</defs>${pieces}</svg>`;
}

/** One figure as a piece of a bar: its colour with the drawing of its tone on top, and a link to its records where there is one. */
export function chartPiece(
  label: string,
  patternId: string,
  tone: TagTone,
  place: Readonly<Record<'x' | 'y' | 'width' | 'height', string | number>>,
  href: string | undefined,
): Html {
  const drawn = html`<g class="chart-${tone}"><rect${attributes({ ...place, class: 'chart-ground' })}/><rect${attributes({ ...place, fill: `url(#${patternId})` })}/></g>`;
  return href
    ? html`<a href="${href}" aria-label="${label}" class="chart-piece"><title>${label}</title>${drawn}</a>`
    : drawn;
}

/**
 * Each tone has its own drawing on top of its colour: full, slanted, crossed, dotted, empty. Parts of the same tone draw it turned and in another
 * size, so that they are told apart too.
 */
export function chartPattern(id: string, tone: TagTone, turn = 0): Html {
  const transform = turns[turn % turns.length];
  return html`<pattern id="${id}" class="chart-pattern" width="8" height="8" patternUnits="userSpaceOnUse"${attributes({ patternTransform: transform })}>${drawings[tone]}</pattern>`;
}

const turns = [undefined, 'rotate(45) scale(1.7)', 'scale(2.4)', 'rotate(30) scale(0.75)'] as const;

/** How many parts before this one have its tone. */
export function turnOf(parts: readonly ChartPart[], key: string): number {
  const own = parts.find((part) => part.key === key);
  return parts.filter(({ tone }) => tone === own?.tone).indexOf(own as ChartPart);
}

/** A piece of the drawing beside its name. */
export function swatch(id: string, tone: TagTone, turn: number): Html {
  const place = { x: 1, y: 1, width: 26, height: 12 };
  return html`<svg class="chart-swatch" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" focusable="false"><defs>${chartPattern(id, tone, turn)}</defs>${chartPiece('', id, tone, place, undefined)}</svg>`;
}

const drawings: Readonly<Record<TagTone, Html | null>> = {
  ok: null,
  part: html`<path d="M-2 10L10-2M-2 2L2-2M6 10l4-4"/>`,
  late: html`<path d="M0 0l8 8M8 0L0 8"/>`,
  neutral: html`<path d="M0 4h8"/>`,
  info: html`<circle cx="4" cy="4" r="1.4"/>`,
  unknown: html`<path d="M4 0v3.5"/>`,
};

/** The figures of a chart as a table: the same numbers, each leading where its piece of the picture leads. */
export function chartTable(ui: Ui, { title, parts, rows, rowName, all }: Omit<ChartOptions, 'id'>): Html {
  return table(ui, {
    caption: title,
    captionHidden: true,
    dense: true,
    wrapHeads: true,
    columns: [
      { key: 'label', text: rowName },
      ...parts.map(({ key, text }) => ({ key, text, kind: 'number' as const })),
      { key: 'sum', text: ui.t.components.total, kind: 'number' as const },
    ],
    rows: (all ? [...rows, all] : rows).map((row) => ({
      label: labelOf(row),
      ...Object.fromEntries(parts.map(({ key }) => [key, figure(ui, row.counts[key] ?? 0, row.href?.(key))])),
      sum: figure(ui, sumOf(row, parts), row.sumHref),
    })),
  });
}

/** A number that leads to the records it counts; none leads nowhere, and gives way on a narrow screen where each number has a line. */
export function figure(ui: Ui, count: number, href: string | undefined, about?: Content): Content {
  const text = ui.format.number(count);
  if (count === 0) return html`<span class="figure-none">${text}</span>`;
  return href
    ? html`<a href="${href}">${text}${about ? html`<span class="sr-only"> ${about}</span>` : null}</a>`
    : text;
}

function labelOf({ label, own }: ChartRow): Content {
  return own ? html`<span lang="sv">${label}</span>` : label;
}

function sumOf(row: ChartRow, parts: readonly ChartPart[]): number {
  return parts.reduce((sum, { key }) => sum + (row.counts[key] ?? 0), 0);
}
