import { type Passage, spanOf } from '../../documents/tree/passage.ts';
import { goesOn, type PlacedLine } from '../../documents/tree/recognise.ts';

/** A bullet that a scan took for a letter: a single "e" or "o" begins no Swedish line. */
const damagedBullet = /^[eo•·▪]\s+(?=\S)/u;

/**
 * The words of an answer with its paragraphs, list items and numbers kept, one paragraph a line. Lines of one block are joined; so are two
 * blocks when a page break tore a sentence apart.
 */
export function answerText(lines: readonly PlacedLine[], first?: Passage): string {
  let text = first?.text.trim() ?? '';
  lines.forEach((line, index) => {
    const bullet = line.marker?.kind === 'bullet' || damagedBullet.test(line.words.text);
    const words = line.words.text.replace(damagedBullet, '').trim();
    if (!words) return;
    if (bullet) text += `${text ? '\n' : ''}- ${words}`;
    else if (line.marker?.kind === 'number') text += `${text ? '\n' : ''}${line.marker.number}. ${words}`;
    else if (!text) text = words;
    else if (continues(text, words, line, lines[index - 1])) text = joined(text, words);
    else text += `\n${words}`;
  });
  return text;
}

function continues(text: string, words: string, line: PlacedLine, before: PlacedLine | undefined): boolean {
  if (line.firstOfBlock) return goesOn(text, words);
  // A short line that ends no sentence is a heading inside the answer when it is numbered.
  return !(before?.marker?.kind === 'number' && before.words.text.length < 70 && /^\p{Lu}/u.test(words));
}

/** Joins two lines: a hyphen at the end of a line parts a word, unless it belongs to it ("IT-", "hälso- och"). */
export function joined(text: string, words: string): string {
  if (!/\p{L}-$/u.test(text) || !/^\p{Ll}/u.test(words) || /^(?:och|eller|samt)(?!\p{L})/u.test(words))
    return `${text} ${words}`;
  return /\p{Lu}-$/u.test(text) ? `${text}${words}` : `${text.slice(0, -1)}${words}`;
}

/** Several passages that are the lines of one label. */
export function labelText(passages: readonly Passage[]): string {
  return passages.reduce((text, passage) => (text ? joined(text, passage.text.trim()) : passage.text.trim()), '');
}

/** Whether a passage stands in the source at all. */
export const stands = (passage: Passage): boolean => spanOf(passage) !== undefined;
