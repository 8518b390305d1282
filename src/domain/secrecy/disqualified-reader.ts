/**
 * Disqualification (jäv) as a deny that beats every role: who is disqualified from an item has no part in handling it and reads nothing protected of its
 * matter (KL 6:28–32, FL 16–18 §§). The question is asked where protected things are read and items are changed, of the tables in which the meeting notes
 * it, because those doors lie before the nouns that tell the course of a meeting.
 */
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

type Scope = { readonly itemId: Id<'agendaItem'> } | { readonly matterId: Id<'matter'> };

/** Whether the account of a proof belongs to somebody who must stay away from an item, or from any item of a matter. */
export async function isDisqualified(r: Pick<Reader, 'auth' | 'db' | 'tenantId'>, scope: Scope): Promise<boolean> {
  const { accountId } = r.auth;
  if (accountId === null) return false;
  const query = awayFrom(r, accountId).select('item.id').limit(1);
  const found =
    'itemId' in scope ? query.where('item.id', '=', scope.itemId) : query.where('item.matter_id', '=', scope.matterId);
  return (await found.executeTakeFirst()) !== undefined;
}

/** The items, and the matters of those items, that the account of a proof must stay away from. */
export async function keptAwayFrom(
  r: Pick<Reader, 'auth' | 'db' | 'tenantId'>,
): Promise<{ readonly items: ReadonlySet<string>; readonly matters: ReadonlySet<string> }> {
  const { accountId } = r.auth;
  const rows = accountId === null ? [] : await awayFrom(r, accountId).select(['item.id', 'item.matter_id']).execute();
  return {
    items: new Set(rows.map(({ id }) => id)),
    matters: new Set(rows.flatMap(({ matter_id }) => matter_id ?? [])),
  };
}

function awayFrom(r: Pick<Reader, 'db' | 'tenantId'>, accountId: string) {
  return (
    r.db
      .selectFrom('account')
      .innerJoin('meeting_attendance as attendance', (join) =>
        join
          .onRef('attendance.tenant_id', '=', 'account.tenant_id')
          .onRef('attendance.person_id', '=', 'account.person_id'),
      )
      .innerJoin('disqualification', (join) =>
        join
          .onRef('disqualification.tenant_id', '=', 'attendance.tenant_id')
          .onRef('disqualification.attendance_id', '=', 'attendance.id'),
      )
      .innerJoin('agenda_item as item', (join) =>
        join
          .onRef('item.tenant_id', '=', 'disqualification.tenant_id')
          .onRef('item.id', '=', 'disqualification.agenda_item_id'),
      )
      .where('account.tenant_id', '=', r.tenantId)
      .where('account.id', '=', accountId)
      // As `staysAway` of the attendance: found disqualified, or said so by the person and not decided yet.
      .where((eb) =>
        eb.or([
          eb('disqualification.outcome', '=', 'disqualified'),
          eb.and([eb('disqualification.outcome', '=', 'open'), eb('disqualification.declared_by_self', '=', true)]),
        ]),
      )
  );
}

/** Throws `access.disqualified` when who asks must stay away, whatever roles they have. */
export async function requireUnbiased(r: Pick<Reader, 'auth' | 'db' | 'tenantId'>, scope: Scope): Promise<void> {
  if (await isDisqualified(r, scope)) throw new AppError('access.disqualified');
}
