import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** Assessments that a body is asked for, one line a period and body; and periods that can be closed. */
export const workOfAssessments: WorkSource = async (scope) => [
  ...(mayAnywhere(scope, 'assessment.write') ? await scope.once(toContribute) : []),
  ...(mayAnywhere(scope, 'period.edit') ? await scope.once(toClose) : []),
];

async function toContribute(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('contribution')
    .innerJoin('period', (join) =>
      join.onRef('period.id', '=', 'contribution.period_id').onRef('period.tenant_id', '=', 'contribution.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'contribution.body_id').onRef('body.tenant_id', '=', 'contribution.tenant_id'),
    )
    .select(['period.id as period_id', 'period.name', 'body.id as body_id', 'body.name as body_name'])
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.min('contribution.due_on').as('due_on')])
    .where('contribution.tenant_id', '=', r.tenantId)
    .where('contribution.state', '=', 'asked')
    .where('period.state', '=', 'open')
    .groupBy(['period.id', 'period.name', 'body.id', 'body.name'])
    .execute();
  return rows.map((row) => ({
    kind: 'writeContribution',
    recordId: row.period_id,
    step: row.body_id,
    href: `/lagesbilder?period=${row.period_id}&organ=${row.body_id}`,
    title: row.name,
    body: { id: row.body_id, name: row.body_name },
    dueOn: row.due_on,
    count: Number(row.count),
  }));
}

/** Periods whose contributions were due before today: who keeps the periods closes them, or asks again. */
async function toClose(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('period')
    .select(['id', 'name', 'contributions_due_on', 'deadline'])
    .where('tenant_id', '=', r.tenantId)
    .where('state', '=', 'open')
    .where('contributions_due_on', '<', today)
    .execute();
  return rows.map((row) => ({
    kind: 'closePeriod',
    recordId: row.id,
    href: recordAddress('period', row.id) as `/${string}`,
    title: row.name,
    body: null,
    dueOn: row.deadline,
  }));
}
