import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { CalendarEntry } from '../../src/kernel/calendar-entry.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import { stockholmInstant } from '../../src/kernel/stockholm-instant.ts';
import { writeCalendar } from '../../src/mail/write-calendar.ts';

const site = 'https://kansli.example.se';
const now = new Date('2026-03-02T09:00:00Z');
const entry: CalendarEntry = {
  uid: '00000000-0000-4000-8000-000000000001',
  sequence: 3,
  status: 'confirmed',
  title: 'Sammanträde: Nämnden för närsjukvård',
  firstDay: '2026-12-03',
  lastDay: '2026-12-03',
  startsAt: '09:00',
  endsAt: '15:30',
  place: 'Sal 3, plan 2; Storgatan 1',
  description: null,
  path: '/sammantraden/1',
  category: 'Nämnden för närsjukvård',
  attendance: 'required',
};

/** The events of a calendar, read by another program; its times are those of the time zone that the file itself describes. */
function readBack(bytes: Uint8Array) {
  const root = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
  const zone = new ICAL.Timezone(root.getFirstSubcomponent('vtimezone')!);
  const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const instant = (time: InstanceType<typeof ICAL.Time>) => {
    const local = time.clone();
    local.zone = zone;
    return local.toJSDate();
  };
  return { root, events, instant };
}

test('a meeting reads back as it is, with its letters, its place and its link', () => {
  const { root, events } = readBack(writeCalendar({ entries: [entry], site, now }));
  const [event] = events;
  assert.equal(root.getFirstPropertyValue('method'), 'PUBLISH');
  assert.equal(event?.uid, entry.uid);
  assert.equal(event?.sequence, 3);
  assert.equal(event?.summary, entry.title);
  assert.equal(event?.location, entry.place);
  assert.equal(event?.component.getFirstPropertyValue('url'), `${site}/sammantraden/1`);
  assert.equal(event?.component.getFirstPropertyValue('status'), 'CONFIRMED');
  assert.equal(String(event?.component.getFirstPropertyValue('dtstamp')), '2026-03-02T09:00:00Z');
});

test('a clock time is what the clocks of Sweden show, on either side of summer time', () => {
  for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
    const { events, instant } = readBack(
      writeCalendar({ entries: [{ ...entry, firstDay: day, lastDay: day }], site, now }),
    );
    assert.equal(events[0]?.component.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/Stockholm');
    assert.equal(instant(events[0]!.startDate).toISOString(), stockholmInstant(day, '09:00').toISOString(), day);
    assert.equal(instant(events[0]!.endDate).toISOString(), stockholmInstant(day, '15:30').toISOString(), day);
  }
});

test('every day from 1997 to 2100 begins at the instant that the law’s clock says', () => {
  const days = fc.integer({ min: 0, max: 37_900 }).map((count) => addDays('1997-01-01', count));
  const hours = fc.integer({ min: 4, max: 22 }).map((hour) => `${String(hour).padStart(2, '0')}:15`);
  fc.assert(
    fc.property(days, hours, (day, startsAt) => {
      const one = { ...entry, firstDay: day, lastDay: day, startsAt, endsAt: null };
      const { events, instant } = readBack(writeCalendar({ entries: [one], site, now }));
      assert.equal(instant(events[0]!.startDate).getTime(), stockholmInstant(day, startsAt).getTime());
    }),
    { numRuns: 300 },
  );
});

test('whole days end on the day after the last; several days with times keep them', () => {
  const visit = { ...entry, firstDay: '2026-05-06', lastDay: '2026-05-07' };
  const days = readBack(writeCalendar({ entries: [{ ...visit, startsAt: null, endsAt: null }], site, now })).events[0]!;
  assert.deepEqual(
    [days.startDate.isDate, String(days.startDate), String(days.endDate)],
    [true, '2026-05-06', '2026-05-08'],
  );
  const times = readBack(writeCalendar({ entries: [visit], site, now })).events[0]!;
  assert.deepEqual([String(times.startDate), String(times.endDate)], ['2026-05-06T09:00:00', '2026-05-07T15:30:00']);
});

test('a cancelled meeting stays in the calendar, as cancelled', () => {
  const { events } = readBack(writeCalendar({ entries: [{ ...entry, status: 'cancelled', sequence: 4 }], site, now }));
  assert.equal(events[0]?.component.getFirstPropertyValue('status'), 'CANCELLED');
});

test('a letter asks for its entry by name, members required and deputies not, and for no answer by calendar', () => {
  const letter = {
    method: 'request' as const,
    organizer: { name: 'Kansliet', address: 'kansli@example.se' },
    attendee: { name: 'Åsa "Ö" Öberg; x\r\nATTENDEE:mailto:evil@example.se', address: 'asa@example.se' },
  };
  for (const [attendance, role] of [
    ['required', 'REQ-PARTICIPANT'],
    ['optional', 'OPT-PARTICIPANT'],
  ] as const) {
    const { root, events } = readBack(writeCalendar({ entries: [{ ...entry, attendance }], site, now, letter }));
    assert.equal(root.getFirstPropertyValue('method'), 'REQUEST');
    const attendees = events[0]!.attendees;
    assert.deepEqual(
      attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
      ['mailto:asa@example.se'],
    );
    assert.equal(attendees[0]!.getParameter('role'), role);
    assert.equal(attendees[0]!.getParameter('rsvp'), 'FALSE');
  }
});

test('nothing that a person wrote becomes a line of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const written = `${text}\r\nBEGIN:VEVENT\nUID:evil\r${text}`;
      const bytes = writeCalendar({
        entries: [{ ...entry, title: written, place: written, description: written }],
        site,
        now,
      });
      const { events } = readBack(bytes);
      assert.equal(events.length, 1);
      assert.equal(events[0]?.uid, entry.uid);
      for (const row of new TextDecoder().decode(bytes).split('\r\n')) assert.ok(Buffer.byteLength(row) <= 75, row);
    }),
    { numRuns: 300 },
  );
});
