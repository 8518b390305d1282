import { AppError } from '../../../kernel/errors.ts';
import { decodeText } from '../decode-text.ts';
import { holdLimit } from '../limits.ts';

/** Marks that part the cells of a line, tried in this order: a Swedish file uses the semicolon because the comma is in its numbers. */
const separators = [';', '\t', ','] as const;

/** A table of comma-separated values as cells of text (RFC 4180, with the separator that its first line uses). */
export function readCsv(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = decodeText(bytes).text.replace(/^\ufeff/u, '');
  holdLimit('textCharacters', text.length);
  if (text.includes('\u0000')) throw new AppError('document.damaged');
  const firstLine = text.slice(0, Math.max(0, text.search(/[\r\n]/u)) || text.length);
  const separator = separators.find((one) => firstLine.includes(one)) ?? ';';
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  const end = (cell: string) => {
    cells += 1;
    holdLimit('tableCells', cells);
    row.push(cell.trim());
  };
  const endRow = () => {
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    if (text[at] === '"') {
      const { cell, next } = quoted(text, at);
      end(cell);
      at = next;
    } else {
      let stop = at;
      while (stop < text.length && text[stop] !== separator && text[stop] !== '\n' && text[stop] !== '\r') stop += 1;
      end(text.slice(at, stop));
      at = stop;
    }
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) end('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    endRow();
  }
  endRow();
  return rows;
}

/** A quoted cell, in which a doubled quotation mark is one. What stands between its end and the separator is dropped. */
function quoted(text: string, start: number): { readonly cell: string; readonly next: number } {
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const stop = text.indexOf('"', at);
    if (stop < 0) throw new AppError('document.damaged');
    parts.push(text.slice(at, stop));
    if (text[stop + 1] !== '"') {
      const rest = /[;\t,\r\n]/u.exec(text.slice(stop + 1, stop + 1_000));
      return { cell: parts.join(''), next: rest ? stop + 1 + rest.index : text.length };
    }
    parts.push('"');
    at = stop + 2;
  }
}
