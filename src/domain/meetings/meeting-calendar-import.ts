import {
  type Draft,
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import { yearOf } from '../../kernel/civil-date.ts';
import { findDates } from '../../kernel/swedish-dates.ts';
import type { MeetingMode } from './meeting.ts';

/** A day of the calendar that minutes print for the meetings to come, with how it is held and what else is said of it (MTG-43…46). */
export type ProposedMeetingDate = Proposed<
  'meetingDate',
  {
    readonly date: string;
    /** The last day, for a meeting over several days. */
    readonly endDate?: string;
    readonly mode?: MeetingMode;
    readonly note?: string;
    readonly body?: string;
  }
>;

export type MeetingCalendar = {
  readonly head: PlacedLine;
  readonly days: readonly { readonly record: Draft<ProposedMeetingDate>; readonly lines: readonly PlacedLine[] }[];
};

const headForm =
  /^(?:kommande |planerade |preliminära )?(?:möten|mötestider|mötesdagar|mötesdatum|sammanträden|sammanträdes(?:dagar|datum|tider))(?:\s+(?:för\s+|under\s+)?(?:år\s+)?(?<year>(?:19|20)\d{2}))?\s*:?$/iu;

/** How a meeting is held, by the words in front of what else is noted. The first that fits counts. */
const modes: readonly { readonly mode: MeetingMode; readonly form: RegExp }[] = [
  { mode: 'hybrid', form: /^hybrid(?:möte|sammanträde)?(?!\p{L})/iu },
  {
    mode: 'digital',
    form: /^(?:digital(?:t|a)?(?: möte| sammanträde)?|teams(?:möte)?|via teams|på distans)(?!\p{L})/iu,
  },
  { mode: 'inPerson', form: /^(?:fysiskt?(?: möte| sammanträde)?|på plats)(?!\p{L})/iu },
  { mode: 'residential', form: /^(?:internat|lunch till lunch)(?!\p{L})/iu },
];

/** Reads the days under a heading such as "Möten 2023": each line begins with a date, and what stands behind it is how and what for. */
export const meetingCalendarImport: Recogniser<ProposedMeetingDate> = {
  name: 'meetingCalendar',
  appliesTo: ['minutes', 'meetingNotes'],
  recognise(reading) {
    return { records: calendarIn(reading)?.days.map(({ record }) => record) ?? [], problems: [] };
  },
};

/** The calendar of a document: the first heading for one that has at least two days under it. */
export function calendarIn(reading: Reading): MeetingCalendar | undefined {
  const lines = linesOf(reading.blocks);
  for (const [index, head] of lines.entries()) {
    const match = headForm.exec(head.words.text);
    if (!match) continue;
    const year = match.groups?.year ? Number(match.groups.year) : undefined;
    const days = daysUnder(lines.slice(index + 1), year, head, reading);
    if (days.length > 1) return { head, days };
  }
  return undefined;
}

function daysUnder(lines: readonly PlacedLine[], year: number | undefined, head: PlacedLine, reading: Reading) {
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const before = open?.map(({ words }) => words.text).join(' ') ?? '';
    if (dateAt(line.words.text, year, reading)) groups.push([line]);
    else if (open && /\([^)]*$/u.test(before) && open.length < 4) open.push(line);
    else break;
  }
  return groups.map((group) => ({ lines: group, record: dayOf(group, year, head, reading) }));
}

/** A date that the text begins with. A heading that names a year gives it; otherwise the days lie after the meeting. */
function dateAt(text: string, year: number | undefined, reading: Reading) {
  const reference = year === undefined ? { date: reading.date } : { year };
  const [found] = findDates(text, reference, { slash: true });
  if (found?.start !== 0 || found.precision !== 'day') return undefined;
  const past = !found.yearStated && year === undefined && reading.date !== undefined && found.date < reading.date;
  if (!past) return found;
  return findDates(text, { year: yearOf(found.date) + 1 }, { slash: true })[0];
}

function dayOf(
  lines: readonly PlacedLine[],
  year: number | undefined,
  head: PlacedLine,
  reading: Reading,
): Draft<ProposedMeetingDate> {
  const text = lines.map(({ words }) => words.text).join(' ');
  const found = dateAt(text, year, reading)!;
  const behind = text
    .slice(found.end)
    .replace(/^[\s,:–-]+/u, '')
    .replace(/^\((?<inside>[^()]*)\)\.?$/u, '$<inside>')
    .trim();
  const held = modes.find(({ form }) => form.test(behind));
  const note = (held ? behind.replace(held.form, '') : behind).replace(/^[\s,:;–-]+/u, '').trim();
  return {
    type: 'meetingDate',
    source: spanOfLines(lines),
    alsoAt: [head.span],
    confidence: year === undefined && !found.yearStated ? 0.85 : 0.97,
    rule: 'meeting-date-in-calendar',
    date: found.date,
    ...(found.endDate && { endDate: found.endDate }),
    ...(held && { mode: held.mode }),
    ...(note && { note }),
    ...(reading.body && { body: reading.body }),
  };
}
