import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import type { ItemCategory, StandingPlace } from './agenda-item.ts';
import type { AdjusterDuty, ChosenAdjuster } from './choose-adjusters.ts';
import { reportingGroupsOf } from './reporting-group-reader.ts';
import { withReportItems } from './reporting-groups.ts';
import { type StandingItem, usualStandingItems } from './standing-items.ts';

/** A body's standing items, with those in which its groups report, and whether it wrote them itself or has the usual ones. */
export async function standingItemsOf(
  r: Reader,
  bodyId: Id<'body'>,
  date: CivilDate,
): Promise<{ readonly items: readonly StandingItem[]; readonly own: boolean }> {
  const rows = await r.db
    .selectFrom('standing_item')
    .select(['place', 'sub', 'title', 'category', 'clauses'])
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', bodyId)
    .orderBy('position')
    .execute();
  const groups = await reportingGroupsOf(r, bodyId);
  if (rows.length === 0)
    return { items: withReportItems(usualStandingItems(await bodyRulesOn(r, bodyId, date)), groups), own: false };
  const own = rows.map((row) => ({
    ...row,
    place: row.place as StandingPlace,
    category: row.category as ItemCategory,
  }));
  return { items: withReportItems(own, groups), own: true };
}

/** Who is proposed to adjust the minutes of a meeting, and in whose place: empty until the standing items are put on its agenda. */
export async function chosenAdjustersOf(r: Reader, meetingId: Id<'meeting'>): Promise<readonly ChosenAdjuster[]> {
  const rows = await r.db
    .selectFrom('chosen_adjuster')
    .select(['duty', 'seat_id', 'name', 'party'])
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('duty')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    duty: row.duty as AdjusterDuty,
    seatId: row.seat_id,
    name: row.name,
    party: row.party,
  }));
}

/** More meetings than any body holds before everybody has had a turn. */
const meetingsLookedBack = 60;

/** Who adjusted the minutes of a body's meetings before a day, the latest first. */
export async function adjusterHistory(r: Reader, bodyId: Id<'body'>, before: CivilDate): Promise<readonly string[]> {
  const rows = await r.db
    .selectFrom('meeting')
    .innerJoin('chosen_adjuster as chosen', (join) =>
      join.onRef('chosen.meeting_id', '=', 'meeting.id').onRef('chosen.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select('chosen.name')
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.body_id', '=', bodyId)
    .where('meeting.held_on', '<', before)
    .where('chosen.duty', '=', 'adjuster')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('chosen.position')
    .limit(meetingsLookedBack)
    .execute();
  return rows.map(({ name }) => name);
}
