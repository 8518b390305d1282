import { isDeepStrictEqual } from 'node:util';
import { authorize } from '../../../../domain/access/index.ts';
import { type Answer, emptyValue, isAnswered, type Question } from '../../../../domain/forms/index.ts';
import { answerInReport } from '../../../../domain/returns/index.ts';
import { type ReadAnswer, readAnswers } from '../../../components/form-question/read-answer-value.ts';
import type { FormState } from '../../../contracts.ts';
import type { HandlerContext } from '../../../route.ts';
import { keeps, type ReportFacts } from './report-facts.ts';
import type { Refused } from './section-page.ts';

export type Answering = HandlerContext<'return.answer'>;

/** The proof by which the reader answers: that of the return's keeper where the reader is, which opens every section. */
export function proofFor(ctx: Answering, { report }: Pick<ReportFacts, 'report'>) {
  return keeps(ctx, report) ? authorize(ctx.actor, 'return.edit') : ctx.auth;
}

/**
 * Keeps the answers that were changed in a posted section. What can be kept is, even when another answer beside it has a problem or was answered by
 * somebody else meanwhile; those are handed back with what was typed.
 */
export async function saveAnswers(
  ctx: Answering,
  facts: ReportFacts,
  input: {
    readonly questions: readonly Question[];
    readonly posted: Readonly<Record<string, unknown>>;
    readonly typed: FormState['values'];
    readonly idempotencyKey: string;
  },
): Promise<{ readonly kept: number; readonly refused: Refused | undefined }> {
  const { report } = facts;
  const saved = report.response.answers;
  const changed = readAnswers(input.questions, input.posted).filter((one) => isChanged(one, saved[one.question.code]));
  const wrong = changed.filter(({ problems }) => problems.length > 0);
  const fine = changed.filter(({ problems }) => problems.length === 0);
  const stale = fine.filter(
    ({ question, expectedVersion }) => expectedVersion !== (saved[question.code]?.version ?? 0),
  );
  const toKeep = fine.filter((one) => !stale.includes(one));
  if (toKeep.length > 0)
    await ctx.services.db.transact(
      proofFor(ctx, facts),
      { verb: 'answerInReport', idempotencyKey: input.idempotencyKey },
      async (w) => {
        for (const { question, answer, expectedVersion } of toKeep)
          await answerInReport(w, {
            reportId: report.id,
            question: question.code,
            answer,
            origin: 'written',
            expectedVersion,
          });
      },
    );
  if (wrong.length + stale.length === 0) return { kept: toKeep.length, refused: undefined };
  const state = {
    values: typedOf([...wrong, ...stale], input.typed),
    problems: wrong.flatMap(({ problems }) => problems),
  };
  return { kept: toKeep.length, refused: { state, conflicts: stale.map(({ question }) => question.code) } };
}

/** A problem is always a change: what was typed there is not what is saved. */
function isChanged({ question, answer, problems }: ReadAnswer, saved: Answer | undefined): boolean {
  if (problems.length > 0) return true;
  const before = saved ?? { value: emptyValue(question.answer), comment: null };
  if (isDeepStrictEqual(plain(before.value), plain(answer.value)) && (before.comment ?? null) === answer.comment)
    return false;
  // Nothing filled in where nothing was saved is no answer.
  const empty = !isAnswered(question.answer, answer.value) && answer.comment === null;
  return saved !== undefined || !empty || holdsRows(answer);
}

const holdsRows = ({ value }: Answer): boolean => value.kind === 'matrix' && Object.keys(value.rows).length > 0;

/** Without prototypes or order of keys, so that what the database and the form hold can be compared. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Of all that was typed, what belongs to some questions. */
function typedOf(of: readonly ReadAnswer[], typed: FormState['values']): FormState['values'] {
  const bases = of.map(({ base }) => base);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => bases.some((base) => name.startsWith(base))));
}
