import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { DatePrecision, Decision, DecisionLinkKind } from './decision.ts';
import type { DecisionState } from './decision-transitions.ts';

export type DecisionFilter = {
  readonly bodyId?: Id<'body'>;
  readonly meetingId?: Id<'meeting'>;
  readonly itemId?: Id<'agendaItem'>;
  readonly assignmentIds?: readonly Id<'assignment'>[];
  readonly state?: DecisionState;
  readonly year?: number;
  readonly limit?: number;
  readonly offset?: number;
};

/** The decisions that fit a filter, newest first, those without a date last; with how many there are in all. */
export async function listDecisions(
  r: Reader,
  filter: DecisionFilter = {},
): Promise<{ readonly decisions: readonly Decision[]; readonly total: number }> {
  const { total } = await fitting(r, filter)
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await fitting(r, filter)
    .select('decision.id')
    .orderBy('decision.decided_on', (order) => order.desc().nullsLast())
    .orderBy('decision.id')
    .limit(filter.limit ?? 200)
    .offset(filter.offset ?? 0)
    .execute();
  const decisions = await decisionsByIds(
    r,
    rows.map((row) => row.id),
  );
  return { decisions, total: Number(total) };
}

/** A decision with its clauses, or undefined. */
export async function findDecision(r: Reader, id: Id<'decision'>): Promise<Decision | undefined> {
  return isId(id) ? (await decisionsByIds(r, [id]))[0] : undefined;
}

/** A decision with its clauses. Throws `record.notFound`. */
export async function getDecision(r: Reader, id: Id<'decision'>): Promise<Decision> {
  const decision = await findDecision(r, id);
  if (!decision) throw new AppError('record.notFound');
  return decision;
}

/** The decisions that give, change or concern some assignments, oldest first: the order of the thread. */
export async function decisionsForAssignments(
  r: Reader,
  assignmentIds: readonly Id<'assignment'>[],
): Promise<readonly Decision[]> {
  if (assignmentIds.length === 0) return [];
  const { decisions } = await listDecisions(r, { assignmentIds, limit: 10_000 });
  return decisions.toReversed();
}

/** The decisions of some items, in the order in which they were put on record: what minutes print under each §. */
export async function decisionsOfItems(r: Reader, itemIds: readonly Id<'agendaItem'>[]): Promise<readonly Decision[]> {
  if (itemIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('decision')
    .select('id')
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return await decisionsByIds(
    r,
    rows.map((row) => row.id),
  );
}

function fitting(r: Reader, filter: DecisionFilter) {
  let query = r.db
    .selectFrom('decision')
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
    )
    .where('decision.tenant_id', '=', r.tenantId);
  const { assignmentIds, year } = filter;
  if (filter.bodyId !== undefined) query = query.where('decision.body_id', '=', filter.bodyId);
  if (filter.meetingId !== undefined) query = query.where('item.meeting_id', '=', filter.meetingId);
  if (filter.itemId !== undefined) query = query.where('item.id', '=', filter.itemId);
  if (filter.state !== undefined) query = query.where('decision.state', '=', filter.state);
  if (year !== undefined)
    query = query
      .where('decision.decided_on', '>=', `${year}-01-01`)
      .where('decision.decided_on', '<=', `${year}-12-31`);
  if (assignmentIds !== undefined)
    query = query.where((eb) =>
      assignmentIds.length === 0
        ? eb.lit(false)
        : eb.exists(
            eb
              .selectFrom('decision_assignment as link')
              .select('link.decision_id')
              .where('link.tenant_id', '=', r.tenantId)
              .whereRef('link.decision_id', '=', 'decision.id')
              .where('link.assignment_id', 'in', assignmentIds),
          ),
    );
  return query;
}

/** Some decisions with their clauses, in the order asked for. */
export async function decisionsByIds(r: Reader, ids: readonly string[]): Promise<readonly Decision[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom('decision')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'decision.body_id').onRef('body.tenant_id', '=', 'decision.tenant_id'),
    )
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .selectAll('decision')
    .select([
      'body.name as body_name',
      'item.number as item_number',
      'item.title as item_title',
      'item.meeting_id',
      'meeting.held_on',
    ])
    .where('decision.tenant_id', '=', r.tenantId)
    .where('decision.id', 'in', ids)
    .execute();
  const clauses = await r.db
    .selectFrom('decision_clause')
    .select(['decision_id', 'clause'])
    .where('tenant_id', '=', r.tenantId)
    .where('decision_id', 'in', ids)
    .orderBy('position')
    .execute();
  const links = await r.db
    .selectFrom('decision_assignment')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('decision_id', 'in', ids)
    .execute();
  const found = new Map(
    rows.map((row): [string, Decision] => [
      row.id,
      {
        id: row.id,
        version: row.version,
        body: { id: row.body_id, name: row.body_name },
        title: row.title,
        state: row.state as DecisionState,
        decidedOn: row.decided_on,
        datePrecision: row.date_precision as DatePrecision,
        immediatelyAdjusted: row.immediately_adjusted,
        note: row.note,
        clauses: clauses.filter((one) => one.decision_id === row.id).map((one) => one.clause),
        item:
          row.agenda_item_id !== null && row.meeting_id !== null && row.held_on !== null
            ? {
                id: row.agenda_item_id,
                number: row.item_number,
                title: row.item_title ?? '',
                meetingId: row.meeting_id,
                heldOn: row.held_on,
              }
            : null,
        assignments: links
          .filter((link) => link.decision_id === row.id)
          .map((link) => ({ id: link.assignment_id, kind: link.kind as DecisionLinkKind })),
      },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
