import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';

/** Numbers of a body's §§ run through the calendar year, or begin anew at each meeting. */
export type SectionSeries = string;

/** The series that a § of a meeting belongs to: the year of the meeting's day, or the meeting itself. */
export function sectionSeries(kind: 'year' | 'meeting', heldOn: CivilDate, meetingId: Id<'meeting'>): SectionSeries {
  return kind === 'year' ? heldOn.slice(0, 4) : meetingId;
}
