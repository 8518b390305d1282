import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type DecisionEffectKind, decisionEffectKinds } from './decision-effect.ts';

/** The agenda item in which something waits for its approval. */
export type ApprovalItem = {
  readonly itemId: Id<'agendaItem'>;
  readonly meetingId: Id<'meeting'>;
  readonly heldOn: CivilDate;
};

/** The item whose proposed decision approves a record, in a meeting that is still to end; the last one when it stands on several. */
export async function itemToApprove(
  r: Reader,
  kind: Extract<DecisionEffectKind, 'approvesReport' | 'approvesReturn'>,
  recordId: string,
): Promise<ApprovalItem | undefined> {
  const row = await r.db
    .selectFrom('decision_effect as effect')
    .innerJoin('decision', (join) =>
      join.onRef('decision.id', '=', 'effect.decision_id').onRef('decision.tenant_id', '=', 'effect.tenant_id'),
    )
    .innerJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['item.id as item_id', 'meeting.id as meeting_id', 'meeting.held_on'])
    .where('effect.tenant_id', '=', r.tenantId)
    .where('effect.noun', '=', decisionEffectKinds[kind].noun)
    .where('effect.record_id', '=', recordId)
    .where('effect.kind', '=', kind)
    .where('decision.state', '=', 'proposed')
    .where('meeting.state', 'in', ['planned', 'summoned', 'opened', 'adjourned'])
    .orderBy('meeting.held_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { itemId: row.item_id, meetingId: row.meeting_id, heldOn: row.held_on };
}
