import type { Language } from '../../kernel/language.ts';
import {
  type ChartCell,
  type ChartData,
  type ChartTable,
  chartTable,
  chartWords,
  withRemarkColumn,
} from '../tree/index.ts';
import type { Sheet } from './sheet/sheet.ts';

/** The figures of a chart as a table that leaves the house: bare numbers to count on, and what there is to say of them in a column of its own. */
export function chartSheet(data: ChartData, language: Language): Sheet {
  const words = chartWords[language];
  const { caption, columns, rows } = withRemarkColumn(qualified(chartTable(data, words)), words);
  return {
    title: caption,
    language,
    columns: columns.map(({ text, number }) => ({ head: text, kind: number ? 'number' : 'text' })),
    rows: rows.map((cells) => cells.map(({ text, value }, at) => (columns[at]?.number ? (value ?? null) : text))),
  };
}

/** A number that is told as ”över 800” is a bare 800 in its column; the word before it stands among the remarks. */
function qualified(table: ChartTable): ChartTable {
  return {
    ...table,
    rows: table.rows.map((cells) =>
      cells.map((cell): ChartCell => {
        const bare = cell.value === undefined || /^[+−-]?\d/u.test(cell.text);
        return bare ? cell : { ...cell, remark: [cell.text, cell.remark].filter(Boolean).join(', ') };
      }),
    ),
  };
}
