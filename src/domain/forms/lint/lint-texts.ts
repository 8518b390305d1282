import { type FormStructure, type Question, questionsOf } from '../form-structure.ts';
import { atPlace, atQuestion, type FormFault, type FormPlace } from './form-faults.ts';
import { textsOf } from './form-texts.ts';

/** Texts that are empty or not closed, and texts that name another question than the one that can be meant. */
export function lintTexts(structure: FormStructure): readonly FormFault[] {
  const codes = new Set(questionsOf(structure).map(({ code }) => code));
  return [
    ...textsOf(structure).flatMap(({ place, what, text, needed }) => {
      if (needed && !text.trim()) return [at(place, 'textMissing', { what })];
      return isClosed(text) ? [] : [at(place, 'textUnclosed', { text: shortened(text) })];
    }),
    ...questionsOf(structure).flatMap((question) => lintReferences(question, codes)),
  ];
}

const at = (place: FormPlace, kind: FormFault['kind'], values: FormFault['values']): FormFault =>
  place.kind === 'question' ? atQuestion(place.code, kind, values) : atPlace(place, kind, values);

/** The end of a text after which a bracket closes the mark of an item. */
const itemForm = /(?:^|\s)(?:\p{L}|\d{1,2})$/u;

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Whether every bracket and quotation mark has its other half (E-34). The bracket of "a)" or "1)" before an item has none. */
export function isClosed(text: string): boolean {
  const open: string[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()[\]{}]/gu)) {
    const opens = pairs[sign];
    if (opens === undefined) open.push(sign);
    else if (open.at(-1) === opens) open.pop();
    else if (open.length > 0 || sign !== ')' || !itemForm.test(text.slice(0, index))) return false;
  }
  const quotes = text.match(/["”“„»«]/gu)?.length ?? 0;
  return open.length === 0 && quotes % 2 === 0;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const conditionForm =
  /(?<!\p{L})om\s+(?:du|ni)?\s*(?:har\s+)?(?:svarat|svaret)[^.?!]*?(?<!\p{L})fråga\s+(?<code>\d{1,3}\s?\p{Ll}?)(?!\p{L})/giu;
const referenceForm = /(?<!\p{L})(?:fråga|frågan)\s+(?<code>\d{1,3}\s?[a-zåäö]?)(?![\p{L}\p{N}])/giu;

/** The questions that a text names: "se fråga 1 c". */
export function questionsNamed(text: string, form: RegExp = referenceForm): readonly string[] {
  return [...new Set([...text.matchAll(form)].map((match) => match.groups!.code!.replace(/\s/gu, '').toLowerCase()))];
}

function lintReferences(question: Question, codes: ReadonlySet<string>): readonly FormFault[] {
  const { code, condition } = question;
  const stated = questionsNamed(question.text, conditionForm);
  const meant = new Set(condition?.terms.map((term) => term.question) ?? []);
  const wrong = stated.filter((said) => !meant.has(said));
  const others = questionsNamed(`${question.text}\n${question.guidance ?? ''}`).filter(
    (said) => !stated.includes(said),
  );
  return [
    ...wrong.map((said) => atQuestion(code, 'conditionNotAsText', { said })),
    ...others.flatMap((said) => {
      if (said === code.toLowerCase()) return [atQuestion(code, 'referenceToItself')];
      return codes.has(said) ? [] : [atQuestion(code, 'referenceUnknown', { said })];
    }),
  ];
}
