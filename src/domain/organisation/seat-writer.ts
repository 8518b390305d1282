import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import type { Seat } from './seat.ts';
import { getSeat } from './seat-reader.ts';

type Interval = Pick<Seat, 'validFrom' | 'validTo'>;

/** Whether two validities have a day in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return (a.validFrom ?? '') <= (b.validTo ?? '9999-12-31') && (b.validFrom ?? '') <= (a.validTo ?? '9999-12-31');
}

export async function insertSeat(w: Writer, seat: Omit<Seat, 'id' | 'version' | 'personName'>): Promise<Id<'seat'>> {
  const id: Id<'seat'> = w.runtime.newId();
  await w.db
    .insertInto('seat')
    .values({
      tenant_id: w.tenantId,
      id,
      body_id: seat.bodyId,
      kind: seat.kind,
      seat_order: seat.order,
      party: seat.party,
      role: seat.role,
      person_id: seat.personId,
      valid_from: seat.validFrom,
      valid_to: seat.validTo,
    })
    .execute();
  return id;
}

/** Reads a seat for change: locked, of a body the writer may change, in the version the person saw, and still holding on the date. */
export async function takeSeat(
  w: Writer,
  input: { readonly seatId: Id<'seat'>; readonly expectedVersion: number; readonly from: CivilDate },
): Promise<Seat> {
  const seat = await getSeat(w, input.seatId);
  requireBody(w.auth, seat.bodyId);
  await lockRow(w, 'seat', input.seatId);
  const locked = expectVersion(await getSeat(w, input.seatId), input.expectedVersion, input);
  if (locked.validTo !== null && locked.validTo < input.from)
    throw new AppError('record.invalid', {}, [{ path: 'from', key: 'seat.ended', values: { date: locked.validTo } }]);
  return locked;
}

/**
 * Puts someone (or nobody) on a seat from a day on. The time before stays as it was: the seat until then is closed the day before and a new
 * row begins, so that an old meeting is always judged by who sat there that day. Answers the id of the seat that holds from the day.
 */
export async function succeed(
  w: Writer,
  seat: Seat,
  from: CivilDate,
  next: Pick<Seat, 'personId' | 'role' | 'party'>,
): Promise<Id<'seat'>> {
  const begins = seat.validFrom !== null && seat.validFrom >= from;
  const change = begins
    ? { person_id: next.personId, role: next.role, party: next.party }
    : { valid_to: addDays(from, -1) };
  await w.db
    .updateTable('seat')
    .set({ ...change, version: seat.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', seat.id)
    .execute();
  return begins ? seat.id : await insertSeat(w, { ...seat, ...next, validFrom: from });
}
