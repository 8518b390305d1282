import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type BodyRules, bodyRulesOn, listSeats, type Seat } from '../organisation/index.ts';
import type { CalledSeat, MeetingDetail } from './meeting.ts';
import { summonsKindOf } from './summons.ts';
import type { SummonsKind } from './summons-table.ts';

type Recipient = {
  readonly recipient: string;
  readonly person_id: Id<'person'> | null;
  readonly seat_id: Id<'seat'> | null;
  readonly kind: SummonsKind;
  readonly position: number;
  readonly name: string;
  readonly party: string | null;
};

/**
 * Brings the summonses of a meeting in line with its lists: who is new gets one, who is gone keeps theirs unlisted, and nobody loses an answer. Who
 * holds the seat on the day is asked, also when the lists were written before the seat changed hands; a vacant seat has nobody to ask.
 */
export async function writeSummonses(w: Writer<'meeting.edit'>, meeting: MeetingDetail): Promise<void> {
  const bodyIds = [meeting.body.id, ...meeting.jointBodies.map(({ id }) => id)];
  const seats: Seat[] = [];
  for (const bodyId of bodyIds) seats.push(...(await listSeats(w, bodyId, meeting.heldOn)));
  const rules = await bodyRulesOn(w, meeting.body.id, meeting.heldOn);
  const recipients = recipientsOf([...meeting.called, ...meeting.notified], seats, rules);
  await w.db
    .updateTable('summons')
    .set({ listed: false })
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meeting.id)
    .execute();
  if (recipients.length === 0) return;
  await w.db
    .insertInto('summons')
    .values(
      recipients.map((one) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        meeting_id: meeting.id,
        address: null,
        listed: true,
        ...one,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'meeting_id', 'recipient']).doUpdateSet((eb) => ({
        person_id: eb.ref('excluded.person_id'),
        seat_id: eb.ref('excluded.seat_id'),
        kind: eb.ref('excluded.kind'),
        position: eb.ref('excluded.position'),
        name: eb.ref('excluded.name'),
        party: eb.ref('excluded.party'),
        listed: true,
      })),
    )
    .execute();
}

/** Whose a summons is: the person's, or where the register has nobody, whoever bears the name. */
export function recipientKey(personId: Id<'person'> | null, name: string): string {
  return personId ? `person:${personId}` : `name:${name.toLocaleLowerCase('sv')}`;
}

/** Whom the lists name, each person once: who is called in one body and notified in another is called. */
function recipientsOf(calls: readonly CalledSeat[], seats: readonly Seat[], rules: BodyRules): readonly Recipient[] {
  const found = new Map<string, Recipient>();
  for (const [index, call] of calls.entries()) {
    const seat = seats.find(({ id }) => id === call.seatId) ?? seatByName(seats, call);
    const name = seat?.personName ?? call.name;
    if (!name) continue;
    const recipient = recipientKey(seat?.personId ?? null, name);
    if (found.has(recipient)) continue;
    found.set(recipient, {
      recipient,
      person_id: seat?.personId ?? null,
      seat_id: seat?.id ?? null,
      kind: summonsKindOf(rules, call.kind),
      position: index + 1,
      name,
      party: call.party ?? seat?.party ?? null,
    });
  }
  return [...found.values()];
}

/** The seat of one whom a list names without it, when there is exactly one that fits. */
function seatByName(seats: readonly Seat[], { name, kind }: CalledSeat): Seat | undefined {
  const wanted = kind === 'called' ? 'member' : 'deputy';
  const fitting = seats.filter((seat) => seat.personName === name && name !== null && seat.kind === wanted);
  return fitting.length === 1 ? fitting[0] : undefined;
}
