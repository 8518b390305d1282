import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';

/** The pages of a long list, by address. Says also which rows of how many are shown. */
export function pagination(
  ui: Ui,
  options: {
    readonly page: number;
    readonly pageSize: number;
    readonly total: number;
    readonly href: (page: number) => string /** "1 000+" when counting further would cost too much. */;
    readonly totalText?: string;
  },
): Html | null {
  const { page, pageSize, total, href, totalText } = options;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const { t, format } = ui;
  if (total === 0) return null;
  const from = format.number((page - 1) * pageSize + 1);
  const to = format.number(Math.min(total, page * pageSize));
  const shown = html`<p class="pagination-count">${t.components.rowsShown(from, to, totalText ?? format.number(total))}</p>`;
  if (pages === 1) return shown;
  return html`<nav class="pagination" aria-label="${t.components.pagination}">${shown}<ul>
${page > 1 ? html`<li><a rel="prev" href="${href(page - 1)}">‹ ${t.components.previous}</a></li>` : null}
${around(page, pages).map((number) =>
  number === 'gap'
    ? html`<li class="pagination-gap">…</li>`
    : number === page
      ? html`<li><a href="${href(number)}" aria-current="page" aria-label="${t.components.toPage(number)}">${number}</a></li>`
      : html`<li><a href="${href(number)}" aria-label="${t.components.toPage(number)}">${number}</a></li>`,
)}
${page < pages ? html`<li><a rel="next" href="${href(page + 1)}">${t.components.next} ›</a></li>` : null}
</ul></nav>`;
}

/** First, last, and one on each side of where one is. */
function around(page: number, pages: number): readonly (number | 'gap')[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    return before !== undefined && number - before > 1 ? (['gap', number] as const) : [number];
  });
}
