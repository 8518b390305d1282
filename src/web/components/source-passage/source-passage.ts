import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';

/** A stretch of the text, counted in characters from its beginning. */
export type Mark = { readonly start: number; readonly end: number };

/** A part of a document as it was read, line by line with the line numbers of the source, and the places that a record came from marked. */
export function sourcePassage(
  ui: Ui,
  options: {
    readonly title: string;
    readonly text: string;
    readonly firstLine: number;
    readonly marks: readonly Mark[];
    readonly level?: 2 | 3;
    readonly open?: { readonly text: string; readonly href: string };
    /** Gives every line an address of its own (`#rad-12`), for the page that shows a whole document. */
    readonly anchors?: boolean;
  },
): Html {
  const { title, text, firstLine, marks, level = 2, open, anchors } = options;
  const lines = text.split('\n');
  let offset = 0;
  const drawn = lines.map((line, index) => {
    const start = offset;
    offset += line.length + 1;
    return html`<li${attributes({ value: firstLine + index, id: anchors && `rad-${firstLine + index}` })}><span class="passage-line">${marked(ui, line, start, marks)}</span></li>`;
  });
  const where = ui.t.components.lines(firstLine, firstLine + lines.length - 1);
  return html`<section class="source-passage">${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}<p class="passage-where">${where}${open ? html` · <a href="${open.href}">${open.text}</a>` : null}</p><ol class="passage-text" lang="sv">${drawn}</ol></section>`;
}

/** The line cut where marks begin and end; marks that overlap become one. */
function marked(ui: Ui, line: string, start: number, marks: readonly Mark[]): Content {
  const inLine = merge(marks).flatMap((mark) => {
    const from = Math.max(0, mark.start - start);
    const to = Math.min(line.length, mark.end - start);
    return from < to ? [{ from, to }] : [];
  });
  if (inLine.length === 0) return line || ' ';
  const pieces: Content[] = [];
  let at = 0;
  for (const { from, to } of inLine) {
    pieces.push(
      line.slice(at, from),
      html`<mark title="${ui.t.components.highlighted}">${line.slice(from, to)}</mark>`,
    );
    at = to;
  }
  return [...pieces, line.slice(at)];
}

function merge(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  const merged: Mark[] = [];
  for (const mark of sorted) {
    const last = merged.at(-1);
    if (last && mark.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
    else merged.push(mark);
  }
  return merged;
}
