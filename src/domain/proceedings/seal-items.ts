import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockMeeting } from '../meetings/index.ts';

type Sealing = { readonly meetingId: Id<'meeting'>; readonly itemIds: readonly Id<'agendaItem'>[] };

/**
 * Closes the proceedings of some items while their text is signed, and for good once it is: from then on nothing of what happened in them changes
 * (final is final). Whoever freezes the tree of a § calls it in the same transaction; a refusal to sign opens them again with `unsealItems`.
 */
export async function sealItems(w: Writer<'minutes.edit' | 'meeting.conduct'>, input: Sealing): Promise<void> {
  await setSealed(w, input, true);
}

/** Opens the items again: somebody refused to sign, and the text is to be corrected. */
export async function unsealItems(
  w: Writer<'minutes.edit' | 'minutes.sign' | 'meeting.conduct'>,
  input: Sealing,
): Promise<void> {
  await setSealed(w, input, false);
}

async function setSealed(
  w: Writer<'minutes.edit' | 'minutes.sign' | 'meeting.conduct'>,
  { meetingId, itemIds }: Sealing,
  sealed: boolean,
): Promise<void> {
  await lockMeeting(w, meetingId);
  const agenda = await w.db
    .selectFrom('agenda_item')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .execute();
  const items = agenda.filter((item) => itemIds.includes(item.id));
  if (items.length > 0)
    await w.db
      .insertInto('item_outcome')
      .values(
        items.map((item) => ({
          tenant_id: w.tenantId,
          agenda_item_id: item.id,
          outcome: null,
          motivation: null,
          tabled_to: null,
          carried_to_item_id: null,
          main_proposal_id: null,
          sealed,
        })),
      )
      .onConflict((conflict) => conflict.columns(['tenant_id', 'agenda_item_id']).doUpdateSet({ sealed }))
      .execute();
  await w.log({
    noun: 'meeting',
    recordId: meetingId,
    summary: sealed ? 'sealed' : 'unsealed',
    after: { itemIds: items.map((item) => item.id) },
  });
}
