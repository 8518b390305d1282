import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { itemPlaces } from '../collaboration/index.ts';
import type { Deliverable, DeliverableMove } from './deliverable.ts';

/** What is to be delivered, the last first, with every move of its day: three queries, however many there are. */
export async function listDeliverables(
  r: Reader,
  filter: {
    readonly id?: Id<'deliverable'>;
    readonly ids?: readonly Id<'deliverable'>[];
    readonly agendaItemId?: Id<'agendaItem'>;
    readonly projectIds?: readonly Id<'project'>[];
    /** Only those that name a project which the register did not know. */
    readonly withoutProject?: true;
  } = {},
): Promise<readonly Deliverable[]> {
  let query = r.db.selectFrom('deliverable').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.ids !== undefined) query = query.where((eb) => eb('id', '=', eb.fn.any(eb.val([...filter.ids!]))));
  if (filter.agendaItemId !== undefined) query = query.where('agenda_item_id', '=', filter.agendaItemId);
  if (filter.projectIds !== undefined)
    query = query.where((eb) => eb('project_id', '=', eb.fn.any(eb.val([...filter.projectIds!]))));
  if (filter.withoutProject) query = query.where('project_id', 'is', null).where('project', 'is not', null);
  const rows = await query
    .orderBy('due_on', (order) => order.desc().nullsLast())
    .orderBy('what')
    .execute();
  const items = await itemPlaces(
    r,
    rows.map((row) => row.agenda_item_id),
  );
  const moves = await movesOf(
    r,
    rows.flatMap((row) => (row.moved_to === null ? [] : [row.id])),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    what: row.what,
    project: row.project,
    projectId: row.project_id,
    responsible: row.responsible,
    dueOn: row.due_on,
    movedTo: row.moved_to,
    moves: moves.get(row.id) ?? [],
    doneOn: row.done_on,
    item: (row.agenda_item_id && items.get(row.agenda_item_id)) || null,
  }));
}

/** One deliverable. Throws `record.notFound`. */
export async function getDeliverable(r: Reader, id: Id<'deliverable'>): Promise<Deliverable> {
  const [found] = await listDeliverables(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}

async function movesOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly DeliverableMove[]>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('deliverable_move')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('deliverable_id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('number')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.deliverable_id)].map(([id, own]) => [
      id,
      own.map((row) => ({
        number: row.number,
        before: row.due_before,
        after: row.due_after,
        reason: row.reason,
        source: row.source,
        toldBy: row.told_by,
        toldOn: row.told_on,
      })),
    ]),
  );
}
