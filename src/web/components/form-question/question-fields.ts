import {
  type Answer,
  answerNotes,
  type Condition,
  notesOn,
  optionsOf,
  printedCode,
  type Question,
} from '../../../domain/forms/index.ts';
import { fillText } from '../../../kernel/fill-text.ts';
import { type FormState, freshForm, type Ui } from '../../contracts.ts';
import { attributes, type Content, fieldId, type Html, html } from '../../html.ts';
import { errorMessage, errorOf } from '../field/field.ts';
import { help } from '../help/help.ts';
import { answerControls } from './answer-controls.ts';
import { answerValues, fieldsOf } from './answer-names.ts';
import { formQuestionTexts } from './texts.ts';

export type QuestionFields = {
  readonly question: Question;
  /** What is saved. */
  readonly answer?: Answer | undefined;
  /** The version of the saved answer; 0 when there is none. */
  readonly version?: number;
  /** What was typed and refused; a question that was not posted shows what is saved. */
  readonly state?: FormState;
  /** A question that is not asked now stands hidden with its answer, and the script of the page shows it when it is. */
  readonly asked?: boolean;
  /** When it is asked, for the script; terms about questions elsewhere are settled already. */
  readonly condition?: FieldCondition | null;
  /** What helps to answer, between the question and its fields. */
  readonly aids?: Content;
  /** What belongs below: attachments, remarks, who answered. */
  readonly after?: Content;
  /** The level of its heading in the order of the page; 4 unless told. */
  readonly level?: QuestionLevel;
};

/** A condition as a page hands it to its script: a term about a question that is not on the page is true or false for good. */
export type FieldCondition = {
  readonly when: Condition['when'];
  readonly terms: readonly (Condition['terms'][number] | { readonly holds: boolean })[];
};

export type QuestionLevel = 2 | 3 | 4;

/** The heading of a question, at the level that the order of its page wants. */
export function questionHeading(id: string, wording: Content, level: QuestionLevel): Html {
  if (level === 2) return html`<h2 class="question-heading" id="${id}">${wording}</h2>`;
  if (level === 3) return html`<h3 class="question-heading" id="${id}">${wording}</h3>`;
  return html`<h4 class="question-heading" id="${id}">${wording}</h4>`;
}

/** The id under which a question stands on a page that answers or shows a form. */
export function questionId(code: string): string {
  return `fraga-${code.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}

/** One question to answer: its text, what helps, the fields of its kind, the open comment, and what is worth saying about the answer. */
export function questionFields(ui: Ui, options: QuestionFields): Html {
  const { question, answer, version = 0, asked = true, condition = null, aids, after, level = 4 } = options;
  const t = formQuestionTexts[ui.language];
  const names = fieldsOf(question);
  const state = ownState(options.state, question, answer, version);
  const id = questionId(question.code);
  const error = errorOf(ui, state, names.value);
  const notes = notesOn(question, answer);
  const described =
    [
      question.period && `${id}-period`,
      softLimit(ui, question) && `${id}-limit`,
      error && `${fieldId(names.value)}-error`,
      notes.length > 0 && `${id}-notes`,
    ]
      .filter(Boolean)
      .join(' ') || undefined;
  const single = ['text', 'percent', 'count'].includes(question.answer.kind);
  const wording = html`<span class="question-number">${printedCode(question.code)}</span> <span><span lang="sv">${question.text}</span>${question.required ? null : html` <span class="field-optional">(${ui.t.components.optional})</span>`}</span>`;
  const heading = questionHeading(
    `${id}-text`,
    single ? html`<label for="${fieldId(names.value)}">${wording}</label>` : wording,
    level,
  );
  const limit = softLimit(ui, question);
  return html`<article class="form-question"${attributes({ id, 'data-question': question.code, 'data-condition': condition && JSON.stringify(condition), hidden: !asked, 'data-invalid': error !== undefined })} aria-labelledby="${id}-text">${heading}
<div class="question-body">${question.period ? html`<p class="question-facts" id="${id}-period">${periodWords(ui, question)}</p>` : null}${question.guidance ? help({ summary: t.guidance, body: paragraphs(question.guidance) }) : null}${aids}
${limit ? html`<p class="field-hint" id="${id}-limit">${limit}</p>` : null}${error ? errorMessage(ui, fieldId(names.value), error) : null}
<input type="hidden" name="${names.version}" value="${version}">
${answerControls(ui, question, state, { labelledBy: `${id}-text`, describedBy: described })}
<ul class="question-notes" id="${id}-notes"${attributes({ hidden: notes.length === 0 })}>${notes.map(({ note, values }) => html`<li>${fillText(answerNotes[note][ui.language], ui.language, values)}</li>`)}</ul>
${question.commentLabel === null ? null : comment(question, state)}${after}</div></article>`;
}

/** Only what belongs to the question, typed or saved: a box that was unticked stays unticked. */
function ownState(
  typed: FormState | undefined,
  question: Question,
  answer: Answer | undefined,
  version: number,
): FormState {
  if (typed?.values[fieldsOf(question).version] !== undefined) return typed;
  return { ...freshForm(answerValues(question, answer, version)), problems: typed?.problems ?? [] };
}

function comment(question: Question, state: FormState): Html {
  const name = fieldsOf(question).comment;
  const id = fieldId(name);
  return html`<div class="field"><label for="${id}" lang="sv">${question.commentLabel}</label><textarea${attributes({ class: 'ds-input', id, name, rows: 2 })}>${`\n${state.values[name] ?? ''}`}</textarea></div>`;
}

/** What the form asks the text to keep to, before anybody writes. */
function softLimit(ui: Ui, { answer }: Question): string | undefined {
  if (answer.kind !== 'text') return undefined;
  const t = formQuestionTexts[ui.language];
  const limits = [
    answer.mostItems !== null && t.mostItems(answer.mostItems),
    answer.mostCharacters !== null && t.mostCharacters(ui.format.number(answer.mostCharacters)),
  ].filter((one) => one !== false);
  return limits.length > 0 ? limits.join(' ') : undefined;
}

/** What time a question is about: "gäller 2024", "gäller den 31 december 2024". */
export function periodWords(ui: Ui, { period }: Pick<Question, 'period'>): string | undefined {
  if (!period) return undefined;
  const t = formQuestionTexts[ui.language];
  if (period.kind === 'asOf') return t.asOf(ui.format.date(period.date));
  return period.kind === 'during' ? t.during(period.year) : t.since(period.year);
}

/** "När svaret på fråga 10 är Ja": the condition of a question in words. */
export function conditionWords(ui: Ui, condition: Condition, questions: readonly Question[]): string {
  const t = formQuestionTexts[ui.language];
  const terms = condition.terms.map(({ question, row, option }) => {
    const asked = questions.find(({ code }) => code === question);
    const words = asked && optionsOf(asked.answer).find(({ code }) => code === option)?.text;
    const line =
      row !== null && asked?.answer.kind === 'matrix' ? asked.answer.rows.find(({ code }) => code === row)?.text : null;
    return t.term(printedCode(question), words ?? option, line ?? null);
  });
  return t.askedWhen(terms.join(condition.when === 'all' ? t.and : t.or));
}

function paragraphs(text: string): readonly Html[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p lang="sv">${line}</p>`);
}
