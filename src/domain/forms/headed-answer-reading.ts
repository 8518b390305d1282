import { spanOf } from '../../documents/tree/passage.ts';
import type { PlacedLine } from '../../documents/tree/recognise.ts';
import { spanOfLines } from '../../documents/tree/recognise.ts';
import { firstDate } from '../../kernel/swedish-dates.ts';
import { joined } from './answer-text.ts';
import { answerLabels } from './form-print.ts';
import { isLabel } from './headed-questions.ts';
import type { MatrixRow } from './matrix-reading.ts';
import type { OptionTick } from './option-list-reading.ts';
import type { AnsweredQuestion } from './question-answer.ts';
import { marksIn, marksOf, stateOf } from './tick-marks.ts';

const sure = 0.99;
const read = 'read' as const;

/**
 * The answer to a question of a form that says itself where each answer stands (`headed-questions.ts`): words under their labels, drawn boxes before
 * options, a table of drawn boxes. Nothing is inferred. `source` is the text that the lines were read from.
 */
export function labelledAnswer(question: string, body: readonly PlacedLine[], source: string): AnsweredQuestion {
  const words = (label: keyof typeof answerLabels, from = body) => proseIn(under(from, label), source);
  const comment = words('comment', afterRows(body));
  const files = words('attachments');
  const beside = { ...(comment && { comment }), ...(files && { attachment: files }) };
  const unlabelled = body.slice(0, firstLabel(body));
  const table = unlabelled.filter(({ cells }) => cells !== undefined);
  if (table.length > 1) return { ...matrixOf(table, body, source), ...beside };
  const ticks = ticksIn(unlabelled, source);
  if (ticks.length > 0) return { ...choiceOf(ticks), ...beside };
  for (const kind of ['percent', 'count'] as const)
    if (body.some((line) => isLabel(line, kind))) return { ...numberOf(kind, question, under(body, kind)), ...beside };
  const text = words('text');
  return { kind: 'text', ...(text && { answer: text, answerConfidence: sure, answerReading: read }), ...beside };
}

/** The lines of a labelled answer that are somebody's own words: those under a heading, but for a number that is asked for and names of files. */
export function labelledProse(body: readonly PlacedLine[]): readonly PlacedLine[] {
  let own = false;
  return body.filter((line) => {
    if (line.block.kind !== 'heading') return own && !line.cells;
    own = !(['percent', 'count', 'attachments'] as const).some((label) => isLabel(line, label));
    return false;
  });
}

/** The lines under a label, to the next heading. */
function under(body: readonly PlacedLine[], label: keyof typeof answerLabels): readonly PlacedLine[] {
  const at = body.findLastIndex((line) => isLabel(line, label));
  return at < 0 ? [] : untilHeading(body.slice(at + 1));
}

function untilHeading(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.slice(0, firstLabel(lines));
}

function firstLabel(lines: readonly PlacedLine[]): number {
  const found = lines.findIndex(({ block }) => block.kind === 'heading');
  return found < 0 ? lines.length : found;
}

/** Words as they were written: a paragraph a line, a dash before each item of a list, and a number as it stands in the source. */
function proseIn(lines: readonly PlacedLine[], source: string): string {
  return lines.reduce((text, line) => {
    const words = line.words.text.trim();
    if (words === '') return text;
    const goesOn = text !== '' && !line.firstOfBlock && !line.marker;
    return goesOn ? joined(text, words) : `${text}${text && '\n'}${markerOf(line, source)}${words}`;
  }, '');
}

function markerOf({ marker, span }: PlacedLine, source: string): string {
  if (!marker) return '';
  if (marker.kind === 'bullet') return '- ';
  const printed = /^\s*(?<number>\S{1,5}[.):])\s/u.exec(source.slice(span.start, span.end))?.groups?.number;
  return `${printed ?? `${marker.number}.`} `;
}

