import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { type MeasureFields, measureProblems } from './measure-rules.ts';
import { lockMeasure } from './measure-writer.ts';

/** Adds a measure to a plan, planned and last in its order. */
export async function addMeasure(
  w: Writer<'plan.edit'>,
  input: MeasureFields & { readonly planId: Id<'measurePlan'> },
): Promise<Id<'measure'>> {
  // The plan is locked, so that two measures added at once do not get one number.
  const plan = await lockRow(w, 'measure_plan', input.planId);
  requireBody(w.auth, plan.body_id);
  refuseProblems(measureProblems(input, plan.year));
  await requireRecords(w, input);
  const { last } = await w.db
    .selectFrom('measure')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('measure_plan_id', '=', plan.id)
    .executeTakeFirstOrThrow();
  const id: Id<'measure'> = w.runtime.newId();
  const row = {
    measure_plan_id: plan.id,
    number: (last ?? 0) + 1,
    ...rowOf(input),
    state: 'planned',
    state_reason: null,
  };
  await w.db
    .insertInto('measure')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'measure', recordId: id, after: row });
  return id;
}

/** Changes what a measure is to be and to give. What was told of it stays as it was told. */
export async function changeMeasure(
  w: Writer<'plan.edit'>,
  input: MeasureFields & { readonly measureId: Id<'measure'>; readonly expectedVersion: number },
): Promise<void> {
  const { year, nextState: _, ...before } = await lockMeasure(w, input.measureId, 'change');
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(measureProblems(input, year));
  await requireRecords(w, input);
  const row = rowOf(input);
  await w.db
    .updateTable('measure')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'measure', recordId: before.id, before, after: row });
}

async function requireRecords(w: Writer, input: MeasureFields): Promise<void> {
  await getBody(w, input.responsibleBodyId);
  if (input.assignmentId) await getRow(w, 'assignment', input.assignmentId);
  if (input.goalId) await getRow(w, 'goal', input.goalId);
}

function rowOf(fields: MeasureFields) {
  return {
    title: fields.title.trim().replace(/\s+/gu, ' '),
    description: fields.description?.trim() ?? '',
    kind: fields.kind,
    responsible_body_id: fields.responsibleBodyId,
    planned: fields.planned,
    planned_full_year: fields.plannedFullYear,
    starts_on: fields.startsOn,
    assignment_id: fields.assignmentId ?? null,
    goal_id: fields.goalId ?? null,
  };
}
