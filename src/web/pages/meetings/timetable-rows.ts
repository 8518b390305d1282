import {
  clockOf,
  isClockTime,
  isPauseTitle,
  type MeetingDetail,
  minutesOf,
  type PlannedSlot,
  recalculateTimetable,
  type Slot,
  type TimedDay,
} from '../../../domain/meetings/index.ts';
import type { Problem } from '../../../kernel/problem.ts';
import type { FormState } from '../../contracts.ts';
import type { TypedSlot } from './parse-timetable.ts';

/** A line of the form as it was typed. */
export type TypedRow = {
  readonly minutes: string;
  readonly fixed: string;
  readonly title: string;
  readonly presenters: string;
  readonly item: string;
  readonly pause: boolean;
};

export const emptyRow: TypedRow = { minutes: '', fixed: '', title: '', presenters: '', item: '', pause: false };
/** What a line takes when nobody has said. */
const usualMinutes = '15';

/** When the first line begins: as the meeting is announced, else as the timetable says, else at nine. */
export function startOfDay({ startsAt, slots }: MeetingDetail): string {
  return startsAt ?? slots[0]?.startsAt ?? '09:00';
}

/** A saved timetable as lines: what does not begin where the line before ends has a fixed time. */
export function rowsOfSlots(meeting: MeetingDetail): readonly TypedRow[] {
  return meeting.slots.map((slot, index) => {
    const follows = slot.startsAt === (meeting.slots[index - 1]?.endsAt ?? startOfDay(meeting));
    return rowOf(slot, slot.fixed || !follows, slot.agendaItemId ?? '', slot.pause);
  });
}

/** Pasted lines of a notice as lines of the form; the printed number names the item. */
export function rowsOfLines(meeting: MeetingDetail, slots: readonly TypedSlot[]): readonly TypedRow[] {
  return slots.map((slot, index) => {
    const follows = slot.startsAt === (slots[index - 1]?.endsAt ?? startOfDay(meeting));
    const item = slot.item === null ? undefined : meeting.items.find(({ number }) => number === slot.item);
    return rowOf(slot, !follows, item?.id ?? '', isPauseTitle(slot.title));
  });
}

/** One line for each item of the agenda, to begin with: points under an item have lines of their own instead of it. */
export function rowsOfAgenda({ items }: MeetingDetail): readonly TypedRow[] {
  return items
    .filter(({ id }) => !items.some(({ parentId }) => parentId === id))
    .map((item) => ({
      ...emptyRow,
      minutes: usualMinutes,
      title: item.title,
      presenters: item.presenters.join(', '),
      item: item.id,
    }));
}

function rowOf(
  slot: Pick<Slot, 'startsAt' | 'endsAt' | 'title' | 'presenters'>,
  fixed: boolean,
  item: string,
  pause: boolean,
): TypedRow {
  return {
    minutes: String(minutesOf(slot.endsAt) - minutesOf(slot.startsAt)),
    fixed: fixed ? slot.startsAt : '',
    title: slot.title,
    presenters: slot.presenters.join(', '),
    item,
    pause,
  };
}

/** The lines as the values of the form. */
export function valuesOfRows(rows: readonly TypedRow[]): FormState['values'] {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([part, value]) => [
        `rows.${index}.${part}`,
        value === true ? 'on' : value === false ? undefined : value,
      ]),
    ),
  );
}

/** The lines of a form that came back, also when something in it could not be read. */
export function rowsOfValues(values: FormState['values']): readonly TypedRow[] {
  const places = Object.keys(values).flatMap((name) => /^rows\.(\d{1,4})\./.exec(name)?.[1] ?? []);
  const text = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  return [...new Set(places.map(Number))]
    .sort((a, b) => a - b)
    .map((place) => ({
      minutes: text(`rows.${place}.minutes`),
      fixed: text(`rows.${place}.fixed`),
      title: text(`rows.${place}.title`),
      presenters: text(`rows.${place}.presenters`),
      item: text(`rows.${place}.item`),
      pause: text(`rows.${place}.pause`) !== '',
    }));
}

/** The lines after a button was pressed: one more, one less, or two that changed places. */
export function rowsAfter(rows: readonly TypedRow[], act: string): readonly TypedRow[] {
  const [what, place] = act.split(':');
  const at = Number(place);
  const [row, other] = [rows[at], rows[at + (what === 'up' ? -1 : 1)]];
  if (what === 'add') return [...rows, { ...emptyRow, minutes: usualMinutes }];
  if (what === 'remove') return rows.filter((_, index) => index !== at);
  if ((what !== 'up' && what !== 'down') || !row || !other) return rows;
  return rows.with(at, other).with(rows.indexOf(other), row);
}

/** The day that the lines make; a line whose minutes cannot be read takes none. */
export function timedDay(rows: readonly TypedRow[], startsAt: string, endsAt: string | null): TimedDay {
  const planned = rows.map(
    ({ minutes, fixed }): PlannedSlot => ({
      minutes: isMinutes(minutes) ? Number(minutes) : 0,
      fixedStart: isClockTime(fixed) ? fixed : null,
    }),
  );
  return recalculateTimetable(planned, minutesOf(startsAt), endsAt === null ? null : minutesOf(endsAt));
}

/** The lines of the form as a notice prints them, to be held beside what another has saved. */
export function linesOfRows(rows: readonly TypedRow[], day: TimedDay): string {
  return rows
    .map(({ title, presenters }, index) => {
      const { start, end } = day.slots[index]!;
      return `${clockOf(start) ?? ''}–${clockOf(end) ?? ''} ${[title, presenters].filter(Boolean).join(' – ')}`;
    })
    .join('\n');
}

/** What must be corrected before the lines can be saved: a promised time that could not be kept is one of them. */
export function rowProblems(rows: readonly TypedRow[], day: TimedDay): readonly Problem[] {
  return rows.flatMap((row, index) => {
    const path = (part: string) => `rows.${index}.${part}`;
    const timed = day.slots[index]!;
    return [
      ...(isMinutes(row.minutes) ? [] : [{ path: path('minutes'), key: 'agenda.minutes' }]),
      ...(row.title === '' ? [{ path: path('title'), key: 'validation.required' }] : []),
      ...(row.fixed === '' || isClockTime(row.fixed) ? [] : [{ path: path('fixed'), key: 'meeting.time' }]),
      ...(timed.late > 0 ? [{ path: path('fixed'), key: 'agenda.fixedLate', values: { minutes: timed.late } }] : []),
      ...(clockOf(timed.end) === undefined ? [{ path: path('minutes'), key: 'agenda.pastMidnight' }] : []),
    ];
  });
}

const isMinutes = (text: string) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 1440;
