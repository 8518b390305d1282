import type { FormState, Ui } from '../../contracts.ts';
import { attributes, type Content, fieldId, type Html, html } from '../../html.ts';
import { problemText } from '../../texts/index.ts';

export type Option = { readonly value: string; readonly text: string };

type Common = {
  readonly name: string;
  readonly label: string;
  /** What to write, with an example. */
  readonly hint?: string;
  readonly state: FormState;
  /** Fields are needed unless they say that they are not; the word stands in the label, not an asterisk. */
  readonly optional?: boolean;
  /** Says which personal datum it is (WCAG 1.3.5): `username`, `current-password`, `name`, `email`. */
  readonly autocomplete?: string;
};

export type FieldOptions = Common &
  (
    | {
        readonly kind?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time';
        readonly width?: 'short' | 'medium' | 'full';
      }
    | { readonly kind: 'number'; readonly unit?: string }
    | { readonly kind: 'textarea'; readonly rows?: number }
    | { readonly kind: 'select'; readonly options: readonly Option[]; readonly empty?: string }
    | { readonly kind: 'file'; readonly accept?: readonly string[]; readonly multiple?: boolean }
  );

/** One question with its answer: label, hint, error and the native control, tied together for those who hear the page. */
export function field(ui: Ui, options: FieldOptions): Html {
  const { name, label, hint, optional } = options;
  const id = fieldId(name);
  const error = errorOf(ui, options.state, name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = {
    class: 'ds-input',
    id,
    name,
    'aria-describedby': described,
    'aria-invalid': error ? 'true' : undefined,
    autocomplete: options.autocomplete,
  };
  return html`<div class="field"${attributes({ 'data-invalid': error !== undefined })}>
<label for="${id}">${label}${optional ? html` <span class="field-optional">(${ui.t.components.optional})</span>` : null}</label>
${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : null}
${error ? errorMessage(ui, id, error) : null}
${control(ui, options, shared)}
</div>`;
}

function control(ui: Ui, options: FieldOptions, shared: Record<string, string | undefined>): Content {
  const value = typedIn(options.state, options.name);
  switch (options.kind) {
    case 'textarea':
      return html`<textarea${attributes({ ...shared, rows: options.rows ?? 5 })}>${`\n${value}`}</textarea>`;
    case 'select':
      return html`<select${attributes(shared)}><option value="">${options.empty ?? ui.t.components.choose}</option>${options.options.map(
        (option) =>
          html`<option${attributes({ value: option.value, selected: option.value === value })}>${option.text}</option>`,
      )}</select>`;
    case 'number':
      return html`<span class="field-unit"><input${attributes({ ...shared, type: 'text', inputmode: 'numeric', value, size: 8 })}>${options.unit ? html` <span>${options.unit}</span>` : null}</span>`;
    case 'file':
      return html`<input${attributes({ ...shared, class: 'ds-input field-file', type: 'file', accept: options.accept?.join(','), multiple: options.multiple })}>`;
    default:
      return html`<input${attributes({ ...shared, type: options.kind ?? 'text', value: options.kind === 'password' ? undefined : value, 'data-width': options.width ?? (options.kind === 'date' || options.kind === 'time' ? 'short' : undefined) })}>`;
  }
}

/** What was typed in a field, or what is saved; a field that holds several values gives the first. */
export function typedIn(state: FormState, name: string): string {
  const value = state.values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** The sentence about what is wrong with a field, if anything is. */
export function errorOf(ui: Ui, state: FormState, name: string): string | undefined {
  const problem = state.problems.find(({ path }) => path === name);
  return problem && problemText(ui, problem);
}

export function errorMessage(ui: Ui, id: string, error: string): Html {
  return html`<p class="field-error" id="${id}-error"><span class="sr-only">${ui.t.components.errorPrefix} </span>${error}</p>`;
}
