import { type Draft, type Reading, type Recogniser, spanOfLines } from '../../documents/tree/recognise.ts';
import { findDates, findTimes, firstDate } from '../../kernel/swedish-dates.ts';
import type { ProposedAttendance } from './attendance-import.ts';
import { type AttendancePart, attendancePartIn } from './attendance-part-import.ts';
import { minutesCoverRows } from './minutes-cover.ts';
import type { CoverLabel, CoverRow } from './minutes-cover-rows.ts';
import { minutesParagraphs } from './paragraph-sections-import.ts';
import type { ProposedMeeting } from './summons-import.ts';

/** A meeting as the cover of its minutes records it, with adjustment and notice (KL 5:69 and 8:12 and following). */
export type ProposedMinutesMeeting = ProposedMeeting & {
  readonly adjustedBy?: readonly string[];
  readonly noticeFrom?: string;
  readonly noticeTo?: string;
  readonly paragraphs?: { readonly from: number; readonly to: number };
};

/** Somebody on the cover of minutes: in which capacity, for whom, and for which §§. */
export type ProposedCoverAttendance = ProposedAttendance & {
  readonly party?: string;
  readonly kind?: 'member' | 'deputy' | 'other';
  /** A deputy who serves, or the member somebody serves for. */
  readonly serving?: true;
  readonly replaces?: string;
  /** The words "via länk", "på distans" beside the name. */
  readonly remote?: true;
} & AttendancePart;

