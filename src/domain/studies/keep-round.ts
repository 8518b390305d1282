import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { lockStudy, nextNumber } from './review-study-writer.ts';

/** What is written of one occasion. Figures by variable; what was not counted is left out. */
export type ReviewRoundFields = {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reviewed: number | null;
  readonly findings: string;
  readonly figures: Readonly<Record<Id<'reviewVariable'>, number>>;
};

/** Adds an occasion to a study; with the first one the study is under way. */
export async function addReviewRound(
  w: Writer<'study.edit'>,
  input: ReviewRoundFields & { readonly studyId: Id<'reviewStudy'> },
): Promise<Id<'reviewRound'>> {
  const study = await lockStudy(w, input.studyId, 'review');
  refuseProblems(await roundProblems(w, study.id, input));
  const id: Id<'reviewRound'> = w.runtime.newId();
  const row = {
    review_study_id: study.id,
    number: await nextNumber(w, 'review_round', study.id),
    ...rowOf(input),
  };
  await w.db
    .insertInto('review_round')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await insertFigures(w, id, input.figures);
  await w.db
    .updateTable('review_study')
    .set({ state: study.nextState, version: study.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', study.id)
    .execute();
  await w.log({ noun: 'reviewRound', recordId: id, after: { ...row, figures: input.figures } });
  return id;
}

/** Changes an occasion and its figures; the log keeps what was there. */
export async function changeReviewRound(
  w: Writer<'study.edit'>,
  input: ReviewRoundFields & { readonly roundId: Id<'reviewRound'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await lockRow(w, 'review_round', input.roundId);
  const study = await lockStudy(w, before.review_study_id, 'review');
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(await roundProblems(w, study.id, input));
  await w.db
    .updateTable('review_round')
    .set({ ...rowOf(input), version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.db
    .deleteFrom('review_figure')
    .where('tenant_id', '=', w.tenantId)
    .where('review_round_id', '=', before.id)
    .execute();
  await insertFigures(w, before.id, input.figures);
  await w.log({
    noun: 'reviewRound',
    recordId: before.id,
    before,
    after: { ...rowOf(input), figures: input.figures },
  });
}

async function roundProblems(
  w: Writer<'study.edit'>,
  studyId: string,
  input: ReviewRoundFields,
): Promise<readonly Problem[]> {
  const known = await w.db
    .selectFrom('review_variable')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('review_study_id', '=', studyId)
    .execute();
  const datesFit = isCivilDate(input.startsOn) && isCivilDate(input.endsOn);
  return [
    ...(input.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(isCivilDate(input.startsOn) ? [] : [{ path: 'startsOn', key: 'validation.date' }]),
    ...(isCivilDate(input.endsOn) ? [] : [{ path: 'endsOn', key: 'validation.date' }]),
    ...(datesFit && input.endsOn < input.startsOn ? [{ path: 'endsOn', key: 'studies.endsBeforeStart' }] : []),
    ...(input.reviewed === null || isCount(input.reviewed) ? [] : [{ path: 'reviewed', key: 'validation.number' }]),
    ...Object.entries(input.figures).flatMap(([id, count]) =>
      known.some((variable) => variable.id === id)
        ? figureProblems(`figures.${id}`, count, input.reviewed)
        : [{ path: `figures.${id}`, key: 'validation.id' }],
    ),
    ...personalNumberProblems({ title: input.title, findings: input.findings }),
  ];
}

function figureProblems(path: string, count: number, reviewed: number | null): readonly Problem[] {
  if (!isCount(count)) return [{ path, key: 'validation.number' }];
  if (reviewed === null) return [{ path, key: 'studies.reviewedFirst' }];
  return count > reviewed ? [{ path, key: 'studies.moreThanReviewed', values: { reviewed } }] : [];
}

const isCount = (number: number): boolean => Number.isInteger(number) && number >= 0;

async function insertFigures(
  w: Writer<'study.edit'>,
  roundId: string,
  figures: ReviewRoundFields['figures'],
): Promise<void> {
  const rows = Object.entries(figures).map(([variableId, count]) => ({
    tenant_id: w.tenantId,
    review_round_id: roundId,
    review_variable_id: variableId,
    count,
  }));
  if (rows.length > 0) await w.db.insertInto('review_figure').values(rows).execute();
}

function rowOf(fields: ReviewRoundFields) {
  return {
    title: fields.title.trim(),
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    reviewed: fields.reviewed,
    findings: fields.findings.trim(),
  };
}
