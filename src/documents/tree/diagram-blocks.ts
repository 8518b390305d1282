import type { Language } from '../../kernel/language.ts';
import { text } from './build.ts';
import type { ChartData } from './chart-data.ts';
import { showsSomething, worthDrawing } from './chart-numbers.ts';
import { chartTable, withRemarkColumn } from './chart-table.ts';
import { chartWords } from './chart-words.ts';
import type { Block, Inline } from './tree.ts';

/** A chart as it stands in a document: the picture, and the table of the same figures after it. Nothing where there is nothing to show. */
export function diagramBlocks(data: ChartData, language: Language = 'sv'): readonly Block[] {
  if (!showsSomething(data)) return [];
  const words = chartWords[language];
  const { caption, columns, rows } = withRemarkColumn(chartTable(data, words), words);
  return [
    ...(worthDrawing(data) ? [{ kind: 'diagram' as const, data }] : []),
    {
      kind: 'table',
      caption,
      header: columns.map((column): readonly Inline[] => [text(column.text)]),
      rows: rows.map((cells) => cells.map((cell) => [text(cell.text)])),
      rowHeader: true,
    },
  ];
}