/** The options behind their boxes, each with the words that stand under it. */
function ticksIn(lines: readonly PlacedLine[], source: string): readonly OptionTick[] {
  const starts = lines.flatMap((line, at) => (line.firstOfBlock && marksOf(line.words).marksFirst ? [at] : []));
  return starts.map((at, index): OptionTick => {
    const block = lines.slice(at, starts[index + 1]);
    const own = block.filter((line) => line.block === block[0]!.block);
    const { label, marks } = marksOf(own[0]!.words);
    const option = own.slice(1).reduce((text, line) => joined(text, line.words.text.trim()), label.text);
    const specification = proseIn(block.slice(own.length), source);
    const state = stateOf(marks);
    return {
      option,
      marks: marks.map(({ printed }) => printed).join(' '),
      ...(state === 'ticked' || state === 'empty'
        ? { ticked: state === 'ticked', reading: read, confidence: sure }
        : { reading: 'unreadable' }),
      ...(specification && { specification }),
    };
  });
}

function choiceOf(ticks: readonly OptionTick[]): AnsweredQuestion {
  const options = ticks.map(({ option }) => option);
  const ticked = ticks.filter((one) => one.ticked);
  const answer = ticked.map((one) => (one.specification ? `${one.option}: ${one.specification}` : one.option));
  return {
    kind: options.every((option) => /^(?:ja|nej)$/iu.test(option)) ? 'yesNo' : 'multi',
    options,
    ticks,
    answerReading: ticks.some(({ reading }) => reading === 'unreadable') ? 'unreadable' : read,
    ...(answer.length > 0 && { answer: answer.join('\n'), answerConfidence: sure }),
  };
}

function matrixOf(table: readonly PlacedLine[], body: readonly PlacedLine[], source: string): AnsweredQuestion {
  const [head, ...lines] = table;
  const columns = head!.cells!.slice(1).map(({ text }) => text);
  const rows = lines
    .filter(({ words }) => words.text !== head!.words.text)
    .map((line): MatrixRow => {
      const [label, ...cells] = line.cells!;
      const marks = cells.map(({ text }) => marksIn(text));
      const ticked = columns.filter((_, index) => stateOf(marks[index] ?? []) === 'ticked');
      const drawn = marks.every((cell) => ['ticked', 'empty'].includes(stateOf(cell)));
      const comment = textOfRow(body, label?.text ?? '', source);
      return {
        label: label?.text ?? '',
        marks: cells.map(({ text }) => text).join(' '),
        answerReading: drawn && ticked.length < 2 ? read : 'unreadable',
        ...(drawn && ticked.length === 1 && { answer: ticked[0]!, answerConfidence: sure }),
        ...(comment && { comment }),
        source: spanOfLines([line]),
      };
    });
  return {
    kind: 'matrix',
    columns,
    rows,
    answerReading: rows.some(({ answerReading }) => answerReading === 'unreadable') ? 'unreadable' : read,
    ...(rows.some(({ answer }) => answer !== undefined) && { answerConfidence: sure }),
  };
}

/** What is written about a row, under a heading with its words. */
function textOfRow(body: readonly PlacedLine[], label: string, source: string): string {
  const at = body.findIndex(({ block, words }) => block.kind === 'heading' && words.text === label);
  return at < 0 ? '' : proseIn(untilHeading(body.slice(at + 1)), source);
}

/** A comment comes last, so that a row of the same name is not taken for it. */
function afterRows(body: readonly PlacedLine[]): readonly PlacedLine[] {
  return body.slice(
    Math.max(
      0,
      body.findLastIndex((line) => isLabel(line, 'comment')),
    ),
  );
}

function numberOf(kind: 'percent' | 'count', question: string, lines: readonly PlacedLine[]): AnsweredQuestion {
  const box = lines.find(({ words }) => marksOf(words).marksFirst);
  const cannotState = box !== undefined && stateOf(marksOf(box.words).marks) === 'ticked';
  const line = lines.find(({ words }) => numberForm.test(words.text));
  const printed = numberForm.exec(line?.words.text ?? '')?.groups?.number;
  const asOf = firstDate(question)?.date;
  const base = { kind, ...(asOf && { asOf }), ...(cannotState && { cannotState }) };
  if (line && printed && spanOf(line.words))
    return {
      ...base,
      answer: printed,
      value: Number(printed.replace(/[\s%]/gu, '').replace('−', '-').replace(',', '.')),
      answerConfidence: sure,
      answerReading: read,
    };
  return {
    ...base,
    answerReading: read,
    ...(cannotState && { answer: answerLabels.cannotState, answerConfidence: sure }),
  };
}

const numberForm = /^Svar:\s(?<number>[−-]?\d{1,3}(?:\s?\d{3})*(?:,\d+)?\s?%?)$/u;
