import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AdjustmentKind } from './minutes.ts';

/** An act of adjustment that waits: for whom, until when, of which meeting. */
export type WaitingAdjustment = {
  readonly adjustmentId: Id<'adjustment'>;
  readonly minutesId: Id<'minutes'>;
  readonly meetingId: Id<'meeting'>;
  readonly kind: AdjustmentKind;
  readonly bodyId: Id<'body'>;
  readonly bodyName: string;
  readonly heldOn: CivilDate;
  readonly adjustBy: CivilDate | null;
  readonly waitingFor: readonly { readonly name: string; readonly accountId: Id<'account'> | null }[];
};

/** What is out for signing, the most urgent first: for the page of today and for reminders. Reads only what is open, however long the history. */
export async function listWaitingAdjustments(
  r: Reader,
  filter: { readonly accountId?: Id<'account'>; readonly dueBefore?: CivilDate } = {},
): Promise<readonly WaitingAdjustment[]> {
  let query = r.db
    .selectFrom('adjustment')
    .innerJoin('minutes', (join) =>
      join.onRef('minutes.id', '=', 'adjustment.minutes_id').onRef('minutes.tenant_id', '=', 'adjustment.tenant_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'minutes.meeting_id').onRef('meeting.tenant_id', '=', 'minutes.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'minutes.body_id').onRef('body.tenant_id', '=', 'minutes.tenant_id'),
    )
    .innerJoin('adjuster', (join) =>
      join
        .onRef('adjuster.adjustment_id', '=', 'adjustment.id')
        .onRef('adjuster.tenant_id', '=', 'adjustment.tenant_id')
        .onRef('adjuster.round', '=', 'adjustment.round'),
    )
    .select(['adjustment.id', 'adjustment.kind', 'adjustment.adjust_by', 'adjustment.minutes_id'])
    .select(['minutes.meeting_id', 'minutes.body_id', 'body.name as body_name', 'meeting.held_on'])
    .select(['adjuster.name', 'adjuster.account_id'])
    .where('adjustment.tenant_id', '=', r.tenantId)
    .where('adjustment.state', '=', 'signing')
    .where('adjuster.signed_at', 'is', null);
  if (filter.dueBefore !== undefined) query = query.where('adjustment.adjust_by', '<', filter.dueBefore);
  if (filter.accountId !== undefined) query = query.where('adjuster.account_id', '=', filter.accountId);
  const rows = await query
    .orderBy('adjustment.adjust_by', (order) => order.asc().nullsLast())
    .orderBy('adjustment.id')
    .orderBy('adjuster.position')
    .execute();
  const found = new Map<string, WaitingAdjustment>();
  for (const row of rows) {
    const waiting = { name: row.name, accountId: row.account_id };
    const known = found.get(row.id);
    found.set(
      row.id,
      known
        ? { ...known, waitingFor: [...known.waitingFor, waiting] }
        : {
            adjustmentId: row.id,
            minutesId: row.minutes_id,
            meetingId: row.meeting_id,
            kind: row.kind as AdjustmentKind,
            bodyId: row.body_id,
            bodyName: row.body_name,
            heldOn: row.held_on,
            adjustBy: row.adjust_by,
            waitingFor: [waiting],
          },
    );
  }
  return [...found.values()];
}
