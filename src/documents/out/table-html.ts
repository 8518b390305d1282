import { type Inline, plainText, type Table } from '../tree/index.ts';
import { columnsOf } from './table-columns.ts';

/** A wide table scrolls by itself and not the page; so that the keyboard reaches it, its frame takes focus and says the table's name. */
export function tableHtml(
  table: Table,
  inline: (content: readonly Inline[]) => string,
  escapeHtml: (text: string) => string,
): string {
  const columns = columnsOf(table);
  const figures = (index: number) => (columns[index]?.figures ? ' class="figures"' : '');
  const header = table.header.map((cell, index) => `<th scope="col"${figures(index)}>${inline(cell)}</th>`).join('');
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, index) =>
      table.rowHeader && index === 0
        ? `<th scope="row"${figures(index)}>${inline(cell)}</th>`
        : `<td${figures(index)}>${inline(cell)}</td>`,
    );
    return `\n<tr>${cells.join('')}</tr>`;
  });
  const name = escapeHtml(table.caption || table.header.map(plainText).join(', '));
  const caption = table.caption ? `<caption>${escapeHtml(table.caption)}</caption>` : '';
  return `<div class="table-frame" role="group" aria-label="${name}" tabindex="0"><table>${caption}
<thead><tr>${header}</tr></thead>
<tbody>${rows.join('')}
</tbody></table></div>`;
}
