import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** Assessments that a unit has not agreed on, points of common plans that wait to be told of, and rounds whose last day has passed. */
export const workOfSelfAssessments: WorkSource = async (scope) => [
  ...(mayAnywhere(scope, 'selfassessment.answer')
    ? [...(await scope.once(unagreed)), ...(await scope.once(untold))]
    : []),
  ...(mayAnywhere(scope, 'selfassessment.edit') ? await scope.once(overdue) : []),
];

async function unagreed(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('self_assessment_party as party')
    .innerJoin('self_assessment as made', (join) =>
      join.onRef('made.tenant_id', '=', 'party.tenant_id').onRef('made.id', '=', 'party.self_assessment_id'),
    )
    .innerJoin('assessment_round as round', (join) =>
      join.onRef('round.tenant_id', '=', 'made.tenant_id').onRef('round.id', '=', 'made.round_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'party.tenant_id').onRef('body.id', '=', 'party.body_id'),
    )
    .select(['made.id', 'round.title', 'round.year', 'round.due_on', 'body.id as body_id', 'body.name as body_name'])
    .where('party.tenant_id', '=', r.tenantId)
    .where('round.state', '=', 'open')
    .where('party.agreed_on', 'is', null)
    .execute();
  return rows.map((row) => ({
    kind: 'assessTogether',
    recordId: row.id,
    step: row.body_id,
    href: recordAddress('selfAssessment', row.id) as `/${string}`,
    title: `${row.title} ${row.year}: ${row.body_name}`,
    body: { id: row.body_id, name: row.body_name },
    dueOn: row.due_on,
  }));
}

async function untold(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('common_point as point')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'point.tenant_id').onRef('body.id', '=', 'point.responsible_body_id'),
    )
    .select(['point.id', 'point.what', 'point.due_on', 'body.id as body_id', 'body.name as body_name'])
    .where('point.tenant_id', '=', r.tenantId)
    .where('point.state', 'in', ['planned', 'ongoing'])
    .execute();
  return rows.map((row) => ({
    kind: 'tellCommonPoint',
    recordId: row.id,
    href: recordAddress('commonPoint', row.id) as `/${string}`,
    title: row.what,
    body: { id: row.body_id, name: row.body_name },
    dueOn: row.due_on,
  }));
}

async function overdue(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('assessment_round as round')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'round.tenant_id').onRef('body.id', '=', 'round.body_id'),
    )
    .select(['round.id', 'round.title', 'round.year', 'round.due_on', 'body.id as body_id', 'body.name as body_name'])
    .where('round.tenant_id', '=', r.tenantId)
    .where('round.state', '=', 'open')
    .where('round.due_on', '<', today)
    .execute();
  return rows.map((row) => ({
    kind: 'closeRound',
    recordId: row.id,
    href: recordAddress('assessmentRound', row.id) as `/${string}`,
    title: `${row.title} ${row.year}`,
    body: { id: row.body_id, name: row.body_name },
    dueOn: row.due_on,
  }));
}
