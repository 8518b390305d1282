import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { goesOn, linesOf, type PlacedLine, spanOfLines } from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { headedQuestions } from './headed-questions.ts';
import { partedHeadings, partedQuestions } from './parted-lines.ts';
import { marksOf } from './tick-marks.ts';

/** A heading of a form and where it stands. */
export type FormHeading = { readonly title: string; readonly span: Span };

/** One question as it is laid out: the lines that ask, and the lines up to the next question or heading, which answer. */
export type LaidOutQuestion = {
  readonly number: string;
  /** The number without the letter of a sub-question. */
  readonly main: number;
  readonly letter?: string;
  readonly asked: readonly PlacedLine[];
  /** The first asked line without its number. */
  readonly text: string;
  readonly body: readonly PlacedLine[];
  readonly part?: FormHeading;
  readonly section?: FormHeading;
  /** The form says itself where each answer stands; see `headed-questions.ts`. */
  readonly labelled?: true;
};

type Start = { readonly at: number; readonly main: number; readonly letter?: string; readonly words: string };

const partForm = new RegExp(String.raw`^${tolerant('del')}\s+[A-Z]\s*[:.–—-]\s*\S`, 'iu');
const subForm = /^(?<main>\d{1,2})\s?(?<letter>[a-h])\s?[.):]\s*(?=\S)/u;
const mainForm = /^(?<main>\d{1,2})[.):]\s+(?=\S)/u;
const askingWords = new RegExp(
  `(?:^|[.?:]\\s{1,3})(?:${['har', 'hur', 'vilka', 'vilken', 'vilket', 'vem', 'vad', 'när', 'finns', 'används', 'beskriv', 'ange', 'nämn', 'redovisa', 'på vilket', 'om svaret', 'kan', 'är'].map(tolerant).join('|')})(?!\\p{L})`,
  'iu',
);

/**
 * Lays out the questions of a form. Numbers of questions rise by one, sub-questions have the letters in order; a numbered line that does not
 * fit or does not ask anything belongs to an answer. A short line right before a question is the heading of its section.
 */
export function layOutQuestions(blocks: readonly SourceBlock[]): readonly LaidOutQuestion[] {
  const headed = headedQuestions(blocks);
  if (headed) return headed;
  const lines = partedHeadings(partedQuestions(linesOf(blocks)));
  const starts = startsIn(lines);
  let part: FormHeading | undefined;
  let section: FormHeading | undefined;
  return starts.map((start, index): LaidOutQuestion => {
    const from = index === 0 ? 0 : starts[index - 1]!.at + 1;
    const before = headingsBetween(lines, from, start);
    if (before.part) {
      part = before.part;
      section = undefined;
    }
    section = before.section ?? section;
    const next = starts[index + 1];
    const after = next ? headingsBetween(lines, start.at + 1, next).from : partAt(lines, start.at + 1);
    const asked = askedLines(lines.slice(start.at, after));
    return {
      number: `${start.main}${start.letter ?? ''}`,
      main: start.main,
      ...(start.letter && { letter: start.letter }),
      asked,
      text: start.words,
      body: lines.slice(start.at + asked.length, after),
      ...(part && { part }),
      ...(section && { section }),
    };
  });
}

function startsIn(lines: readonly PlacedLine[]): readonly Start[] {
  const starts: Start[] = [];
  lines.forEach((line, at) => {
    const last = starts.at(-1);
    const text = line.words.text;
    const sub = subForm.exec(text);
    const nextLetter = last && String.fromCharCode((last.letter?.charCodeAt(0) ?? 96) + 1);
    if (last && sub && Number(sub.groups!.main) === last.main && sub.groups!.letter === nextLetter) {
      starts.push({ at, main: last.main, letter: nextLetter, words: text.slice(sub[0].length) });
      return;
    }
    const printed = mainForm.exec(text);
    const main = line.marker?.kind === 'number' ? line.marker.number : Number(printed?.groups?.main);
    const words = line.marker ? text : text.slice(printed?.[0].length ?? 0);
    const expected = (last?.main ?? 0) + 1;
    // A number may be lost on a damaged page, so one or two may be missing; then the words must ask all the clearer.
    if (main >= expected && main <= expected + 2 && asks(lines, at, words, main === expected))
      starts.push({ at, main, words });
  });
  return starts;
}

