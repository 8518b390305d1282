import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { DeviationKind } from './deviation.ts';
import { refOf } from './deviation-reader.ts';
import type { ImprovementState, ImprovementWork } from './improvement.ts';

/** The improvements with their actions and deviations, those under way first: as many queries for many as for one. */
export async function listImprovements(
  r: Reader,
  filter: { readonly id?: Id<'improvementWork'> } = {},
): Promise<readonly ImprovementWork[]> {
  let query = r.db
    .selectFrom('improvement_work as work')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'work.tenant_id').onRef('body.id', '=', 'work.body_id'),
    )
    .selectAll('work')
    .select('body.name as body_name')
    .where('work.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('work.id', '=', filter.id);
  const rows = await query
    .orderBy((eb) => eb.case().when('work.effect_on', 'is', null).then(0).else(1).end())
    .orderBy('work.created_at', 'desc')
    .orderBy('work.title')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const actions = await r.db
    .selectFrom('improvement_action as a')
    .innerJoin('body', (join) => join.onRef('body.tenant_id', '=', 'a.tenant_id').onRef('body.id', '=', 'a.body_id'))
    .selectAll('a')
    .select('body.name as body_name')
    .where('a.tenant_id', '=', r.tenantId)
    .where('a.improvement_work_id', 'in', ids)
    .orderBy('a.number')
    .execute();
  const deviations = await r.db
    .selectFrom('deviation')
    .select(['id', 'improvement_work_id', 'year', 'number', 'kind', 'starts_on'])
    .where('tenant_id', '=', r.tenantId)
    .where('improvement_work_id', 'in', ids)
    .orderBy('starts_on')
    .orderBy('number')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    title: row.title,
    aim: row.aim,
    state: row.state as ImprovementState,
    effect: row.effect,
    effectOn: row.effect_on,
    actions: actions
      .filter((one) => one.improvement_work_id === row.id)
      .map((one) => ({
        id: one.id,
        version: one.version,
        number: one.number,
        what: one.what,
        body: { id: one.body_id, name: one.body_name },
        responsibleFunction: one.responsible_function,
        dueOn: one.due_on,
        doneOn: one.done_on,
      })),
    deviations: deviations
      .filter((one) => one.improvement_work_id === row.id)
      .map((one) => ({ id: one.id, ref: refOf(one), kind: one.kind as DeviationKind, startsOn: one.starts_on })),
  }));
}

/** One improvement. Throws `record.notFound`. */
export async function getImprovement(r: Reader, id: Id<'improvementWork'>): Promise<ImprovementWork> {
  const [work] = isId(id) ? await listImprovements(r, { id }) : [];
  if (!work) throw new AppError('record.notFound');
  return work;
}
