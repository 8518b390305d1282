import type { FormState, Ui } from '../../contracts.ts';
import { attributes, fieldId, type Html, html } from '../../html.ts';
import { localized } from '../../localized.ts';
import { typedIn } from '../field/field.ts';

const texts = localized(
  { place: 'Plats', about: (name: string) => `${name}:` },
  { place: 'Place', about: (name: string) => `${name}:` },
);

/** A column of the lines after their text: words to fill in, or a box to tick. */
export type LineColumn = { readonly name: string; readonly label: string; readonly kind: 'text' | 'tick' };

/**
 * A short list that is written line by line: its place, its words, and what belongs to each line. Emptied lines go, empty ones at the end are for
 * what is new, and another number in the first column moves a line; all of it without script. Each line keeps its code in a hidden field.
 */
export function lineEditor(
  ui: Ui,
  options: {
    readonly list: string;
    readonly label: string;
    readonly columns?: readonly LineColumn[];
    readonly count: number;
    readonly state: FormState;
  },
): Html {
  const { list, label, columns = [], count, state } = options;
  const t = texts[ui.language];
  const head = [t.place, label, ...columns.map((column) => column.label)];
  return html`<div class="line-editor" data-columns="${columns.length}"><div class="line-head" aria-hidden="true">${head.map((text) => html`<span>${text}</span>`)}</div>${Array.from(
    { length: count },
    (_, index) => {
      const name = `${list}.${index}`;
      const about = `${label} ${index + 1}`;
      const place = typedIn(state, `${name}.place`) || String(index + 1);
      return html`<div class="line" role="group" aria-label="${about}"><input type="hidden" name="${name}.code" value="${typedIn(state, `${name}.code`)}"><input${attributes({ class: 'ds-input', type: 'text', inputmode: 'numeric', id: fieldId(`${name}.place`), name: `${name}.place`, value: place, size: 3, 'aria-label': `${t.about(about)} ${t.place}` })}><input${attributes({ class: 'ds-input', type: 'text', id: fieldId(`${name}.text`), name: `${name}.text`, value: typedIn(state, `${name}.text`), 'aria-label': about })}>${columns.map((column) => cell(column, `${name}.${column.name}`, t.about(about), state))}</div>`;
    },
  )}</div>`;
}

/** On a narrow screen the heads of the columns are gone, so that each control shows its own label there. */
function cell({ label, kind }: LineColumn, name: string, about: string, state: FormState): Html {
  const id = fieldId(name);
  const shown = html`<label class="line-label" for="${id}"><span class="sr-only">${about} </span>${label}</label>`;
  if (kind === 'text')
    return html`<div class="line-cell">${shown}<input${attributes({ class: 'ds-input', type: 'text', id, name, value: typedIn(state, name) })}></div>`;
  return html`<div class="line-cell line-tick"><input${attributes({ class: 'ds-input', type: 'checkbox', id, name, value: 'on', checked: Boolean(state.values[name]) })}>${shown}</div>`;
}
