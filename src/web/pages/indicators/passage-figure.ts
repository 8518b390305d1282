import { type Figure, figuresIn } from '../../../domain/indicators/index.ts';
import { AppError } from '../../../kernel/errors.ts';

/** A line of a document's text, with what stands around it and the figure that can be read in it. */
export type FigureOfLine = {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly around: string;
  readonly aroundStart: number;
  readonly firstLine: number;
  readonly guess: Figure | undefined;
};

const linesAround = 3;

/** A line of a text by its number, which begins at one. Throws `record.notFound` when the text has no such line or it is empty. */
export function figureOfLine(text: string, number: number): FigureOfLine {
  const lines = text.split('\n');
  const words = lines[number - 1];
  if (words === undefined || words.trim() === '') throw new AppError('record.notFound');
  const startOf = (line: number) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const from = Math.max(0, number - 1 - linesAround);
  const start = startOf(number - 1) + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return {
    number,
    start,
    end,
    words: words.trim(),
    around: lines.slice(from, number + linesAround).join('\n'),
    aroundStart: startOf(from),
    firstLine: from + 1,
    guess: figuresIn(words)[0],
  };
}

/** Where some words of a passage stand: in the line itself, or going on into the lines after it. Undefined when they do not stand there. */
export function placeOfWords(
  text: string,
  line: Pick<FigureOfLine, 'start'>,
  words: string,
): { readonly start: number; readonly end: number } | undefined {
  const plain = words.trim().split(/\s+/u);
  const escaped = plain.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const reach = text.slice(line.start, line.start + words.length * 2 + 400);
  const found = new RegExp(escaped.join('\\s+'), 'u').exec(reach);
  return found ? { start: line.start + found.index, end: line.start + found.index + found[0].length } : undefined;
}