export const minutesCoverImport: Recogniser<ProposedMinutesMeeting> = {
  name: 'minutesCover',
  appliesTo: ['minutes'],
  recognise(reading) {
    const { body, date } = reading;
    const rows = minutesCoverRows(reading);
    const paragraphs = minutesParagraphs(reading);
    if (!body || !date || (rows.length === 0 && paragraphs.length === 0)) return { records: [], problems: [] };
    const first = (label: CoverLabel) => rows.find((row) => row.label === label);
    const all = (label: CoverLabel) => rows.filter((row) => row.label === label).map(({ value }) => value);
    const where = [...all('placeAndTime'), ...all('place'), ...all('time')].join(' ');
    const time = findTimes(where)[0];
    const place = placeIn(first('place')?.value ?? first('placeAndTime')?.value ?? '');
    const adjusters = all('adjusters').flatMap((value) =>
      value.split(/\s+med\s+/u)[0]!.split(/\s+och\s+|,\s*(?=\p{Lu})/u),
    );
    const dayAt = (label: CoverLabel) => firstDate(all(label).join(' '))?.date;
    const span = all('signatures')
      .join(' ')
      .match(/(?:paragrafer|§§?)?\s*(\d{1,4})\s*[-–]{1,2}\s*(\d{1,4})/iu);
    const numbers = paragraphs.map(({ number }) => number);
    const printed = span && { from: Number(span[1]), to: Number(span[2]) };
    const read = numbers.length > 0 ? { from: Math.min(...numbers), to: Math.max(...numbers) } : undefined;
    const noticeDates = findDates(all('noticeFrom').join(' '));
    const noticeFrom = noticeDates[0]?.date;
    const noticeTo = dayAt('noticeTo') ?? noticeDates[0]?.endDate ?? noticeDates[1]?.date;
    const seen = rows.filter(({ label }) => ['placeAndTime', 'place', 'time', 'date', 'body'].includes(label));
    const placed = seen.some(({ label }) => label !== 'date');
    const meeting: Draft<ProposedMinutesMeeting> = {
      type: 'meeting',
      source: spanOfLines(seen.length > 0 ? seen.map(({ line }) => line) : [firstLine(reading)]),
      confidence: placed ? 0.93 : 0.85,
      rule: 'meeting-on-minutes-cover',
      body,
      date,
      ...(time && { start: time.from, ...(time.to && { end: time.to }) }),
      ...(place && { place }),
      ...(adjusters.length > 0 && {
        adjustedBy: [...new Set(adjusters.map((name) => name.replace(/\s*\(.*$/u, '').trim()))].filter(Boolean),
      }),
      ...(noticeFrom && { noticeFrom }),
      ...(noticeTo && { noticeTo }),
      ...((printed ?? read) && { paragraphs: printed ?? read! }),
    };
    return { records: [meeting], problems: [] };
  },
};

const firstLine = (reading: Reading) => reading.blocks[0]!.lines[0]!;

/** The place without the day and the hours that stand beside it: "Rådhuset, Ånäs, onsdagen den 20 augusti kl 9.00-15.10". */
function placeIn(text: string): string | undefined {
  const when =
    /,?\s+(?:den\s+\d|\p{L}+dagen den\s|\d{1,2} \p{L}+ \d{4}|(?:kl\.?|klockan)\s*\d|\d{1,2}[.:]\d{2}\s*[-–])/iu.exec(
      text,
    );
  const cut = (when ? text.slice(0, when.index) : text).replace(/[\s,]+$/u, '').trim();
  return cut && !/^(?:kl|klockan|\p{L}+dagen)(?!\p{L})/iu.test(cut) ? cut : undefined;
}

const kinds: Partial<Record<CoverLabel, NonNullable<ProposedCoverAttendance['kind']>>> = {
  members: 'member',
  deputies: 'deputy',
  others: 'other',
};

/** Reads who took part from the cover of minutes: members, deputies and others, in one column or several. */
export const coverAttendanceImport: Recogniser<ProposedCoverAttendance> = {
  name: 'coverAttendance',
  appliesTo: ['minutes'],
  recognise(reading) {
    const records = minutesCoverRows(reading).flatMap((row) => {
      const kind = kinds[row.label];
      return kind ? peopleOnRow(row, kind) : [];
    });
    return { records, problems: [] };
  },
};

const personForm =
  /^\*?(?<name>\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:von|af|de|van|der)\s+)?\p{Lu}[\p{L}'’.-]+)+)(?:\s*\((?<party>\p{L}{1,5}|-)\))?(?<rest>.*)$/u;
const remoteForm = /[,(]?\s?(?<!\p{L})(?:via länk|på distans|digitalt|via (?:Teams|Zoom))(?!\p{L})\)?/iu;

/** The people of one value: one with office and §§, or several with commas between. */
function peopleOnRow(row: CoverRow, kind: 'member' | 'deputy' | 'other'): readonly Draft<ProposedCoverAttendance>[] {
  return splitPeople(row.value).flatMap((printed) => {
    const remote = remoteForm.test(printed);
    const text = printed.replace(remoteForm, ' ').trim();
    const cleaned = text.replace(/^(?:ordföranden?|vice ordföranden?)\s+(?=\p{Lu})/iu, '');
    const office =
      text.length > cleaned.length
        ? text
            .slice(0, text.length - cleaned.length)
            .trim()
            .toLocaleLowerCase('sv')
        : undefined;
    const groups = personForm.exec(cleaned)?.groups;
    if (!groups || /^(?:vakant|se)\s/iu.test(cleaned)) return [];
    const { part, rest } = attendancePartIn(groups.rest!);
    const replaces = /(?:^|\s)(?:för|ersätter|ersättare för)\s+(?<who>\p{Lu}.*?)(?:\s*\(.*)?$/iu.exec(rest)?.groups
      ?.who;
    const after = /,\s*(?<role>[^,(§]+?)(?:\s*\((?<party>\p{L}{1,5}|-)\))?(?=\s*(?:,|$|\())/u.exec(rest)?.groups;
    const serving =
      /(?<!ej )tj(?:g|änstg(?:örande)?)\.?\s+ers(?:ättare)?|ersättare för/iu.test(rest) ||
      (kind === 'member' && replaces !== undefined);
    const role = office ?? (replaces ? undefined : after?.role?.trim());
    const party = groups.party ?? after?.party;
    const capacity = serving || /ej tjänstgörande/iu.test(rest) || /ersättare/iu.test(row.printed) ? 'deputy' : kind;
    return [
      {
        type: 'attendance' as const,
        source: row.line.span,
        confidence: party ? 0.93 : 0.85,
        rule: 'attendance-on-minutes-cover',
        person: groups.name!.replace(/\s+/g, ' '),
        ...(party && { party }),
        ...(role && { role }),
        present: true,
        kind: capacity,
        ...((serving || /^tjänstgörande/iu.test(row.printed)) && { serving: true as const }),
        ...(replaces && { replaces: replaces.trim() }),
        ...(remote && { remote: true as const }),
        ...part,
      },
    ];
  });
}

/** "A Alm (M), B Berg (FP)" are two people; "A Alm (M), ordförande" is one. */
function splitPeople(value: string): readonly string[] {
  const people: string[] = [];
  for (const piece of value.split(/,\s*/u)) {
    const isPerson = personForm.test(piece) && (!/^\S+\s*(?:chef|direktör)/iu.test(piece) || people.length === 0);
    if (isPerson || people.length === 0) people.push(piece);
    else people[people.length - 1] += `, ${piece}`;
  }
  return people;
}
