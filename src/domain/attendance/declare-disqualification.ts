import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { atTable, rulesFor } from './course-state.ts';
import { addEvents, lockCourse } from './course-writer.ts';
import { type DisqualificationGround, groundsIn } from './disqualification.ts';

export type DeclareDisqualification = {
  readonly itemId: Id<'agendaItem'>;
  readonly attendanceId: Id<'attendance'>;
  readonly ground: DisqualificationGround;
  /** True when the person said so unprompted (KL 6:30); false when somebody else raised it. */
  readonly declaredBySelf: boolean;
  readonly note?: string | null;
  /** When it was said, for an item that is being dealt with: who declares it leaves the room at once. */
  readonly at?: string;
};

/**
 * Puts on record that somebody is, or is said to be, disqualified from an item, before the meeting or in it (R-KL-24). Who declares it personally stays
 * away until the body has decided; who is challenged stays until then. A body about which no law says it is refused, because its officials answer
 * for their own impartiality (FL 16–18).
 */
export async function declareDisqualification(
  w: Writer<'meeting.conduct'>,
  input: DeclareDisqualification,
): Promise<Id<'disqualification'>> {
  const item = await getRow(w, 'agenda_item', input.itemId);
  const open = await lockCourse(w, item.meeting_id, 'change');
  const { scene, state } = open.course;
  const person = scene.people.find((one) => one.id === input.attendanceId);
  if (!person) throw new AppError('record.notFound');
  const grounds = groundsIn(rulesFor(scene, person.seatId)?.disqualification ?? 'no');
  if (grounds.length === 0) throw new AppError('course.noDisqualification');
  refuseProblems(grounds.includes(input.ground) ? [] : [{ path: 'ground', key: 'validation.choose' }]);
  const id: Id<'disqualification'> = w.runtime.newId();
  const row = {
    agenda_item_id: input.itemId,
    attendance_id: input.attendanceId,
    ground: input.ground,
    declared_by_self: input.declaredBySelf,
    outcome: 'open',
    note: input.note?.trim() || null,
  };
  await w.db
    .insertInto('disqualification')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'disqualification', recordId: id, after: row });
  const leaves = input.declaredBySelf && state.itemId === input.itemId && atTable(state.people.get(person.id));
  if (leaves) {
    refuseProblems(input.at ? [] : [{ path: 'at', key: 'validation.required' }]);
    await addEvents(w, open, input.at!, [{ kind: 'disqualified', attendanceId: person.id, itemId: input.itemId }]);
  }
  return id;
}
