import type { FormState, RequestContext } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';
import { type ButtonVariant, button } from '../button/button.ts';
import { errorSummary } from '../error-summary/error-summary.ts';

/**
 * A form that is posted. It brings what every writing needs and a page must not forget: the proof that it came from us, a key that makes it
 * count once, the version that was seen (`version`, for records that others may change meanwhile), and the summary of what is wrong.
 */
export function form(
  ctx: RequestContext,
  options: {
    readonly action: string;
    readonly body: Content;
    readonly submit: string;
    readonly variant?: ButtonVariant;
    readonly state?: FormState;
    /** Labels of the fields by name, when several fields could have the same sentence in the summary. */
    readonly labels?: Readonly<Record<string, string>>;
    readonly version?: number;
    readonly cancel?: { readonly text?: string; readonly href: string };
    readonly files?: boolean;
    /** More buttons beside the first. */
    readonly more?: Content;
    readonly shortcut?: string;
    readonly about?: string;
  },
): Html {
  const { action, body, submit, variant, state, labels, version, cancel, files, more, shortcut, about } = options;
  return html`${state ? errorSummary(ctx, state, labels) : null}
<form method="post" action="${action}" novalidate class="form"${attributes({ enctype: files ? 'multipart/form-data' : undefined, 'data-guard': body ? true : undefined })}>
${hiddenFields(ctx, version)}
${body}
<div class="actions">${button({ text: submit, ...(variant && { variant }), ...(shortcut && { shortcut }), ...(about && { about }) })}${more}${cancel ? html`<a class="ds-button" data-variant="tertiary" href="${cancel.href}">${cancel.text ?? ctx.t.components.cancel}</a>` : null}</div>
</form>`;
}

/** The hidden fields alone, for a form that is laid out in its own way. */
export function hiddenFields(ctx: RequestContext, version?: number): Html {
  return html`${ctx.csrfField()}<input type="hidden" name="idempotencyKey" value="${ctx.newIdempotencyKey()}">${version === undefined ? null : html`<input type="hidden" name="version" value="${version}">`}`;
}

/** One button that changes something at once, without questions: confirm, reject, move. */
export function postButton(
  ctx: RequestContext,
  options: {
    readonly action: string;
    readonly text: string;
    readonly variant?: ButtonVariant;
    readonly version?: number;
    readonly fields?: Readonly<Record<string, string>>;
    readonly shortcut?: string;
    readonly about?: string;
  },
): Html {
  const { action, fields = {}, version, ...look } = options;
  return html`<form method="post" action="${action}" class="post-button">${hiddenFields(ctx, version)}${Object.entries(
    fields,
  ).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${button(look)}</form>`;
}
