import * as z from 'zod';
import type { AnswerReading } from '../forms/index.ts';
import type { FormAnswer } from './form-return.ts';

/** One option or row of a question, and whether it was chosen; `undefined` is unknown, never No. */
export type ShownChoice = {
  readonly text: string;
  readonly chosen: boolean | undefined;
  readonly reading: AnswerReading;
  readonly confidence: number | undefined;
  /** The marks as they are printed beside it. */
  readonly marks: string | undefined;
  readonly specification: string | undefined;
};

/** A row of a matrix with its answer. */
export type ShownRow = {
  readonly label: string;
  readonly answer: string | undefined;
  readonly reading: AnswerReading;
  readonly confidence: number | undefined;
  readonly marks: string | undefined;
  readonly comment: string | undefined;
};

const text = z.string().optional().catch(undefined);
const reading = z.enum(['read', 'inferred', 'unreadable']).optional().catch(undefined);
const share = z.number().optional().catch(undefined);
const tickShape = z.object({
  option: z.string(),
  ticked: z.boolean().optional().catch(undefined),
  reading,
  confidence: share,
  marks: text,
  specification: text,
});
const rowShape = z.object({
  label: z.string(),
  answer: text,
  answerReading: reading,
  answerConfidence: share,
  marks: text,
  comment: text,
});
const conditionShape = z.object({
  question: z.string(),
  equals: z.string(),
  corrected: z.object({ question: z.string(), equals: z.string() }).optional(),
});
const detailsShape = z.object({
  part: text,
  maxItems: share,
  answerReading: reading,
  evidence: text,
  comment: text,
  guidance: text,
  attachment: text,
  asOf: text,
  value: share,
  cannotState: z.boolean().optional().catch(undefined),
  ticks: z.array(tickShape).optional().catch(undefined),
});

/** What a form shows beside an answer, as the reader of forms wrote it; what does not fit is left out. */
export function detailsOf({ details }: Pick<FormAnswer, 'details'>): z.output<typeof detailsShape> {
  return detailsShape.parse(details ?? {});
}

/** The condition as it is meant, with the printed question where that is another one. */
export function conditionOf({ condition }: Pick<FormAnswer, 'condition'>) {
  const parsed = conditionShape.safeParse(condition);
  if (!parsed.success) return undefined;
  const { question, equals, corrected } = parsed.data;
  return corrected ? { ...corrected, printed: question } : { question, equals, printed: undefined };
}

/** How the whole answer is known. An answer without any note of it was written in by a person, and is as good as read. */
export function readingOf(answer: Pick<FormAnswer, 'details' | 'answer' | 'inferredFrom'>): AnswerReading {
  return detailsOf(answer).answerReading ?? (answer.inferredFrom ? 'inferred' : 'read');
}

/** The options with their ticks. Where only the answer is known, the option of that name is the chosen one. */
export function choicesOf(answer: FormAnswer): readonly ShownChoice[] {
  const { ticks } = detailsOf(answer);
  const whole = readingOf(answer);
  if (ticks)
    return ticks.map(({ option, ticked, reading: own = 'read', confidence, marks, specification }) => ({
      text: option,
      chosen: own === 'unreadable' ? undefined : ticked === true,
      reading: own,
      confidence,
      marks,
      specification,
    }));
  return answer.options.map((option) => ({
    text: option,
    chosen: answer.answer === null || whole === 'unreadable' ? undefined : option === answer.answer,
    reading: whole,
    confidence: answer.certainty ?? undefined,
    marks: undefined,
    specification: undefined,
  }));
}

/** The rows of a matrix. */
export function rowsOf({ matrix }: Pick<FormAnswer, 'matrix'>): readonly ShownRow[] {
  return (matrix ?? []).flatMap((row) => {
    const parsed = rowShape.safeParse(row);
    if (!parsed.success) return [];
    const { label, answer, answerReading, answerConfidence, marks, comment } = parsed.data;
    return [
      {
        label,
        answer,
        reading: answerReading ?? (answer ? 'read' : 'unreadable'),
        confidence: answerConfidence,
        marks,
        comment,
      },
    ];
  });
}

/** Whether an answer, or a part of it, could not be read. */
export function isUnknown(answer: FormAnswer): boolean {
  return readingOf(answer) === 'unreadable';
}

/** A question that only introduces its lettered sub-questions. */
export function subQuestionsOf(answers: readonly FormAnswer[], { number }: FormAnswer): readonly FormAnswer[] {
  return /^\d+$/.test(number) ? answers.filter((one) => new RegExp(`^${number}\\p{L}$`, 'u').test(one.number)) : [];
}

export type ReturnSection = { readonly title: string | null; readonly answers: readonly FormAnswer[] };
export type ReturnPart = { readonly title: string | null; readonly sections: readonly ReturnSection[] };

/** The answers by part and section, in the order of the form. */
export function partsOf(answers: readonly FormAnswer[]): readonly ReturnPart[] {
  const parts = new Map<string | null, FormAnswer[]>();
  for (const answer of answers) {
    const part = detailsOf(answer).part ?? null;
    parts.set(part, [...(parts.get(part) ?? []), answer]);
  }
  return [...parts].map(([title, own]) => ({
    title,
    sections: [...Map.groupBy(own, ({ section }) => section)].map(([name, inSection]) => ({
      title: name,
      answers: inSection,
    })),
  }));
}
