import type { RequestContext } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';
import { button } from '../button/button.ts';
import { hiddenFields } from '../form/form.ts';

/** One key and what it does. */
export type ReviewKey = { readonly keys: readonly string[]; readonly does: string };

/**
 * The surface on which proposals are gone through. With script (`assets/review.js`) what is done here changes the surface alone, and keys work
 * while the focus is in its list; without it every button and link asks for the whole page.
 */
export function reviewDesk(options: { readonly keys: boolean; readonly body: Content }): Html {
  return html`<div class="sr-only" role="status" data-review-status></div><div class="review-desk" data-review="${options.keys ? 'keys' : 'plain'}">${options.body}</div>`;
}

/** The list of the surface, in which the keys work, with the explanation of them above. */
export function reviewList(options: { readonly label: string; readonly body: Content }): Html {
  return html`<div role="group" aria-label="${options.label}" data-review-list>${options.body}</div>`;
}

/** The keys, folded away until they are asked for, with the way to turn them off (WCAG 2.1.4). */
export function reviewKeys(options: {
  readonly title: string;
  readonly lead: string;
  readonly keys: readonly ReviewKey[];
  readonly turn: { readonly text: string; readonly href: string };
}): Html {
  const { title, lead, keys, turn } = options;
  return html`<details class="help review-keys" data-review-keys><summary>${title}</summary><div class="help-body"><p>${lead}</p><dl>${keys.map(
    (one) =>
      html`<div><dt>${one.keys.map((key, index) => html`${index > 0 ? ' ' : ''}<kbd>${key}</kbd>`)}</dt><dd>${one.does}</dd></div>`,
  )}</dl><p><a href="${turn.href}">${turn.text}</a></p></div></details>`;
}

/** Decides on the proposals that are ticked; their boxes name this form, because they stand in cards that have forms of their own. */
export function reviewTicked(
  ctx: RequestContext,
  options: {
    readonly id: string;
    readonly action: string;
    readonly label: string;
    readonly all: string;
    readonly buttons: readonly { readonly text: string; readonly value: string }[];
  },
): Html {
  const { id, action, label, all, buttons } = options;
  return html`<form class="review-ticked" method="post" action="${action}" id="${id}" aria-label="${label}">${hiddenFields(ctx)}<span class="choice" data-tick-all hidden><input type="checkbox" class="ds-input" id="${id}-alla"><label for="${id}-alla">${all}</label></span>${buttons.map(
    ({ text, value }) => button({ text, name: 'gor', value, variant: 'secondary' }),
  )}</form>`;
}

/** The box that takes a proposal with those that are decided on together. */
export function tickOf(options: {
  readonly form: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
}): Html {
  const { form, name, value, label } = options;
  return html`<input${attributes({ class: 'ds-input', type: 'checkbox', form, name, value, 'aria-label': label })}>`;
}
