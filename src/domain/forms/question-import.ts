import { around } from '../../documents/tree/passage.ts';
import {
  type Draft,
  type PlacedLine,
  type Proposed,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import { labelText } from './answer-text.ts';
import { labelledAnswer } from './headed-answer-reading.ts';
import { type AnsweredQuestion, answerIn, inferredAnswer } from './question-answer.ts';
import type { QuestionKind } from './question-kinds.ts';
import { type LaidOutQuestion, layOutQuestions } from './question-layout.ts';
import { conditionIn, mostItemsIn, type QuestionCondition } from './question-texts.ts';
import { hasBox } from './tick-marks.ts';

/** A question of a form with its answer, as a filled-in form shows both. */
export type ProposedQuestion = Proposed<
  'question',
  {
    /** "4", or "10a" for a sub-question. */
    readonly number: string;
    readonly text: string;
    readonly section?: string;
    readonly part?: string;
    readonly condition?: QuestionCondition;
    /** The most things the answer may name. */
    readonly maxItems?: number;
  } & AnsweredQuestion
>;

/** How surely the layout tells each kind; long texts and tables are where a page break or a column does harm. */
const sureness: Readonly<Record<QuestionKind, number>> = {
  yesNo: 0.9,
  single: 0.9,
  percent: 0.9,
  count: 0.9,
  text: 0.9,
  multi: 0.85,
  matrix: 0.85,
};

/**
 * Reads the questions and answers of a yearly return to a state agency. Each question is one record, sub-questions too. An answer that cannot
 * be read is left out: unknown is never Nej.
 */
export const questionImport: Recogniser<ProposedQuestion> = {
  name: 'question',
  appliesTo: ['nationalReturn'],
  recognise(reading) {
    const laidOut = layOutQuestions(reading.blocks);
    const drafts = laidOut.map((question) => draftOf(question, reading.text));
    const records = drafts.map((draft, index) => settled(draft, laidOut[index]!, laidOut, drafts));
    return { records, problems: [] };
  },
};

/** The words of a question, its lines joined, without the number. */
export function askedText({ asked, text }: Pick<LaidOutQuestion, 'asked' | 'text'>): string {
  const [first, ...rest] = asked.map((line) => line.words);
  const words = labelText([{ text, pieces: first?.pieces ?? [] }, ...rest]).replace(/\s+/gu, ' ');
  // A page may set the first prompt of the answer right behind the question mark: it has a box, which no question has.
  const end = words.lastIndexOf('?') + 1;
  return end > 0 && hasBox(words.slice(end)) ? words.slice(0, end) : words;
}

function draftOf(question: LaidOutQuestion, source: string): Draft<ProposedQuestion> {
  const text = askedText(question);
  const condition = conditionIn(text, question.main, question.letter);
  const answered = question.labelled ? labelledAnswer(text, question.body, source) : answerIn(text, question.body);
  const maxItems = mostItemsIn(text);
  const headings = [question.part, question.section].flatMap((heading) => (heading ? [heading.span] : []));
  return {
    type: 'question',
    source: spanOfQuestion(question),
    ...(headings.length > 0 && { alsoAt: headings }),
    confidence: question.labelled ? 0.98 : sureness[answered.kind],
    rule: `question-${answered.kind}`,
    number: question.number,
    text,
    ...(question.part && { part: question.part.title }),
    ...(question.section && { section: question.section.title }),
    ...(condition && { condition }),
    ...(maxItems && { maxItems }),
    ...answered,
  };
}

function spanOfQuestion({ asked, body }: LaidOutQuestion) {
  const written = (lines: readonly PlacedLine[]) => lines.filter((line) => line.words.text !== '');
  return around([spanOfLines(asked), ...(body.length > 0 ? [spanOfLines(written(body))] : [])]);
}

/** A question together with those around it: what its sub-questions tell of its answer, and what it says for all of them. */
function settled(
  draft: Draft<ProposedQuestion>,
  { main, letter, labelled }: LaidOutQuestion,
  laidOut: readonly LaidOutQuestion[],
  drafts: readonly Draft<ProposedQuestion>[],
): Draft<ProposedQuestion> {
  const followUp = drafts.find(({ condition, answer }) => {
    const meant = condition?.corrected ?? condition;
    return answer !== undefined && meant?.question === draft.number;
  });
  const meant = followUp?.condition?.corrected ?? followUp?.condition;
  const inferred = labelled
    ? undefined
    : inferredAnswer(draft, followUp && meant && { number: followUp.number, equals: meant.equals });
  const parent = letter ? drafts[laidOut.findIndex((one) => one.main === main && !one.letter)] : undefined;
  const maxItems = draft.maxItems ?? parent?.maxItems;
  const { evidence, ...whole } = { ...draft, ...inferred, ...(maxItems && { maxItems }) };
  return {
    ...whole,
    ...(evidence && (whole.answerReading === 'inferred' ? { inferredFrom: evidence } : { evidence })),
    confidence: Math.min(whole.confidence, whole.answerConfidence ?? 1),
  };
}
