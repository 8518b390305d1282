import { cellText, type Sheet } from './sheet.ts';

/**
 * A table as CSV for a Swedish Excel: UTF-8 with its mark, semicolons, CRLF. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, because the words of a plan must not run on the reader's machine (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A sheet as CSV: heads and words; a number keeps its sign and has a decimal comma, as a Swedish spreadsheet reads it. */
export function writeCsv(sheet: Sheet): Uint8Array {
  const heads = sheet.columns.map(({ head }) => cell(head));
  const rows = sheet.rows.map((row) =>
    row.map((one) => (typeof one === 'number' ? String(one).replace('.', ',') : cell(cellText(one)))),
  );
  return new TextEncoder().encode(`\uFEFF${[heads, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`);
}

function cell(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  const safe = /^[\s]*[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
  return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
