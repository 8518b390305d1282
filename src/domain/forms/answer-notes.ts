import type { Localized } from '../../kernel/language.ts';
import { type Answer, isAnswered } from './answer-value.ts';
import { optionsOf, type Question } from './form-structure.ts';

/**
 * What is worth saying about an answer that can be kept as it is: the limits of a form are soft (NAT-11), and a half-filled answer is saved. A
 * row means: this is told beside the answer, and the answer stands.
 */
export const answerNotes = {
  tooManyItems: {
    sv: 'Frågan ber om högst {most}. Svaret räknar upp {count}.',
    en: 'The question asks for at most {most}. The answer lists {count}.',
  },
  tooLong: {
    sv: 'Frågan ber om högst {most} tecken. Svaret har {count}.',
    en: 'The question asks for at most {most} characters. The answer has {count}.',
  },
  specifyMissing: { sv: '”{option}” är valt men inte beskrivet.', en: '“{option}” is chosen but not described.' },
  rowsMissing: {
    sv: '{count} av {most} rader saknar svar.',
    en: '{count} of {most} rows have no answer.',
  },
} as const satisfies Record<string, Localized>;

export type AnswerNote = {
  readonly note: keyof typeof answerNotes;
  readonly values: Readonly<Record<string, string | number>>;
};

/** What is worth saying about an answer; nothing about one that was not given. */
export function notesOn({ answer: form }: Pick<Question, 'answer'>, answer: Answer | undefined): readonly AnswerNote[] {
  const value = answer?.value;
  if (!value) return [];
  const notes: AnswerNote[] = [];
  if (form.kind === 'text' && value.kind === 'text') {
    const items = itemsIn(value.text);
    if (form.mostItems !== null && items > form.mostItems)
      notes.push({ note: 'tooManyItems', values: { most: form.mostItems, count: items } });
    if (form.mostCharacters !== null && [...value.text].length > form.mostCharacters)
      notes.push({ note: 'tooLong', values: { most: form.mostCharacters, count: [...value.text].length } });
  }
  const chosen = value.kind === 'choice' ? [value] : value.kind === 'choices' ? value.options : [];
  for (const { option, specify } of chosen) {
    const found = optionsOf(form).find(({ code }) => code === option);
    if (found?.specifyLabel && !specify?.trim()) notes.push({ note: 'specifyMissing', values: { option: found.text } });
  }
  if (form.kind === 'matrix' && value.kind === 'matrix' && !isAnswered(form, value)) {
    const missing = form.rows.filter(({ code }) => (value.rows[code]?.option ?? null) === null).length;
    if (missing < form.rows.length)
      notes.push({ note: 'rowsMissing', values: { most: form.rows.length, count: missing } });
  }
  return notes;
}

/** How many things a text lists: its bullets or numbered lines, or else its paragraphs. */
export function itemsIn(text: string): number {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => /^\s*(?:[-–•*]|\d{1,2}[.)])\s+\S/u.test(line)).length;
  return marked > 0 ? marked : lines.length;
}
