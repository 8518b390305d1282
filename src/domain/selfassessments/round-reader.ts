import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AssessmentRound, AssessmentRoundState } from './assessment-round.ts';

/** The rounds of joint self-assessments, newest year first. How many units have agreed is no secret; what they answered is. */
export async function listAssessmentRounds(
  r: Reader,
  filter: { readonly id?: Id<'assessmentRound'>; readonly bodyId?: Id<'body'> } = {},
): Promise<readonly AssessmentRound[]> {
  let query = r.db
    .selectFrom('assessment_round as round')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'round.tenant_id').onRef('body.id', '=', 'round.body_id'),
    )
    .selectAll('round')
    .select('body.name as body_name')
    .select((eb) => [
      eb
        .selectFrom('self_assessment as made')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .whereRef('made.tenant_id', '=', 'round.tenant_id')
        .whereRef('made.round_id', '=', 'round.id')
        .as('assessments'),
      eb
        .selectFrom('self_assessment as made')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .whereRef('made.tenant_id', '=', 'round.tenant_id')
        .whereRef('made.round_id', '=', 'round.id')
        .where('made.state', '=', 'agreed')
        .as('agreed'),
    ])
    .where('round.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('round.id', '=', filter.id);
  if (filter.bodyId !== undefined) query = query.where('round.body_id', '=', filter.bodyId);
  const rows = await query.orderBy('round.year', 'desc').orderBy('round.title').execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    year: row.year,
    body: { id: row.body_id, name: row.body_name },
    formVersionId: row.form_version_id,
    dueOn: row.due_on,
    state: row.state as AssessmentRoundState,
    assessments: Number(row.assessments),
    agreed: Number(row.agreed),
  }));
}

/** One round. Throws `record.notFound`. */
export async function getAssessmentRound(r: Reader, id: Id<'assessmentRound'>): Promise<AssessmentRound> {
  const [round] = isId(id) ? await listAssessmentRounds(r, { id }) : [];
  if (!round) throw new AppError('record.notFound');
  return round;
}
