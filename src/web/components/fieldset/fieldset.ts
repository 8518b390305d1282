import type { FormState, Ui } from '../../contracts.ts';
import { attributes, type Content, fieldId, type Html, html } from '../../html.ts';
import { errorMessage, errorOf, type Option } from '../field/field.ts';

export type Choice = Option & { readonly hint?: string };

/** A question with a few answers: radio buttons for one of them, boxes for any number. The first control carries the id of the field. */
export function choices(
  ui: Ui,
  options: {
    readonly kind: 'radio' | 'checkbox';
    readonly name: string;
    readonly legend: string;
    readonly hint?: string;
    readonly options: readonly Choice[];
    readonly state: FormState;
    /** Short answers side by side. */
    readonly inline?: boolean;
  },
): Html {
  const { kind, name, legend, hint, state } = options;
  const id = fieldId(name);
  const error = errorOf(ui, state, name);
  const chosen = [state.values[name] ?? []].flat();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return html`<div class="field"${attributes({ 'data-invalid': error !== undefined })}><fieldset class="fieldset"${attributes({ 'aria-describedby': described })}>
<legend>${legend}</legend>
${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : null}
${error ? errorMessage(ui, id, error) : null}
<div class="choices"${attributes({ 'data-inline': options.inline })}>${options.options.map((option, index) => {
    const choiceId = index === 0 ? id : `${id}-${index}`;
    return choice({
      kind,
      name,
      id: choiceId,
      option,
      checked: chosen.includes(option.value),
      invalid: error !== undefined,
    });
  })}</div>
</fieldset></div>`;
}

/** One box to tick, with its own sentence. */
export function tickBox(options: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly state: FormState;
}): Html {
  const { name, label, hint, state } = options;
  const option = { value: 'on', text: label, ...(hint ? { hint } : {}) };
  return html`<div class="field choices">${choice({ kind: 'checkbox', name, id: fieldId(name), option, checked: Boolean(state.values[name]), invalid: false })}</div>`;
}

/** Fields that belong together under one heading. */
export function group(legend: string, body: Content): Html {
  return html`<fieldset class="group"><legend>${legend}</legend>${body}</fieldset>`;
}

function choice({
  kind,
  name,
  id,
  option,
  checked,
  invalid,
}: {
  kind: 'radio' | 'checkbox';
  name: string;
  id: string;
  option: Choice;
  checked: boolean;
  invalid: boolean;
}): Html {
  const hintId = option.hint && `${id}-option-hint`;
  return html`<div class="choice"><input${attributes({ class: 'ds-input', type: kind, id, name, value: option.value, checked, 'aria-describedby': hintId, 'aria-invalid': invalid ? 'true' : undefined })}><label for="${id}">${option.text}</label>${option.hint ? html`<p class="field-hint" id="${hintId}">${option.hint}</p>` : null}</div>`;
}
