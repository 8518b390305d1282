import type { CalendarEntry } from '../../kernel/calendar-entry.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import { type Meeting, meetingKinds, meetingModes } from './meeting.ts';
import type { MeetingState } from './meeting-transitions.ts';
import type { SummonsKind } from './summons-table.ts';

const statuses: Readonly<Record<MeetingState, CalendarEntry['status']>> = {
  planned: 'tentative',
  summoned: 'confirmed',
  opened: 'confirmed',
  adjourned: 'confirmed',
  closed: 'confirmed',
  adjusted: 'confirmed',
  cancelled: 'cancelled',
};

/**
 * A meeting as it stands in a calendar. Its version is the sequence: each change and each move to another state raises it, so that what is sent later
 * wins over what was sent before. A cancelled meeting stays, as cancelled.
 */
export function calendarEntryOf(meeting: Meeting, kind: SummonsKind = 'called'): CalendarEntry {
  const names = [meeting.body, ...meeting.jointBodies].map(({ name }) => name);
  const what = meetingKinds[meeting.kind].sv;
  const description = [meeting.title, meeting.mode && `Form: ${meetingModes[meeting.mode].sv}`, meeting.note];
  return {
    uid: meeting.id,
    sequence: meeting.version,
    status: statuses[meeting.state],
    title: `${what.charAt(0).toLocaleUpperCase('sv')}${what.slice(1)}: ${names.join(', ')}`,
    firstDay: meeting.heldOn,
    lastDay: meeting.lastDay ?? meeting.heldOn,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.place,
    description: description.filter(Boolean).join('\n') || null,
    path: recordAddress('meeting', meeting.id),
    category: names[0] ?? '',
    attendance: kind === 'notified' ? 'optional' : 'required',
  };
}
