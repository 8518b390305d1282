import { readDocument } from '../../src/documents/in/read-document.ts';
import { writeDocument } from '../../src/documents/out/index.ts';
import {
  type Answer,
  type Answers,
  type AnswerValue,
  askedQuestions,
  type FormStructure,
  printedText,
  type Question,
  questionsOf,
} from '../../src/domain/forms/index.ts';
import { readRecords } from '../../src/domain/intake/read-records.ts';
import {
  type AnswerProofs,
  answersOfReturn,
  type FormAnswer,
  nationalReportData,
  nationalReportDocument,
  type ReportToTell,
} from '../../src/domain/returns/index.ts';
import { recordsOf } from './seeds.ts';

/** A return with a form and answers, as far as its document and data need it. */
export function returnOf(structure: FormStructure, answers: Answers): ReportToTell {
  const form = { id: '', version: 1, title: structure.title, purpose: 'nationalReport', shippedAs: null } as const;
  const kept = Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => [
      code,
      { ...answer, version: 1, origin: 'written' as const, answeredBy: '', answeredAt: new Date(0) },
    ]),
  );
  return {
    title: 'Årets svar',
    year: 2026,
    body: { id: '', name: 'Regionstyrelsen' },
    receiver: 'Myndigheten',
    authority: 'Region Prov',
    approvedOn: '2026-11-22',
    attachments: [],
    response: {
      id: '',
      version: 1,
      frozenAt: null,
      answers: kept,
      formVersion: {
        id: '',
        version: 1,
        form,
        number: 1,
        year: 2026,
        state: 'published',
        structure,
        madeFromId: null,
        isAnswered: true,
      },
    },
  };
}

/** An answered form as the file that leaves the house. */
export async function printedReturn(
  structure: FormStructure,
  answers: Answers,
  format: 'docx' | 'pdf',
  evidence: AnswerProofs = {},
): Promise<Uint8Array> {
  return (await writeDocument(nationalReportDocument({ ...returnOf(structure, answers), evidence }), format)).bytes;
}

/** The answers that our own reader of papers finds in a file, taken into the form as intake and "fill in from here" do. */
export async function readBack(structure: FormStructure, bytes: Uint8Array, format: 'docx' | 'pdf') {
  const fileName = `redovisning.${format}`;
  const result = readRecords(await readDocument({ fileName, bytes }), fileName);
  const read = recordsOf(result, 'question').map(
    ({
      id,
      number,
      section,
      text,
      kind,
      options,
      rows,
      condition,
      answer,
      answerConfidence,
      inferredFrom,
      ...details
    }): FormAnswer => ({
      id,
      version: 1,
      number,
      section: section ?? null,
      question: text,
      kind,
      options: options ?? [],
      matrix: rows ? rows.map((row) => ({ ...row })) : null,
      condition: condition ? { ...condition } : null,
      details,
      answer: answer ?? null,
      certainty: answerConfidence ?? null,
      inferredFrom: inferredFrom ?? null,
    }),
  );
  return { kind: result.document.kind, read, ...answersOfReturn(structure, { answers: read }) };
}

/** The answers as they are exported, their words in the lines in which they are printed. */
export function toldOf(structure: FormStructure, answers: Answers) {
  const printed = <T>(value: T): T =>
    typeof value === 'string'
      ? (printedText(value) as T)
      : Array.isArray(value)
        ? (value.map(printed) as T)
        : value !== null && typeof value === 'object'
          ? (Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printed(one)])) as T)
          : value;
  return nationalReportData(returnOf(structure, answers)).questions.map((question) => ({
    ...printed(question),
    comment: printed(question.comment) || null,
  }));
}

const words = (code: string) =>
  `Svar på ${code}. Vi har utvecklat e-tjänster, IT-stöd och hälso- och sjukvård nära invånarna i 12 kommuner, med stöd av en överenskommelse.\n- Första insatsen: team-baserad uppföljning\n- Andra insatsen (sedan 2019)\n1. Exempel\nKommentar: även utan punkt\n${'Lång text om samverkan mellan kommuner och region. '.repeat(6)}`;

/** An answer to every question of a form: each kind, each condition fulfilled where the options allow, comments and words wherever they are asked for. */
export function everyKindAnswered(structure: FormStructure): Answers {
  const answers: Record<string, Answer> = {};
  for (const question of questionsOf(structure))
    answers[question.code] = {
      value: exampleOf(question),
      comment: question.commentLabel ? words(`${question.code}, kommentar`) : null,
    };
  return answers;
}

function exampleOf({ code, answer }: Question): AnswerValue {
  switch (answer.kind) {
    case 'yesNo':
      return { kind: 'choice', option: 'yes', specify: null };
    case 'single':
      return { kind: 'choice', option: answer.options.at(-1)!.code, specify: null };
    case 'multi':
      return {
        kind: 'choices',
        options: answer.options
          .filter(({ exclusive }, at) => !exclusive && at !== 1)
          .map(({ code: option, specifyLabel }) => ({
            option,
            specify: specifyLabel ? 'hyrläkare med långa kontrakt: i undantagsfall' : null,
          })),
      };
    case 'matrix':
      return {
        kind: 'matrix',
        rows: Object.fromEntries(
          answer.rows.map((row, at) => [
            row.code,
            {
              option: answer.options[at % answer.options.length]!.code,
              text: answer.rowTextLabel ? words(row.text) : null,
            },
          ]),
        ),
      };
    case 'scale':
      return { kind: 'scale', step: answer.to };
    case 'percent':
      return code === '38'
        ? { kind: 'number', number: null, cannotState: true }
        : { kind: 'number', number: 46.5, cannotState: false };
    case 'count':
      return { kind: 'number', number: 140_441, cannotState: false };
    case 'text':
      return { kind: 'text', text: words(code) };
  }
}

/** The questions that are asked, for tests that count them. */
export const askedCodes = (structure: FormStructure, answers: Answers) =>
  askedQuestions(structure, answers).map(({ code }) => code);
