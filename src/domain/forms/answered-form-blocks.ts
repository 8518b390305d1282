import {
  type Block,
  bold,
  heading,
  type Inline,
  italic,
  noteRef,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import { type Answer, type Answers, type AnswerValue, emptyValue, isAnswered } from './answer-value.ts';
import { askedQuestions } from './asked-questions.ts';
import { answerLabels, printedNumber, printedOption, printedPeriod, printedScale, tickOf } from './form-print.ts';
import {
  type AnswerForm,
  type FormStructure,
  type Option,
  optionsOf,
  printedCode,
  type Question,
} from './form-structure.ts';

/** What is printed beside the answers: the files of each question by name, and the notes that prove its answer by number. */
export type BesideAnswers = {
  readonly attachments?: Readonly<Record<string, readonly string[]>>;
  readonly notes?: Readonly<Record<string, readonly number[]>>;
  /** The year that is asked about where a question says no other time: said once for all, and not at each question. */
  readonly year?: number | null;
};

/**
 * An answered form as it is printed: parts, sections and the questions that are asked, each a heading of its own with what was answered under it.
 * Every box is written as ☒ or ☐, every answer in words stands under a label that is a heading, and so what is printed can be read back surely
 * (`headed-answer-reading.ts`). A sub-question that is not asked is not there; a question without an answer says so.
 */
export function answeredFormBlocks(
  structure: FormStructure,
  answers: Answers,
  beside: BesideAnswers = {},
): readonly Block[] {
  const asked = new Set(askedQuestions(structure, answers).map(({ code }) => code));
  const lone = structure.parts.length === 1 && !structure.parts[0]!.introduction;
  return structure.parts.flatMap((part) => {
    const sections = part.sections.flatMap((section) => {
      const questions = section.questions.filter(({ code }) => asked.has(code));
      if (questions.length === 0) return [];
      return [
        heading(2, section.title, `avsnitt-${section.code}`),
        ...questions.flatMap((question) => questionBlocks(question, answers[question.code], beside)),
      ];
    });
    if (sections.length === 0) return [];
    const title = lone ? 'Frågor och svar' : part.title;
    return [heading(1, title, `del-${part.code}`), ...proseOf(part.introduction ?? ''), ...sections];
  });
}

function questionBlocks(question: Question, answer: Answer | undefined, beside: BesideAnswers): readonly Block[] {
  const { code, period } = question;
  const value = answer?.value ?? emptyValue(question.answer);
  const files = beside.attachments?.[code] ?? [];
  const notes = (beside.notes?.[code] ?? []).map(noteRef);
  const told = [
    ...(period && !(period.kind === 'during' && period.year === beside.year) ? [printedPeriod(period)] : []),
    ...(isAnswered(question.answer, value) ? [] : [answerLabels.unanswered]),
  ];
  return [
    {
      kind: 'heading',
      level: 3,
      content: [text(`${printedCode(code)}. ${question.text}`), ...notes],
      anchor: `fraga-${code}`,
    },
    ...(told.length > 0 ? [paragraph(italic(told.join(' ')))] : []),
    ...valueBlocks(question.answer, value),
    ...(answer?.comment ? [heading(4, answerLabels.comment), ...proseOf(answer.comment)] : []),
    ...(files.length > 0 ? [heading(4, answerLabels.attachments), ...files.map((name) => paragraph(name))] : []),
  ];
}

function valueBlocks(form: AnswerForm, value: AnswerValue): readonly Block[] {
  switch (value.kind) {
    case 'choice': {
      const chosen = value.option === null ? [] : [{ option: value.option, specify: value.specify }];
      return optionBlocks(optionsOf(form), chosen);
    }
    case 'choices':
      return optionBlocks(optionsOf(form), value.options);
    case 'matrix':
      return matrixBlocks(form, value.rows);
    case 'scale':
      return form.kind === 'scale'
        ? printedScale(form).map(({ step, text: words }) => paragraph(...ticked(value.step === step, words)))
        : [];
    case 'number':
      return numberBlocks(form, value);
    case 'text':
      return value.text.trim() ? [heading(4, answerLabels.text), ...proseOf(value.text)] : [];
  }
}

/** Each option on a line of its own behind its box; what was asked for in words stands under the option. */
function optionBlocks(
  options: readonly Option[],
  chosen: readonly { readonly option: string; readonly specify: string | null }[],
): readonly Block[] {
  return options.flatMap((option) => {
    const found = chosen.find((one) => one.option === option.code);
    return [
      paragraph(...ticked(found !== undefined, printedOption(option))),
      ...proseOf(option.specifyLabel === null ? '' : (found?.specify ?? '')),
    ];
  });
}

function matrixBlocks(
  form: AnswerForm,
  rows: Readonly<Record<string, { readonly option: string | null; readonly text: string | null }>>,
): readonly Block[] {
  if (form.kind !== 'matrix') return [];
  const told = form.rowTextLabel === null ? [] : form.rows.filter(({ code }) => rows[code]?.text?.trim());
  return [
    {
      kind: 'table',
      rowHeader: true,
      header: [[text(answerLabels.row)], ...form.options.map((option) => [text(printedOption(option))])],
      rows: form.rows.map((row) => [
        [text(row.text)],
        ...form.options.map(({ code }) => [text(tickOf(rows[row.code]?.option === code))]),
      ]),
    },
    ...told.flatMap((row) => [heading(4, row.text), ...proseOf(rows[row.code]?.text ?? '')]),
  ];
}

/** A number stands behind a word: alone on its line it would be taken for the number of a page. */
function numberBlocks(form: AnswerForm, value: Extract<AnswerValue, { readonly kind: 'number' }>): readonly Block[] {
  if (form.kind !== 'percent' && form.kind !== 'count') return [];
  const { number, cannotState } = value;
  return [
    heading(4, answerLabels[form.kind]),
    ...(number === null ? [] : [paragraph(bold(`${answerLabels.text}: ${printedNumber(form.kind, number)}`))]),
    ...(form.cannotStateLabel === null && !cannotState
      ? []
      : [paragraph(...ticked(cannotState, form.cannotStateLabel ?? answerLabels.cannotState))]),
  ];
}

const ticked = (is: boolean, words: string): readonly Inline[] =>
  is ? [bold(`${tickOf(true)} ${words}`)] : [text(`${tickOf(false)} ${words}`)];

/** The lines in which words are printed: white space is one space, empty lines are the space that paragraphs have anyway, items have one dash. */
function linesOf(words: string): readonly string[] {
  return words
    .normalize('NFC')
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .trim()
        .replace(/^[-–•]\s+(?=\S)/u, '- '),
    )
    .filter((line) => line !== '');
}

/** Words as they are printed, and therefore as they are read back. */
export const printedText = (words: string): string => linesOf(words).join('\n');

/** Words in their own lines: each a paragraph, those with a dash a list. */
export function proseOf(words: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of linesOf(words)) {
    const item = line.startsWith('- ') ? { content: [text(line.slice(2))] } : undefined;
    const last = blocks.at(-1);
    if (!item) blocks.push(paragraph(line));
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
    else blocks.push({ kind: 'list', ordered: false, items: [item] });
  }
  return blocks;
}
