import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { appealClock } from './appeal-clock.ts';
import type { NoticeEventKind } from './notice-kinds.ts';
import { type NoticeAction, type NoticeState, noticeStateAfter } from './notice-transitions.ts';

/** Reads an entry for change: checks that the actor may act for its body and that the action is possible in its state. */
export async function lockNotice(w: Writer, id: Id<'boardNotice'>, action: NoticeAction) {
  const row = await lockRow(w, 'board_notice', id);
  requireBody(w.auth, row.body_id);
  return { ...row, nextState: noticeStateAfter(row.state as NoticeState, action) };
}

/** The topic of the outbox that says that what stands on a board has changed: its files are written anew after the commit. */
export const boardTopic = 'noticeBoard.changed';

/** Adds one line to what happened to an entry, and has the files of the boards written anew. */
export async function addNoticeEvent(
  w: Writer,
  noticeId: Id<'boardNotice'>,
  event: { readonly kind: NoticeEventKind; readonly at?: Date; readonly reason?: string | null },
): Promise<void> {
  const { last } = await w.db
    .selectFrom('board_notice_event')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('board_notice_id', '=', noticeId)
    .executeTakeFirstOrThrow();
  await w.db
    .insertInto('board_notice_event')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      board_notice_id: noticeId,
      seq: (last ?? 0) + 1,
      kind: event.kind,
      happened_at: event.at ?? w.runtime.now(),
      reason: event.reason ?? null,
      noted_by: w.auth.actorName,
    })
    .execute();
  await w.post(boardTopic, {});
}

/**
 * Counts the time of appeal of one act of adjustment again and writes it on all its entries: they share one clock, which runs from the last board
 * (R-KL-61). An entry without an adjustment is its own clock.
 */
export async function setClock(
  w: Writer,
  notice: { readonly id: string; readonly adjustment_id: string | null },
): Promise<void> {
  let query = w.db.selectFrom('board_notice').selectAll().where('tenant_id', '=', w.tenantId);
  query =
    notice.adjustment_id === null
      ? query.where('id', '=', notice.id)
      : query.where('adjustment_id', '=', notice.adjustment_id);
  const rows = await query.forUpdate().execute();
  const parts = rows.map((row) => ({
    postedOn: row.posted_on,
    state: row.state as NoticeState,
    interrupted: row.interrupted,
  }));
  const clock = appealClock(parts, Math.max(0, ...rows.map((row) => row.margin_days)));
  await w.db
    .updateTable('board_notice')
    .set({ appeal_last: clock.last, remove_earliest: clock.removeEarliest })
    .where('tenant_id', '=', w.tenantId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
}
