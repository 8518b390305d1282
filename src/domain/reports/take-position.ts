import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type AnswerType, answerTypes, readAnswerType } from './answer-types.ts';

export type TakePosition = {
  readonly assignmentId: Id<'assignment'>;
  readonly bodyId: Id<'body'>;
  readonly year: number;
  readonly text: string;
  /** Read from the words when it is not given. A `briefing` stands before what was held; the other types are the answer themselves. */
  readonly answerType?: AnswerType;
  /** When it is to be asked again, for what lies outside the remit for now. */
  readonly recheckOn?: CivilDate | null;
  /** The version that was on screen; left out for the first one. */
  readonly expectedVersion?: number;
};

/**
 * Writes how a body stands to an assignment a year, in its own words ("Beredningen berörs ej av uppdraget."), where no meeting tells it. The words
 * go into its report-back as they are.
 */
export async function takePosition(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: TakePosition,
): Promise<Id<'assignmentPosition'>> {
  requireBody(w.auth, input.bodyId);
  const answerType = input.answerType ?? readAnswerType(input.text);
  const problems = [
    ...(input.text.trim() ? [] : [{ path: 'text', key: 'validation.required' }]),
    ...(answerType in answerTypes ? [] : [{ path: 'answerType', key: 'validation.choose' }]),
  ];
  refuseProblems(problems);
  const key = { assignment_id: input.assignmentId, body_id: input.bodyId, year: input.year };
  const row = { answer_type: answerType, position_text: input.text.trim(), recheck_on: input.recheckOn ?? null };
  const found = await w.db
    .selectFrom('assignment_position')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', input.assignmentId)
    .where('body_id', '=', input.bodyId)
    .where('year', '=', input.year)
    .forUpdate()
    .executeTakeFirst();
  const id = found?.id ?? w.runtime.newId();
  if (found) {
    expectVersion(found, input.expectedVersion ?? 0, input);
    await w.db
      .updateTable('assignment_position')
      .set({ ...row, version: found.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  } else {
    await w.db
      .insertInto('assignment_position')
      .values({ tenant_id: w.tenantId, id, ...key, ...row })
      .execute();
  }
  await w.log({ noun: 'assignmentPosition', recordId: id, before: found, after: { ...key, ...row } });
  return id;
}

/** Takes a position back: the answer is drafted from the meetings again. */
export async function withdrawPosition(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: Pick<TakePosition, 'assignmentId' | 'bodyId' | 'year'>,
): Promise<void> {
  requireBody(w.auth, input.bodyId);
  const found = await w.db
    .deleteFrom('assignment_position')
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', input.assignmentId)
    .where('body_id', '=', input.bodyId)
    .where('year', '=', input.year)
    .returningAll()
    .executeTakeFirst();
  if (!found) throw new AppError('record.notFound');
  await w.log({ noun: 'assignmentPosition', recordId: found.id, summary: 'withdrawn', before: found });
}
