import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { type Answer, type AnswerValue, answerQuestion, type FormStructure } from '../forms/index.ts';
import { type AnswersOfReturn, answersOfReturn } from './answers-of-return.ts';
import { isOfForm } from './form-differences.ts';
import type { FormReturn } from './form-return.ts';
import { getFormReturn } from './form-return-reader.ts';
import type { AnsweredReport } from './national-report.ts';
import { getNationalReport } from './national-report-reader.ts';
import { nationalReportStateAfter } from './national-report-transitions.ts';
import { paperStandingsOf } from './paper-standing.ts';

export type PaperForReport = {
  readonly nationalReportId: Id<'nationalReport'>;
  readonly formReturnId: Id<'formReturn'>;
};

export type ReadPaper = AnswersOfReturn & { readonly report: AnsweredReport; readonly formReturn: FormReturn };

/** A paper read against the form of a return. Throws `return.otherYear` or `return.otherForm` when it is not of that form. */
export async function readPaperFor(r: Reader, input: PaperForReport): Promise<ReadPaper> {
  const report = await getNationalReport(r, input.nationalReportId);
  const formReturn = await getFormReturn(r, input.formReturnId);
  if (formReturn.year !== report.year)
    throw new AppError('return.otherYear', { paper: String(formReturn.year), year: String(report.year) });
  return { report, formReturn, ...readAgainst(report.response.formVersion.structure, formReturn) };
}

function readAgainst(structure: FormStructure, formReturn: FormReturn): AnswersOfReturn {
  const read = answersOfReturn(structure, formReturn);
  if (isOfForm(formReturn, read.differences)) return read;
  const others = read.differences.filter(({ kind }) => kind !== 'notOnPaper');
  throw new AppError('return.otherForm', { count: String(others.length) }, others);
}

/**
 * Takes the answers of a paper into a return. Only questions that nobody has answered get one; what has been written stays, and where it says
 * something else than the paper the question is among the kept. Nothing is taken that must be asked for.
 */
export async function takeAnswersFromReturn(
  w: Writer<'return.edit'>,
  input: PaperForReport,
): Promise<{ readonly taken: readonly string[]; readonly kept: readonly string[] }> {
  const { report, answers } = await readPaperFor(w, input);
  requireBody(w.auth, report.body.id);
  nationalReportStateAfter(report.state, 'answer');
  const { structure } = report.response.formVersion;
  const standings = [...paperStandingsOf(structure, report.response.answers, { answers })];
  const codesThat = (standing: string) => standings.flatMap(([code, one]) => (one === standing ? [code] : []));
  const taken = codesThat('toTake');
  const kept = codesThat('differs');
  for (const code of taken) await answer(w, report, code, answers[code]!, 'readIn');
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `answers taken from return ${input.formReturnId}: ${taken.length}`,
    after: { formReturnId: input.formReturnId, taken, kept },
  });
  return { taken, kept };
}

export type TakePaperAnswer = PaperForReport & {
  readonly question: string;
  /** The row of a matrix whose hint is confirmed; null for the whole question. */
  readonly row: string | null;
  /** The version of the answer that was seen; 0 for a question without an answer. */
  readonly expectedVersion: number;
};

/**
 * A person who has the original at hand takes the answer that the paper shows: one that differs from what was written, or one that the paper only
 * points to, which thereby is somebody's answer and no longer a guess.
 */
export async function takePaperAnswer(w: Writer<'return.edit'>, input: TakePaperAnswer): Promise<void> {
  const { report, answers, toAsk } = await readPaperFor(w, input);
  requireBody(w.auth, report.body.id);
  nationalReportStateAfter(report.state, 'answer');
  const { question, row, expectedVersion } = input;
  const ask = toAsk.find((one) => one.question === question && one.row === row);
  const current = report.response.answers[question] ?? answers[question];
  if (ask?.hint) {
    const value = merged(current?.value, ask.hint.value);
    return await answer(w, report, question, { value, comment: current?.comment ?? null }, 'written', expectedVersion);
  }
  const read = row === null && !ask ? answers[question] : undefined;
  if (!read) throw new AppError('return.nothingPointedTo');
  const value = merged(report.response.answers[question]?.value, read.value);
  const comment = read.comment ?? report.response.answers[question]?.comment ?? null;
  await answer(w, report, question, { value, comment }, 'readIn', expectedVersion);
}

/** The rows of a table are answered one by one: those that the paper tells nothing of keep what they have. */
function merged(current: AnswerValue | undefined, value: AnswerValue): AnswerValue {
  if (value.kind !== 'matrix' || current?.kind !== 'matrix') return value;
  return { kind: 'matrix', rows: { ...current.rows, ...value.rows } };
}

async function answer(
  w: Writer<'return.edit'>,
  { responseId, response }: AnsweredReport,
  question: string,
  given: Answer,
  origin: 'readIn' | 'written',
  expectedVersion = response.answers[question]?.version ?? 0,
): Promise<void> {
  await answerQuestion(w, { responseId, question, answer: given, origin, expectedVersion });
}
