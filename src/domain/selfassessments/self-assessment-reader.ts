import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { AssessmentRoundState } from './assessment-round.ts';
import type { CommonPoint, CommonPointState } from './common-point.ts';
import type {
  AssessmentParty,
  AssessmentSide,
  DifferingView,
  SelfAssessment,
  SelfAssessmentState,
} from './self-assessment.ts';

/**
 * A reader for those who answer or lead. It sees the assessments of the bodies that its proof names and of the rounds they lead, and no others: units
 * are to learn from what they say of themselves, and nobody is to lay them side by side.
 */
export type OwnReader = Reader<'selfassessment.answer' | 'selfassessment.edit'>;

export type SelfAssessmentFilter = {
  readonly id?: Id<'selfAssessment'>;
  readonly roundId?: Id<'assessmentRound'>;
  /** The assessments of the same units over the years. */
  readonly unitsKey?: string;
};

/** The assessments that the reader may see, newest year first and then by the names of their units: never by what they answered. */
export async function listSelfAssessments(
  r: OwnReader,
  filter: SelfAssessmentFilter = {},
): Promise<readonly SelfAssessment[]> {
  const rows = await assessmentRows(r, filter);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [parties, points] = [await partiesOf(r, ids), await pointsOf(r, ids)];
  return rows
    .map((row) => ({
      id: row.id,
      version: row.version,
      round: {
        id: row.round_id,
        title: row.round_title,
        year: row.round_year,
        body: { id: row.lead_id, name: row.lead_name },
        dueOn: row.round_due_on,
        state: row.round_state as AssessmentRoundState,
        formVersionId: row.form_version_id,
      },
      responseId: row.form_response_id,
      state: row.state as SelfAssessmentState,
      agreedOn: row.agreed_on,
      parties: parties.get(row.id) ?? [],
      points: points.get(row.id) ?? [],
    }))
    .toSorted((a, b) => b.round.year - a.round.year || nameOf(a).localeCompare(nameOf(b), 'sv'));
}

/** One assessment. Throws `record.notFound`, also for one of others. */
export async function getSelfAssessment(r: OwnReader, id: Id<'selfAssessment'>): Promise<SelfAssessment> {
  const [found] = isId(id) ? await listSelfAssessments(r, { id }) : [];
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** A point of a common plan with the assessment that it stands in. Throws `record.notFound`, also for one of others. */
export async function assessmentOfPoint(
  r: OwnReader,
  id: Id<'commonPoint'>,
): Promise<{ readonly assessment: SelfAssessment; readonly point: CommonPoint }> {
  const assessment = await getSelfAssessment(r, (await getRow(r, 'common_point', id)).self_assessment_id);
  return { assessment, point: assessment.points.find((one) => one.id === id)! };
}

/** All assessments of the same units, the earliest year first: what a trend is drawn of. */
export async function assessmentsOfSameUnits(
  r: OwnReader,
  assessment: Pick<SelfAssessment, 'id'>,
): Promise<readonly SelfAssessment[]> {
  const row = await r.db
    .selectFrom('self_assessment')
    .select('units_key')
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', assessment.id)
    .executeTakeFirst();
  return row ? (await listSelfAssessments(r, { unitsKey: row.units_key })).toReversed() : [];
}

const nameOf = ({ parties }: Pick<SelfAssessment, 'parties'>): string => parties.map(({ body }) => body.name).join(' ');

async function assessmentRows(r: OwnReader, filter: SelfAssessmentFilter) {
  let query = r.db
    .selectFrom('self_assessment as made')
    .innerJoin('assessment_round as round', (join) =>
      join.onRef('round.tenant_id', '=', 'made.tenant_id').onRef('round.id', '=', 'made.round_id'),
    )
    .innerJoin('body as leader', (join) =>
      join.onRef('leader.tenant_id', '=', 'round.tenant_id').onRef('leader.id', '=', 'round.body_id'),
    )
    .selectAll('made')
    .select(['round.title as round_title', 'round.year as round_year', 'round.due_on as round_due_on'])
    .select(['round.state as round_state', 'round.form_version_id', 'leader.id as lead_id', 'leader.name as lead_name'])
    .where('made.tenant_id', '=', r.tenantId);
  const { bodies } = r.auth;
  if (bodies !== 'all')
    query = query.where((eb) =>
      eb.or([
        eb('round.body_id', '=', eb.fn.any(eb.val([...bodies]))),
        eb.exists(
          eb
            .selectFrom('self_assessment_party as own')
            .select('own.id')
            .whereRef('own.tenant_id', '=', 'made.tenant_id')
            .whereRef('own.self_assessment_id', '=', 'made.id')
            .where('own.body_id', '=', eb.fn.any(eb.val([...bodies]))),
        ),
      ]),
    );
  if (filter.id !== undefined) query = query.where('made.id', '=', filter.id);
  if (filter.roundId !== undefined) query = query.where('made.round_id', '=', filter.roundId);
  if (filter.unitsKey !== undefined) query = query.where('made.units_key', '=', filter.unitsKey);
  return await query.execute();
}

/** The region's side stands first, then the municipality's, each by name. */
async function partiesOf(
  r: OwnReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly AssessmentParty[]>> {
  const rows = await r.db
    .selectFrom('self_assessment_party as party')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'party.tenant_id').onRef('body.id', '=', 'party.body_id'),
    )
    .selectAll('party')
    .select('body.name as body_name')
    .where('party.tenant_id', '=', r.tenantId)
    .where('party.self_assessment_id', 'in', ids)
    .execute();
  const views = await viewsOf(
    r,
    rows.map(({ id }) => id),
  );
  const order: readonly string[] = ['region', 'municipality', 'other'];
  const parties = rows
    .toSorted((a, b) => order.indexOf(a.side) - order.indexOf(b.side) || a.body_name.localeCompare(b.body_name, 'sv'))
    .map((row) => ({
      assessmentId: row.self_assessment_id,
      id: row.id,
      version: row.version,
      body: { id: row.body_id, name: row.body_name },
      side: row.side as AssessmentSide,
      participants: row.participants,
      agreed: row.agreed_by !== null && row.agreed_on !== null ? { by: row.agreed_by, on: row.agreed_on } : null,
      views: views.get(row.id) ?? [],
    }));
  return withoutOwner(parties, 'assessmentId');
}

