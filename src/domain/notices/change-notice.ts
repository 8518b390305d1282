import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { NoticeEventKind } from './notice-kinds.ts';
import { getNotice } from './notice-reader.ts';
import type { NoticeAction } from './notice-transitions.ts';
import { addNoticeEvent, lockNotice, setClock } from './notice-writer.ts';
import { provenThrough } from './posting-proof.ts';

type OneNotice = { readonly noticeId: Id<'boardNotice'> };

/**
 * Notes that an entry could not be seen for a while. While a time of appeal runs that breaks it: it must stay up the whole time for the period to
 * expire (KL 13:5, R-KL-57), so the period is marked as not run until the entry is put up anew.
 */
export async function noteInterruption(
  w: Writer<'notice.post'>,
  input: OneNotice & { readonly reason: string },
): Promise<void> {
  const before = await lockNotice(w, input.noticeId, 'hide');
  refuseProblems([
    ...(input.reason.trim() ? [] : [{ path: 'reason', key: 'notice.reason' }]),
    ...personalNumberProblems({ reason: input.reason }),
  ]);
  const running = before.appeal_last !== null && w.runtime.today() <= before.appeal_last;
  await change(w, before, { interrupted: before.interrupted || running });
  await addNoticeEvent(w, before.id, { kind: 'hidden', reason: input.reason.trim() });
  await w.log({
    noun: 'boardNotice',
    recordId: before.id,
    summary: 'hidden',
    after: { reason: input.reason.trim(), running },
  });
}

/** Notes that an entry can be seen again. The period that was broken does not run on: only putting it up anew starts it. */
export async function noteRestored(w: Writer<'notice.post'>, input: OneNotice): Promise<void> {
  const before = await lockNotice(w, input.noticeId, 'restore');
  await change(w, before, {});
  await addNoticeEvent(w, before.id, { kind: 'restored' });
  await w.log({ noun: 'boardNotice', recordId: before.id, summary: 'restored' });
}

/** Puts an entry up anew after an interruption: the time of appeal begins again from today. */
export async function postAnew(w: Writer<'notice.post'>, input: OneNotice): Promise<void> {
  const before = await lockNotice(w, input.noticeId, 'postAnew');
  const posted_on = w.runtime.today();
  await change(w, before, { posted_on, interrupted: false });
  await addNoticeEvent(w, before.id, { kind: 'posted', reason: 'på nytt' });
  if (before.appeal_kind !== 'notAppealable') await setClock(w, before);
  await w.log({ noun: 'boardNotice', recordId: before.id, summary: 'posted anew', after: { posted_on } });
}

/** Takes an entry down. Refused as long as the time of appeal runs and the days of margin last (KL 8:12, R-KL-55). */
export async function takeDownNotice(w: Writer<'notice.post'>, input: OneNotice): Promise<CivilDate> {
  const before = await lockNotice(w, input.noticeId, 'takeDown');
  const today = w.runtime.today();
  if (before.adjustment_id !== null && before.appeal_kind !== 'notAppealable' && before.remove_earliest === null)
    throw new AppError('notice.periodNotRun', { reason: notOnAllBoards });
  if (before.remove_earliest !== null && today < before.remove_earliest)
    throw new AppError('notice.appealRunning', { date: before.remove_earliest });
  if (before.interrupted) throw new AppError('notice.periodNotRun', { reason: interrupted });
  const { watch } = await getNotice(w, input.noticeId);
  if (before.appeal_last !== null && !provenThrough(watch, before.appeal_last, w.runtime.now()))
    throw new AppError('notice.unproven');
  await change(w, before, { taken_down_on: today });
  await addNoticeEvent(w, before.id, { kind: 'takenDown' });
  await w.log({ noun: 'boardNotice', recordId: before.id, summary: 'taken down', after: { takenDownOn: today } });
  return today;
}

/** Notes that an appeal came in: nothing becomes final by the end of the period while it is open. */
export async function noteAppeal(
  w: Writer<'notice.post'>,
  input: OneNotice & { readonly caseNumber: string },
): Promise<void> {
  await appealStep(w, input.noticeId, 'noteAppeal', 'appealed', input.caseNumber, true);
}

/** Notes how an appeal ended. */
export async function settleAppeal(
  w: Writer<'notice.post'>,
  input: OneNotice & { readonly outcome: string },
): Promise<void> {
  await appealStep(w, input.noticeId, 'settleAppeal', 'appealSettled', input.outcome, false);
}

/** What stands in the way of the end of a period, in words. */
export const interrupted = {
  sv: 'anslaget har inte varit synligt hela tiden; anslå på nytt.',
  en: 'the notice was not in sight all the time; put it up anew.',
};
export const notOnAllBoards = {
  sv: 'anslaget sitter inte på alla anslagstavlor än.',
  en: 'the notice is not on every board yet.',
};

async function appealStep(
  w: Writer,
  noticeId: Id<'boardNotice'>,
  action: NoticeAction,
  kind: NoticeEventKind,
  reason: string,
  appealed: boolean,
): Promise<void> {
  const before = await lockNotice(w, noticeId, action);
  refuseProblems(reason.trim() ? [] : [{ path: 'reason', key: 'validation.required' }]);
  await change(w, before, { appealed });
  await addNoticeEvent(w, before.id, { kind, reason: reason.trim() });
  await w.log({ noun: 'boardNotice', recordId: before.id, summary: kind, after: { reason: reason.trim() } });
}

async function change(
  w: Writer,
  before: Awaited<ReturnType<typeof lockNotice>>,
  changes: {
    readonly posted_on?: CivilDate;
    readonly taken_down_on?: CivilDate;
    readonly interrupted?: boolean;
    readonly appealed?: boolean;
  },
): Promise<void> {
  await w.db
    .updateTable('board_notice')
    .set({ state: before.nextState, version: before.version + 1, ...changes })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
}
