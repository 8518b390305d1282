import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import { type PublicEvent, publicEventTopic } from '../../kernel/public-event.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { signLogAfter } from '../witnessing/index.ts';
import { dayWhenOther } from './announce-adjustment.ts';
import { boardOf } from './board-reader.ts';
import { ensureBoard } from './ensure-board.ts';
import { type NoticeKind, noticeKinds } from './notice-kinds.ts';
import { addNoticeEvent, lockNotice, setClock } from './notice-writer.ts';

export type PostNotice = {
  readonly bodyId: Id<'body'>;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly bodyText: string | null;
  readonly meetingId?: Id<'meeting'> | null;
};

/** Puts up an entry of one of the other kinds that the law lets stand on a board (R-KL-56). There is no kind for news. */
export async function postNotice(w: Writer<'notice.post'>, input: PostNotice): Promise<Id<'boardNotice'>> {
  await getBody(w, input.bodyId);
  requireBody(w.auth, input.bodyId);
  refuseProblems([
    ...(input.kind in noticeKinds && input.kind !== 'adjustedMinutes'
      ? []
      : [{ path: 'kind', key: 'validation.choose' }]),
    ...(input.title.trim() ? [] : [{ path: 'title', key: 'notice.title' }]),
    ...personalNumberProblems({ title: input.title, bodyText: input.bodyText }),
  ]);
  const id = w.runtime.newId();
  const appeals = noticeKinds[input.kind].appeals;
  const board = await boardOf(w, input.bodyId, w.runtime.today());
  await ensureBoard(w, board, 'here');
  const row = {
    board_body_id: board,
    body_id: input.bodyId,
    kind: input.kind,
    meeting_id: input.meetingId ?? null,
    adjustment_id: null,
    title: input.title.trim(),
    sections: null,
    body_text: input.bodyText?.trim() || null,
    available_at: null,
    state: 'posted',
    appeal_kind: appeals ? 'legalityReview' : 'notAppealable',
    held_on: null,
    adjusted_on: null,
    announce_by: null,
    posted_on: w.runtime.today(),
    appeal_last: null,
    remove_earliest: null,
    taken_down_on: null,
  };
  await w.db
    .insertInto('board_notice')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await addNoticeEvent(w, id, { kind: 'posted' });
  if (appeals) await setClock(w, { id, adjustment_id: null });
  await w.log({ noun: 'boardNotice', recordId: id, after: row });
  await signLogAfter(w);
  return id;
}

/** Notes that a participant of a joint nämnd has put the entry on its own board; when it is on all of them the clock begins (R-KL-61). */
export async function confirmPosted(
  w: Writer<'notice.post'>,
  input: { readonly noticeId: Id<'boardNotice'>; readonly postedOn: CivilDate },
): Promise<void> {
  const before = await lockNotice(w, input.noticeId, 'post');
  const today = w.runtime.today();
  refuseProblems([
    ...(input.postedOn > today ? [{ path: 'postedOn', key: 'notice.future' }] : []),
    ...(before.adjusted_on && input.postedOn < before.adjusted_on
      ? [{ path: 'postedOn', key: 'notice.postedTooEarly', values: { date: before.adjusted_on } }]
      : []),
  ]);
  await w.db
    .updateTable('board_notice')
    .set({ state: before.nextState, posted_on: input.postedOn, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await addNoticeEvent(w, before.id, { kind: 'posted', reason: dayWhenOther(input.postedOn, today) });
  await setClock(w, before);
  await w.log({ noun: 'boardNotice', recordId: before.id, summary: 'posted', after: { postedOn: input.postedOn } });
  await w.post(publicEventTopic, { kind: 'posted', noun: 'boardNotice', recordId: before.id } satisfies PublicEvent);
}
