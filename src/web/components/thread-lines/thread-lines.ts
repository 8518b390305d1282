import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';
import { localized } from '../../localized.ts';
import { type TagTone, toneShape } from '../tag/tag.ts';

const texts = localized(
  { thread: 'Tråd', nothing: 'inget uppdrag det året' },
  { thread: 'Thread', nothing: 'no assignment that year' },
);

/** One station of a thread in one year: the assignment of that year and how it stood. */
export type LineKnot = {
  readonly year: number;
  readonly text: string;
  readonly href: string;
  readonly tone: TagTone;
  readonly status: string;
};
export type Line = { readonly title: Content; readonly href: string; readonly knots: readonly LineKnot[] };

/**
 * Many threads at a glance, one a row: the years stand beside each other, a red line goes from the first year of the thread to its last, and
 * each year is a knot in the shape of its status. A year without an assignment in the middle of a thread is dashed. It is a table for those
 * who hear it, and the words of the statuses stand below as a key.
 */
export function threadLines(
  ui: Ui,
  options: { readonly caption: string; readonly years: readonly number[]; readonly lines: readonly Line[] },
): Html {
  const { caption, years, lines } = options;
  const t = texts[ui.language];
  const key = new Map(lines.flatMap(({ knots }) => knots.map(({ status, tone }) => [status, tone] as const)));
  return html`<div class="thread-lines"><table role="table"><caption class="sr-only">${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${t.thread}</th>${years.map((year) => html`<th scope="col" role="columnheader" class="line-year">${year}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map((line) => row(ui, line, years))}</tbody></table>
<ul class="line-key">${[...key].map(([status, tone]) => html`<li class="tone-${tone}">${toneShape(tone)} ${status}</li>`)}</ul></div>`;
}

function row(ui: Ui, { title, href, knots }: Line, years: readonly number[]): Html {
  const told = years.map((year) => knots.filter((knot) => knot.year === year));
  const first = told.findIndex((one) => one.length > 0);
  const last = told.findLastIndex((one) => one.length > 0);
  return html`<tr role="row"><th scope="row" role="rowheader"><a href="${href}">${title}</a></th>${told.map(
    (own, index) => {
      const reach = index < first || index > last ? 'none' : reachOf(index, first, last);
      return html`<td role="cell"${attributes({ 'data-line': reach, 'data-gap': own.length === 0 && reach !== 'none' })}>${
        own.length === 0
          ? html`<span class="sr-only">${texts[ui.language].nothing}</span>`
          : own.map(
              (knot) =>
                html`<a class="line-knot tone-${knot.tone}" href="${knot.href}">${toneShape(knot.tone)}<span class="line-ref">${knot.text}</span><span class="sr-only"> ${knot.status}</span></a>`,
            )
      }</td>`;
    },
  )}</tr>`;
}

function reachOf(index: number, first: number, last: number): 'single' | 'start' | 'end' | 'through' {
  if (first === last) return 'single';
  if (index === first) return 'start';
  return index === last ? 'end' : 'through';
}
