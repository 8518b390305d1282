import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type AssessmentStatus, assessmentStatuses, readAssessmentStatus } from './assessment-status.ts';
import { takeOpenPeriod, takeWritableContribution } from './open-period.ts';

export type WriteAssessment = {
  readonly assignmentId: Id<'assignment'>;
  readonly periodId: Id<'period'>;
  /** The performer that says it. */
  readonly bodyId?: Id<'body'> | null;
  readonly text: string;
  /** Read from the text when it is not given. */
  readonly status?: AssessmentStatus;
  readonly statusPhrase?: string | null;
  readonly forecastOn?: CivilDate | null;
  /** The version that was on screen; left out for the first one. */
  readonly expectedVersion?: number;
};

const notCarried = { carried_from_id: null, carried_from_version: null, carried_confirmed_by: null };

/**
 * Writes what the performer says about an assignment at a period. Each save is a version of its own, and none is ever lost: a report that quoted an
 * earlier one still quotes what it quoted.
 */
export async function writeAssessment(
  w: Writer<'assessment.write' | 'intake.confirm'>,
  input: WriteAssessment,
): Promise<Id<'assessment'>> {
  if (input.bodyId) requireBody(w.auth, input.bodyId);
  const problems = problemsOf(input);
  refuseProblems(problems);
  await getRow(w, 'assignment', input.assignmentId);
  await takeOpenPeriod(w, input.periodId, 'write');
  if (input.bodyId) await takeWritableContribution(w, { ...input, bodyId: input.bodyId });
  const reading = readAssessmentStatus(input.text);
  const row = {
    status: input.status ?? reading.status,
    status_phrase: input.statusPhrase === undefined ? (reading.statusPhrase ?? null) : input.statusPhrase,
    assessment_text: input.text.trim(),
  };
  const forecast_on = input.forecastOn ?? null;
  const found = await w.db
    .selectFrom('assessment')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', input.assignmentId)
    .where('period_id', '=', input.periodId)
    .where('body_id', input.bodyId ? '=' : 'is', input.bodyId ?? null)
    .forUpdate()
    .executeTakeFirst();
  const id = found?.id ?? w.runtime.newId();
  const version = (found?.version ?? 0) + 1;
  if (found) {
    expectVersion(found, input.expectedVersion ?? 0, input);
    await w.db
      .updateTable('assessment')
      .set({ ...row, forecast_on, version, ...notCarried })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  } else {
    const key = { assignment_id: input.assignmentId, period_id: input.periodId, body_id: input.bodyId ?? null };
    await w.db
      .insertInto('assessment')
      .values({ tenant_id: w.tenantId, id, ...key, ...row, forecast_on, ...notCarried })
      .execute();
  }
  const written = { written_at: w.runtime.now(), written_by: w.auth.actorName };
  await w.db
    .insertInto('assessment_version')
    .values({
      tenant_id: w.tenantId,
      assessment_id: id,
      version,
      ...row,
      forecast_on,
      carried_from_id: null,
      ...written,
    })
    .execute();
  await w.log({ noun: 'assessment', recordId: id, before: found, after: { ...row, forecast_on, version } });
  return id;
}

function problemsOf(input: WriteAssessment): readonly Problem[] {
  return [
    ...(input.text.trim() || input.status ? [] : [{ path: 'text', key: 'validation.required' }]),
    ...(input.status === undefined || input.status in assessmentStatuses
      ? []
      : [{ path: 'status', key: 'validation.choose' }]),
  ];
}
