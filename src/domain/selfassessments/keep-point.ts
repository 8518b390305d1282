import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { getFormVersion, questionsOf } from '../forms/index.ts';
import { lockAssessment } from './assessment-writer.ts';
import {
  type CommonPointAction,
  type CommonPointFields,
  type CommonPointState,
  type PointMove,
  pointProblems,
  pointStateAfter,
} from './common-point.ts';
import type { SelfAssessment } from './self-assessment.ts';
import { assessmentsOfSameUnits } from './self-assessment-reader.ts';

type MayPlan = Writer<'selfassessment.answer'>;

/** Adds a point to the common plan of an assessment. */
export async function addCommonPoint(
  w: MayPlan,
  input: CommonPointFields & { readonly assessmentId: Id<'selfAssessment'> },
): Promise<Id<'commonPoint'>> {
  const assessment = await lockAssessment(w, input.assessmentId, 'plan');
  await refusePoint(w, assessment, input);
  return await insertPoint(w, assessment, input, null);
}

type OfPoint = { readonly pointId: Id<'commonPoint'>; readonly expectedVersion: number };

/** Changes what is to be done, by which function or until when. */
export async function changeCommonPoint(w: MayPlan, input: OfPoint & CommonPointFields): Promise<void> {
  const { point: before, assessment } = await lockPoint(w, input, 'change', input);
  await refusePoint(w, assessment, input);
  const row = rowOf(input);
  await w.db
    .updateTable('common_point')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'commonPoint', recordId: before.id, before, after: row });
}

/** Tells of a point at a follow-up, in words and by the state that it is left in. */
export async function tellCommonPoint(
  w: MayPlan,
  input: OfPoint & { readonly move: PointMove; readonly told: string },
): Promise<void> {
  const { point } = await lockPoint(w, input, input.move, input);
  await moveTo(w, point, pointStateAfter(point.state as CommonPointState, input.move), input.told);
}

/** Carries a point that is not done over to the plan of a later assessment of the same units, with a new last day. */
export async function carryOverPoint(
  w: MayPlan,
  input: OfPoint & {
    readonly assessmentId: Id<'selfAssessment'>;
    readonly dueOn: string;
    readonly told: string;
  },
): Promise<Id<'commonPoint'>> {
  const { point, assessment: from } = await lockPoint(w, input, 'carryOver', input);
  const to = (await assessmentsOfSameUnits(w, from)).find(
    ({ id, round }) => id === input.assessmentId && round.year > from.round.year,
  );
  if (!to) refuseProblems([{ path: 'assessmentId', key: 'validation.id' }]);
  const fields: CommonPointFields = {
    question: point.question_code,
    what: point.what,
    responsibleBodyId: point.responsible_body_id,
    responsibleFunction: point.responsible_function,
    dueOn: input.dueOn,
  };
  await refusePoint(w, to!, fields);
  await moveTo(w, point, pointStateAfter(point.state as CommonPointState, 'carryOver'), input.told);
  return await insertPoint(w, to!, fields, point.id);
}

async function lockPoint(
  w: MayPlan,
  { pointId, expectedVersion }: OfPoint,
  action: CommonPointAction,
  written: unknown,
) {
  const { self_assessment_id: assessmentId } = await getRow(w, 'common_point', pointId);
  const assessment = await lockAssessment(w, assessmentId, 'plan');
  const point = await lockRow(w, 'common_point', pointId);
  pointStateAfter(point.state as CommonPointState, action);
  expectVersion(point, expectedVersion, written);
  return { assessment, point };
}

async function moveTo(
  w: MayPlan,
  point: { readonly id: string; readonly state: string; readonly version: number },
  state: CommonPointState,
  told: string,
): Promise<void> {
  refuseProblems([
    ...(told.trim() ? [] : [{ path: 'told', key: 'selfassessments.told' }]),
    ...personalNumberProblems({ told }),
  ]);
  const telling = { told: told.trim(), state, told_on: w.runtime.today(), told_by: w.auth.actorName };
  await w.db
    .insertInto('common_point_telling')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      common_point_id: point.id,
      ...telling,
      told_at: w.runtime.now(),
    })
    .execute();
  await w.db
    .updateTable('common_point')
    .set({ state, version: point.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', point.id)
    .execute();
  await w.log({ noun: 'commonPoint', recordId: point.id, before: { state: point.state }, after: telling });
}

/** Who answers for a point is one of the units: what others should do is asked of them in another way. */
async function refusePoint(w: MayPlan, assessment: SelfAssessment, fields: CommonPointFields): Promise<void> {
  const { structure } = await getFormVersion(w, assessment.round.formVersionId);
  refuseProblems([
    ...pointProblems(fields),
    ...(assessment.parties.some(({ body }) => body.id === fields.responsibleBodyId)
      ? []
      : [{ path: 'responsibleBodyId', key: 'validation.choose' }]),
    ...(fields.question && !questionsOf(structure).some(({ code }) => code === fields.question)
      ? [{ path: 'question', key: 'validation.choose' }]
      : []),
  ]);
}

async function insertPoint(
  w: MayPlan,
  assessment: SelfAssessment,
  fields: CommonPointFields,
  carriedFromId: Id<'commonPoint'> | null,
): Promise<Id<'commonPoint'>> {
  const id: Id<'commonPoint'> = w.runtime.newId();
  const row = {
    self_assessment_id: assessment.id,
    number: Math.max(0, ...assessment.points.map(({ number }) => number)) + 1,
    ...rowOf(fields),
    state: 'planned',
    carried_from_id: carriedFromId,
  };
  await w.db
    .insertInto('common_point')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'commonPoint', recordId: id, after: row });
  return id;
}

function rowOf(fields: CommonPointFields) {
  return {
    question_code: fields.question || null,
    what: fields.what.trim(),
    responsible_body_id: fields.responsibleBodyId,
    responsible_function: fields.responsibleFunction.trim(),
    due_on: fields.dueOn,
  };
}
