import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { textProblems } from './keep-study.ts';
import type { LessonPlace } from './review-study.ts';
import { lockStudy, nextNumber } from './review-study-writer.ts';

/** Writes down something that was learnt. */
export async function addReviewLesson(
  w: Writer<'study.edit'>,
  input: { readonly studyId: Id<'reviewStudy'>; readonly lesson: string },
): Promise<Id<'reviewLesson'>> {
  const study = await lockStudy(w, input.studyId, 'learn');
  refuseProblems(textProblems({ lesson: input.lesson }));
  const id: Id<'reviewLesson'> = w.runtime.newId();
  const row = {
    review_study_id: study.id,
    number: await nextNumber(w, 'review_lesson', study.id),
    lesson: input.lesson.trim(),
  };
  const nowhere = { carried_noun: null, carried_id: null, carried_within_id: null, carried_on: null };
  await w.db
    .insertInto('review_lesson')
    .values({ tenant_id: w.tenantId, id, ...row, ...nowhere })
    .execute();
  await w.log({ noun: 'reviewLesson', recordId: id, after: row });
  return id;
}

const tables = { assignment: 'assignment', planPoint: 'plan_point', budgetInput: 'budget_input' } as const;

/** Says into which record a lesson was carried: what is learnt and stands in no plan is soon learnt again. The record has to exist. */
export async function carryReviewLesson(
  w: Writer<'study.edit'>,
  input: {
    readonly lessonId: Id<'reviewLesson'>;
    readonly expectedVersion: number;
    readonly to: { readonly noun: LessonPlace; readonly id: string; readonly withinId?: string | null };
  },
): Promise<void> {
  const { review_study_id: studyId } = await getRow(w, 'review_lesson', input.lessonId);
  await lockStudy(w, studyId, 'carry');
  const before = await lockRow(w, 'review_lesson', input.lessonId);
  expectVersion(before, input.expectedVersion, input.to);
  const { noun, id, withinId = null } = input.to;
  await getRow(w, tables[noun], id);
  const after = {
    carried_noun: noun,
    carried_id: id,
    carried_within_id: withinId,
    carried_on: w.runtime.today(),
  };
  await w.db
    .updateTable('review_lesson')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'reviewLesson', recordId: before.id, before, after });
}
