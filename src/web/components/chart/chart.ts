import {
  type ChartData,
  type ChartTable,
  chartSentence,
  chartTable,
  chartWords,
  withRemarkColumn,
} from '../../../documents/tree/index.ts';
import type { Ui } from '../../contracts.ts';
import { type Content, chartPicture, type Html, html } from '../../html.ts';
import { table } from '../table/table.ts';

export type ChartFile = 'svg' | 'png' | 'csv';
export type ChartOptions = {
  /** Names the figure in the page; several charts need several ids. */
  readonly id: string;
  /** Where a heading just above says the same: heard, not seen. */
  readonly titleHidden?: boolean;
  /** Where the picture can be fetched as a file. */
  readonly fileHref?: (format: ChartFile) => string;
  /** The table stands open under the picture instead of behind a line to press. */
  readonly tableOpen?: boolean;
  /** A table of the page's own with the same figures, where they lead somewhere; it takes the place of the one that is made. */
  readonly ownTable?: Content;
  /** The names are the register's own words, which are Swedish on every page. */
  readonly own?: boolean;
};

/**
 * A chart as a figure: what it shows in a sentence, the picture laid out for the width it has, the same figures as a table, and files to take away.
 * Two pictures are sent and the style shows the one that fits, so that no text shrinks on a narrow screen and nothing needs script.
 */
export function chart(ui: Ui, data: ChartData, options: ChartOptions): Html {
  const { id, titleHidden, fileHref, tableOpen, ownTable, own = true } = options;
  const words = chartWords[ui.language];
  const t = ui.t.components;
  const figures = ownTable ?? figuresTable(ui, withRemarkColumn(chartTable(data, words), words), own);
  return html`<figure class="diagram" id="${id}"><figcaption class="${titleHidden ? 'sr-only' : 'diagram-title'}"${own ? html` lang="sv"` : null}>${data.title}</figcaption>
<p class="diagram-said">${chartSentence(data, words)}</p>
<div class="diagram-pictures"><div class="diagram-wide">${chartPicture(data, { layout: 'wide', language: ui.language, id: `${id}-wide` })}</div><div class="diagram-narrow">${chartPicture(data, { layout: 'narrow', language: ui.language, id: `${id}-narrow` })}</div></div>
${data.note ? html`<p class="diagram-note soft"${own ? html` lang="sv"` : null}>${data.note}</p>` : null}
${tableOpen ? figures : html`<details class="help"><summary>${t.showAsTable}</summary>${figures}</details>`}
${fileHref ? files(ui, data, fileHref) : null}</figure>`;
}

function files(ui: Ui, data: ChartData, href: (format: ChartFile) => string): Html {
  const t = ui.t.components;
  const about = html`<span class="sr-only"> ${data.title}</span>`;
  return html`<p class="diagram-files"><span>${t.fetchChart}</span> ${(['svg', 'png', 'csv'] as const).map((format) => html`<a href="${href(format)}">${t.chartFile[format]}${about}</a> `)}</p>`;
}

function figuresTable(ui: Ui, { caption, columns, rows }: ChartTable, own: boolean): Html {
  return table(ui, {
    caption,
    captionHidden: true,
    dense: true,
    wrapHeads: true,
    columns: columns.map(({ text, number }, at) => ({
      key: String(at),
      text,
      kind: number ? ('number' as const) : ('text' as const),
    })),
    rows: rows.map((cells) =>
      Object.fromEntries(
        cells.map(({ text }, at) => [String(at), own && at === 0 ? html`<span lang="sv">${text}</span>` : text]),
      ),
    ),
  });
}
