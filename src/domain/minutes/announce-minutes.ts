import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockMinutes, moveMinutes } from './minutes-writer.ts';

/** Notes that the adjustment of the minutes is announced; the notice itself is a record of the board. */
export async function noteAnnounced(w: Writer<'notice.post'>, minutesId: Id<'minutes'>): Promise<void> {
  const before = await lockMinutes(w, minutesId, 'announce');
  await moveMinutes(w, before, before.nextState);
}

/** Notes that no appeal can come any more (laga kraft). The notices know when; this only keeps the day. */
export async function noteFinal(w: Writer<'notice.post'>, minutesId: Id<'minutes'>, on: CivilDate): Promise<void> {
  const before = await lockMinutes(w, minutesId, 'endAppeals');
  await moveMinutes(w, before, before.nextState, { final_on: on });
}
