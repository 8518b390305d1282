import { attributes, type Content, fieldId, type Html, html } from '../../html.ts';

/** A person in a list in which each gets one of a few answers: a roll call, an open vote. */
export type PersonChoice = {
  /** The name of the field, one for each person. */
  readonly name: string;
  readonly person: string;
  readonly about?: string | null;
  readonly chosen: string | undefined;
  readonly error?: string | undefined;
  readonly note?: Content;
  /** Answers that this person cannot give. */
  readonly without?: readonly string[];
};

/**
 * A list that is gone through fast: with script a letter answers for the person in focus and goes to the next, arrows go up and down; without it
 * the answers are plain radio buttons.
 */
export function personChoices(options: {
  readonly label: string;
  readonly people: readonly PersonChoice[];
  readonly answers: readonly { readonly value: string; readonly text: string; readonly key: string }[];
}): Html {
  const { label, people, answers } = options;
  return html`<div class="person-choices" role="group" aria-label="${label}" data-person-choices>${people.map(
    ({ name, person, about, chosen, error, note, without = [] }) => {
      const id = fieldId(name);
      return html`<fieldset${attributes({ 'data-invalid': error !== undefined })}><legend><span lang="sv">${person}</span>${about ? html` <span class="soft">${about}</span>` : null}</legend>${
        error ? html`<p class="field-error" id="${id}-error">${error}</p>` : null
      }<div class="person-answers">${answers
        .filter(({ value }) => !without.includes(value))
        .map(
          ({ value, text, key }, index) =>
            html`<span class="person-answer"><input${attributes({ type: 'radio', class: 'ds-input', id: index === 0 ? id : `${id}-${index}`, name, value, checked: chosen === value, 'data-choice-key': key })}><label for="${index === 0 ? id : `${id}-${index}`}">${text}</label></span>`,
        )}</div>${note ? html`<div class="person-note">${note}</div>` : null}</fieldset>`;
    },
  )}</div>`;
}
