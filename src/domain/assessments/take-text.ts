import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getAssessment } from './assessment-reader.ts';
import { writeAssessment } from './write-assessment.ts';

export type TakeText = {
  /** The performer that composes the joint text. */
  readonly bodyId: Id<'body'>;
  /** What a unit wrote of the same assignment at the same period. */
  readonly sourceId: Id<'assessment'>;
  /** The version of the joint text that was on screen; 0 when nothing was written. */
  readonly expectedVersion: number;
};

/** A text that was taken into a joint one: whose it was, as of which version, and what has become of the words since. */
export type TakenText = {
  readonly id: Id<'takenText'>;
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly sourceId: Id<'assessment'>;
  readonly sourceVersion: number;
  readonly takenBy: string;
  readonly takenAt: Date;
  /** Whether the joint text still has the words as they were. */
  readonly stands: boolean;
  /** Whether the unit has written a newer text since. */
  readonly outdated: boolean;
};

/** Takes the text of a unit into the joint text, at its end, and keeps whose it was. Taken again after a change it replaces what it brought before. */
export async function takeText(w: Writer<'assessment.write'>, input: TakeText): Promise<Id<'assessment'>> {
  const source = await getAssessment(w, input.sourceId);
  if (source.body === null || source.body.id === input.bodyId) throw new AppError('record.notFound');
  const joint = await w.db
    .selectFrom('assessment')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', source.assignmentId)
    .where('period_id', '=', source.period.id)
    .where('body_id', '=', input.bodyId)
    .executeTakeFirst();
  const before = joint
    ? await w.db
        .selectFrom('taken_text')
        .selectAll()
        .where('tenant_id', '=', w.tenantId)
        .where('assessment_id', '=', joint.id)
        .where('source_assessment_id', '=', source.id)
        .executeTakeFirst()
    : undefined;
  const words = source.text.trim();
  const now = joint?.assessment_text ?? '';
  const text =
    before && now.includes(before.taken_text)
      ? now.replace(before.taken_text, () => words)
      : [now, words].filter((part) => part !== '').join('\n\n');
  const id = await writeAssessment(w, {
    assignmentId: source.assignmentId,
    periodId: source.period.id,
    bodyId: input.bodyId,
    text,
    // The status of the whole is judged by the performer: a unit's is never taken for it.
    status: (joint?.status as typeof source.status | undefined) ?? 'unspecified',
    statusPhrase: joint?.status_phrase ?? null,
    forecastOn: joint?.forecast_on ?? null,
    expectedVersion: input.expectedVersion,
  });
  const taken = {
    source_version: source.version,
    taken_text: words,
    taken_at: w.runtime.now(),
    taken_by: w.auth.actorName,
  };
  await w.db
    .insertInto('taken_text')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      assessment_id: id,
      source_assessment_id: source.id,
      ...taken,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'assessment_id', 'source_assessment_id']).doUpdateSet(taken),
    )
    .execute();
  await w.log({ noun: 'assessment', recordId: id, summary: 'text taken', after: { from: source.id, ...taken } });
  return id;
}

/** The texts that were taken into a joint one, in the order in which they came. */
export async function takenTextsOf(r: Reader, assessmentId: Id<'assessment'>): Promise<readonly TakenText[]> {
  if (!isId(assessmentId)) return [];
  const rows = await r.db
    .selectFrom('taken_text')
    .innerJoin('assessment as source', (join) =>
      join
        .onRef('source.tenant_id', '=', 'taken_text.tenant_id')
        .onRef('source.id', '=', 'taken_text.source_assessment_id'),
    )
    .innerJoin('assessment as joint', (join) =>
      join.onRef('joint.tenant_id', '=', 'taken_text.tenant_id').onRef('joint.id', '=', 'taken_text.assessment_id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'source.tenant_id').onRef('body.id', '=', 'source.body_id'),
    )
    .selectAll('taken_text')
    .select(['source.body_id', 'body.name', 'source.assessment_text as source_text'])
    .select('joint.assessment_text as joint_text')
    .where('taken_text.tenant_id', '=', r.tenantId)
    .where('taken_text.assessment_id', '=', assessmentId)
    .orderBy('taken_text.taken_at')
    .orderBy('taken_text.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    body: row.body_id !== null && row.name !== null ? { id: row.body_id, name: row.name } : null,
    sourceId: row.source_assessment_id,
    sourceVersion: row.source_version,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    stands: row.joint_text.includes(row.taken_text),
    outdated: row.source_text.trim() !== row.taken_text,
  }));
}
