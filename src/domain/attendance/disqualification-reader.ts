import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import {
  type Disqualification,
  type DisqualificationGround,
  type DisqualificationOutcome,
  staysAway,
} from './disqualification.ts';

/** Every question of disqualification in a meeting, in the order of the agenda. */
export async function listDisqualifications(r: Reader, meetingId: Id<'meeting'>): Promise<readonly Disqualification[]> {
  const rows = await disqualificationQuery(r)
    .where('item.meeting_id', '=', meetingId)
    .orderBy('item.position')
    .orderBy('attendance.position')
    .execute();
  return rows.map(disqualificationOf);
}

/** Who must stay away from an item, as ids of the attendance list. */
export async function disqualifiedFrom(r: Reader, itemId: Id<'agendaItem'>): Promise<readonly Id<'attendance'>[]> {
  const rows = await disqualificationQuery(r).where('item.id', '=', itemId).execute();
  return rows
    .map(disqualificationOf)
    .filter(staysAway)
    .map((one) => one.attendanceId);
}

/**
 * The items of a meeting from which an account must be kept: its person is disqualified from them (R-KL-24). Deny wins over every role. What has been
 * made public stays public: where adjustment makes minutes public (TF 2:10, R-TF-1), the guard ends with it.
 */
export async function disqualifiedItemsOf(
  r: Reader,
  accountId: Id<'account'> | null,
  meetingId: Id<'meeting'>,
): Promise<readonly Id<'agendaItem'>[]> {
  if (accountId === null) return [];
  const found = (await ofAccount(r, accountId).where('item.meeting_id', '=', meetingId).execute())
    .map(disqualificationOf)
    .filter(staysAway);
  if (found.length === 0 || (await isPublic(r, meetingId))) return [];
  return found.map((one) => one.itemId);
}

/** Throws `access.disqualified` when who asks must stay away from the item. Ask before showing its texts, documents or proceedings. */
export async function requireNotDisqualified(r: Reader, itemId: Id<'agendaItem'>): Promise<void> {
  const { accountId } = r.auth;
  if (accountId === null) return;
  const rows = await ofAccount(r, accountId).select('item.meeting_id').where('item.id', '=', itemId).execute();
  const own = rows.find((row) => staysAway(disqualificationOf(row)));
  if (own && !(await isPublic(r, own.meeting_id))) throw new AppError('access.disqualified');
}

/** Whether what happened in a meeting has become public with its adjustment. */
async function isPublic(r: Reader, meetingId: Id<'meeting'>): Promise<boolean> {
  const meeting = await getRow(r, 'meeting', meetingId);
  if (meeting.state !== 'adjusted') return false;
  return (await bodyRulesOn(r, meeting.body_id, meeting.held_on)).becomesPublicBy === 'adjustment';
}

/** The disqualifications of the person that an account belongs to. */
function ofAccount(r: Reader, accountId: Id<'account'>) {
  return disqualificationQuery(r)
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'attendance.tenant_id')
        .onRef('account.person_id', '=', 'attendance.person_id'),
    )
    .where('account.id', '=', accountId);
}

function disqualificationQuery(r: Reader) {
  return r.db
    .selectFrom('disqualification')
    .innerJoin('agenda_item as item', (join) =>
      join
        .onRef('item.tenant_id', '=', 'disqualification.tenant_id')
        .onRef('item.id', '=', 'disqualification.agenda_item_id'),
    )
    .innerJoin('meeting_attendance as attendance', (join) =>
      join
        .onRef('attendance.tenant_id', '=', 'disqualification.tenant_id')
        .onRef('attendance.id', '=', 'disqualification.attendance_id'),
    )
    .selectAll('disqualification')
    .select('attendance.name')
    .where('disqualification.tenant_id', '=', r.tenantId);
}

function disqualificationOf(row: {
  id: string;
  version: number;
  agenda_item_id: string;
  attendance_id: string;
  name: string;
  ground: string;
  declared_by_self: boolean;
  outcome: string;
  note: string | null;
}): Disqualification {
  return {
    id: row.id,
    version: row.version,
    itemId: row.agenda_item_id,
    attendanceId: row.attendance_id,
    name: row.name,
    ground: row.ground as DisqualificationGround,
    declaredBySelf: row.declared_by_self,
    outcome: row.outcome as DisqualificationOutcome,
    note: row.note,
  };
}
