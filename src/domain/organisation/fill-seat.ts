import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { isVacant, type SeatRole } from './seat.ts';
import { listSeats } from './seat-reader.ts';
import { succeed, takeSeat } from './seat-writer.ts';

export type FillSeat = {
  readonly seatId: Id<'seat'>;
  readonly expectedVersion: number;
  readonly personId: Id<'person'>;
  readonly from: CivilDate;
  /** The office that goes with it; the seat keeps its own when not told. */
  readonly role?: SeatRole | null;
};

/** Puts a person on a vacant seat from a day on. Answers the seat that holds from then. */
export async function fillSeat(
  w: Writer<'organisation.edit' | 'decision.record'>,
  input: FillSeat,
): Promise<Id<'seat'>> {
  const seat = await takeSeat(w, input);
  const { personId } = input;
  if (!isVacant(seat)) throw new AppError('record.invalid', {}, [{ path: 'seatId', key: 'seat.occupied' }]);
  const colleagues = await listSeats(w, seat.bodyId, input.from);
  if (colleagues.some((one) => one.personId === personId))
    throw new AppError('record.invalid', {}, [{ path: 'personId', key: 'seat.personTwice' }]);
  const role = input.role === undefined ? seat.role : input.role;
  if (role && colleagues.some((one) => one.role === role && one.id !== seat.id))
    throw new AppError('record.invalid', {}, [{ path: 'role', key: 'seat.roleTwice', values: { role } }]);
  const id = await succeed(w, seat, input.from, { personId, role, party: seat.party });
  await w.log({
    noun: 'seat',
    recordId: id,
    summary: `filled from ${input.from}`,
    before: seat,
    after: { personId, role },
  });
  return id;
}
