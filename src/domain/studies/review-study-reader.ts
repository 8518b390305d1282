import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import { shownCount } from '../../kernel/small-groups.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import type {
  LessonPlace,
  ReviewLesson,
  ReviewRound,
  ReviewStudy,
  ReviewStudyKind,
  ReviewStudyState,
} from './review-study.ts';

/** The studies with their rounds, figures and lessons, the newest first: as many queries for many as for one. */
export async function listReviewStudies(
  r: Reader,
  filter: { readonly id?: Id<'reviewStudy'> } = {},
): Promise<readonly ReviewStudy[]> {
  let query = r.db
    .selectFrom('review_study as study')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'study.tenant_id').onRef('body.id', '=', 'study.body_id'),
    )
    .selectAll('study')
    .select('body.name as body_name')
    .where('study.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('study.id', '=', filter.id);
  const rows = await query.orderBy('study.created_at', 'desc').orderBy('study.title').execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [units, variables, rounds, lessons] = [
    await unitsOf(r, ids),
    await variablesOf(r, ids),
    await roundsOf(r, ids),
    await lessonsOf(r, ids),
  ];
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    kind: row.kind as ReviewStudyKind,
    purpose: row.purpose,
    scope: row.scope,
    conclusions: row.conclusions,
    body: { id: row.body_id, name: row.body_name },
    units: units.filter((unit) => unit.review_study_id === row.id).map(({ body_id: id, name }) => ({ id, name })),
    state: row.state as ReviewStudyState,
    variables: variables
      .filter((one) => one.review_study_id === row.id)
      .map(({ id, number, label }) => ({ id, number, label })),
    rounds: rounds.get(row.id) ?? [],
    lessons: lessons.get(row.id) ?? [],
    published:
      row.published_on !== null && row.published !== null
        ? { on: row.published_on, tree: row.published as DocumentTree }
        : null,
  }));
}

/** One study. Throws `record.notFound`. */
export async function getReviewStudy(r: Reader, id: Id<'reviewStudy'>): Promise<ReviewStudy> {
  const [study] = isId(id) ? await listReviewStudies(r, { id }) : [];
  if (!study) throw new AppError('record.notFound');
  return study;
}

/** The figures of a round as they were counted, for those who lead the study and correct them; everybody else gets what may be shown. */
export async function countedFigures(
  r: Reader<'study.edit'>,
  roundId: Id<'reviewRound'>,
): Promise<ReadonlyMap<Id<'reviewVariable'>, number>> {
  const round = await getRow(r, 'review_round', roundId);
  requireBody(r.auth, (await getRow(r, 'review_study', round.review_study_id)).body_id);
  const rows = await r.db
    .selectFrom('review_figure')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('review_round_id', '=', round.id)
    .execute();
  return new Map(rows.map((row) => [row.review_variable_id, row.count]));
}

async function unitsOf(r: Reader, ids: readonly string[]) {
  return await r.db
    .selectFrom('review_study_unit as unit')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'unit.tenant_id').onRef('body.id', '=', 'unit.body_id'),
    )
    .select(['unit.review_study_id', 'unit.body_id', 'body.name'])
    .where('unit.tenant_id', '=', r.tenantId)
    .where('unit.review_study_id', 'in', ids)
    .orderBy('body.name')
    .execute();
}

async function variablesOf(r: Reader, ids: readonly string[]) {
  return await r.db
    .selectFrom('review_variable')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('review_study_id', 'in', ids)
    .orderBy('number')
    .execute();
}

async function roundsOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly ReviewRound[]>> {
  const rows = await r.db
    .selectFrom('review_round')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('review_study_id', 'in', ids)
    .orderBy('number')
    .execute();
  const figures = await r.db
    .selectFrom('review_figure as figure')
    .innerJoin('review_round as round', (join) =>
      join.onRef('round.tenant_id', '=', 'figure.tenant_id').onRef('round.id', '=', 'figure.review_round_id'),
    )
    .select(['figure.review_round_id', 'figure.review_variable_id', 'figure.count'])
    .where('figure.tenant_id', '=', r.tenantId)
    .where('round.review_study_id', 'in', ids)
    .execute();
  const byStudy = Map.groupBy(rows, (row) => row.review_study_id);
  return new Map(
    [...byStudy].map(([id, own]) => [
      id,
      own.map((row) => ({
        id: row.id,
        version: row.version,
        number: row.number,
        title: row.title,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        reviewed: row.reviewed,
        findings: row.findings,
        figures: figures
          .filter((figure) => figure.review_round_id === row.id)
          .map((figure) => ({
            variableId: figure.review_variable_id,
            shown: shownCount(figure.count, row.reviewed ?? 0),
          })),
      })),
    ]),
  );
}

async function lessonsOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly ReviewLesson[]>> {
  const rows = await r.db
    .selectFrom('review_lesson')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('review_study_id', 'in', ids)
    .orderBy('number')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.review_study_id)].map(([id, own]) => [
      id,
      own.map((row) => ({
        id: row.id,
        version: row.version,
        number: row.number,
        lesson: row.lesson,
        carried:
          row.carried_noun !== null && row.carried_id !== null && row.carried_on !== null
            ? {
                noun: row.carried_noun as LessonPlace,
                id: row.carried_id,
                withinId: row.carried_within_id,
                on: row.carried_on,
              }
            : null,
      })),
    ]),
  );
}
