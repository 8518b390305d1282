import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';

/** The search box of the open portal: one question, one button, the answer at an address that can be sent to somebody. */
export function portalSearch(
  ui: Ui,
  options: {
    readonly action: string;
    readonly label: string;
    readonly hint?: string;
    readonly submit: string;
    readonly value?: string;
    /** Fields that narrow the answer, beside the button. */
    readonly more?: Content;
    /** What goes with the question unseen: the language, when it was chosen in the address. */
    readonly keep?: Readonly<Record<string, string>>;
  },
): Html {
  const { action, label, hint, submit, value = '', more, keep = {} } = options;
  return html`<form class="portal-search" method="get" action="${action}" role="search" aria-label="${label}" lang="${ui.language}">
${Object.entries(keep).map(([name, kept]) => html`<input type="hidden" name="${name}" value="${kept}">`)}
<label for="portal-search-words">${label}</label>
${hint ? html`<p class="field-hint" id="portal-search-hint">${hint}</p>` : null}
<div class="portal-search-row"><input${attributes({ class: 'ds-input', id: 'portal-search-words', type: 'search', name: 'q', value, maxlength: 200, autocomplete: 'off', 'aria-describedby': hint ? 'portal-search-hint' : undefined })}><button class="ds-button" data-variant="primary" type="submit">${submit}</button></div>
${more ? html`<div class="portal-search-more">${more}</div>` : null}
</form>`;
}
