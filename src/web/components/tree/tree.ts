import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';

export type TreeItem = {
  readonly text: string;
  readonly href?: string;
  /** One line of facts after the name, such as "3 uppdrag". */
  readonly note?: Content;
  /** Nothing hangs on this goal yet: drawn dashed and said in the note. */
  readonly gap?: boolean;
  readonly open?: boolean;
  readonly children?: readonly TreeItem[];
};

/** Goals under goals, or bodies under bodies. Branches open and close with the browser's own details, without script. */
export function tree(ui: Ui, options: { readonly items: readonly TreeItem[]; readonly label: string }): Html {
  return html`<div class="tree" role="group" aria-label="${options.label}">${branch(ui, options.items)}</div>`;
}

function branch(ui: Ui, items: readonly TreeItem[]): Html {
  return html`<ul>${items.map((item) => html`<li${attributes({ 'data-gap': item.gap })}>${node(ui, item)}</li>`)}</ul>`;
}

function node(ui: Ui, item: TreeItem): Html {
  const { text, href, note, children = [], open } = item;
  const name = html`<span class="tree-name">${text}</span>`;
  const facts = note ? html` <span class="tree-note">${note}</span>` : null;
  if (children.length === 0)
    return html`<div class="tree-row">${href ? html`<a class="tree-name" href="${href}">${text}</a>` : name}${facts}</div>`;
  return html`<details${attributes({ open: open !== false })}><summary><span class="tree-row">${name}${facts}</span></summary>${href ? html`<p class="tree-link"><a href="${href}">${ui.t.components.open}<span class="sr-only"> ${text}</span></a></p>` : null}${branch(ui, children)}</details>`;
}
