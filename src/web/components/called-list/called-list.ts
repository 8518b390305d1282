import type { Ui } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';

export type CalledPerson = {
  /** Null for a vacant seat, which is printed in its place all the same. */
  readonly name: string | null;
  readonly party?: string | null;
  readonly role?: string | null;
};

/** A list of a notice: "Ledamöter kallas" or "Ersättare underrättas", in the order of the seats, vacancies among them. */
export function calledList(
  ui: Ui,
  options: { readonly label: string; readonly people: readonly CalledPerson[] },
): Html {
  return html`<ul class="called-list" aria-label="${options.label}">${options.people.map(
    ({ name, party, role }) =>
      html`<li${attributes({ 'data-vacant': name === null })}><span>${name ?? ui.t.components.vacant}${party ? ` (${party})` : null}</span>${role ? html`<span class="called-role">, ${role}</span>` : null}</li>`,
  )}</ul>`;
}
