import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import type { Course } from './course.ts';
import { atTable } from './course-state.ts';
import { addEvents, lockCourse } from './course-writer.ts';
import { type DisqualificationOutcome, staysAway } from './disqualification.ts';
import type { EventFact } from './meeting-event.ts';

export type DecideDisqualification = {
  readonly disqualificationId: Id<'disqualification'>;
  readonly expectedVersion: number;
  readonly outcome: Exclude<DisqualificationOutcome, 'open'>;
  readonly note?: string | null;
  /** When it was decided, for an item that is being dealt with. */
  readonly at?: string;
  /** The deputy who serves on the disqualified member's seat during the item. */
  readonly replacedBy?: Id<'attendance'>;
};

/**
 * Notes what the body found about somebody's disqualification: the person leaves the room for the item and a deputy may step in, or comes back to
 * the table. The finding of an adjusted meeting is final; the state table refuses it.
 */
export async function decideDisqualification(
  w: Writer<'meeting.conduct'>,
  input: DecideDisqualification,
): Promise<void> {
  const { agenda_item_id } = await getRow(w, 'disqualification', input.disqualificationId);
  const { meeting_id } = await getRow(w, 'agenda_item', agenda_item_id);
  // The meeting is locked before its parts, as in every verb of the course, so that no two wait for each other.
  const open = await lockCourse(w, meeting_id, 'change');
  const before = await lockRow(w, 'disqualification', input.disqualificationId);
  expectVersion(before, input.expectedVersion, input);
  const after = { outcome: input.outcome, note: input.note?.trim() || before.note };
  await w.db
    .updateTable('disqualification')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'disqualification', recordId: before.id, before, after });
  const away = staysAway({ outcome: input.outcome, declaredBySelf: before.declared_by_self });
  const facts = movesOf(open.course, { itemId: agenda_item_id, attendanceId: before.attendance_id, away }, input);
  if (facts.length === 0) return;
  refuseProblems(input.at ? [] : [{ path: 'at', key: 'validation.required' }]);
  await addEvents(w, open, input.at!, facts);
}

/** What the finding moves in the room, if the item is being dealt with. */
function movesOf(
  { scene, state }: Course,
  found: { readonly itemId: string; readonly attendanceId: string; readonly away: boolean },
  { replacedBy }: DecideDisqualification,
): readonly EventFact[] {
  const { itemId, attendanceId, away } = found;
  const standing = state.people.get(attendanceId);
  if (state.itemId !== itemId || !standing) return [];
  const facts: EventFact[] = [];
  const seatId = standing.seatId ?? standing.keptSeatId;
  if (away && atTable(standing)) facts.push({ kind: 'disqualified', attendanceId, itemId });
  if (away && replacedBy) {
    if (seatId === null) throw new AppError('course.noSuchSeat', { name: nameOf(scene.people, replacedBy) });
    facts.push({ kind: 'beganServing', attendanceId: replacedBy, seatId });
  }
  if (!away && standing.outFor === itemId) {
    const replacing = [...state.people].find(
      ([id, other]) => id !== attendanceId && other.serves && other.seatId !== null && other.seatId === seatId,
    );
    if (replacing) facts.push({ kind: 'stoppedServing', attendanceId: replacing[0] });
    facts.push({ kind: 'returned', attendanceId, itemId });
  }
  return facts;
}

function nameOf(people: Course['scene']['people'], id: string): string {
  return people.find((person) => person.id === id)?.name ?? '';
}
