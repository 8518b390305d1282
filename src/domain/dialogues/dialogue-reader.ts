import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AnswerUnit, CountQualifier, Dialogue, DialogueKind, QualifiedCount } from './dialogue.ts';

export type DialogueFilter = {
  readonly ids?: readonly Id<'dialogue'>[];
  readonly kind?: DialogueKind;
  readonly year?: number;
  readonly bodyId?: Id<'body'>;
  readonly meetingId?: Id<'meeting'>;
  readonly limit?: number;
  readonly offset?: number;
};

/** The dialogues that fit a filter, latest first, each with how many insights it gave and how many of those have led to something. */
export async function listDialogues(r: Reader, filter: DialogueFilter = {}): Promise<readonly Dialogue[]> {
  const { ids, kind, year, bodyId, meetingId } = filter;
  let query = r.db
    .selectFrom('dialogue')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'dialogue.tenant_id').onRef('body.id', '=', 'dialogue.body_id'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'dialogue.tenant_id').onRef('meeting.id', '=', 'dialogue.meeting_id'),
    )
    .selectAll('dialogue')
    .select(['body.name as body_name', 'meeting.held_on'])
    .select((eb) => {
      const insights = eb
        .selectFrom('dialogue_insight as insight')
        .select(eb.fn.countAll().as('count'))
        .whereRef('insight.tenant_id', '=', 'dialogue.tenant_id')
        .whereRef('insight.dialogue_id', '=', 'dialogue.id');
      const changed = insights.where((inner) =>
        inner.exists(
          inner
            .selectFrom('dialogue_change as change')
            .select('change.id')
            .whereRef('change.tenant_id', '=', 'insight.tenant_id')
            .whereRef('change.dialogue_insight_id', '=', 'insight.id'),
        ),
      );
      return [insights.as('insights'), changed.as('insights_with_change')];
    })
    .where('dialogue.tenant_id', '=', r.tenantId);
  if (ids !== undefined) query = query.where((eb) => eb('dialogue.id', '=', eb.fn.any(eb.val([...ids]))));
  if (kind !== undefined) query = query.where('dialogue.kind', '=', kind);
  if (year !== undefined)
    // A dialogue that went on over the new year belongs to both years.
    query = query
      .where('dialogue.from_on', '<=', `${year}-12-31`)
      .where((eb) => eb(eb.fn.coalesce('dialogue.to_on', 'dialogue.from_on'), '>=', `${year}-01-01`));
  if (bodyId !== undefined) query = query.where('dialogue.body_id', '=', bodyId);
  if (meetingId !== undefined) query = query.where('dialogue.meeting_id', '=', meetingId);
  let ordered = query.orderBy('dialogue.from_on', 'desc').orderBy('dialogue.id');
  if (filter.limit !== undefined) ordered = ordered.limit(filter.limit);
  if (filter.offset !== undefined) ordered = ordered.offset(filter.offset);
  const rows = await ordered.execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    kind: row.kind as DialogueKind,
    title: row.title,
    fromOn: row.from_on,
    toOn: row.to_on,
    place: row.place,
    occasions: countOf(row.occasions, row.occasions_qualifier),
    participants: countOf(row.participants, row.participants_qualifier),
    answerUnits: row.answer_units as AnswerUnit | null,
    summary: row.summary,
    materials: row.materials,
    meeting: row.meeting_id !== null && row.held_on !== null ? { id: row.meeting_id, heldOn: row.held_on } : null,
    insights: Number(row.insights),
    insightsWithChange: Number(row.insights_with_change),
  }));
}

/** One dialogue. Throws `record.notFound`. */
export async function getDialogue(r: Reader, id: Id<'dialogue'>): Promise<Dialogue> {
  const [dialogue] = isId(id) ? await listDialogues(r, { ids: [id] }) : [];
  if (!dialogue) throw new AppError('record.notFound');
  return dialogue;
}

function countOf(count: number | null, qualifier: string): QualifiedCount | null {
  return count === null ? null : { count, qualifier: qualifier as CountQualifier };
}
