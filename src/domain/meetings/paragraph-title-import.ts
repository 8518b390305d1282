import { hadRoom } from '../../documents/tree/hard-wraps.ts';
import type { PlacedLine } from '../../documents/tree/recognise.ts';
import { findRegistrationNumbers, leadingRegistrationNumber } from '../../kernel/registration-number.ts';
import { type MinutesParagraph, type ParagraphPart, partHeadedBy, partsOf } from './paragraph-sections-import.ts';

/** What stands at the head of a §: the number of its matter, the code of the classification, its title; and the text that begins after. */
export type ParagraphHead = {
  readonly title: string;
  readonly diaryNumber?: string;
  /** The code of the classification printed beside the number. */
  readonly classification?: string;
  /** The lines of the title below the line of the number. */
  readonly titleLines: readonly PlacedLine[];
  readonly parts: readonly ParagraphPart[];
};

/** Titles are set larger than text and so wrap earlier; a shorter line than this with room for the next word ends its title. */
const narrowest = 58;
/** A title does not end with a word that asks for another. */
const unfinished =
  /(?:[,–-]|(?<!\p{L})(?:och|samt|för|av|i|om|till|att|från|vid|på|med|mot|den|det|de|en|ett|inom|under|mellan|avseende))$/iu;
const longestTitle = 8;

/** Reads the head of a §. The title may stand beside the number, on the next line, or over several; the text may begin right below it. */
export function paragraphHead(paragraph: MinutesParagraph): ParagraphHead {
  const { rest, lines } = paragraph;
  const leading = leadingRegistrationNumber(rest);
  const inside = leading ? undefined : findRegistrationNumbers(rest)[0];
  const behind = leading ? rest.slice(leading.end).trim() : rest;
  const code = leading && /^\d{1,4}(?:\.\d+)*\.?(?=\s|$)/.exec(behind)?.[0];
  const beside = (code ? behind.slice(code.length) : inside ? rest.replace(inside.text, ' ') : behind).trim();
  const [first, ...others] = lines;
  // The number of the matter may stand on a line of its own below the number of the §.
  const below = !leading && !inside && first && leadingRegistrationNumber(first.words.text);
  const ownLine = below && below.end === first.words.text.trim().length ? below : undefined;
  const titleLines = titleUnder(beside, ownLine ? others : lines);
  const words = [beside, ...titleLines.map((line) => `${dashOf(line, paragraph.source)}${line.words.text}`)].join(' ');
  const used = titleLines.length + (ownLine ? 1 : 0);
  const number = leading?.text ?? inside?.text ?? ownLine?.text;
  return {
    title: words.replace(/\s+/g, ' ').trim(),
    ...(number && { diaryNumber: number }),
    ...(code && { classification: code }),
    titleLines,
    parts: partsOf({ ...paragraph, lines: lines.slice(used) }),
  };
}

/** The lines below that go on the title, or are it. */
function titleUnder(beside: string, lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const title: PlacedLine[] = [];
  let width = Math.max(narrowest, beside.length);
  for (const line of lines.slice(0, longestTitle)) {
    const last = title.at(-1)?.words.text ?? beside;
    const words = line.words.text;
    if (last === '') {
      // The very first words are the title, unless the § has none and begins with its decision.
      if (['decision', 'sentTo', 'motions', 'vote'].includes(partHeadedBy(line) ?? '')) break;
    } else if (
      partHeadedBy(line) ||
      (line.marker && !goesOnWithDash(line)) ||
      endsHere(last, line, title.at(-1), width)
    )
      break;
    title.push(line);
    width = Math.max(width, words.length);
  }
  return title;
}

function endsHere(last: string, line: PlacedLine, before: PlacedLine | undefined, width: number): boolean {
  const words = line.words.text;
  if (unfinished.test(last)) return false;
  if (line.block.kind === 'heading' && before?.block.kind === 'heading') return false;
  if (/^[\p{Ll}(]/u.test(words)) return line.firstOfBlock && /^att(?!\p{L})/u.test(words);
  if (/[.!?]$/u.test(last)) return true;
  if (goesOnWithDash(line)) return false;
  return line.firstOfBlock || hadRoom(`${last}${' '.repeat(slack)}`, words, width);
}

/** Letters differ in width, so a line has room only when it is clearly shorter than the others. */
const slack = 4;

/** A dash at the beginning of a wrapped line looks like a bullet, but goes on the title; so does one that goes on in small letters and has no other after it. */
const goesOnWithDash = (line: PlacedLine) =>
  line.marker?.kind === 'bullet' &&
  line.indent === 0 &&
  (!line.firstOfBlock ||
    line.block.blankBefore === 0 ||
    (/^\p{Ll}/u.test(line.words.text) && line.block.lines.filter(({ marker }) => marker).length === 1));

function dashOf(line: PlacedLine, source: string): string {
  const first = line.words.pieces[0]?.source ?? line.span.start;
  return line.marker ? `${source.slice(line.span.start, first).trim()} ` : '';
}