/** Whether the lines from here on ask something: a word that asks or requests, and an end as questions have it. */
function asks(lines: readonly PlacedLine[], at: number, words: string, expected: boolean): boolean {
  const text = [
    words,
    ...askedLines(lines.slice(at, at + 8)).map((line, index) => (index === 0 ? '' : line.words.text)),
  ].join(' ');
  const ends = /[?:…]|\.\.+/u.test(text);
  return askingWords.test(text) && (ends || expected);
}

/** The lines that ask: to the end of the paragraph, or to the first line that can be marked; over a page break when the sentence goes on. */
function askedLines(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const asked = [lines[0]!];
  for (const line of lines.slice(1)) {
    const text = asked.at(-1)!.words.text;
    if (isChoice(line)) break;
    // The last word of a question may stand in a block of its own.
    if (line.firstOfBlock && !/[.?:…]$/u.test(text.trim()) && /^\S{1,12}\s?\?$/u.test(line.words.text)) {
      asked.push(line);
      break;
    }
    if (
      line.firstOfBlock
        ? !goesOn(text, line.words.text) || /\.\.$|…$/u.test(text)
        : /[?:]$|\.\.$|…$/u.test(text.trim()) && /^[\p{Lu}.…]/u.test(line.words.text)
    )
      break;
    asked.push(line);
  }
  return asked;
}

/** A line of the choice between Ja and Nej, with or without marks. */
export function isChoice(line: PlacedLine): boolean {
  return (
    /^(?:Ja|Nej)(?:$|\s+(?:Nej|Delvis)(?:\s|$)|,)/u.test(marksOf(line.words).label.text) ||
    /^(?:Ja|Nej)\s/u.test(line.words.text)
  );
}

function headingsBetween(lines: readonly PlacedLine[], from: number, next: Start) {
  const partIndex = partAt(lines, from);
  const partLine = partIndex < next.at ? lines[partIndex] : undefined;
  const end = next.letter ? next.at : sectionStart(lines, Math.max(from, partLine ? partIndex + 1 : from), next.at);
  const section = end < next.at ? headingOf(lines.slice(end, next.at)) : undefined;
  return {
    from: Math.min(partLine ? partIndex : next.at, end),
    ...(partLine && { part: headingOf([partLine]) }),
    ...(section && { section }),
  };
}

function partAt(lines: readonly PlacedLine[], from: number): number {
  const found = lines.findIndex((line, index) => index >= from && line.firstOfBlock && partForm.test(line.words.text));
  return found < 0 ? lines.length : found;
}

/** Where the heading right before a question begins; the index of the question itself when there is none. */
function sectionStart(lines: readonly PlacedLine[], from: number, at: number): number {
  const line = lines[at - 1];
  if (!line || at - 1 < from) return at;
  const { label, marks } = marksOf(line.words);
  // A heading may stand close to the sentence before it when the space between them was lost.
  const alone = line.firstOfBlock ? line.block.lines.length === 1 : /[.!?]$/u.test(lines[at - 2]?.words.text ?? '');
  const titled = /^\p{Lu}[^.:;?!@…]{2,58}[^.:;?!,@…\s]$/u.test(label.text) && marks.length === 0 && !isChoice(line);
  return line.block.kind === 'heading' || (alone && lines[at]!.firstOfBlock && titled && !line.marker && !line.cells)
    ? at - 1
    : at;
}

function headingOf(lines: readonly PlacedLine[]): FormHeading {
  return { title: lines.map((line) => line.words.text).join(' '), span: spanOfLines(lines) };
}
