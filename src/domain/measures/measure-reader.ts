import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { formatAssignmentRef } from '../assignments/index.ts';
import type { Measure, MeasureAssignment, MeasureKind, MeasurePlan, MeasureTelling } from './measure.ts';
import type { MeasureState } from './measure-transitions.ts';

/** The economic action plans, newest year first. */
export async function listMeasurePlans(
  r: Reader,
  filter: { readonly id?: Id<'measurePlan'>; readonly bodyId?: Id<'body'>; readonly year?: number } = {},
): Promise<readonly MeasurePlan[]> {
  let query = r.db
    .selectFrom('measure_plan as plan')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'plan.tenant_id').onRef('body.id', '=', 'plan.body_id'),
    )
    .leftJoin('assignment', (join) =>
      join.onRef('assignment.tenant_id', '=', 'plan.tenant_id').onRef('assignment.id', '=', 'plan.assignment_id'),
    )
    .select([
      'plan.id',
      'plan.version',
      'plan.body_id',
      'plan.year',
      'plan.title',
      'plan.demanded',
      'body.name as body_name',
    ])
    .select(assignmentColumns)
    .where('plan.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('plan.id', '=', filter.id);
  if (filter.bodyId !== undefined) query = query.where('plan.body_id', '=', filter.bodyId);
  if (filter.year !== undefined) query = query.where('plan.year', '=', filter.year);
  const rows = await query.orderBy('plan.year', 'desc').orderBy('body.name').execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    year: row.year,
    title: row.title,
    demanded: row.demanded === null ? null : Number(row.demanded),
    assignment: toAssignment(row),
  }));
}

/** One plan. Throws `record.notFound`. */
export async function getMeasurePlan(r: Reader, id: Id<'measurePlan'>): Promise<MeasurePlan> {
  const [plan] = isId(id) ? await listMeasurePlans(r, { id }) : [];
  if (!plan) throw new AppError('record.notFound');
  return plan;
}

export type MeasureFilter = {
  readonly ids?: readonly Id<'measure'>[];
  readonly planId?: Id<'measurePlan'>;
  /** The bodies that carry the measures out, or whose plan they stand in. */
  readonly bodyId?: Id<'body'>;
  readonly year?: number;
  readonly assignmentId?: Id<'assignment'>;
};

/** The measures of a year, of all bodies or of one, with what was planned and what was told: as many queries for many as for one. */
export async function measuresOf(
  r: Reader,
  filter: { readonly bodyId?: Id<'body'>; readonly year: number },
): Promise<readonly Measure[]> {
  return await listMeasures(r, filter);
}

/** One measure. Throws `record.notFound`. */
export async function getMeasure(r: Reader, id: Id<'measure'>): Promise<Measure> {
  const [measure] = isId(id) ? await listMeasures(r, { ids: [id] }) : [];
  if (!measure) throw new AppError('record.notFound');
  return measure;
}

/** The measures that fit a filter, by body and in the order of their plans. */
export async function listMeasures(r: Reader, filter: MeasureFilter): Promise<readonly Measure[]> {
  let query = measureRows(r);
  const { ids, bodyId } = filter;
  if (ids !== undefined) query = query.where((eb) => eb('measure.id', '=', eb.fn.any(eb.val([...ids]))));
  if (filter.planId !== undefined) query = query.where('plan.id', '=', filter.planId);
  if (bodyId !== undefined)
    query = query.where((eb) =>
      eb.or([eb('plan.body_id', '=', bodyId), eb('measure.responsible_body_id', '=', bodyId)]),
    );
  if (filter.year !== undefined) query = query.where('plan.year', '=', filter.year);
  if (filter.assignmentId !== undefined) query = query.where('measure.assignment_id', '=', filter.assignmentId);
  const rows = await query.orderBy('plan.year', 'desc').orderBy('owner.name').orderBy('measure.number').execute();
  if (rows.length === 0) return [];
  const told = await tellingsOf(
    r,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    plan: {
      id: row.measure_plan_id,
      body: { id: row.plan_body_id, name: row.plan_body_name },
      year: row.plan_year,
      title: row.plan_title,
    },
    number: row.number,
    title: row.title,
    description: row.description,
    kind: row.kind as MeasureKind,
    responsible: { id: row.responsible_body_id, name: row.responsible_name },
    planned: Number(row.planned),
    plannedFullYear: Number(row.planned_full_year),
    startsOn: row.starts_on,
    assignment: toAssignment(row),
    goal: row.goal_id !== null && row.goal_heading !== null ? { id: row.goal_id, heading: row.goal_heading } : null,
    state: row.state as MeasureState,
    stateReason: row.state_reason,
    told: told.get(row.id) ?? [],
  }));
}

function measureRows(r: Reader) {
  return r.db
    .selectFrom('measure')
    .innerJoin('measure_plan as plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'measure.tenant_id').onRef('plan.id', '=', 'measure.measure_plan_id'),
    )
    .innerJoin('body as owner', (join) =>
      join.onRef('owner.tenant_id', '=', 'plan.tenant_id').onRef('owner.id', '=', 'plan.body_id'),
    )
    .innerJoin('body as responsible', (join) =>
      join
        .onRef('responsible.tenant_id', '=', 'measure.tenant_id')
        .onRef('responsible.id', '=', 'measure.responsible_body_id'),
    )
    .leftJoin('assignment', (join) =>
      join.onRef('assignment.tenant_id', '=', 'measure.tenant_id').onRef('assignment.id', '=', 'measure.assignment_id'),
    )
    .leftJoin('goal', (join) =>
      join.onRef('goal.tenant_id', '=', 'measure.tenant_id').onRef('goal.id', '=', 'measure.goal_id'),
    )
    .selectAll('measure')
    .select(['plan.body_id as plan_body_id', 'plan.year as plan_year', 'plan.title as plan_title'])
    .select(['owner.name as plan_body_name', 'responsible.name as responsible_name', 'goal.heading as goal_heading'])
    .select(assignmentColumns)
    .where('measure.tenant_id', '=', r.tenantId);
}

async function tellingsOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly MeasureTelling[]>> {
  const rows = await r.db
    .selectFrom('measure_telling')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('measure_id', 'in', [...ids])
    .orderBy('month')
    .execute();
  const tellings = rows.map((row) => ({
    measureId: row.measure_id,
    id: row.id,
    version: row.version,
    month: row.month.slice(0, 7),
    effect: Number(row.effect),
    forecast: Number(row.forecast),
    financial: row.financial,
    operational: row.operational,
    toldBy: row.told_by,
    toldOn: row.told_on,
  }));
  return Map.groupBy(tellings, ({ measureId }) => measureId);
}

const assignmentColumns = [
  'assignment.id as of_assignment_id',
  'assignment.year as assignment_year',
  'assignment.number as assignment_number',
  'assignment.position as assignment_position',
  'assignment.title as assignment_title',
] as const;

function toAssignment(row: {
  readonly of_assignment_id: string | null;
  readonly assignment_year: number | null;
  readonly assignment_number: number | null;
  readonly assignment_position: number | null;
  readonly assignment_title: string | null;
}): MeasureAssignment | null {
  const { of_assignment_id: id, assignment_year: year, assignment_position: position, assignment_title: title } = row;
  if (id === null || year === null || position === null || title === null) return null;
  return { id, ref: formatAssignmentRef({ year, number: row.assignment_number, position }), title };
}
