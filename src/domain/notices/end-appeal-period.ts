import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Writer } from '../../storage/database.ts';
import { getMinutes, noteFinal } from '../minutes/index.ts';
import { interrupted, notOnAllBoards } from './change-notice.ts';
import type { BoardNotice } from './notice.ts';
import { listNotices } from './notice-reader.ts';
import { provenThrough } from './posting-proof.ts';

/**
 * Ends the time of appeal of some minutes: every act of adjustment has been announced on every board, its time has run unbroken and is over, and no
 * appeal is open. What was adjusted can then no more be appealed (laga kraft); when it may be carried out is another question (KL 13:14, R-KL-59).
 */
export async function endAppealPeriod(w: Writer<'notice.post'>, minutesId: Id<'minutes'>): Promise<CivilDate> {
  const minutes = await getMinutes(w, minutesId);
  const adjustmentIds = minutes.adjustments.map(({ id }) => id);
  const notices = await listNotices(w, { adjustmentIds });
  const hindrance = hindranceOf(adjustmentIds, notices, w.runtime.today(), w.runtime.now());
  if (hindrance) throw new AppError('notice.periodNotRun', { reason: hindrance });
  const last = notices
    .map(({ appealLast }) => appealLast!)
    .sort()
    .at(-1)!;
  await noteFinal(w, minutes.id, last);
  return last;
}

/** Why the time of appeal has not ended; undefined when it has. */
export function hindranceOf(
  adjustmentIds: readonly string[],
  notices: readonly Pick<BoardNotice, 'adjustmentId' | 'appealLast' | 'interrupted' | 'appealed' | 'watch'>[],
  today: CivilDate,
  now: Date,
): Localized | undefined {
  if (adjustmentIds.some((id) => !notices.some(({ adjustmentId }) => adjustmentId === id))) return notAnnounced;
  if (notices.some((one) => one.appealLast === null)) return notOnAllBoards;
  if (notices.some((one) => one.interrupted)) return interrupted;
  if (notices.some((one) => one.appealed)) return appealOpen;
  const last = notices
    .map(({ appealLast }) => appealLast!)
    .sort()
    .at(-1);
  if (last !== undefined && today <= last)
    return { sv: `sista dag att överklaga är ${last}.`, en: `the last day to appeal is ${last}.` };
  if (notices.some((one) => !provenThrough(one.watch, one.appealLast!, now))) return unproven;
  return undefined;
}

const notAnnounced = {
  sv: 'en del av protokollet är inte anslagen än.',
  en: 'a part of the minutes has not been announced yet.',
};
const unproven = {
  sv: 'anslaget är inte styrkt på tavlan ända till sista dagen; styrk avbrottet eller anslå på nytt.',
  en: 'the notice is not proved to have been up to the last day; state what proves it, or put it up anew.',
};
const appealOpen = {
  sv: 'ett överklagande är inte avgjort.',
  en: 'an appeal has not been settled.',
};

/** Ends the time of appeal of all minutes that are due, for the work of the night. Answers which. */
export async function endDueAppealPeriods(w: Writer<'notice.post'>): Promise<readonly Id<'minutes'>[]> {
  const today = w.runtime.today();
  const rows = await w.db
    .selectFrom('minutes')
    .select(['id', 'body_id'])
    .where('tenant_id', '=', w.tenantId)
    .where('state', '=', 'announced')
    .execute();
  const ended: Id<'minutes'>[] = [];
  for (const { id } of rows) {
    const adjustmentIds = (await getMinutes(w, id)).adjustments.map((one) => one.id);
    if (hindranceOf(adjustmentIds, await listNotices(w, { adjustmentIds }), today, w.runtime.now())) continue;
    await endAppealPeriod(w, id);
    ended.push(id);
  }
  await w.log({ noun: 'tenant', recordId: w.tenantId, summary: 'endDueAppealPeriods', after: { ended } });
  return ended;
}
