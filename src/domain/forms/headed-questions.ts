import { linesOf, type PlacedLine, spanOfLines } from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import { answerLabels } from './form-print.ts';
import type { FormHeading, LaidOutQuestion } from './question-layout.ts';
import { hasBox, marksOf } from './tick-marks.ts';

type HeadedStart = { readonly at: number; readonly number: string; readonly words: string };

const numberForm = /^(?<main>\d{1,3})(?:\s?(?<letter>[a-zåäö]))?[.)]\s+(?=\S)/u;

/**
 * The questions of a form that sets each of them as a numbered heading and each answer under a label or behind boxes, as this product prints one.
 * Then nothing else is a question, whatever the answers say. Undefined for every other form.
 */
export function headedQuestions(blocks: readonly SourceBlock[]): readonly LaidOutQuestion[] | undefined {
  const level = blocks.find((block) => block.kind === 'heading' && startIn(block, 0))?.level;
  if (level === undefined) return undefined;
  const starts = blocks.flatMap((block, at) => {
    const start = block.kind === 'heading' && block.level === level ? startIn(block, at) : undefined;
    return start ? [start] : [];
  });
  const questions = starts.map(({ at, number, words }): LaidOutQuestion => {
    const after = blocks.findIndex((block, index) => index > at && block.kind === 'heading' && block.level <= level);
    const lines = linesOf(blocks.slice(at, after < 0 ? undefined : after));
    const asked = blocks[at]!.lines.length;
    const { main, letter } = partsOf(number);
    const [part, section] = headingsAbove(blocks, at, level);
    return {
      number,
      main,
      ...(letter && { letter }),
      asked: lines.slice(0, asked),
      text: words,
      body: lines.slice(asked),
      labelled: true,
      ...(part && { part }),
      ...(section && { section }),
    };
  });
  return areRising(questions) && questions.every(({ body }) => isLabelled(body)) ? questions : undefined;
}

/** Whether a line is the heading that says what the words under it are. */
export function isLabel(line: PlacedLine, label: keyof typeof answerLabels): boolean {
  return line.block.kind === 'heading' && line.words.text === answerLabels[label];
}

function startIn(block: SourceBlock, at: number): HeadedStart | undefined {
  const [line] = block.lines;
  if (line?.marker?.kind === 'number') return { at, number: String(line.marker.number), words: line.words.text };
  const found = numberForm.exec(line?.words.text ?? '');
  if (!line || !found) return undefined;
  const { main, letter = '' } = found.groups!;
  return { at, number: `${main}${letter}`, words: line.words.text.slice(found[0].length) };
}

function partsOf(number: string): { readonly main: number; readonly letter?: string } {
  const { main, letter } = /^(?<main>\d+)(?<letter>\p{L})?$/u.exec(number)!.groups!;
  return { main: Number(main), ...(letter && { letter }) };
}

function areRising(questions: readonly LaidOutQuestion[]): boolean {
  return questions.every(({ main, letter = '' }, index) => {
    const before = questions[index - 1];
    return !before || before.main < main || (before.main === main && (before.letter ?? '') < letter);
  });
}

/** Whether an answer stands under a label, behind boxes, or is said to be missing. */
function isLabelled(body: readonly PlacedLine[]): boolean {
  return body.some(
    (line) =>
      isLabel(line, 'text') ||
      isLabel(line, 'percent') ||
      isLabel(line, 'count') ||
      line.words.text.endsWith(answerLabels.unanswered) ||
      (line.cells ? line.cells.some(({ text }) => hasBox(text)) : marksOf(line.words).marksFirst),
  );
}

/** The headings two levels and one level above a question, where the form has such. */
function headingsAbove(
  blocks: readonly SourceBlock[],
  at: number,
  level: number,
): readonly [FormHeading | undefined, FormHeading | undefined] {
  const nearest = (wanted: number) => {
    const found = blocks.slice(0, at).findLast((block) => block.kind === 'heading' && block.level <= wanted);
    return found?.level === wanted
      ? { title: found.lines.map(({ words }) => words.text).join(' '), span: spanOfLines(found.lines) }
      : undefined;
  };
  return level > 2 ? [nearest(level - 2), nearest(level - 1)] : [undefined, level > 1 ? nearest(level - 1) : undefined];
}
