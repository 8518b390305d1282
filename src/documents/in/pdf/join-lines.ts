import type { PageBox } from '../../tree/source.ts';
import type { Run } from '../source-builder.ts';
import { openHyphen } from './line-end-hyphens.ts';
import { hasSpaceBetween } from './lines.ts';
import type { TextRun } from './page-content.ts';

/** The words that the second half of a compound may be left out before: the hyphen of "hälso- och sjukvård" is written, and no line break. */
const conjunctions = /^(?:och|eller|samt|respektive|resp\.?|till|som|men|&|\/)(?:\s|$)/u;

/** The runs of one line as the builder of sources takes them. */
export function lineRuns(runs: readonly TextRun[]): readonly Run[] {
  const made: {
    text: string;
    bold?: boolean;
    italic?: boolean;
    struck?: boolean;
    place: { page: number; box: PageBox };
  }[] = [];
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    const last = made.at(-1);
    const space = before && hasSpaceBetween(before, run) ? ' ' : '';
    const looksAlike =
      last &&
      Boolean(last.bold) === run.bold &&
      Boolean(last.italic) === run.italic &&
      Boolean(last.struck) === run.struck;
    if (last && looksAlike && run.turns === 0) {
      last.text += space + run.text;
      last.place = { page: run.page, box: union(last.place.box, run.box) };
      return;
    }
    if (last) last.text += space;
    made.push({
      text: run.text,
      ...(run.bold && { bold: true }),
      ...(run.italic && { italic: true }),
      ...(run.struck && { struck: true }),
      place: { page: run.page, box: run.box },
    });
  });
  for (const run of made) run.text = closeSpacedLetters(run.text);
  return made;
}

/**
 * Printed lines as one flow of words. A hyphen that belongs to the word stays: before "och" and "eller", before capitals and figures, and after
 * a single letter or an abbreviation ("e-post", "IT-stöd"). Any other is left open until the whole document is known (`line-end-hyphens.ts`).
 */
export function joinLines(lines: readonly (readonly Run[])[]): readonly Run[] {
  const joined: Run[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const next = line
      .map((run) => run.text)
      .join('')
      .trimStart();
    if (!last || !next) {
      joined.push(...line);
      continue;
    }
    joined[joined.length - 1] = { ...last, text: beforeLine(last.text.trimEnd(), next) };
    joined.push(...line);
  }
  return joined;
}

/** The end of a line as it goes on in the next: with a space, or without its hyphen. */
function beforeLine(text: string, next: string): string {
  // Asked first, because looking for a word that ends so goes over the whole line.
  const [, word] = (/[-‐]$/.test(text) && /((?:[\p{L}\p{N}]+-)?[\p{L}\p{N}]+)[-‐]$/u.exec(text)) || [];
  if (!word) return /\p{L}\/$/u.test(text) ? text : `${text} `;
  const bare = text.slice(0, -1);
  if (conjunctions.test(next)) return `${bare}- `;
  if (!/^\p{Ll}/u.test(next)) return `${bare}-`;
  const isAbbreviation = word.length === 1 || /-|^(?:\p{Lu}{2,}|\p{N}+)$/u.test(word);
  return isAbbreviation ? `${bare}-` : `${bare}${openHyphen}`;
}

/** Abbreviations that are written with spaces between their letters. */
const abbreviations: ReadonlySet<string> = new Set(['t o m', 'f r o m', 'd v s', 'o s v', 'p g a', 'm a o', 'm f l']);

/** Letters set apart with a space after each, as headings sometimes are: "f ö r s l a g" is a word. Two spaces then part the words. */
function closeSpacedLetters(text: string): string {
  if (!/(?:^|\s)\p{L} \p{L} \p{L}(?:\s|$)/u.test(text)) return text;
  return text.replace(/(?<!\S)\p{L}(?: \p{L}){2,}(?!\S)/gu, (letters) => {
    const isEnumeration = letters === letters.toUpperCase() && letters.length < 8;
    return isEnumeration || abbreviations.has(letters) ? letters : letters.replaceAll(' ', '');
  });
}

function union(a: PageBox, b: PageBox): PageBox {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
