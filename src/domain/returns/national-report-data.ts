import * as z from 'zod';
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  type Answer,
  askedQuestions,
  emptyValue,
  exportedAnswers,
  isAnswered,
  optionsOf,
  printedCode,
  printedOption,
  type Question,
} from '../forms/index.ts';
import type { AnswerProofs } from './answer-proof.ts';
import type { AnsweredReport } from './national-report.ts';

const chosen = z.strictObject({
  option: z.string(),
  /** The words of the form, so that who counts need not look them up. */
  text: z.string(),
  specify: z.string().nullable(),
});

const answerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), chosen: chosen.nullable() }),
  z.strictObject({ kind: z.literal('choices'), chosen: z.array(chosen) }),
  z.strictObject({
    kind: z.literal('matrix'),
    rows: z.array(
      z.strictObject({ row: z.string(), text: z.string(), chosen: chosen.nullable(), words: z.string().nullable() }),
    ),
  }),
  z.strictObject({ kind: z.literal('scale'), step: z.number().nullable(), from: z.number(), to: z.number() }),
  z.strictObject({
    kind: z.literal('number'),
    unit: z.enum(['percent', 'count']),
    number: z.number().nullable(),
    cannotState: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
]);

/**
 * A return as data, for the system of the authority that asked. Only questions that are asked are there; one without an answer says that it has none.
 * Fields are added, never renamed: `format` counts the changes that a reader must know of.
 */
export const nationalReportShape = z.strictObject({
  format: z.literal('kansli-return-1'),
  title: z.string(),
  year: z.int(),
  organisation: z.string(),
  approvedBy: z.string(),
  approvedOn: z.iso.date().nullable(),
  receiver: z.string(),
  form: z.strictObject({ title: z.string(), version: z.int(), year: z.int().nullable() }),
  questions: z.array(
    z.strictObject({
      code: z.string(),
      number: z.string(),
      part: z.string(),
      section: z.string(),
      question: z.string(),
      answered: z.boolean(),
      answer: answerShape,
      comment: z.string().nullable(),
      attachments: z.array(z.strictObject({ fileName: z.string(), size: z.int(), sha256: z.string() })),
      /** What the answer rests on, as the numbered notes of the document tell it. */
      evidence: z.array(z.strictObject({ text: z.string(), address: z.string().nullable() })),
    }),
  ),
});
export type NationalReportData = z.infer<typeof nationalReportShape>;
export type ReturnedQuestion = NationalReportData['questions'][number];

/** The JSON schema of a return as data (draft 2020-12), which goes with every file so that it can be checked without this product. */
export function nationalReportSchema(): Readonly<Record<string, unknown>> {
  return { $id: 'urn:kansli:return-1', ...z.toJSONSchema(nationalReportShape) };
}

/** What of a return its data is made of; `authority` is the organisation that answers. */
export type ReportToTell = Pick<AnsweredReport, 'title' | 'year' | 'body' | 'receiver' | 'response' | 'attachments'> & {
  readonly authority: string;
  readonly approvedOn: CivilDate | null;
  readonly evidence?: AnswerProofs;
};

/** A return as data, in the order of its form. */
export function nationalReportData(report: ReportToTell): NationalReportData {
  const { formVersion, answers } = report.response;
  const { structure } = formVersion;
  const asked = new Set(askedQuestions(structure, answers).map(({ code }) => code));
  const leaving = new Map(exportedAnswers(structure, answers).map(({ question, answer }) => [question.code, answer]));
  return {
    format: 'kansli-return-1',
    title: report.title,
    year: report.year,
    organisation: report.authority,
    approvedBy: report.body.name,
    approvedOn: report.approvedOn,
    receiver: report.receiver,
    form: { title: structure.title, version: formVersion.number, year: formVersion.year },
    questions: structure.parts.flatMap((part) =>
      part.sections.flatMap((section) =>
        section.questions
          .filter(({ code }) => asked.has(code))
          .map((question) => ({
            code: question.code,
            number: printedCode(question.code),
            part: part.title,
            section: section.title,
            question: question.text,
            ...toldAnswer(question, leaving.get(question.code)),
            attachments: report.attachments
              .filter((one) => one.question === question.code)
              .map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 }))
              .sort((a, b) => (a.fileName < b.fileName || (a.fileName === b.fileName && a.sha256 < b.sha256) ? -1 : 1)),
            evidence: (report.evidence?.[question.code] ?? []).map(({ text, address }) => ({ text, address })),
          })),
      ),
    ),
  };
}

