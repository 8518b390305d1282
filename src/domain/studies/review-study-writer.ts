import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { type ReviewStudyAction, type ReviewStudyState, studyStateAfter } from './review-study.ts';

/** Reads a study for change: only who leads it, and only what its state allows. */
export async function lockStudy(w: Writer<'study.edit'>, id: Id<'reviewStudy'>, action: ReviewStudyAction) {
  const row = await lockRow(w, 'review_study', id);
  requireBody(w.auth, row.body_id);
  return { ...row, nextState: studyStateAfter(row.state as ReviewStudyState, action) };
}

/** The number of the next part of a study; its row is locked, so that two added at once do not get one number. */
export async function nextNumber(
  w: Writer<'study.edit'>,
  table: 'review_round' | 'review_variable' | 'review_lesson',
  studyId: string,
): Promise<number> {
  const { last } = await w.db
    .selectFrom(table)
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('review_study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
