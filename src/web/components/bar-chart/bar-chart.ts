import { scaleLinear } from 'd3-scale';
import { attributes, type Content, type Html, html } from '../../html.ts';

export type Bar = {
  readonly label: string;
  readonly value: number;
  /** The number as it is written, with its unit. */
  readonly text: string;
  /** Not stated anywhere but counted from something else: drawn as an outline. */
  readonly counted?: boolean;
};

const width = 640;
const height = 20;

/**
 * Amounts as bars of one scale that begins at nothing. Label and number are text of the page and not of the picture, so that they keep their
 * size on a narrow screen, and the table of the same figures is part of the figure. A counted amount is dashed as well as said.
 */
export function barChart(options: {
  readonly id: string;
  readonly title: string;
  /** Where a heading just above says the same: heard, not seen. */
  readonly titleHidden?: boolean;
  readonly bars: readonly Bar[];
  readonly table: Content;
}): Html {
  const { id, title, titleHidden, bars, table } = options;
  const amounts = bars.map(({ value }) => value);
  const scale = scaleLinear(
    [Math.min(0, ...amounts), Math.max(0, ...amounts, Math.min(...amounts) < 0 ? 0 : 1)],
    [0, width],
  );
  return html`<figure class="bar-chart" id="${id}"><figcaption${attributes({ class: titleHidden && 'sr-only' })}>${title}</figcaption>
${bars.map(
  (bar, index) =>
    html`<p class="bar-label" aria-hidden="true"><span>${bar.label}</span> <b>${bar.text}</b></p>${drawn(`${id}-${index}`, bar, scale)}`,
)}
${table}</figure>`;
}

function drawn(id: string, { label, text, value, counted }: Bar, scale: (value: number) => number): Html {
  const [from, to] = [scale(0), scale(value)].toSorted((a, b) => a - b) as [number, number];
  const place = { x: (from + 1).toFixed(1), y: 1, width: Math.max(2, to - from - 2).toFixed(1), height: height - 2 };
  return html`<svg class="bar" role="img" aria-labelledby="${id}" viewBox="0 0 ${width} ${height}" height="${height}" preserveAspectRatio="none"><title id="${id}">${label}: ${text}</title><rect${attributes({ ...place, class: counted ? 'bar-counted' : 'bar-stated' })}/></svg>`;
}
