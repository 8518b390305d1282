import {
  ICalAttendeeRole,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarEntry } from '../kernel/calendar-entry.ts';
import { addDays } from '../kernel/civil-date.ts';
import { stockholmTimeZone } from './stockholm-time-zone.ts';

/** Someone who sends or gets a calendar entry by letter. */
export type CalendarParty = { readonly name: string; readonly address: string };

export type CalendarOptions = {
  readonly entries: readonly CalendarEntry[];
  /** The address of the service, below which the pages of the entries lie. */
  readonly site: string;
  readonly now: Date;
  /** What the calendar is called where one subscribes to it. */
  readonly name?: string;
  /** A letter asks for an entry to be put in or taken out of the calendar of one person; a file and a feed just show entries. */
  readonly letter?: {
    readonly method: 'request' | 'cancel';
    readonly organizer: CalendarParty;
    readonly attendee: CalendarParty;
  };
};

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** How often a program that subscribes should look for news, in seconds: changes of meetings are days ahead. */
const refreshSeconds = 3_600;

/** Entries as an iCalendar file (RFC 5545), with times as the clocks of Sweden show them and the time zone written out. */
export function writeCalendar({ entries, site, now, name, letter }: CalendarOptions): Uint8Array {
  const calendar = new ICalCalendar({
    prodId: { company: 'Kansli', product: 'Kansli', language: 'SV' },
    method: letter
      ? { request: ICalCalendarMethod.REQUEST, cancel: ICalCalendarMethod.CANCEL }[letter.method]
      : ICalCalendarMethod.PUBLISH,
    timezone: { name: stockholmTimeZone.name, generator: () => stockholmTimeZone.text },
    ...(name && { name, ttl: refreshSeconds }),
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, site, now, letter));
  return new TextEncoder().encode(withUtcStamps(calendar.toString()));
}

function eventOf(entry: CalendarEntry, site: string, now: Date, letter: CalendarOptions['letter']): ICalEventData {
  const link = `${site}${entry.path}`;
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: now,
    ...timeOf(entry),
    summary: line(entry.title),
    description: [entry.description, link].filter(Boolean).join('\n'),
    ...(entry.place && { location: line(entry.place) }),
    url: link,
    status: statuses[entry.status],
    transparency: entry.status === 'cancelled' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    categories: [{ name: line(entry.category) }],
    ...(letter && {
      organizer: { name: line(letter.organizer.name), email: letter.organizer.address },
      attendees: [
        {
          name: line(letter.attendee.name),
          email: letter.attendee.address,
          role: entry.attendance === 'required' ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
          // Answers are given by the link of the letter, where the secretary sees them.
          rsvp: false,
        },
      ],
    }),
  };
}

/** Clock times where both are known; whole days for what takes several without telling when, and for what has no time at all. */
function timeOf({
  firstDay,
  lastDay,
  startsAt,
  endsAt,
}: CalendarEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> {
  if (!startsAt || (lastDay !== firstDay && !endsAt))
    // The end of a whole day is the day after it (RFC 5545 3.6.1).
    return { start: firstDay, end: addDays(lastDay, 1), allDay: true };
  return {
    timezone: stockholmTimeZone.name,
    start: `${firstDay}T${startsAt}:00`,
    ...(endsAt && { end: `${lastDay}T${endsAt}:00` }),
  };
}

/** One line of text: a heading with a line end in it would otherwise take two. */
function line(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The stamp of an event is a moment, written in UTC (RFC 5545 3.8.7.2); the library leaves the mark of it out where a calendar has a time zone. */
function withUtcStamps(text: string): string {
  return text.replace(/^(DTSTAMP:\d{8}T\d{6})\r$/gm, '$1Z\r');
}
