import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import type { PlacedLine } from '../../documents/tree/recognise.ts';
import { firstDate } from '../../kernel/swedish-dates.ts';
import { answerText } from './answer-text.ts';
import { choiceIn, chosenOf } from './choice-reading.ts';
import { type MatrixRow, matrixIn } from './matrix-reading.ts';
import { numberAnswerIn } from './number-answer-reading.ts';
import { type OptionTick, optionListIn } from './option-list-reading.ts';
import type { AnswerReading, QuestionKind } from './question-kinds.ts';
import { isAttachmentRequest, withoutCommentLabel } from './question-texts.ts';

/** What stands below a question: its kind as the layout shows it, its options or rows, and the answer as far as it can be known. */
export type AnsweredQuestion = {
  readonly kind: QuestionKind;
  readonly options?: readonly string[];
  readonly ticks?: readonly OptionTick[];
  readonly columns?: readonly string[];
  readonly rows?: readonly MatrixRow[];
  readonly answer?: string;
  readonly answerConfidence?: number;
  readonly answerReading?: AnswerReading;
  /** What an inferred answer follows from. */
  readonly inferredFrom?: string;
  /** What the page shows of the boxes when that does not give an answer, or gives it at once. */
  readonly evidence?: string;
  readonly value?: number;
  readonly asOf?: string;
  readonly cannotState?: boolean;
  readonly comment?: string;
  readonly guidance?: string;
  readonly attachment?: string;
};

const printedAnswer = /^svar\s*:\s*/iu;

/** Reads the lines below a question. Matrix, choice, number and list of options are told by their layout; what remains is text. */
export function answerIn(question: string, body: readonly PlacedLine[]): AnsweredQuestion {
  return matrix(body) ?? choice(body) ?? numeric(question, body) ?? list(body) ?? text(body);
}

/** The lines below a question that are running text: no options, rows or number fields. */
export function proseBelow(question: string, body: readonly PlacedLine[]): readonly PlacedLine[] {
  const table = matrixIn(body);
  if (table) return table.below;
  const found = choiceIn(body) ?? numberAnswerIn(question, body) ?? optionListIn(body);
  return found ? found.after : body;
}

function matrix(body: readonly PlacedLine[]): AnsweredQuestion | undefined {
  const found = matrixIn(body);
  if (!found) return undefined;
  const known = found.rows.filter((row) => row.answer !== undefined);
  return {
    kind: 'matrix',
    columns: found.columns,
    rows: found.rows,
    answerReading: readingOf(found.rows.map((row) => row.answerReading)),
    evidence: `${known.length} av ${found.rows.length} rader har ett svar som går att läsa eller framgår av texten.`,
    ...(known.length > 0 && { answerConfidence: Math.min(...known.map((row) => row.answerConfidence ?? 0)) }),
    ...commentOf(found.after),
  };
}

function choice(body: readonly PlacedLine[]): AnsweredQuestion | undefined {
  const found = choiceIn(body);
  if (!found) return undefined;
  const options = found.options.map(({ option }) => option);
  const guidance = answerText(found.before);
  return {
    kind: options.every((option) => /^(?:ja|nej)$/iu.test(option)) ? 'yesNo' : 'single',
    options,
    ...chosenOf(found.options),
    ...(guidance && { guidance }),
    ...commentOf(found.after),
  };
}

function numeric(question: string, body: readonly PlacedLine[]): AnsweredQuestion | undefined {
  const found = numberAnswerIn(question, body);
  if (!found) return undefined;
  const asOf = firstDate(question)?.date;
  const answer = found.printed ?? (found.cannotState ? 'Kan inte anges' : undefined);
  return {
    kind: found.kind,
    ...(answer ? { answer, answerConfidence: 0.95, answerReading: 'read' } : { answerReading: 'unreadable' }),
    ...(found.value !== undefined && { value: found.value }),
    ...(found.cannotState && { cannotState: true }),
    ...(asOf && { asOf }),
    ...commentOf(found.after),
  };
}

function list(body: readonly PlacedLine[]): AnsweredQuestion | undefined {
  const found = optionListIn(body);
  if (!found) return undefined;
  const ticked = found.options.filter((one) => one.ticked);
  return {
    kind: 'multi',
    options: found.options.map(({ option }) => option),
    ticks: found.options,
    ...(ticked.length > 0 && {
      answer: ticked.map((one) => (one.specification ? `${one.option}: ${one.specification}` : one.option)).join('\n'),
      answerConfidence: Math.min(...found.options.map((one) => one.confidence ?? 1)),
    }),
    answerReading: readingOf(found.options.map((one) => one.reading)),
    ...commentOf(found.after),
  };
}

function text(body: readonly PlacedLine[]): AnsweredQuestion {
  const words = answerText(body).replace(printedAnswer, '');
  return { kind: 'text', ...(words && { answer: words, answerConfidence: 0.9, answerReading: 'read' }) };
}

/** Several boxes are as well read as the worst of them. */
function readingOf(readings: readonly AnswerReading[]): AnswerReading {
  return (['unreadable', 'inferred'] as const).find((one) => readings.includes(one)) ?? 'read';
}

function commentOf(lines: readonly PlacedLine[]): Pick<AnsweredQuestion, 'comment' | 'attachment'> {
  const send = lines.filter((line) => isAttachmentRequest(line.words.text));
  const comment = withoutCommentLabel(answerText(lines.filter((line) => !send.includes(line))));
  return { ...(comment && { comment }), ...(send.length > 0 && { attachment: answerText(send) }) };
}

const denial = new RegExp(
  `^[^.]*(?<!\\p{L})(?:inte|ej|${tolerant('saknas')}|${tolerant('ingen')}|${tolerant('inget')})(?!\\p{L})`,
  'iu',
);

/**
 * What an unknown answer to Ja or Nej follows from: the text that is asked for only after that answer is there. A description that nobody
 * asked for speaks for Ja when it denies nothing, but weakly.
 */
export function inferredAnswer(
  question: AnsweredQuestion,
  followUp: { readonly number: string; readonly equals: string } | undefined,
): Pick<AnsweredQuestion, 'answer' | 'answerConfidence' | 'answerReading' | 'evidence'> | undefined {
  if (question.kind !== 'yesNo') return undefined;
  const told = question.evidence ? `${question.evidence} ` : '';
  if (followUp && (question.answer === undefined || question.answer === followUp.equals)) {
    const both = question.answer !== undefined;
    if (both && question.answerReading === 'read') return undefined;
    const evidence = `${told}Fråga ${followUp.number}, som gäller om svaret är ${followUp.equals}, är besvarad.`;
    return { answer: followUp.equals, answerConfidence: both ? 0.9 : 0.85, answerReading: 'inferred', evidence };
  }
  if (question.answer !== undefined || !question.comment || denial.test(question.comment)) return undefined;
  const evidence = `${told}Under frågan beskrivs vad som har gjorts, vilket talar för Ja.`;
  return { answer: 'Ja', answerConfidence: 0.6, answerReading: 'inferred', evidence };
}
