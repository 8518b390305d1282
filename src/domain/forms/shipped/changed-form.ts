import type { FormSection, FormStructure, Option, Question, QuestionPeriod } from '../form-structure.ts';

/** One way in which next year's form differs from this year's. A row names the question by its code, which is the same in both years. */
export type FormStep =
  | { readonly step: 'reword'; readonly question: string; readonly text: string }
  | { readonly step: 'drop'; readonly question: string }
  | { readonly step: 'add'; readonly after: string; readonly question: Question }
  | { readonly step: 'addOption'; readonly question: string; readonly before: string; readonly option: Option };

/** A form with its steps taken in their order. A step that names what the form does not have is a fault in the table of steps. */
export function withSteps(form: FormStructure, steps: readonly FormStep[]): FormStructure {
  return steps.reduce(take, form);
}

function take(form: FormStructure, step: FormStep): FormStructure {
  const code = step.step === 'add' ? step.after : step.question;
  let found = false;
  const changed = inSections(form, (section) => ({
    ...section,
    questions: section.questions.flatMap((question) => {
      if (question.code !== code) return [question];
      found = true;
      return taken(question, step);
    }),
  }));
  if (!found)
    throw new Error(`The form has no question ${code}: correct the step "${step.step}" in the table of changes.`);
  return changed;
}

function taken(question: Question, step: FormStep): readonly Question[] {
  switch (step.step) {
    case 'reword':
      return [{ ...question, text: step.text }];
    case 'drop':
      return [];
    case 'add':
      return [question, step.question];
    case 'addOption':
      return [{ ...question, answer: withOption(question, step.option, step.before) }];
  }
}

function withOption({ code, answer }: Question, option: Option, before: string): Question['answer'] {
  if (!('options' in answer)) throw new Error(`Question ${code} has no options: correct the table of changes.`);
  const at = answer.options.findIndex((one) => one.code === before);
  if (at < 0) throw new Error(`Question ${code} has no option ${before}: correct the table of changes.`);
  return { ...answer, options: answer.options.toSpliced(at, 0, option) };
}

/**
 * The same form one year later: every time that follows the year moves, in words as in periods, and so does the year before, which the form
 * compares with. A time that it has been counting from ("sedan 2019") stays.
 */
export function oneYearLater(form: FormStructure, year: number): FormStructure {
  const moved = (text: string) =>
    text.replace(/(?<!\d)20\d\d(?!\d)/g, (printed) =>
      Number(printed) === year || Number(printed) === year - 1 ? String(Number(printed) + 1) : printed,
    );
  const movedOrNull = (text: string | null) => text && moved(text);
  const changed = inSections(form, (section) => ({
    ...section,
    questions: section.questions.map((question) => ({
      ...question,
      text: moved(question.text),
      guidance: movedOrNull(question.guidance),
      commentLabel: movedOrNull(question.commentLabel),
      period: question.period && laterPeriod(question.period),
    })),
  }));
  return {
    ...changed,
    title: moved(form.title),
    introduction: movedOrNull(form.introduction),
    parts: changed.parts.map((part) => ({ ...part, introduction: movedOrNull(part.introduction) })),
  };
}

function laterPeriod(period: QuestionPeriod): QuestionPeriod {
  switch (period.kind) {
    case 'during':
      return { ...period, year: period.year + 1 };
    case 'asOf':
      return { ...period, date: `${Number(period.date.slice(0, 4)) + 1}${period.date.slice(4)}` };
    case 'since':
      return period;
  }
}

function inSections(form: FormStructure, change: (section: FormSection) => FormSection): FormStructure {
  return { ...form, parts: form.parts.map((part) => ({ ...part, sections: part.sections.map(change) })) };
}
