import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { ensureFormReturn, type RecordFormAnswer, recordFormAnswer } from '../../src/domain/returns/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

export type Answer = Partial<RecordFormAnswer> & Pick<RecordFormAnswer, 'number' | 'question'>;

/** An answer with all that the form does not tell left out. */
export function wholeAnswer(formReturnId: Id<'formReturn'>, answer: Answer): RecordFormAnswer {
  return {
    formReturnId,
    section: null,
    kind: 'text',
    options: [],
    matrix: null,
    condition: null,
    details: null,
    answer: null,
    certainty: null,
    inferredFrom: null,
    ...answer,
  };
}

/** Enters a return with its answers through the verbs. */
export function buildFormReturn(
  { db, tenantId }: Pick<TestDatabase, 'db' | 'tenantId'>,
  title: string,
  answers: readonly Answer[] = [],
): Promise<{ readonly id: Id<'formReturn'>; readonly answerIds: readonly Id<'formAnswer'>[] }> {
  const auth = authorize(operatorOf(tenantId), 'report.edit');
  return db.transact(auth, { verb: 'recordFormReturn' }, async (w) => {
    const { id } = await ensureFormReturn(w, { title, organisation: 'Region Fjällmark', year: 2025 });
    const answerIds: Id<'formAnswer'>[] = [];
    for (const answer of answers) answerIds.push(await recordFormAnswer(w, wholeAnswer(id, answer)));
    return { id, answerIds };
  });
}
