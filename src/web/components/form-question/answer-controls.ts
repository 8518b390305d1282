import { type AnswerForm, type Option, optionsOf, type Question } from '../../../domain/forms/index.ts';
import type { FormState, Ui } from '../../contracts.ts';
import { attributes, fieldId, type Html, html } from '../../html.ts';
import { errorMessage, errorOf, typedIn } from '../field/field.ts';
import { fieldsOf } from './answer-names.ts';
import { formQuestionTexts } from './texts.ts';

/** What names the group of controls, and what is said about it to those who hear the page. */
export type Named = { readonly labelledBy: string; readonly describedBy: string | undefined };

/** The native controls for an answer of each kind. */
export function answerControls(ui: Ui, question: Question, state: FormState, named: Named): Html {
  const form = question.answer;
  switch (form.kind) {
    case 'yesNo':
    case 'single':
    case 'multi':
      return choiceControls(ui, question, state, named);
    case 'matrix':
      return matrixControls(ui, question, form, state, named);
    case 'scale':
      return scaleControls(ui, question, form, state, named);
    case 'percent':
    case 'count':
      return numberControls(question, form, state, named);
    case 'text':
      return textControl(question, form, state, named);
  }
}

function choiceControls(ui: Ui, question: Question, state: FormState, { labelledBy, describedBy }: Named): Html {
  const names = fieldsOf(question);
  const many = question.answer.kind === 'multi';
  const chosen = [state.values[names.value] ?? []].flat().filter((one) => one !== '');
  const options = optionsOf(question.answer);
  const rows = options.map((option, index) => {
    const id = index === 0 ? fieldId(names.value) : `${fieldId(names.value)}-${index}`;
    const control = { many, name: names.value, id, value: option.code, checked: chosen.includes(option.code) };
    return html`<div class="answer-choice">${choice(control, option.text)}${option.specifyLabel === null ? null : specify(question, option, state)}</div>`;
  });
  return html`<div class="choices answer-choices"${attributes({ role: many ? 'group' : 'radiogroup', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, 'data-exclusive': many ? exclusiveCodes(options) : undefined })}>${rows}${many || chosen.length === 0 ? null : noAnswer(ui, names.value)}</div>`;
}

/** A radio button cannot be unset, so a question that has an answer offers to have none. */
function noAnswer(ui: Ui, name: string): Html {
  const control = { many: false, name, id: `${fieldId(name)}-none`, value: '', checked: false };
  return html`<div class="answer-choice answer-none">${choice(control, formQuestionTexts[ui.language].noAnswer, ui.language)}</div>`;
}

const exclusiveCodes = (options: readonly Option[]): string =>
  JSON.stringify(options.filter(({ exclusive }) => exclusive).map(({ code }) => code));

type Control = {
  readonly many: boolean;
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly checked: boolean;
};

function choice({ many, name, id, value, checked }: Control, text: string, lang = 'sv'): Html {
  return html`<div class="choice"><input${attributes({ class: 'ds-input', type: many ? 'checkbox' : 'radio', id, name, value, checked })}><label for="${id}" lang="${lang}">${text}</label></div>`;
}

function specify(question: Question, option: Option, state: FormState): Html {
  const name = fieldsOf(question).specify(option.code);
  const id = fieldId(name);
  const typed = typedIn(state, name);
  // A field of one line takes the line breaks out of what it is given: an answer in several lines, from a paper, has its own.
  const control = typed.includes('\n')
    ? lines(typed, { id, name })
    : html`<input${attributes({ class: 'ds-input', type: 'text', id, name, value: typed, maxlength: 2000 })}>`;
  return html`<div class="answer-specify"><label for="${id}" lang="sv">${option.specifyLabel}</label>${control}</div>`;
}

/** Words in as many lines as they have, as high as they need to be read. */
function lines(typed: string, names: Readonly<Record<string, string>>): Html {
  const high = typed.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
  return html`<textarea${attributes({ class: 'ds-input', rows: Math.min(Math.max(high, 1), 12), lang: 'sv', ...names })}>${`\n${typed}`}</textarea>`;
}

/**
 * Rows × options. Each row is a group of its own with its name, so that it is heard and reached like any question; where there is room the rows stand
 * under each other as a table does, with the options as heads of the columns, and on a narrow screen each row stands by itself.
 */
