import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getMeeting, lockMeeting, meetingStateAfter } from '../meetings/index.ts';
import { listSeats, type Seat } from '../organisation/index.ts';
import type { AttendanceCapacity } from './attendance.ts';
import { listAttendance } from './attendance-reader.ts';
import { nextPosition } from './attendance-writer.ts';

/**
 * Puts everybody who is expected on the attendance list, in the order of the notice: the members who were called and the deputies who were
 * notified (R-KL-03), or where no lists were made the seats of the bodies that day. Vacant seats have nobody to call out. Whoever is on the list
 * already stays as they are, so that it can be done again after a late change. Answers how many were added.
 */
export async function prepareRollCall(w: Writer<'meeting.conduct'>, meetingId: Id<'meeting'>): Promise<number> {
  const meeting = await lockMeeting(w, meetingId);
  meetingStateAfter(meeting.state, 'change');
  const seats: Seat[] = [];
  for (const bodyId of meeting.bodyIds) seats.push(...(await listSeats(w, bodyId, meeting.heldOn)));
  const { called, notified } = await getMeeting(w, meetingId);
  const calls = [...called, ...notified];
  const expected =
    calls.length > 0
      ? calls.map((call) => ({
          call,
          seat:
            seats.find((seat) => seat.id === call.seatId) ??
            seats.find((seat) => seat.personName === call.name && seat.kind === seatKindOf(call.kind)),
          capacity: seatKindOf(call.kind),
        }))
      : seats.map((seat) => ({
          call: { name: seat.personName, party: seat.party, role: seat.role, seatId: seat.id },
          seat,
          capacity: seat.kind,
        }));
  const listed = await listAttendance(w, meetingId);
  const rows = expected
    // The person of a seat may have changed since the notice was sent: who holds it on the day is called out.
    .map(({ call, seat, capacity }) => ({
      name: seat?.personName ?? call.name,
      party: call.party ?? seat?.party ?? null,
      role: call.role ?? seat?.role ?? null,
      capacity: capacity as AttendanceCapacity,
      seat_id: seat?.id ?? null,
      person_id: seat?.personId ?? null,
    }))
    .filter((row) => row.name !== null)
    .filter((row) => !listed.some((one) => one.name === row.name && one.capacity === row.capacity));
  // Who was read from a paper, or typed in, without being told apart turns out to be the holder of a seat.
  const untold = listed.filter((one) => one.capacity === null);
  const missing = rows.filter((row) => !untold.some((one) => one.name === row.name));
  for (const one of untold) {
    const row = rows.find((other) => other.name === one.name);
    if (row)
      await w.db
        .updateTable('meeting_attendance')
        .set({ capacity: row.capacity, seat_id: row.seat_id, person_id: row.person_id })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', one.id)
        .execute();
  }
  const first = await nextPosition(w, meetingId);
  if (missing.length > 0)
    await w.db
      .insertInto('meeting_attendance')
      .values(
        missing.map((row, index) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          meeting_id: meetingId,
          position: first + index,
          organisation: null,
          present: false,
          ...row,
          name: row.name!,
        })),
      )
      .execute();
  await w.log({ noun: 'meeting', recordId: meetingId, summary: 'rollCall', after: missing.map((row) => row.name) });
  return missing.length;
}

function seatKindOf(kind: 'called' | 'notified'): 'member' | 'deputy' {
  return kind === 'called' ? 'member' : 'deputy';
}
