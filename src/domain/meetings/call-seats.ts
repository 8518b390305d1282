import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { CalledSeat } from './meeting.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';

export type CallSeats = {
  readonly meetingId: Id<'meeting'>;
  /**
   * Both lists as the notice prints them. Without it, the seats of the meeting's bodies on the day of the meeting are called and notified,
   * the vacant ones too ("Vakant (S)" is printed and counts, R-KL-23).
   */
  readonly seats?: readonly CalledSeat[];
};

/** Writes who is called and who is notified (R-KL-03), instead of the lists that were there. Answers how many stand on them. */
export async function callSeats(w: Writer<'meeting.edit' | 'intake.confirm'>, input: CallSeats): Promise<number> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'change');
  const seats = input.seats ?? (await seatsOfBodies(w, meeting.bodyIds, meeting.heldOn));
  refuseProblems(
    seats.flatMap((seat, index) =>
      seat.name?.trim() || seat.party?.trim() ? [] : [{ path: `seats.${index}.name`, key: 'validation.required' }],
    ),
  );
  await w.db
    .deleteFrom('meeting_call')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', input.meetingId)
    .execute();
  if (seats.length > 0)
    await w.db
      .insertInto('meeting_call')
      .values(
        seats.map((seat, index) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          meeting_id: input.meetingId,
          position: index + 1,
          kind: seat.kind,
          name: seat.name?.trim() || null,
          party: seat.party,
          role: seat.role,
          seat_id: seat.seatId,
        })),
      )
      .execute();
  await w.log({ noun: 'meeting', recordId: input.meetingId, summary: 'seats', after: seats });
  return seats.length;
}

async function seatsOfBodies(w: Writer, bodyIds: readonly string[], date: string): Promise<readonly CalledSeat[]> {
  const rows = await w.db
    .selectFrom('seat')
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'seat.person_id').onRef('person.tenant_id', '=', 'seat.tenant_id'),
    )
    .select(['seat.id', 'seat.kind', 'seat.body_id', 'seat.party', 'seat.role', 'person.name'])
    .where('seat.tenant_id', '=', w.tenantId)
    .where('seat.body_id', 'in', bodyIds)
    .where((eb) => eb.or([eb('seat.valid_from', 'is', null), eb('seat.valid_from', '<=', date)]))
    .where((eb) => eb.or([eb('seat.valid_to', 'is', null), eb('seat.valid_to', '>=', date)]))
    .orderBy('seat.seat_order')
    .execute();
  const inOrder = bodyIds.flatMap((bodyId) => rows.filter((row) => row.body_id === bodyId));
  return (['member', 'deputy'] as const).flatMap((kind) =>
    inOrder
      .filter((row) => row.kind === kind)
      .map((row) => ({
        kind: kind === 'member' ? ('called' as const) : ('notified' as const),
        name: row.name,
        party: row.party,
        role: row.role,
        seatId: row.id,
      })),
  );
}
