import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { type BudgetInput, pointText } from './budget-input.ts';
import type { Finding } from './finding.ts';
import { findingsFor } from './findings-reader.ts';
import { inputStateAfter } from './input-transitions.ts';
import { keepInputVersion, saveInput, takeInput } from './input-writer.ts';
import { draftedPoint } from './point-draft.ts';
import { pointIn } from './write-input.ts';

export type PointFields = {
  readonly headline: string;
  readonly reasoning?: string;
  readonly goalId?: Id<'goal'> | null;
  readonly aboutAssignmentId?: Id<'assignment'> | null;
};

type OfInput = { readonly inputId: Id<'budgetInput'>; readonly expectedVersion: number };

/** Writes a point last among those of an input. */
export async function writePoint(
  w: Writer<'report.edit'>,
  input: OfInput & PointFields,
): Promise<Id<'budgetInputPoint'>> {
  const before = await takeForEdit(w, input, input);
  refuseProblems(headlineProblems(input));
  const id = await insertPoint(w, before, nextNumber(before), input, false);
  await saveInput(w, before, {}, 'point written', { pointId: id });
  return id;
}

/** Saves the words of a point. Whoever saves a drafted one has gone over it, and it is a draft no longer. */
export async function editPoint(
  w: Writer<'report.edit'>,
  input: OfInput & PointFields & { readonly pointId: Id<'budgetInputPoint'> },
): Promise<void> {
  const before = await takeForEdit(w, input, input);
  const point = pointIn(before.points, input.pointId);
  refuseProblems(headlineProblems(input));
  await keepInputVersion(w, before.id, 'edited');
  await w.db
    .updateTable('budget_input_point')
    .set({ ...pointRow(input), drafted: false })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', point.id)
    .execute();
  await saveInput(w, before, {}, `point ${point.number} edited`, { before: point.text, now: pointRow(input).point });
}

/** Takes a point out; those after it move up, because a letter that is not sent has no gaps. */
export async function removePoint(
  w: Writer<'report.edit'>,
  input: OfInput & { readonly pointId: Id<'budgetInputPoint'> },
): Promise<void> {
  const before = await takeForEdit(w, input, input);
  const point = pointIn(before.points, input.pointId);
  await keepInputVersion(w, before.id, 'edited');
  await w.db.deleteFrom('budget_input_point').where('tenant_id', '=', w.tenantId).where('id', '=', point.id).execute();
  await renumber(
    w,
    before.points.filter(({ id }) => id !== point.id).map(({ id }) => id),
  );
  await saveInput(w, before, {}, `point ${point.number} removed`, { text: point.text });
}

/** Moves a point one step up or down in the letter. */
export async function movePoint(
  w: Writer<'report.edit'>,
  input: OfInput & { readonly pointId: Id<'budgetInputPoint'>; readonly by: -1 | 1 },
): Promise<void> {
  const before = await takeForEdit(w, input, input);
  const ids = before.points.map(({ id }) => id);
  const at = ids.indexOf(pointIn(before.points, input.pointId).id);
  const other = ids[at + input.by];
  if (other === undefined) return;
  ids[at + input.by] = ids[at]!;
  ids[at] = other;
  await renumber(w, ids);
  await saveInput(w, before, {}, 'points moved', { order: ids });
}

/** Writes one point from each chosen finding, drafted from its words and marked so until somebody has gone over it. Answers how many there were. */
export async function writePointsFromFindings(
  w: Writer<'report.edit'>,
  input: OfInput & { readonly keys: readonly string[] },
): Promise<number> {
  const before = await takeForEdit(w, input, input);
  const findings = (await findingsFor(w, before)).filter(({ key, used }) => !used && input.keys.includes(key));
  refuseProblems(findings.length > 0 ? [] : [{ path: 'keys', key: 'validation.tooFew', values: { minimum: 1 } }]);
  for (const [index, finding] of findings.entries()) {
    const drafted = draftedPoint(finding);
    const aboutAssignmentId = finding.assignment?.id ?? null;
    const id = await insertPoint(w, before, nextNumber(before) + index, { ...drafted, aboutAssignmentId }, true);
    await writeOrigin(w, id, finding);
  }
  await saveInput(w, before, {}, 'points drafted', { from: findings.map(({ key }) => key) });
  return findings.length;
}

async function takeForEdit(w: Writer, input: OfInput, written: unknown): Promise<BudgetInput> {
  const before = await takeInput(w, input, 'giver', written);
  inputStateAfter(before.state, 'edit');
  return before;
}

const headlineProblems = ({ headline }: PointFields) =>
  headline.trim() ? [] : [{ path: 'headline', key: 'validation.required' }];

const nextNumber = ({ points }: BudgetInput) => Math.max(0, ...points.map(({ number }) => number)) + 1;

function pointRow({ headline, reasoning = '', goalId, aboutAssignmentId }: PointFields) {
  return {
    point: pointText(headline, reasoning),
    headline: pointText(headline, ''),
    goal_id: goalId ?? null,
    about_assignment_id: aboutAssignmentId ?? null,
  };
}

async function insertPoint(
  w: Writer,
  input: BudgetInput,
  number: number,
  fields: PointFields,
  drafted: boolean,
): Promise<Id<'budgetInputPoint'>> {
  const id: Id<'budgetInputPoint'> = w.runtime.newId();
  await w.db
    .insertInto('budget_input_point')
    .values({ tenant_id: w.tenantId, id, budget_input_id: input.id, number, drafted, ...pointRow(fields) })
    .execute();
  return id;
}

async function writeOrigin(w: Writer, pointId: Id<'budgetInputPoint'>, finding: Finding): Promise<void> {
  const { noun, recordId, withinId, kind, said } = finding;
  await w.db
    .insertInto('input_point_origin')
    .values({
      tenant_id: w.tenantId,
      point_id: pointId,
      noun,
      record_id: recordId,
      within_id: withinId,
      finding: kind,
      said,
    })
    .execute();
}

/** Numbers the points anew in their order; through numbers that nobody has, because two points never share one. */
async function renumber(w: Writer, ids: readonly Id<'budgetInputPoint'>[]): Promise<void> {
  for (const away of [100_000, 0])
    for (const [index, id] of ids.entries())
      await w.db
        .updateTable('budget_input_point')
        .set({ number: away + index + 1 })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', id)
        .execute();
}
