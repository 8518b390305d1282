import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { isKronor, type Kronor } from '../../kernel/money.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';

export type MeasurePlanFields = {
  readonly title?: string;
  /** What the body was told to save or earn in the year; null when no sum was said. */
  readonly demanded?: Kronor | null;
  /** The assignment by which it was told so. */
  readonly assignmentId?: Id<'assignment'> | null;
};

/** Begins the economic action plan of a body for a year; a body has one a year. */
export async function createMeasurePlan(
  w: Writer<'plan.edit'>,
  input: MeasurePlanFields & { readonly bodyId: Id<'body'>; readonly year: number },
): Promise<Id<'measurePlan'>> {
  const body = await getBody(w, input.bodyId);
  requireBody(w.auth, body.id);
  refuseProblems(await problemsOf(w, input));
  const existing = await w.db
    .selectFrom('measure_plan')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', body.id)
    .where('year', '=', input.year)
    .executeTakeFirst();
  if (existing) throw new AppError('measures.planExists', { year: input.year }, { planId: existing.id });
  const id: Id<'measurePlan'> = w.runtime.newId();
  const row = {
    body_id: body.id,
    year: input.year,
    title: input.title?.trim() || `Ekonomisk handlingsplan ${input.year}`,
    demanded: input.demanded ?? null,
    assignment_id: input.assignmentId ?? null,
  };
  await w.db
    .insertInto('measure_plan')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'measurePlan', recordId: id, after: row });
  return id;
}

/** Changes what a plan is called, the sum it was told to reach, and the assignment that told it. */
export async function changeMeasurePlan(
  w: Writer<'plan.edit'>,
  input: MeasurePlanFields & { readonly planId: Id<'measurePlan'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await lockRow(w, 'measure_plan', input.planId);
  requireBody(w.auth, before.body_id);
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(await problemsOf(w, input));
  const row = {
    title: input.title?.trim() || before.title,
    demanded:
      input.demanded === undefined ? (before.demanded === null ? null : Number(before.demanded)) : input.demanded,
    assignment_id: input.assignmentId === undefined ? before.assignment_id : input.assignmentId,
  };
  await w.db
    .updateTable('measure_plan')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'measurePlan', recordId: before.id, before, after: row });
}

async function problemsOf(w: Writer, { demanded, assignmentId }: MeasurePlanFields): Promise<readonly Problem[]> {
  if (assignmentId) await getRow(w, 'assignment', assignmentId);
  if (demanded === undefined || demanded === null) return [];
  return isKronor(demanded) && demanded >= 0 ? [] : [{ path: 'demanded', key: 'validation.amount' }];
}
