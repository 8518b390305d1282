import { scaleLinear } from 'd3-scale';
import type { Ui } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';
import { table } from '../table/table.ts';

export type TrendRow = {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** The step of each year; null where the year has none. */
  readonly steps: readonly (number | null)[];
};

const width = 200;
const height = 72;
const margin = 12;

/**
 * How the step of each area has moved from year to year: one small picture an area, all of one scale, and the same figures as a table. Steps are joined only
 * between years that follow each other; a year without an answer leaves a gap.
 */
export function scaleTrend(
  ui: Ui,
  options: {
    readonly id: string;
    readonly title: string;
    readonly rowName: string;
    readonly years: readonly number[];
    readonly rows: readonly TrendRow[];
    readonly none: string;
  },
): Html {
  const { id, title, rowName, years, rows, none } = options;
  return html`<figure class="scale-trend" id="${id}"><figcaption>${title}</figcaption>
${years.length > 1 ? html`<ul class="trend-areas" role="list">${rows.map((row, index) => html`<li><span lang="sv">${row.label}</span>${picture(ui, `${id}-${index}`, row, years)}</li>`)}</ul>` : null}
${table(ui, {
  caption: title,
  captionHidden: true,
  dense: true,
  columns: [
    { key: 'label', text: rowName },
    ...years.map((year) => ({ key: String(year), text: String(year), kind: 'number' as const })),
  ],
  rows: rows.map(({ label, to, steps }) => ({
    label: html`<span lang="sv">${label}</span>`,
    ...Object.fromEntries(
      years.map((year, at) => {
        const step = steps[at] ?? null;
        return [
          String(year),
          step === null ? html`<span class="soft">${none}</span>` : html`${step}<span class="soft"> / ${to}</span>`,
        ];
      }),
    ),
  })),
})}</figure>`;
}

function picture(ui: Ui, id: string, { label, from, to, steps }: TrendRow, years: readonly number[]): Html {
  const x = scaleLinear([0, years.length - 1], [margin, width - margin]);
  const y = scaleLinear([from, to], [height - margin, margin]);
  const points = years.flatMap((year, at) => {
    const step = steps[at] ?? null;
    return step === null ? [] : [{ at, year, step, x: x(at).toFixed(1), y: y(step).toFixed(1) }];
  });
  const lines = points.slice(1).flatMap((point, index) => {
    const before = points[index]!;
    return point.at === before.at + 1 ? [{ x1: before.x, y1: before.y, x2: point.x, y2: point.y }] : [];
  });
  const words = ui.format.list(points.map(({ year, step }) => `${year}: ${step}`));
  const grid = Array.from({ length: to - from + 1 }, (_, index) => y(from + index).toFixed(1));
  return html`<svg role="img" aria-labelledby="${id}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}">${label}: ${words}</title>${grid.map((line) => html`<line${attributes({ x1: 0, x2: width, y1: line, y2: line, class: 'trend-grid' })}/>`)}${lines.map((line) => html`<line${attributes({ ...line, class: 'trend-line' })}/>`)}${points.map((point) => html`<circle${attributes({ cx: point.x, cy: point.y, r: 4.5, class: 'trend-point' })}/>`)}</svg>`;
}
