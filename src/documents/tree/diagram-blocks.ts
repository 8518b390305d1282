import type { Language } from '../../kernel/language.ts';
import { text } from './build.ts';
import type { ChartData } from './chart-data.ts';
import { showsSomething } from './chart-numbers.ts';
import { type ChartCell, chartTable } from './chart-table.ts';
import { chartWords } from './chart-words.ts';
import type { Block, Inline } from './tree.ts';

/** A chart as it stands in a document: the picture, and the table of the same figures after it. Nothing where there is nothing to show. */
export function diagramBlocks(data: ChartData, language: Language = 'sv'): readonly Block[] {
  if (!showsSomething(data)) return [];
  const { caption, columns, rows } = chartTable(data, chartWords[language]);
  return [
    { kind: 'diagram', data },
    {
      kind: 'table',
      caption,
      header: columns.map((column): readonly Inline[] => [text(column.text)]),
      rows: rows.map((cells) => cells.map(cellText)),
      rowHeader: true,
    },
  ];
}

function cellText({ text: said, remark }: ChartCell): readonly Inline[] {
  return [text(remark ? `${said} (${remark})` : said)];
}
