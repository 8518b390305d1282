import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { type ReviewStudyKind, reviewStudyKinds } from './review-study.ts';
import { lockStudy, nextNumber } from './review-study-writer.ts';

export type ReviewStudyFields = {
  readonly title: string;
  readonly kind: ReviewStudyKind;
  readonly purpose: string;
  readonly scope: string;
  readonly unitIds: readonly Id<'body'>[];
};

/** Plans a study: what it is to find out, what is reviewed, and whose work. */
export async function startReviewStudy(
  w: Writer<'study.edit'>,
  input: ReviewStudyFields & { readonly bodyId: Id<'body'> },
): Promise<Id<'reviewStudy'>> {
  requireBody(w.auth, input.bodyId);
  await getBody(w, input.bodyId);
  refuseProblems(studyProblems(input));
  const id: Id<'reviewStudy'> = w.runtime.newId();
  const row = { ...rowOf(input), body_id: input.bodyId, conclusions: '', state: 'planned' };
  await w.db
    .insertInto('review_study')
    .values({ tenant_id: w.tenantId, id, ...row, published_on: null, published: null })
    .execute();
  await insertUnits(w, id, input.unitIds);
  await w.log({ noun: 'reviewStudy', recordId: id, after: { ...row, unitIds: input.unitIds } });
  return id;
}

type OfStudy = { readonly studyId: Id<'reviewStudy'>; readonly expectedVersion: number };

/** Changes what a study is to find out and whose work is reviewed. */
export async function changeReviewStudy(w: Writer<'study.edit'>, input: OfStudy & ReviewStudyFields): Promise<void> {
  const { nextState: _, published: __, ...before } = await lockStudy(w, input.studyId, 'change');
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(studyProblems(input));
  await w.db
    .updateTable('review_study')
    .set({ ...rowOf(input), version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.db
    .deleteFrom('review_study_unit')
    .where('tenant_id', '=', w.tenantId)
    .where('review_study_id', '=', before.id)
    .execute();
  await insertUnits(w, before.id, input.unitIds);
  await w.log({
    noun: 'reviewStudy',
    recordId: before.id,
    before,
    after: { ...rowOf(input), unitIds: input.unitIds },
  });
}

/** Says one more thing that is counted in every round. */
export async function addReviewVariable(
  w: Writer<'study.edit'>,
  input: { readonly studyId: Id<'reviewStudy'>; readonly label: string },
): Promise<Id<'reviewVariable'>> {
  const study = await lockStudy(w, input.studyId, 'change');
  refuseProblems(textProblems({ label: input.label }));
  const id: Id<'reviewVariable'> = w.runtime.newId();
  const row = {
    review_study_id: study.id,
    number: await nextNumber(w, 'review_variable', study.id),
    label: input.label.trim(),
  };
  await w.db
    .insertInto('review_variable')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'reviewVariable', recordId: id, after: row });
  return id;
}

/** Takes away something that was to be counted, as long as nobody has. */
export async function removeReviewVariable(
  w: Writer<'study.edit'>,
  input: { readonly variableId: Id<'reviewVariable'> },
): Promise<void> {
  const before = await getRow(w, 'review_variable', input.variableId);
  await lockStudy(w, before.review_study_id, 'change');
  const counted = await w.db
    .selectFrom('review_figure')
    .select('count')
    .where('tenant_id', '=', w.tenantId)
    .where('review_variable_id', '=', before.id)
    .executeTakeFirst();
  refuseProblems(
    counted ? [{ path: 'variable', key: 'studies.variableCounted', values: { label: before.label } }] : [],
  );
  await w.db.deleteFrom('review_variable').where('tenant_id', '=', w.tenantId).where('id', '=', before.id).execute();
  await w.log({ noun: 'reviewVariable', recordId: before.id, summary: 'removed', before });
}

function studyProblems(input: ReviewStudyFields): readonly Problem[] {
  return [
    ...textProblems({ title: input.title, purpose: input.purpose, scope: input.scope }),
    ...(input.kind in reviewStudyKinds ? [] : [{ path: 'kind', key: 'validation.choose' }]),
    ...(input.unitIds.length > 0 ? [] : [{ path: 'unitIds', key: 'studies.noUnits' }]),
  ];
}

/** Each text is written, and points nobody out by number. */
export function textProblems(texts: Readonly<Record<string, string>>): readonly Problem[] {
  return [
    ...Object.entries(texts).flatMap(([path, text]) => (text.trim() ? [] : [{ path, key: 'validation.required' }])),
    ...personalNumberProblems(texts),
  ];
}

async function insertUnits(w: Writer<'study.edit'>, studyId: string, unitIds: readonly Id<'body'>[]): Promise<void> {
  const ids = [...new Set(unitIds)];
  for (const id of ids) await getBody(w, id);
  await w.db
    .insertInto('review_study_unit')
    .values(ids.map((id) => ({ tenant_id: w.tenantId, review_study_id: studyId, body_id: id })))
    .execute();
}

function rowOf(fields: ReviewStudyFields) {
  return {
    title: fields.title.trim(),
    kind: fields.kind,
    purpose: fields.purpose.trim(),
    scope: fields.scope.trim(),
  };
}