function matrixControls(
  ui: Ui,
  question: Question,
  form: Extract<AnswerForm, { kind: 'matrix' }>,
  state: FormState,
  { labelledBy, describedBy }: Named,
): Html {
  const names = fieldsOf(question);
  const columns = Math.min(form.options.length, 8);
  const head = html`<div class="matrix-head" aria-hidden="true"><span></span>${form.options.map(({ text }) => html`<span lang="sv">${text}</span>`)}</div>`;
  const rows = form.rows.map(({ code, text }, index) => {
    const name = names.rowOption(code);
    // The first control answers to the name of the question, for the links of the error summary.
    const id = index === 0 ? fieldId(names.value) : fieldId(name);
    const error = errorOf(ui, state, name);
    const options = form.options.map((option, at) =>
      choice(
        {
          many: false,
          name,
          id: at === 0 ? id : `${id}-${at}`,
          value: option.code,
          checked: typedIn(state, name) === option.code,
        },
        option.text,
      ),
    );
    return html`<div class="matrix-row"><div class="matrix-options" role="radiogroup" aria-labelledby="${labelledBy} ${id}-row"><p class="matrix-name" id="${id}-row" lang="sv">${text}</p>${error ? errorMessage(ui, id, error) : null}${options}</div>${form.rowTextLabel === null ? null : rowText(form.rowTextLabel, names.rowText(code), `${id}-row`, state)}</div>`;
  });
  return html`<div class="matrix"${attributes({ role: 'group', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, 'data-columns': columns, 'data-row-text': form.rowTextLabel !== null })}>${head}${rows}</div>`;
}

function rowText(label: string, name: string, rowId: string, state: FormState): Html {
  const id = fieldId(name);
  const control = lines(typedIn(state, name), { id, name, 'aria-labelledby': `${rowId} ${id}-label` });
  return html`<div class="matrix-text"><label id="${id}-label" for="${id}" lang="sv">${label}</label>${control}</div>`;
}

function scaleControls(
  ui: Ui,
  question: Question,
  form: Extract<AnswerForm, { kind: 'scale' }>,
  state: FormState,
  { labelledBy, describedBy }: Named,
): Html {
  const { value: name } = fieldsOf(question);
  const typed = typedIn(state, name);
  const steps = Array.from({ length: form.to - form.from + 1 }, (_, index) => form.from + index);
  const meaning = (step: number) =>
    step === form.from ? `${step}: ${form.lowLabel}` : step === form.to ? `${step}: ${form.highLabel}` : String(step);
  return html`<div class="choices answer-scale"${attributes({ role: 'radiogroup', 'aria-labelledby': labelledBy, 'aria-describedby': describedBy })}>${steps.map(
    (step, index) => {
      const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`;
      return choice({ many: false, name, id, value: String(step), checked: typed === String(step) }, meaning(step));
    },
  )}${typed === '' ? null : noAnswer(ui, name)}</div>`;
}

function numberControls(
  question: Question,
  form: Extract<AnswerForm, { kind: 'percent' | 'count' }>,
  state: FormState,
  { describedBy }: Named,
): Html {
  const names = fieldsOf(question);
  const id = fieldId(names.value);
  const invalid = state.problems.some(({ path }) => path === names.value) ? 'true' : undefined;
  return html`<span class="field-unit"><input${attributes({ class: 'ds-input', type: 'text', inputmode: 'decimal', autocomplete: 'off', id, name: names.value, value: typedIn(state, names.value), size: 12, 'aria-describedby': describedBy, 'aria-invalid': invalid })}>${form.kind === 'percent' ? html` <span>%</span>` : null}</span>${
    form.cannotStateLabel === null
      ? null
      : html`<div class="choices">${choice({ many: true, name: names.cannotState, id: fieldId(names.cannotState), value: 'on', checked: Boolean(state.values[names.cannotState]) }, form.cannotStateLabel)}</div>`
  }`;
}

function textControl(
  question: Question,
  form: Extract<AnswerForm, { kind: 'text' }>,
  state: FormState,
  { describedBy }: Named,
): Html {
  const { value: name } = fieldsOf(question);
  return html`<textarea${attributes({ class: 'ds-input', id: fieldId(name), name, rows: 5, lang: 'sv', 'aria-describedby': describedBy, 'data-most-items': form.mostItems, 'data-most-characters': form.mostCharacters })}>${`\n${typedIn(state, name)}`}</textarea>`;
}
