import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { callSeats } from './call-seats.ts';
import { addressProblems } from './letter-again.ts';
import { getMeeting } from './meeting-reader.ts';
import { summonsKindOf } from './summons.ts';
import { recipientKey } from './summons-list-writer.ts';

export type CallPerson = {
  readonly meetingId: Id<'meeting'>;
  readonly name: string;
  readonly address?: string | null | undefined;
};

/** Puts somebody without a seat on the list of a meeting: the participants of a chefsgrupp, or a guest of a study visit. */
export async function callPerson(w: Writer<'meeting.edit'>, input: CallPerson): Promise<void> {
  const name = input.name.replace(/\s+/g, ' ').trim();
  const address = input.address?.trim().toLowerCase() || null;
  refuseProblems([...(name ? [] : [{ path: 'name', key: 'validation.required' }]), ...addressProblems(address)]);
  const meeting = await getMeeting(w, input.meetingId);
  const seats = [...meeting.called, ...meeting.notified];
  if (seats.some((seat) => seat.name === name)) throw new AppError('summons.listedAlready', { name });
  const seat = { kind: 'called' as const, name, party: null, role: null, seatId: null };
  await callSeats(w, { meetingId: meeting.id, seats: [...seats, seat] });
  const rules = await bodyRulesOn(w, meeting.body.id, meeting.heldOn);
  await w.db
    .insertInto('summons')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      meeting_id: meeting.id,
      recipient: recipientKey(null, name),
      person_id: null,
      seat_id: null,
      kind: summonsKindOf(rules, 'called'),
      position: seats.length + 1,
      name,
      party: null,
      address,
      listed: true,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'meeting_id', 'recipient']).doUpdateSet({ address, listed: true }),
    )
    .execute();
}
