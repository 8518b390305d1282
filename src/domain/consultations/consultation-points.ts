import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { isWithheld } from '../secrecy/index.ts';
import {
  type ChangedNoun,
  type ConsultationPoint,
  type PointAnswer,
  type PointAnswered,
  pointProblems,
} from './consultation-point.ts';
import { protectedActions } from './consultation-reader.ts';

/** The points of a round, those of one answer together, in the order in which they were taken out. */
export async function listPoints(r: Reader, consultationId: Id<'consultation'>): Promise<readonly ConsultationPoint[]> {
  const rows = await r.db
    .selectFrom('consultation_point as point')
    .innerJoin('consultation_response as response', (join) =>
      join
        .onRef('response.tenant_id', '=', 'point.tenant_id')
        .onRef('response.id', '=', 'point.consultation_response_id'),
    )
    .selectAll('point')
    .select('response.secrecy_level')
    .where('point.tenant_id', '=', r.tenantId)
    .where('point.consultation_id', '=', consultationId)
    .orderBy('response.position')
    .orderBy('point.created_at')
    .orderBy('point.id')
    .execute();
  // A point has the words of its answer, and is kept from the same readers.
  const seen = rows.filter((row) => !isWithheld(row.secrecy_level) || protectedActions.includes(r.auth.action));
  return seen.map((row) => ({
    id: row.id,
    version: row.version,
    responseId: row.consultation_response_id,
    words: row.words,
    theme: row.theme,
    outcome: row.outcome as PointAnswer | null,
    reason: row.reason,
    changed: row.changed_noun && row.changed_id ? { noun: row.changed_noun as ChangedNoun, id: row.changed_id } : null,
    changedIn: row.changed_in,
    fromText: row.from_text,
    toText: row.to_text,
  }));
}

/** Takes a point out of an answer, in its own words, with its theme. */
export async function addPoint(
  w: Writer<'matter.edit'>,
  input: {
    readonly responseId: Id<'consultationResponse'>;
    readonly words: string;
    readonly theme: string | null;
  },
): Promise<Id<'consultationPoint'>> {
  const response = await getRow(w, 'consultation_response', input.responseId);
  await requireRound(w, response.consultation_id);
  refuseProblems(input.words.trim() ? [] : [{ path: 'words', key: 'validation.required' }]);
  const id: Id<'consultationPoint'> = w.runtime.newId();
  const row = { words: input.words.trim(), theme: input.theme?.trim() || null };
  await w.db
    .insertInto('consultation_point')
    .values({
      tenant_id: w.tenantId,
      id,
      consultation_id: response.consultation_id,
      consultation_response_id: response.id,
      ...row,
    })
    .execute();
  const after = !isWithheld(response.secrecy_level) ? row : { ...row, words: '•••' };
  await w.log({ noun: 'consultationPoint', recordId: id, after });
  return id;
}

export type AnswerPoint = PointAnswered & {
  readonly pointId: Id<'consultationPoint'>;
  readonly expectedVersion: number;
  readonly theme: string | null;
};

const changedTables = {
  goal: 'goal',
  goalDocument: 'goal_document',
  agreement: 'agreement',
  document: 'document',
} as const;

/** Says what became of a point and where the text was changed. */
export async function answerPoint(w: Writer<'matter.edit'>, input: AnswerPoint): Promise<void> {
  const found = await lockRow(w, 'consultation_point', input.pointId);
  await requireRound(w, found.consultation_id);
  expectVersion(found, input.expectedVersion, input);
  refuseProblems(pointProblems(input));
  if (input.changed) await getRow(w, changedTables[input.changed.noun], input.changed.id);
  const row = {
    theme: input.theme?.trim() || null,
    outcome: input.outcome,
    reason: input.reason?.trim() || null,
    changed_noun: input.changed?.noun ?? null,
    changed_id: input.changed?.id ?? null,
    changed_in: input.changedIn?.trim() || null,
    from_text: input.fromText?.trim() || null,
    to_text: input.toText?.trim() || null,
  };
  await w.db
    .updateTable('consultation_point')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'consultationPoint', recordId: found.id, after: row });
}

/** Takes back a point that was taken out by mistake; what has been answered stays. */
export async function removePoint(
  w: Writer<'matter.edit'>,
  { pointId }: { readonly pointId: Id<'consultationPoint'> },
): Promise<void> {
  const found = await lockRow(w, 'consultation_point', pointId);
  await requireRound(w, found.consultation_id);
  if (found.outcome !== null) throw new AppError('consultation.pointAnswered');
  await w.db.deleteFrom('consultation_point').where('tenant_id', '=', w.tenantId).where('id', '=', pointId).execute();
  await w.log({ noun: 'consultationPoint', recordId: pointId, summary: 'removed' });
}

/** Lets everybody read the account of the answers, or takes it back to its keepers. */
export async function publishAccount(
  w: Writer<'matter.edit'>,
  input: { readonly consultationId: Id<'consultation'>; readonly published: boolean },
): Promise<void> {
  const round = await requireRound(w, input.consultationId);
  const row = { account_published_on: input.published ? w.runtime.today() : null };
  await w.db
    .updateTable('consultation')
    .set(row)
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', round.id)
    .execute();
  await w.log({ noun: 'consultation', recordId: round.id, summary: 'account', after: row });
}

/** The round, for who keeps its matters. One that was read in has no body and is anybody's who may keep matters. */
export async function requireRound(w: Writer<'matter.edit'>, consultationId: string) {
  const round = await getRow(w, 'consultation', consultationId);
  if (round.body_id) requireBody(w.auth, round.body_id);
  return round;
}
