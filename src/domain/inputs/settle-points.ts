import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { listAssignmentsById } from '../assignments/index.ts';
import { findDecision } from '../decisions/index.ts';
import type { BudgetInput, BudgetInputPoint } from './budget-input.ts';
import { tellGiver } from './input-letters.ts';
import { inputStateAfter } from './input-transitions.ts';
import { lockInput, saveInput } from './input-writer.ts';
import { type PointOutcome, pointOutcomes } from './point-outcomes.ts';

/** What the receiver says of one point; null takes the saying back. */
export type PointSettled = {
  readonly pointId: Id<'budgetInputPoint'>;
  readonly outcome: PointOutcome | null;
  readonly assignmentIds?: readonly Id<'assignment'>[];
  /** The decision of the receiver by which it was taken up or left. */
  readonly decisionId?: Id<'decision'> | null;
  readonly reason?: string | null;
};

export type SettlePoints = {
  readonly inputId: Id<'budgetInput'>;
  readonly expectedVersion?: number;
  readonly points: readonly PointSettled[];
};

/**
 * Says what the plan made of points of an input (BUD-04, list I-11): with which assignments, by which decision and why. It is the receiver who says
 * it; of an input that was only read in, whose way is not known, also who gave it may. Who gave it is told by letter. Answers how many changed.
 */
export async function settlePoints(
  w: Writer<'plan.edit' | 'report.edit' | 'intake.confirm'>,
  input: SettlePoints,
): Promise<number> {
  const before = await lockInput(w, input.inputId);
  requireSettler(w, before);
  if (input.expectedVersion !== undefined) expectVersion(before, input.expectedVersion, input);
  inputStateAfter(before.state, 'settle');
  const changed = input.points.filter((one) => differs(pointOf(before, one.pointId), one));
  if (changed.length === 0) return 0;
  refuseProblems(await settlementProblems(w, before, changed));
  for (const one of changed) await writeOutcome(w, one);
  await saveInput(w, before, {}, 'points settled', { points: changed });
  if (before.state === 'sent') await tellGiver(w, before, changed);
  return changed.length;
}

/** Says which one assignment took a point up (a short form of `settlePoints`); null takes the saying back. */
export async function takeUpPoint(
  w: Writer<'report.edit' | 'plan.edit' | 'intake.confirm'>,
  input: { readonly pointId: Id<'budgetInputPoint'>; readonly assignmentId: Id<'assignment'> | null },
): Promise<void> {
  const point = await w.db
    .selectFrom('budget_input_point')
    .select('budget_input_id')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', input.pointId)
    .executeTakeFirst();
  if (!point) throw new AppError('record.notFound');
  const { pointId, assignmentId } = input;
  await settlePoints(w, {
    inputId: point.budget_input_id,
    points: [{ pointId, outcome: assignmentId ? 'takenUp' : null, assignmentIds: assignmentId ? [assignmentId] : [] }],
  });
}

function requireSettler(w: Writer, input: BudgetInput): void {
  const body = input.state === 'onRecord' ? input.body : input.to;
  if (!body) throw new AppError('record.invalid', {}, [{ path: 'toBodyId', key: 'input.noReceiver' }]);
  requireBody(w.auth, body.id);
}

function pointOf(input: BudgetInput, id: string): BudgetInputPoint {
  const point = input.points.find((one) => one.id === id);
  if (!point) throw new AppError('record.notFound');
  return point;
}

function differs(point: BudgetInputPoint, said: PointSettled): boolean {
  const { outcome } = point;
  if ((outcome?.outcome ?? null) !== said.outcome) return true;
  if (
    said.assignmentIds &&
    !sameIds(
      point.assignments.map(({ id }) => id),
      said.assignmentIds,
    )
  )
    return true;
  if (said.outcome === null) return false;
  return (
    (said.reason !== undefined && (said.reason?.trim() || null) !== outcome?.reason) ||
    (said.decisionId !== undefined && said.decisionId !== (outcome?.decision?.id ?? null))
  );
}

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id));

async function settlementProblems(
  w: Writer,
  input: BudgetInput,
  points: readonly PointSettled[],
): Promise<readonly Problem[]> {
  const ids = [...new Set(points.flatMap(({ assignmentIds }) => assignmentIds ?? []))];
  const assignments = await listAssignmentsById(w, ids);
  const problems: Problem[] = [];
  for (const one of points) {
    const { number, assignments: known } = pointOf(input, one.pointId);
    const path = (field: string) => `points.${number}.${field}`;
    if (one.outcome === null) continue;
    const rule = pointOutcomes[one.outcome];
    if (!rule) {
      problems.push({ path: path('outcome'), key: 'validation.choose' });
      continue;
    }
    const led = one.assignmentIds ?? known.map(({ id }) => id);
    if (rule.needsAssignment && led.length === 0)
      problems.push({ path: path('assignmentIds'), key: 'input.noAssignment' });
    if (rule.needsReason && !one.reason?.trim()) problems.push({ path: path('reason'), key: 'input.noReason' });
    for (const id of one.assignmentIds ?? []) {
      const found = assignments.find((assignment) => assignment.id === id);
      if (!found) problems.push({ path: path('assignmentIds'), key: 'validation.id' });
      else if (found.year < input.forYear)
        problems.push({ path: path('assignmentIds'), key: 'input.earlierAssignment', values: { ref: found.ref } });
    }
    const decision = one.decisionId ? await findDecision(w, one.decisionId) : undefined;
    if (one.decisionId && (decision?.state !== 'made' || (input.to && decision.body.id !== input.to.id)))
      problems.push({ path: path('decisionId'), key: 'input.decisionOfOther' });
  }
  return problems;
}

async function writeOutcome(w: Writer, said: PointSettled): Promise<void> {
  const ofPoint = { tenant_id: w.tenantId, point_id: said.pointId };
  if (said.assignmentIds) {
    await w.db
      .deleteFrom('input_point_assignment')
      .where('tenant_id', '=', w.tenantId)
      .where('point_id', '=', said.pointId)
      .execute();
    const ids = [...new Set(said.assignmentIds)];
    if (ids.length > 0)
      await w.db
        .insertInto('input_point_assignment')
        .values(ids.map((assignment_id) => ({ ...ofPoint, assignment_id })))
        .execute();
  }
  await w.db
    .deleteFrom('input_outcome')
    .where('tenant_id', '=', w.tenantId)
    .where('point_id', '=', said.pointId)
    .execute();
  if (said.outcome === null) return;
  const row = {
    outcome: said.outcome,
    reason: said.reason?.trim() || null,
    decision_id: said.decisionId ?? null,
    settled_on: w.runtime.today(),
    settled_by: w.auth.actorName,
  };
  await w.db
    .insertInto('input_outcome')
    .values({ ...ofPoint, ...row })
    .execute();
}
