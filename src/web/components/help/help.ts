import { attributes, type Content, type Html, html } from '../../html.ts';

/** An explanation for those who want it, folded away for those who do not. */
export function help(options: { readonly summary: string; readonly body: Content; readonly open?: boolean }): Html {
  return html`<details class="help"${attributes({ open: options.open })}><summary>${options.summary}</summary><div class="help-body">${options.body}</div></details>`;
}

/** A word of the trade with its meaning. */
export function definitions(items: readonly { readonly term: string; readonly meaning: Content }[]): Html {
  return html`<dl class="definitions">${items.map(({ term, meaning }) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>`;
}
