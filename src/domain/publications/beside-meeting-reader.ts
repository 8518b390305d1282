import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Attendance, canServe, listAttendance } from '../attendance/index.ts';
import { listDecisions } from '../decisions/index.ts';
import type { BesideMeeting } from '../meetings/index.ts';
import type { PublishedRole } from '../published/index.ts';
import { finalSections } from './final-sections-reader.ts';

/** Who was at a meeting in an elected role, and the decisions of its adjusted §§. */
export async function besideMeeting(r: Reader, id: Id<'meeting'>): Promise<BesideMeeting> {
  const attendance = await listAttendance(r, id);
  const { decisions } = await listDecisions(r, { meetingId: id, state: 'made', limit: 500 });
  const final = await finalSections(r, [...new Set(decisions.flatMap(({ item }) => (item ? [item.id] : [])))]);
  return {
    present: attendance.flatMap(roleAt),
    decisions: decisions.flatMap((one) =>
      one.item && final.has(one.item.id) ? [{ id: one.id, itemId: one.item.id }] : [],
    ),
  };
}

/** Only members and deputies are told: the others were there in their work, or as somebody's guest. */
function roleAt({ present, capacity, personId, name, party }: Attendance): readonly PublishedRole[] {
  if (!present || !canServe(capacity) || personId === null) return [];
  return [{ personId, name, party, role: capacity === 'deputy' ? 'deputyMember' : 'member', from: null, to: null }];
}
