import { AppError } from '../../../kernel/errors.ts';
import type { FormPart, FormSection, FormStructure, Question } from '../form-structure.ts';
import { movedPart, movedQuestion, movedSection } from './move-in-form.ts';
import { renamedQuestion } from './rename-question.ts';

/** What the editor calls a part, a section or a question by. */
export const formLevels = ['part', 'section', 'question'] as const;
export type FormLevel = (typeof formLevels)[number];

/** One step of editing a form. Places are named by codes; what is added comes last in its place. */
export type FormEdit =
  | { readonly step: 'changeForm'; readonly title: string; readonly introduction: string | null }
  | { readonly step: 'addPart'; readonly part: Omit<FormPart, 'sections'> }
  | { readonly step: 'changePart'; readonly code: string; readonly part: Omit<FormPart, 'sections'> }
  | { readonly step: 'addSection'; readonly into: string; readonly section: Omit<FormSection, 'questions'> }
  | {
      readonly step: 'changeSection';
      readonly code: string;
      readonly into: string;
      readonly section: Omit<FormSection, 'questions'>;
    }
  | { readonly step: 'addQuestion'; readonly into: string; readonly question: Question }
  | { readonly step: 'changeQuestion'; readonly code: string; readonly into: string; readonly question: Question }
  | { readonly step: 'move'; readonly level: FormLevel; readonly code: string; readonly by: 1 | -1 }
  | { readonly step: 'remove'; readonly level: FormLevel; readonly code: string };

/**
 * The form with one step of editing done. A form may hold faults while it is worked on; the lint tells of them, and only what cannot be kept apart
 * (a code that is taken) or does not exist is refused here.
 */
export function edited(form: FormStructure, edit: FormEdit): FormStructure {
  switch (edit.step) {
    case 'changeForm':
      return { ...form, title: edit.title, introduction: edit.introduction };
    case 'addPart':
      refuseTaken(form, 'part', edit.part.code);
      return { ...form, parts: [...form.parts, { ...edit.part, sections: [] }] };
    case 'changePart':
      refuseUnknown(form, 'part', edit.code);
      if (edit.part.code !== edit.code) refuseTaken(form, 'part', edit.part.code);
      return onParts(form, (part) => (part.code === edit.code ? { ...part, ...edit.part } : part));
    case 'addSection':
      refuseTaken(form, 'section', edit.section.code);
      refuseUnknown(form, 'part', edit.into);
      return withSection(form, edit.into, { ...edit.section, questions: [] });
    case 'changeSection':
      return changedSection(form, edit);
    case 'addQuestion':
      refuseTaken(form, 'question', edit.question.code);
      refuseUnknown(form, 'section', edit.into);
      return withQuestion(form, edit.into, edit.question);
    case 'changeQuestion':
      return changedQuestion(form, edit);
    case 'move':
      refuseUnknown(form, edit.level, edit.code);
      if (edit.level === 'part') return movedPart(form, edit.code, edit.by);
      return edit.level === 'section'
        ? movedSection(form, edit.code, edit.by)
        : movedQuestion(form, edit.code, edit.by);
    case 'remove':
      refuseUnknown(form, edit.level, edit.code);
      return without(form, edit.level, edit.code);
  }
}

/** The codes of a level. */
export function codesOf(form: FormStructure, level: FormLevel): readonly string[] {
  if (level === 'part') return form.parts.map(({ code }) => code);
  const sections = form.parts.flatMap((part) => part.sections);
  if (level === 'section') return sections.map(({ code }) => code);
  return sections.flatMap((section) => section.questions.map(({ code }) => code));
}

function changedSection(
  form: FormStructure,
  { code, into, section }: Extract<FormEdit, { step: 'changeSection' }>,
): FormStructure {
  if (section.code !== code) refuseTaken(form, 'section', section.code);
  const home = form.parts.find((part) => part.sections.some((one) => one.code === code));
  const before = home?.sections.find((one) => one.code === code);
  if (!home || !before) throw new AppError('form.placeUnknown');
  const after = { ...before, ...section };
  if (home.code === into) return onSections(form, (one) => (one.code === code ? after : one));
  refuseUnknown(form, 'part', into);
  return withSection(without(form, 'section', code), into, after);
}

function changedQuestion(
  form: FormStructure,
  { code, into, question }: Extract<FormEdit, { step: 'changeQuestion' }>,
): FormStructure {
  if (question.code !== code) refuseTaken(form, 'question', question.code);
  const home = form.parts
    .flatMap((part) => part.sections)
    .find((section) => section.questions.some((one) => one.code === code));
  if (!home) throw new AppError('form.questionUnknown');
  refuseUnknown(form, 'section', into);
  const changed =
    home.code === into
      ? onSections(form, (section) => ({
          ...section,
          questions: section.questions.map((one) => (one.code === code ? question : one)),
        }))
      : withQuestion(without(form, 'question', code), into, question);
  return question.code === code ? changed : renamedQuestion(changed, code, question.code);
}

function withSection(form: FormStructure, part: string, section: FormSection): FormStructure {
  return onParts(form, (one) => (one.code === part ? { ...one, sections: [...one.sections, section] } : one));
}

/** A sub-question comes after the last of its question; any other question comes last. */
function withQuestion(form: FormStructure, into: string, question: Question): FormStructure {
  return onSections(form, (section) => {
    if (section.code !== into) return section;
    const at = section.questions.findLastIndex(
      ({ code, parent }) => question.parent !== null && (code === question.parent || parent === question.parent),
    );
    return {
      ...section,
      questions: section.questions.toSpliced(at < 0 ? section.questions.length : at + 1, 0, question),
    };
  });
}

function without(form: FormStructure, level: FormLevel, code: string): FormStructure {
  if (level === 'part') return { ...form, parts: form.parts.filter((part) => part.code !== code) };
  if (level === 'section')
    return onParts(form, (part) => ({ ...part, sections: part.sections.filter((section) => section.code !== code) }));
  return onSections(form, (section) => ({
    ...section,
    questions: section.questions.filter((question) => question.code !== code),
  }));
}

function onParts(form: FormStructure, change: (part: FormPart) => FormPart): FormStructure {
  return { ...form, parts: form.parts.map(change) };
}

function onSections(form: FormStructure, change: (section: FormSection) => FormSection): FormStructure {
  return onParts(form, (part) => ({ ...part, sections: part.sections.map(change) }));
}

function refuseTaken(form: FormStructure, level: FormLevel, code: string): void {
  if (codesOf(form, level).includes(code))
    throw new AppError('record.invalid', {}, [{ path: 'code', key: 'form.codeTaken', values: { code } }]);
}

/** What a step names may have been removed by somebody else meanwhile. */
function refuseUnknown(form: FormStructure, level: FormLevel, code: string): void {
  if (!codesOf(form, level).includes(code)) throw new AppError('form.placeUnknown');
}
