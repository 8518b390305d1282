import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { itemPlaces } from '../collaboration/index.ts';
import type { Deliverable } from './deliverable.ts';

/** What is to be delivered, the latest due first; those without a day last, because nobody can tell whether they are late. */
export async function listDeliverables(
  r: Reader,
  filter: {
    readonly id?: Id<'deliverable'>;
    readonly ids?: readonly Id<'deliverable'>[];
    readonly agendaItemId?: Id<'agendaItem'>;
  } = {},
): Promise<readonly Deliverable[]> {
  let query = r.db.selectFrom('deliverable').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.ids !== undefined) query = query.where((eb) => eb('id', '=', eb.fn.any(eb.val([...filter.ids!]))));
  if (filter.agendaItemId !== undefined) query = query.where('agenda_item_id', '=', filter.agendaItemId);
  const rows = await query
    .orderBy('due_on', (order) => order.desc().nullsLast())
    .orderBy('what')
    .execute();
  const items = await itemPlaces(
    r,
    rows.map((row) => row.agenda_item_id),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    what: row.what,
    project: row.project,
    dueOn: row.due_on,
    movedTo: row.moved_to,
    item: (row.agenda_item_id && items.get(row.agenda_item_id)) || null,
  }));
}

/** One deliverable. Throws `record.notFound`. */
export async function getDeliverable(r: Reader, id: Id<'deliverable'>): Promise<Deliverable> {
  const [found] = await listDeliverables(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}
