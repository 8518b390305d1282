import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { ButtonVariant } from '../button/button.ts';
import { form } from '../form/form.ts';

/**
 * The question before something that cannot be undone, as a page of its own: it works without script, can be read in peace, and says in full
 * sentences what will happen.
 */
export function confirm(
  ctx: RequestContext,
  options: {
    readonly consequences: readonly Content[];
    readonly action: string;
    readonly submit: string;
    readonly cancelHref: string;
    readonly version?: number;
    readonly variant?: ButtonVariant;
    readonly body?: Content;
  },
): Html {
  const { consequences, action, submit, cancelHref, version, variant = 'danger', body } = options;
  return html`<div class="confirm"><ul>${consequences.map((consequence) => html`<li>${consequence}</li>`)}</ul>${form(ctx, { action, submit, variant, body, cancel: { href: cancelHref }, ...(version === undefined ? {} : { version }) })}</div>`;
}
