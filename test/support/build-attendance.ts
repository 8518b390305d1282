import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { listAttendance, prepareRollCall } from '../../src/domain/attendance/index.ts';
import type { BodyKind } from '../../src/domain/organisation/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildAgendaItem, buildMeeting } from './build-meetings.ts';
import { buildBody, buildPerson, buildSeat } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

export type Roster = {
  readonly bodyId: Id<'body'>;
  readonly meetingId: Id<'meeting'>;
  readonly itemIds: readonly Id<'agendaItem'>[];
  /** The members' rows of the attendance list, in the order of the seats; the vacant seats have none. */
  readonly members: readonly Id<'attendance'>[];
  readonly deputies: readonly Id<'attendance'>[];
  readonly seatIds: readonly Id<'seat'>[];
  readonly personIds: readonly Id<'person'>[];
};

export type RosterInput = {
  readonly kind?: BodyKind;
  readonly members?: number;
  readonly vacant?: number;
  readonly deputies?: number;
  readonly items?: number;
  readonly heldOn?: string;
  /** A body that is there already, with its seats. */
  readonly bodyId?: Id<'body'>;
};

/** A body with its seats, a meeting of it with an agenda, and the attendance list made; all through verbs. */
export async function buildRoster(
  t: Pick<TestDatabase, 'db' | 'tenantId'> & TestDatabase,
  { kind = 'committee', members = 5, vacant = 0, deputies = 2, items = 3, heldOn, bodyId: given }: RosterInput = {},
): Promise<Roster> {
  const bodyId = given ?? (await buildBody(t, { kind }));
  const seatIds: Id<'seat'>[] = [];
  const personIds: Id<'person'>[] = [];
  const seats = given ? 0 : members + vacant + deputies;
  for (let index = 0; index < seats; index += 1) {
    const empty = index >= members && index < members + vacant;
    const personId = empty ? null : await buildPerson(t);
    if (personId) personIds.push(personId);
    seatIds.push(
      await buildSeat(t, {
        bodyId,
        kind: index < members + vacant ? 'member' : 'deputy',
        personId,
        party: index % 2 === 0 ? 'S' : 'M',
        ...(index === 0 && { role: 'chair' as const }),
        ...(index === 1 && { role: 'viceChair' as const }),
      }),
    );
  }
  const meetingId = await buildMeeting(t, { bodyId, ...(heldOn && { heldOn }) });
  const itemIds: Id<'agendaItem'>[] = [];
  for (let index = 0; index < items; index += 1)
    itemIds.push(await buildAgendaItem(t, { meetingId, title: `Ärende ${index + 1}`, category: 'decision' }));
  const actor = operatorOf(t.tenantId);
  await t.db.transact(authorize(actor, 'meeting.conduct'), { verb: 'prepareRollCall' }, (w) =>
    prepareRollCall(w, meetingId),
  );
  const listed = await t.db.read(authorize(actor, 'record.read'), (r) => listAttendance(r, meetingId));
  const ids = (capacity: string) => listed.filter((one) => one.capacity === capacity).map((one) => one.id);
  return { bodyId, meetingId, itemIds, members: ids('member'), deputies: ids('deputy'), seatIds, personIds };
}