async function viewsOf(
  r: OwnReader,
  partyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DifferingView[]>> {
  if (partyIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('self_assessment_view')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('self_assessment_party_id', 'in', partyIds)
    .orderBy('question_code')
    .execute();
  const views = rows.map(({ self_assessment_party_id: partyId, question_code: question, version, step, note }) => ({
    partyId,
    version,
    question,
    step,
    note,
  }));
  return withoutOwner(views, 'partyId');
}

async function pointsOf(r: OwnReader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly CommonPoint[]>> {
  const rows = await r.db
    .selectFrom('common_point as point')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'point.tenant_id').onRef('body.id', '=', 'point.responsible_body_id'),
    )
    .selectAll('point')
    .select('body.name as body_name')
    .where('point.tenant_id', '=', r.tenantId)
    .where('point.self_assessment_id', 'in', ids)
    .orderBy('point.number')
    .execute();
  const told =
    rows.length === 0
      ? []
      : await r.db
          .selectFrom('common_point_telling')
          .selectAll()
          .where('tenant_id', '=', r.tenantId)
          .where(
            'common_point_id',
            'in',
            rows.map(({ id }) => id),
          )
          .orderBy('told_at')
          .execute();
  const points = rows.map((row) => ({
    assessmentId: row.self_assessment_id,
    id: row.id,
    version: row.version,
    number: row.number,
    question: row.question_code,
    what: row.what,
    responsible: { id: row.responsible_body_id, name: row.body_name, function: row.responsible_function },
    dueOn: row.due_on,
    state: row.state as CommonPointState,
    carriedFromId: row.carried_from_id,
    told: told
      .filter((one) => one.common_point_id === row.id)
      .map((one) => ({ told: one.told, state: one.state as CommonPointState, on: one.told_on, by: one.told_by })),
  }));
  return withoutOwner(points, 'assessmentId');
}

/** Rows by what they belong to, which they need not say themselves any more. */
function withoutOwner<Row extends Readonly<Record<Owner, string>>, Owner extends string>(
  rows: readonly Row[],
  owner: Owner,
): ReadonlyMap<string, readonly Omit<Row, Owner>[]> {
  return new Map(
    [...Map.groupBy(rows, (row) => row[owner])].map(([id, own]) => [id, own.map(({ [owner]: _, ...row }) => row)]),
  );
}
