import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { isVacant } from './seat.ts';
import { succeed, takeSeat } from './seat-writer.ts';

export type VacateSeat = { readonly seatId: Id<'seat'>; readonly expectedVersion: number; readonly from: CivilDate };

/** Leaves a seat vacant from a day on: it stays in the list ("Vakant (S)") and counts for quorum. The office leaves with the person. */
export async function vacateSeat(w: Writer<'organisation.edit'>, input: VacateSeat): Promise<Id<'seat'>> {
  const seat = await takeSeat(w, input);
  if (isVacant(seat)) throw new AppError('record.invalid', {}, [{ path: 'seatId', key: 'seat.vacantAlready' }]);
  const id = await succeed(w, seat, input.from, { personId: null, role: null, party: seat.party });
  await w.log({ noun: 'seat', recordId: id, summary: `vacant from ${input.from}`, before: seat });
  return id;
}
