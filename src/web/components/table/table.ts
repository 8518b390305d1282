import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';

export type Column<Key extends string = string> = {
  readonly key: Key;
  readonly text: string;
  /** Numbers stand to the right so that they can be compared; years and dates keep together on one line. */
  readonly kind?: 'text' | 'number' | 'date';
  readonly sortable?: boolean;
};

export type Sort<Key extends string = string> = {
  readonly by: Key;
  readonly direction: 'ascending' | 'descending';
  /** The address of the same list in another order; sorting is a link, so that an order can be sent to a colleague. */
  readonly href: (by: Key, direction: 'ascending' | 'descending') => string;
};

/**
 * Rows that are compared. On a narrow screen each row becomes a small list with the column names before the values; the roles are written out
 * because browsers forget a table's meaning when its display changes.
 */
export function table<Key extends string>(
  ui: Ui,
  options: {
    readonly caption: string;
    /** The caption is heard but not seen, when a heading above says the same. */
    readonly captionHidden?: boolean;
    readonly columns: readonly Column<Key>[];
    readonly rows: readonly Readonly<Record<Key, Content>>[];
    /** The address of each row within the page, where records of their own stand in it. */
    readonly rowIds?: readonly string[];
    /** The column that names the row; the first unless told. */
    readonly rowHeader?: Key;
    readonly sort?: Sort<Key>;
    /** What to show instead when there are no rows. */
    readonly empty?: Content;
    readonly dense?: boolean;
    /** Heads of several words may break: for many columns of small numbers. */
    readonly wrapHeads?: boolean;
  },
): Html {
  const {
    caption,
    captionHidden,
    columns,
    rows,
    rowHeader = columns[0]?.key,
    sort,
    empty,
    dense,
    wrapHeads,
    rowIds,
  } = options;
  if (rows.length === 0 && empty) return html`${empty}`;
  return html`<div class="table-frame"><table class="table" role="table"${attributes({ 'data-dense': dense, 'data-wrap-heads': wrapHeads })}>
<caption${attributes({ class: captionHidden && 'sr-only' })}>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => heading(ui, column, sort))}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row, index) =>
      html`<tr role="row"${attributes({ id: rowIds?.[index] })}>${columns.map(({ key, text, kind = 'text' }) =>
        key === rowHeader
          ? html`<th scope="row" role="rowheader" data-kind="${kind}" data-label="${text}"><div>${row[key]}</div></th>`
          : html`<td role="cell" data-kind="${kind}" data-label="${text}"><div>${row[key]}</div></td>`,
      )}</tr>`,
  )}</tbody>
</table></div>`;
}

function heading<Key extends string>(
  ui: Ui,
  { key, text, kind = 'text', sortable }: Column<Key>,
  sort: Sort<Key> | undefined,
): Html {
  const current = sort?.by === key ? sort.direction : undefined;
  if (!sortable || !sort) return html`<th scope="col" role="columnheader" data-kind="${kind}">${text}</th>`;
  const next = current === 'ascending' ? 'descending' : 'ascending';
  return html`<th scope="col" role="columnheader" data-kind="${kind}"${attributes({ 'aria-sort': current })}><a href="${sort.href(key, next)}"><span class="sr-only">${ui.t.components.sortBy('')}</span>${text}<svg class="sort-arrow" viewBox="0 0 10 14" width="9" height="13" aria-hidden="true" focusable="false"><path class="up" d="M5 1l4 5H1z"/><path class="down" d="M5 13L1 8h8z"/></svg></a></th>`;
}
