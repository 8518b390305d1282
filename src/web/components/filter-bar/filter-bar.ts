import type { Ui } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { button } from '../button/button.ts';

/** Chooses what a list shows. It is a GET form: the choice stands in the address and can be sent, saved and gone back to. */
export function filterBar(
  ui: Ui,
  options: {
    readonly action: string;
    readonly fields: Content;
    /** What must survive the filtering, such as the order of the list. */
    readonly keep?: Readonly<Record<string, string>>;
    /** Whether anything is chosen, so that there is something to clear. */
    readonly active?: boolean;
    readonly label?: string;
    /** What the button says, when the form looks one thing up instead of choosing among many. */
    readonly submit?: string;
  },
): Html {
  const { action, fields, keep = {}, active, label = ui.t.components.filterHeading, submit } = options;
  return html`<form class="filter-bar" method="get" action="${action}" role="search" aria-label="${label}">
${Object.entries(keep).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fields}
<div class="filter-actions">${button({ text: submit ?? ui.t.components.filter, variant: 'secondary' })}${active ? html`<a class="ds-button" data-variant="tertiary" href="${action}">${ui.t.components.clearFilter}</a>` : null}</div>
</form>`;
}
