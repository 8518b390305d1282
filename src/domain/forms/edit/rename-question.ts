import type { FormStructure, Question } from '../form-structure.ts';

/** The form after a question has got another code: conditions and sub-questions that named it follow. Its text is who edits it to change. */
export function renamedQuestion(form: FormStructure, from: string, to: string): FormStructure {
  const renamed = (question: Question): Question => ({
    ...question,
    parent: question.parent === from ? to : question.parent,
    condition: question.condition && {
      ...question.condition,
      terms: question.condition.terms.map((term) => (term.question === from ? { ...term, question: to } : term)),
    },
  });
  return {
    ...form,
    parts: form.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => ({ ...section, questions: section.questions.map(renamed) })),
    })),
  };
}

/** The questions that cannot do without a question: its sub-questions, and those whose condition names it. */
export function dependentsOf(questions: readonly Question[], code: string): readonly Question[] {
  return questions.filter(
    ({ parent, condition }) => parent === code || condition?.terms.some((term) => term.question === code),
  );
}
