import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { earlierTextOf } from './earlier-text-reader.ts';
import { type ContributionKey, takeOpenPeriod, takeWritableContribution } from './open-period.ts';

/**
 * Carries the last text of a body over into a period in which it has written nothing, marked until a person has changed it or said that it holds.
 * The forecast comes along; the text of the assignment that this one follows on counts as its last text.
 */
export async function carryOver(w: Writer<'assessment.write'>, key: ContributionKey): Promise<Id<'assessment'>> {
  requireBody(w.auth, key.bodyId);
  await takeOpenPeriod(w, key.periodId, 'write');
  await takeWritableContribution(w, key);
  const written = await w.db
    .selectFrom('assessment')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', key.assignmentId)
    .where('period_id', '=', key.periodId)
    .where('body_id', '=', key.bodyId)
    .executeTakeFirst();
  if (written) throw new AppError('contribution.writtenAlready');
  const earlier = await earlierTextOf(w, key);
  if (!earlier) throw new AppError('contribution.nothingToCarry');
  const id = w.runtime.newId();
  const row = {
    status: earlier.status,
    status_phrase: earlier.statusPhrase,
    assessment_text: earlier.text,
    forecast_on: earlier.forecastOn,
    carried_from_id: earlier.id,
  };
  await w.db
    .insertInto('assessment')
    .values({
      tenant_id: w.tenantId,
      id,
      assignment_id: key.assignmentId,
      period_id: key.periodId,
      body_id: key.bodyId,
      ...row,
      carried_from_version: earlier.version,
      carried_confirmed_by: null,
    })
    .execute();
  await keepVersion(w, id, 1, row);
  await w.log({ noun: 'assessment', recordId: id, summary: 'carried over', after: row });
  return id;
}

export type ConfirmCarried = { readonly assessmentId: Id<'assessment'>; readonly expectedVersion: number };

/** Says that a text that was carried over still holds. From then on it is the words of whoever confirmed it, as a version of its own. */
export async function confirmCarried(w: Writer<'assessment.write'>, input: ConfirmCarried): Promise<void> {
  const found = await lockRow(w, 'assessment', input.assessmentId);
  if (found.body_id === null || found.carried_from_id === null || found.carried_confirmed_by !== null)
    throw new AppError('record.notFound');
  requireBody(w.auth, found.body_id);
  await takeOpenPeriod(w, found.period_id, 'write');
  await takeWritableContribution(w, {
    assignmentId: found.assignment_id,
    periodId: found.period_id,
    bodyId: found.body_id,
  });
  expectVersion(found, input.expectedVersion, input);
  const version = found.version + 1;
  const confirmed = { version, carried_confirmed_by: w.auth.actorName };
  await w.db
    .updateTable('assessment')
    .set(confirmed)
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  const { status, status_phrase, assessment_text, forecast_on } = found;
  await keepVersion(w, found.id, version, {
    status,
    status_phrase,
    assessment_text,
    forecast_on,
    carried_from_id: null,
  });
  await w.log({ noun: 'assessment', recordId: found.id, summary: 'confirmed', before: found, after: confirmed });
}

type VersionContent = {
  readonly status: string;
  readonly status_phrase: string | null;
  readonly assessment_text: string;
  readonly forecast_on: string | null;
  readonly carried_from_id: string | null;
};

async function keepVersion(w: Writer, id: string, version: number, content: VersionContent): Promise<void> {
  const written = { written_at: w.runtime.now(), written_by: w.auth.actorName };
  await w.db
    .insertInto('assessment_version')
    .values({ tenant_id: w.tenantId, assessment_id: id, version, ...content, ...written })
    .execute();
}
