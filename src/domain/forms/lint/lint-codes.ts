import { type FormStructure, type Question, questionsOf } from '../form-structure.ts';
import { atPlace, atQuestion, type FormFault } from './form-faults.ts';

/** Letters and digits that stand safely in addresses, names of fields and files. */
const codeForm = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

/** Whether a text can be the code of a part, section, question, option or row. */
export function isCode(code: string): boolean {
  return codeForm.test(code);
}

/** Codes that are missing, strange or used twice; sub-questions without their question; headings without questions. */
export function lintCodes(structure: FormStructure): readonly FormFault[] {
  const { parts } = structure;
  const sections = parts.flatMap((part) => part.sections);
  const questions = questionsOf(structure);
  if (questions.length === 0) return [atPlace({ kind: 'form' }, 'formEmpty')];
  const place = (kind: 'part' | 'section', code: string) => ({ kind, code }) as const;
  return [
    ...repeated(parts.map(({ code }) => code)).map((code) => atPlace(place('part', code), 'codeRepeated', { code })),
    ...repeated(sections.map(({ code }) => code)).map((code) =>
      atPlace(place('section', code), 'codeRepeated', { code }),
    ),
    ...repeated(questions.map(({ code }) => code)).map((code) => atQuestion(code, 'codeRepeated', { code })),
    ...parts.flatMap(({ code }) => (isCode(code) ? [] : [atPlace(place('part', code), 'codeStrange', { code })])),
    ...sections.flatMap(({ code }) => (isCode(code) ? [] : [atPlace(place('section', code), 'codeStrange', { code })])),
    ...parts.flatMap(({ code, title, sections: own }) =>
      own.length > 0 || !title.trim() ? [] : [atPlace(place('part', code), 'sectionEmpty', { name: title })],
    ),
    ...sections.flatMap(({ code, title, questions: own }) =>
      own.length > 0 || !title.trim() ? [] : [atPlace(place('section', code), 'sectionEmpty', { name: title })],
    ),
    ...questions.flatMap((question, index) => lintQuestionCode(question, index, questions)),
  ];
}

function lintQuestionCode(question: Question, index: number, questions: readonly Question[]): readonly FormFault[] {
  const { code, parent } = question;
  const strange = isCode(code) ? [] : [atQuestion(code, 'codeStrange', { code })];
  return [...strange, ...lintParent(code, parent, index, questions)];
}

function lintParent(code: string, parent: string | null, index: number, questions: readonly Question[]) {
  if (parent === null) {
    const number = /^(\d+)[a-zåäö]$/u.exec(code)?.[1];
    const isSub = number !== undefined && questions.some((other) => other.code === number);
    return isSub ? [atQuestion(code, 'parentNotSaid', { code, parent: number })] : [];
  }
  const at = questions.findIndex((other) => other.code === parent);
  if (at < 0) return [atQuestion(code, 'parentUnknown', { parent })];
  return at >= index ? [atQuestion(code, 'parentLater', { parent })] : [];
}

/** Each value that stands more than once, told once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
