import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

/** The next meeting of a body after a day that is still to be held: where tabled items and unanswered questions go. */
export async function findNextMeeting(
  r: Reader,
  bodyId: Id<'body'>,
  after: CivilDate,
  notBefore: CivilDate = after,
): Promise<{ readonly id: Id<'meeting'>; readonly heldOn: CivilDate } | undefined> {
  const row = await r.db
    .selectFrom('meeting')
    .select(['id', 'held_on'])
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', bodyId)
    .where('held_on', '>', after)
    .where('held_on', '>=', notBefore)
    .where('state', 'in', ['planned', 'summoned'])
    .where('kind', 'in', ['meeting', 'jointMeeting'])
    .orderBy('held_on')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, heldOn: row.held_on };
}
