import type { FormPart, FormSection, FormStructure, Question } from '../form-structure.ts';

/** A part changes places with the one beside it; the first and the last stay. */
export function movedPart(form: FormStructure, code: string, by: 1 | -1): FormStructure {
  const at = form.parts.findIndex((part) => part.code === code);
  return { ...form, parts: swapped(form.parts, at, at + by) };
}

/** A section changes places with the one beside it; at the edge of its part it goes over to the next part. */
export function movedSection(form: FormStructure, code: string, by: 1 | -1): FormStructure {
  const inPart = form.parts.findIndex((part) => part.sections.some((section) => section.code === code));
  const part = form.parts[inPart];
  if (!part) return form;
  const at = part.sections.findIndex((section) => section.code === code);
  const next = form.parts[inPart + by];
  if (part.sections[at + by]) return withPart(form, { ...part, sections: swapped(part.sections, at, at + by) });
  if (!next) return form;
  const section = part.sections[at]!;
  const left = withPart(form, { ...part, sections: part.sections.toSpliced(at, 1) });
  return withPart(left, { ...next, sections: by > 0 ? [section, ...next.sections] : [...next.sections, section] });
}

/**
 * A question changes places with the one beside it and takes its sub-questions along; at the edge of its section it goes over to the next. A
 * sub-question moves among those of its question.
 */
export function movedQuestion(form: FormStructure, code: string, by: 1 | -1): FormStructure {
  const sections = form.parts.flatMap((part) => part.sections);
  const inSection = sections.findIndex(({ questions }) => questions.some((question) => question.code === code));
  const section = sections[inSection];
  if (!section) return form;
  const moving = section.questions.find((question) => question.code === code)!;
  const among = section.questions.some((question) => question.code === moving.parent);
  const blocks = among ? section.questions.map((question) => [question]) : blocksOf(section.questions);
  const at = blocks.findIndex(([first]) => first?.code === code);
  const beside = blocks[at + by];
  if (among) {
    const isSister = beside?.[0]?.parent === moving.parent;
    return isSister ? withQuestions(form, section, swapped(blocks, at, at + by).flat()) : form;
  }
  if (beside) return withQuestions(form, section, swapped(blocks, at, at + by).flat());
  const next = sections[inSection + by];
  if (!next) return form;
  const block = blocks[at]!;
  const left = withQuestions(form, section, blocks.toSpliced(at, 1).flat());
  return withQuestions(left, next, by > 0 ? [...block, ...next.questions] : [...next.questions, ...block]);
}

/** Each question with the sub-questions that follow it. */
function blocksOf(questions: readonly Question[]): readonly (readonly Question[])[] {
  const blocks: Question[][] = [];
  for (const question of questions) {
    const block = blocks.at(-1);
    if (block && question.parent !== null && block[0]?.code === question.parent) block.push(question);
    else blocks.push([question]);
  }
  return blocks;
}

function swapped<T>(list: readonly T[], one: number, other: number): readonly T[] {
  const first = list[one];
  const second = list[other];
  return first === undefined || second === undefined ? list : list.with(one, second).with(other, first);
}

function withPart(form: FormStructure, part: FormPart): FormStructure {
  return { ...form, parts: form.parts.map((one) => (one.code === part.code ? part : one)) };
}

function withQuestions(form: FormStructure, { code }: FormSection, questions: readonly Question[]): FormStructure {
  return {
    ...form,
    parts: form.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => (section.code === code ? { ...section, questions } : section)),
    })),
  };
}
