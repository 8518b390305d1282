import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { withYear } from './day-words.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkSource } from './work-source.ts';

/** Input to write and to send, input whose points wait for an answer, and checks of a plan against the goals that nobody has signed off. */
export const workOfInputs: WorkSource = async (scope) => [
  ...((['report.edit', 'report.deliver', 'plan.edit'] as const).some((action) => mayAnywhere(scope, action))
    ? await scope.once(inputs)
    : []),
  ...(mayAnywhere(scope, 'plan.edit') ? await scope.once(checks) : []),
];

async function inputs(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('budget_input as input')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'input.body_id').onRef('body.tenant_id', '=', 'input.tenant_id'),
    )
    .leftJoin('body as receiver', (join) =>
      join.onRef('receiver.id', '=', 'input.to_body_id').onRef('receiver.tenant_id', '=', 'input.tenant_id'),
    )
    .select([
      'input.id',
      'input.title',
      'input.for_year',
      'input.state',
      'body.id as body_id',
      'body.name as body_name',
    ])
    .select(['receiver.id as to_id', 'receiver.name as to_name'])
    .select((eb) =>
      eb
        .selectFrom('budget_input_point as point')
        .leftJoin('input_outcome as outcome', (join) =>
          join.onRef('outcome.point_id', '=', 'point.id').onRef('outcome.tenant_id', '=', 'point.tenant_id'),
        )
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .whereRef('point.tenant_id', '=', 'input.tenant_id')
        .whereRef('point.budget_input_id', '=', 'input.id')
        .where('outcome.point_id', 'is', null)
        .as('open'),
    )
    .where('input.tenant_id', '=', r.tenantId)
    .where('input.state', 'in', ['draft', 'discussed', 'decided', 'sent'])
    .execute();
  return rows.flatMap((row): readonly WorkFinding[] => {
    const giver = { id: row.body_id, name: row.body_name };
    const common = {
      recordId: row.id,
      href: recordAddress('budgetInput', row.id) as `/${string}`,
      title: withYear(row.title, row.for_year),
      dueOn: null,
    };
    if (row.state === 'decided') return [{ ...common, kind: 'sendInput', body: giver }];
    if (row.state !== 'sent') return [{ ...common, kind: 'writeInput', body: giver }];
    // Who receives it answers; without a receiver it was given to nobody who could.
    if (row.to_id === null || row.to_name === null) return [];
    const body = { id: row.to_id, name: row.to_name };
    return [{ ...common, kind: 'answerInput', body, count: Number(row.open) }];
  });
}

async function checks(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('goal_check')
    .innerJoin('plan', (join) =>
      join.onRef('plan.id', '=', 'goal_check.plan_id').onRef('plan.tenant_id', '=', 'goal_check.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'plan.owner_body_id').onRef('body.tenant_id', '=', 'plan.tenant_id'),
    )
    .select(['goal_check.id', 'plan.title', 'plan.year', 'body.id as body_id', 'body.name as body_name'])
    .where('goal_check.tenant_id', '=', r.tenantId)
    .where('goal_check.state', '=', 'draft')
    .execute();
  return rows.map((row) => ({
    kind: 'checkGoals',
    recordId: row.id,
    href: recordAddress('goalCheck', row.id) as `/${string}`,
    title: withYear(row.title, row.year),
    body: { id: row.body_id, name: row.body_name },
    dueOn: null,
  }));
}
