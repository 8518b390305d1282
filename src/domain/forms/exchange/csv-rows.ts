/**
 * The cells of a semicolon-separated text, as the tables of the product are written. A cell in quotation marks may hold semicolons, line ends and
 * doubled marks. The apostrophe that keeps a cell from being run as a formula is taken off again, and commas part the cells when the heads have no
 * semicolon (a spreadsheet in another country).
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const firstLine = plain.split('\n', 1)[0]!;
  const between = firstLine.includes(';') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(/^'\s*[=+\-@\t]/u.test(cell) ? cell.slice(1) : cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === between) endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
