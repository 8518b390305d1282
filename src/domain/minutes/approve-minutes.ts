import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { findDecision } from '../decisions/index.ts';
import { addAgendaItem, getMeeting } from '../meetings/index.ts';
import { sealItems } from '../proceedings/index.ts';
import { type AdjustmentState, adjustmentStateAfter } from './adjustment-transitions.ts';
import { composeMinutes } from './compose-minutes-reader.ts';
import { longDate } from './document-words.ts';
import { finishAdjustment } from './finish-adjustment.ts';
import { minutesApprovals } from './minutes.ts';
import { getMinutes } from './minutes-reader.ts';
import { lockMinutes } from './minutes-writer.ts';
import { minutesHash, refuseUnwritable } from './tree-hash.ts';

/** The title of the item in which a meeting approves the minutes of the one before; seed 003 calls it "Föregående minnesanteckning". */
export const previousMinutesTitle = 'Föregående protokoll';

/** Puts the approval of some minutes on the agenda of a later meeting of the same body. Answers the item, also when it is already there. */
export async function proposeApprovalItem(
  w: Writer<'meeting.edit'>,
  input: { readonly minutesId: Id<'minutes'>; readonly meetingId: Id<'meeting'> },
): Promise<Id<'agendaItem'>> {
  const minutes = await getMinutes(w, input.minutesId);
  const meeting = await getMeeting(w, input.meetingId);
  if (minutes.approval !== 'nextMeeting')
    throw new AppError('minutes.otherApproval', { approval: minutesApprovals[minutes.approval] });
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ id }) => id);
  if (!bodies.includes(minutes.body.id) || meeting.heldOn <= minutes.heldOn)
    throw new AppError('minutes.noApprovingDecision');
  const title = `${previousMinutesTitle} ${longDate(minutes.heldOn)}`;
  const there = meeting.items.find((item) => item.title === title);
  if (there) {
    await w.log({ noun: 'minutes', recordId: minutes.id, summary: 'already on the agenda' });
    return there.id;
  }
  return await addAgendaItem(w, { meetingId: meeting.id, title, category: 'formal' });
}

/**
 * Approves minutes by a decision that a later meeting of the body made (seed 003 item 3): they are frozen as they are and adjusted on the day of that
 * decision. For bodies whose rules say so; chair and adjusters sign the others.
 */
export async function approveMinutes(
  w: Writer<'minutes.edit'>,
  input: {
    readonly minutesId: Id<'minutes'>;
    readonly expectedVersion: number;
    readonly decisionId: Id<'decision'>;
  },
): Promise<void> {
  const before = await lockMinutes(w, input.minutesId, 'approve');
  expectVersion(before, input.expectedVersion);
  const { tree, facts, frozen, rules } = await composeMinutes(w, before.id);
  if (rules.approval !== 'nextMeeting')
    throw new AppError('minutes.otherApproval', { approval: minutesApprovals[rules.approval] });
  if ((await getMeeting(w, before.meeting_id)).state !== 'closed') throw new AppError('minutes.meetingNotClosed');
  const decision = await findDecision(w, input.decisionId);
  const fits =
    decision?.state === 'made' &&
    decision.item !== null &&
    decision.decidedOn !== null &&
    decision.body.id === before.body_id &&
    decision.item.heldOn > facts.heldOn;
  if (!fits) throw new AppError('minutes.noApprovingDecision');
  refuseUnwritable(tree);
  const adjustment = await w.db
    .selectFrom('adjustment')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('minutes_id', '=', before.id)
    .where('kind', '=', 'whole')
    .forUpdate()
    .executeTakeFirstOrThrow();
  const nextState = adjustmentStateAfter(adjustment.state as AdjustmentState, 'approve');
  const content_hash = minutesHash(tree);
  const itemIds = facts.sections.filter(({ itemId }) => !frozen.has(itemId)).map(({ itemId }) => itemId);
  await sealItems(w, { meetingId: before.meeting_id, itemIds });
  await w.db
    .updateTable('adjustment')
    .set({ item_ids: JSON.stringify(itemIds), tree: JSON.stringify(tree), content_hash })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', adjustment.id)
    .execute();
  await w.db
    .updateTable('minutes')
    .set({ approved_in_item_id: decision!.item!.id })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await finishAdjustment(w, {
    minutes: before,
    adjustment: { ...adjustment, content_hash, nextState },
    on: decision!.decidedOn!,
    by: 'approve',
  });
}
