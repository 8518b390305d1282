import { sentencesOf } from '../../kernel/sentences.ts';

/** The longest title a list shows on one line. */
export const longestTitle = 90;

const formula = /^.{0,120}?\bfår i uppdrag(?:\s+av\s+[^,.:]{1,60})?\s*:?\s*/iu;

/**
 * The name of an assignment in lists, made from its text: "Att följa arbetet med årlig avgiftsöversyn." becomes "Följa arbetet med årlig
 * avgiftsöversyn". The formula "X får i uppdrag att" is said by the parties, and only the first sentence names the matter. What is too long ends
 * at a word, with "…". A person may rename it.
 */
export function shortTitle(text: string): string {
  const clean = text.replace(/[*_]/g, '').replace(/\s+/gu, ' ').trim();
  const matter = clean
    .replace(formula, '')
    .replace(/^(?:Nr\s+\d+\s*[.:]?\s*)/iu, '')
    .replace(/^att\s*,?\s+/iu, '')
    .trim();
  const first = sentencesOf(matter, 'paragraph')[0]?.text ?? matter;
  const capital = first.charAt(0).toLocaleUpperCase('sv') + first.slice(1);
  return shorten(capital.replace(/[\s.,;:]+$/u, ''), longestTitle);
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const words = /\s/u.test(text.charAt(longest)) ? cut : cut.slice(0, Math.max(cut.lastIndexOf(' '), 0));
  // A word longer than the whole line is cut where the line ends, never between the halves of a character.
  const kept = words === '' ? cut.replace(/\p{Cs}$/u, '') : words;
  // A parenthesis that is not closed on the line says nothing.
  const closed = kept.replace(/\s*\([^)]*$/u, '') || kept;
  return `${closed.replace(/[\s.,;:(–-]+$/u, '').replace(/(?:\s+(?:och|samt|med|för|av|i|på|till|som|att|den|det|de|en|ett))+$/iu, '')} …`;
}
