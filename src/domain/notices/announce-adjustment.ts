import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { announcementDeadline } from '../../kernel/legal-deadlines.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { sectionNumbersOf } from '../meetings/index.ts';
import { minutesOfAdjustment, noteAnnounced, sectionRange } from '../minutes/index.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { signLogAfter } from '../witnessing/index.ts';
import { appealKindOf } from './appeal.ts';
import { boardDuties, boardDutyOf, mustAnnounce } from './board-duty.ts';
import { boardsOf } from './board-reader.ts';
import { ensureBoard, keepingsOf } from './ensure-board.ts';
import { addNoticeEvent, setClock } from './notice-writer.ts';

export type AnnounceAdjustment = {
  readonly adjustmentId: Id<'adjustment'>;
  /** Where the minutes can be read. */
  readonly availableAt: string;
  /** The day it was put up; today unless told, and never before the adjustment. */
  readonly postedOn?: CivilDate;
};

/**
 * Announces that minutes, or one § of them, have been adjusted (KL 8:12, R-KL-55): an entry on the body's board, put up at once; for a joint nämnd an
 * entry on each participant's board, of which the others wait until that participant has put it up (R-KL-61). The clock runs from the last board.
 */
export async function announceAdjustment(
  w: Writer<'notice.post'>,
  input: AnnounceAdjustment,
): Promise<readonly Id<'boardNotice'>[]> {
  const minutes = await minutesOfAdjustment(w, input.adjustmentId);
  requireBody(w.auth, minutes.body.id);
  const adjustment = minutes.adjustments.find(({ id }) => id === input.adjustmentId)!;
  if (adjustment.adjustedOn === null) throw new AppError('record.wrongState', { state: notAdjusted });
  const rules = await bodyRulesOn(w, minutes.body.id, minutes.heldOn);
  const duty = boardDutyOf(rules, { decided: await decidedIn(w, adjustment.itemIds) });
  if (!mustAnnounce(duty)) throw new AppError('notice.noBoard', { reason: boardDuties[duty] });
  const today = w.runtime.today();
  const postedOn = input.postedOn ?? today;
  refuseProblems([
    ...(input.availableAt.trim() ? [] : [{ path: 'availableAt', key: 'validation.required' }]),
    ...personalNumberProblems({ availableAt: input.availableAt }),
    ...(postedOn > today ? [{ path: 'postedOn', key: 'notice.future' }] : []),
    ...(postedOn < adjustment.adjustedOn
      ? [{ path: 'postedOn', key: 'notice.postedTooEarly', values: { date: adjustment.adjustedOn } }]
      : []),
  ]);
  const boards = await boardsOf(w, minutes.body.id, duty, adjustment.adjustedOn);
  const numbers = await sectionNumbersOf(w, adjustment.itemIds);
  const row = {
    body_id: minutes.body.id,
    kind: 'adjustedMinutes',
    meeting_id: minutes.meetingId,
    adjustment_id: adjustment.id,
    title: adjustment.kind === 'whole' ? 'Justerat protokoll' : 'Omedelbart justerad paragraf',
    sections: sectionRange(numbers.filter(({ bodyId }) => bodyId === minutes.body.id).map(({ number }) => number)),
    body_text: null,
    available_at: input.availableAt.trim(),
    appeal_kind: appealKindOf(rules, {
      proceduralLaw: 'kommunallagen',
      preparatory: false,
      byDelegation: rules.mayDecide === 'byDelegation',
    }),
    held_on: minutes.heldOn,
    adjusted_on: adjustment.adjustedOn,
    announce_by: announcementDeadline(adjustment.adjustedOn).date,
    margin_days: rules.noticeMarginDays,
    appeal_last: null,
    remove_earliest: null,
    taken_down_on: null,
  };
  const ids: Id<'boardNotice'>[] = [];
  const keepings = await keepingsOf(w, boards);
  for (const board of boards) {
    const id = w.runtime.newId();
    const keeping = keepings.get(board)!;
    const first = keeping === 'here';
    await ensureBoard(w, board, keeping);
    await w.db
      .insertInto('board_notice')
      .values({
        tenant_id: w.tenantId,
        id,
        board_body_id: board,
        state: first ? 'posted' : 'awaiting',
        posted_on: first ? postedOn : null,
        ...row,
      })
      .execute();
    if (first) await addNoticeEvent(w, id, { kind: 'posted', reason: dayWhenOther(postedOn, today) });
    await w.log({
      noun: 'boardNotice',
      recordId: id,
      after: { ...row, board_body_id: board, posted_on: first ? postedOn : null },
    });
    ids.push(id);
  }
  await setClock(w, { id: ids[0]!, adjustment_id: adjustment.id });
  await signLogAfter(w);
  if (adjustment.kind === 'whole') await noteAnnounced(w, minutes.id);
  return ids;
}

const notAdjusted = { sv: 'inte justerat', en: 'not adjusted' };

/** The event says when it was noted; a day that was another is told beside it. */
export function dayWhenOther(postedOn: CivilDate, today: CivilDate): string | null {
  return postedOn === today ? null : `uppsatt ${postedOn}`;
}

async function decidedIn(w: Writer, itemIds: readonly string[]): Promise<boolean> {
  if (itemIds.length === 0) return false;
  const found = await w.db
    .selectFrom('decision')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .where('state', '=', 'made')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
