import { childrenOf, textOf, type XmlElement } from '../xml/parse-xml.ts';
import { withSigns } from './docx-symbols.ts';

const unprinted = /[\r\n\u00ad\uf000-\uf0ff]/;

/** The words of one text element as they are printed: without space around them unless the file says that it is kept. */
export function wordsOf(element: XmlElement, font: string | undefined): string {
  const { children } = element;
  const first = children[0];
  const written = children.length === 1 && typeof first === 'string' ? first : children.join('');
  const words = unprinted.test(written) ? asPrinted(written, font) : written;
  return element.attributes['xml:space'] === 'preserve' ? words : words.trim();
}

/** Words without the breaks and soft hyphens of the file, and with the signs that a sign font draws. */
function asPrinted(words: string, font: string | undefined): string {
  return withSigns(words.replace(/[\r\n]+/g, ' ').replaceAll('\u00ad', ''), font);
}

/** Whether a run of text says anything. */
export function hasWords(run: XmlElement): boolean {
  return childrenOf(run, 'w:t').some((words) => textOf(words).trim() !== '');
}