function toldAnswer(
  question: Question,
  answer: Answer | undefined,
): Pick<ReturnedQuestion, 'answered' | 'answer' | 'comment'> {
  const value = answer?.value ?? emptyValue(question.answer);
  return {
    answered: isAnswered(question.answer, value),
    answer: toldValue(question, value),
    comment: answer?.comment ?? null,
  };
}

function toldValue({ answer: form }: Question, value: Answer['value']): ReturnedQuestion['answer'] {
  const told = (code: string | null, specify: string | null = null) => {
    const option = optionsOf(form).find((one) => one.code === code);
    return option
      ? { option: option.code, text: printedOption(option), specify: option.specifyLabel === null ? null : specify }
      : null;
  };
  switch (value.kind) {
    case 'choice':
      return { kind: 'choice', chosen: told(value.option, value.specify) };
    case 'choices': {
      // In the order of the form, whatever order they were ticked in.
      const codes = optionsOf(form).map(({ code }) => code);
      const ticked = value.options.toSorted((a, b) => codes.indexOf(a.option) - codes.indexOf(b.option));
      return { kind: 'choices', chosen: ticked.flatMap((one) => told(one.option, one.specify) ?? []) };
    }
    case 'matrix':
      return {
        kind: 'matrix',
        rows: (form.kind === 'matrix' ? form.rows : []).map((row) => ({
          row: row.code,
          text: row.text,
          chosen: told(value.rows[row.code]?.option ?? null),
          words: form.kind === 'matrix' && form.rowTextLabel !== null ? (value.rows[row.code]?.text ?? null) : null,
        })),
      };
    case 'scale': {
      const { from, to } = form.kind === 'scale' ? form : { from: 0, to: 0 };
      return { kind: 'scale', step: value.step, from, to };
    }
    case 'number':
      return {
        kind: 'number',
        unit: form.kind === 'percent' ? 'percent' : 'count',
        number: value.number,
        cannotState: value.cannotState,
      };
    case 'text':
      return { kind: 'text', text: value.text };
  }
}

/** A return as rows of a table: one a question, one a row where a question has rows, one an option where several may be ticked. */
export function nationalReportRows({ questions }: NationalReportData): readonly ReturnRow[] {
  return questions.flatMap(rowsOfQuestion);
}

function rowsOfQuestion({ number, part, section, question, comment, answer }: ReturnedQuestion): readonly ReturnRow[] {
  const base = { number, part, section, question, row: null, words: null, comment };
  switch (answer.kind) {
    case 'choice':
      return [{ ...base, answer: answer.chosen?.text ?? null, words: answer.chosen?.specify ?? null }];
    case 'choices':
      return answer.chosen.length === 0
        ? [{ ...base, answer: null }]
        : answer.chosen.map(({ text, specify }) => ({ ...base, answer: text, words: specify }));
    case 'matrix':
      return answer.rows.map((row) => ({ ...base, row: row.text, answer: row.chosen?.text ?? null, words: row.words }));
    case 'scale':
      return [{ ...base, answer: answer.step }];
    case 'number':
      return [{ ...base, answer: answer.cannotState ? 'Kan inte anges' : answer.number }];
    case 'text':
      return [{ ...base, answer: answer.text || null }];
  }
}

export type ReturnRow = {
  readonly number: string;
  readonly part: string;
  readonly section: string;
  readonly question: string;
  readonly row: string | null;
  readonly answer: string | number | null;
  readonly words: string | null;
  readonly comment: string | null;
};
