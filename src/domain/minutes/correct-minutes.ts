import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { lockMinutes } from './minutes-writer.ts';

export type CorrectMinutes = {
  readonly minutesId: Id<'minutes'>;
  /** The § with the slip; null when it is on the cover. */
  readonly itemId: Id<'agendaItem'> | null;
  readonly was: string;
  readonly isNow: string;
  readonly reason: string;
};

/**
 * Corrects an obvious slip in adjusted minutes (FL 36 §, R-FL-6): a record beside them says what stood there and what should have. The document that
 * was signed is not touched, and its hash stays what it was.
 */
export async function correctMinutes(
  w: Writer<'minutes.edit'>,
  input: CorrectMinutes,
): Promise<Id<'minutesCorrection'>> {
  const minutes = await lockMinutes(w, input.minutesId, 'correct');
  const said = { was: input.was.trim(), isNow: input.isNow.trim(), reason: input.reason.trim() };
  refuseProblems([
    ...Object.entries(said).flatMap(([path, words]) => (words ? [] : [{ path, key: 'validation.required' }])),
    ...(said.was && said.was === said.isNow ? [{ path: 'isNow', key: 'minutes.sameWords' }] : []),
  ]);
  if (input.itemId !== null && (await getRow(w, 'agenda_item', input.itemId)).meeting_id !== minutes.meeting_id)
    refuseProblems([{ path: 'itemId', key: 'validation.choose' }]);
  const id = w.runtime.newId();
  const row = {
    minutes_id: minutes.id,
    agenda_item_id: input.itemId,
    was: said.was,
    is_now: said.isNow,
    reason: said.reason,
    corrected_on: w.runtime.today(),
    corrected_by: w.auth.actorName,
  };
  await w.db
    .insertInto('minutes_correction')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'minutes', recordId: minutes.id, summary: 'correct', after: { correctionId: id, ...row } });
  return id;
}
