import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type AssessmentStatus, statusPhraseFor } from './assessment-status.ts';
import { getContribution } from './contribution-reader.ts';
import { markReadyContribution } from './contribution-steps.ts';
import { takeContribution } from './open-period.ts';
import { writeAssessment } from './write-assessment.ts';

export type WriteContribution = {
  readonly contributionId: Id<'contribution'>;
  readonly status: AssessmentStatus;
  readonly text: string;
  readonly forecastOn: CivilDate | null;
  /** The version of the text that was on screen; 0 when nothing was written. */
  readonly expectedVersion: number;
  /** Whether it is marked ready in the same breath. */
  readonly ready?: boolean;
};

/**
 * Writes what a body was asked for. What is saved unchanged makes no new version, so a text that was carried over stays marked until somebody has
 * changed it or said that it holds. Answers the assessment.
 */
export async function writeContribution(
  w: Writer<'assessment.write'>,
  input: WriteContribution,
): Promise<Id<'assessment'>> {
  const found = await takeContribution(w, input.contributionId);
  requireBody(w.auth, found.body_id);
  if (found.state === 'ready') throw new AppError('contribution.ready');
  const saved = await w.db
    .selectFrom('assessment')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', found.assignment_id)
    .where('period_id', '=', found.period_id)
    .where('body_id', '=', found.body_id)
    .executeTakeFirst();
  const { status, forecastOn, expectedVersion } = input;
  const text = input.text.replace(/\r\n?/gu, '\n').trim();
  const unchanged =
    saved !== undefined &&
    saved.assessment_text === text &&
    saved.status === status &&
    (saved.forecast_on ?? null) === forecastOn;
  if (unchanged) expectVersion(saved, expectedVersion, input);
  const assessmentId = unchanged
    ? saved.id
    : await writeAssessment(w, {
        assignmentId: found.assignment_id,
        periodId: found.period_id,
        bodyId: found.body_id,
        text,
        status,
        statusPhrase: statusPhraseFor(status, text),
        forecastOn,
        expectedVersion,
      });
  if (input.ready) {
    const { id, version } = await getContribution(w, found.id);
    await markReadyContribution(w, { contributionId: id, expectedVersion: version });
  } else if (unchanged) await w.log({ noun: 'contribution', recordId: found.id, summary: 'saved unchanged' });
  return assessmentId;
}
