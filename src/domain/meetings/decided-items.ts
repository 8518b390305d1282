import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';

/**
 * Throws `meeting.itemDecided` when a decision was made in the item: what the body had before it when it decided stays as it was. The table of
 * decisions is asked directly, because the noun that keeps it builds on this one.
 */
export async function requireUndecided(w: Writer, itemId: Id<'agendaItem'>): Promise<void> {
  const decision = await w.db
    .selectFrom('decision')
    .select('title')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .where('state', '=', 'made')
    .executeTakeFirst();
  if (decision) throw new AppError('meeting.itemDecided', { title: decision.title });
}
