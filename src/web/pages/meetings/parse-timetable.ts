import { isClockTime, type Slot } from '../../../domain/meetings/index.ts';
import type { Problem } from '../../../kernel/problem.ts';

/** A line of the timetable as it was typed; `item` is the printed number in square brackets. */
export type TypedSlot = Pick<Slot, 'startsAt' | 'endsAt' | 'title' | 'presenters'> & { readonly item: string | null };

const line = /^(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})\s+(?:\[([^\]]{1,20})\]\s*)?(.+)$/u;

/**
 * Reads a timetable in the form in which notices print it (seed 001: "09:15-09:45 Aktuellt från verksamheten - Namn Namnsson"). The last dash
 * with white space around it parts the heading from those who present; several are parted by commas or slashes.
 */
export function parseTimetable(text: string): {
  readonly slots: readonly TypedSlot[];
  readonly problems: readonly Problem[];
} {
  const slots: TypedSlot[] = [];
  const problems: Problem[] = [];
  for (const [index, typed] of text.split('\n').entries()) {
    if (typed.trim() === '') continue;
    const found = line.exec(typed.trim());
    const wrong = (key: string) => problems.push({ path: 'slots', key, values: { line: index + 1 } });
    if (!found) {
      wrong('meeting.timetableLine');
      continue;
    }
    const [, h1 = '', m1, h2 = '', m2, item = null, rest = ''] = found;
    const [startsAt, endsAt] = [`${h1.padStart(2, '0')}:${m1}`, `${h2.padStart(2, '0')}:${m2}`];
    const before = slots.at(-1);
    if (!isClockTime(startsAt) || !isClockTime(endsAt)) wrong('meeting.timetableLine');
    else if (endsAt <= startsAt || (before && startsAt < before.endsAt)) wrong('meeting.timetableTime');
    slots.push({ startsAt, endsAt, item, ...headingOf(rest) });
  }
  return { slots, problems };
}

function headingOf(rest: string): Pick<TypedSlot, 'title' | 'presenters'> {
  const [, title, names] = /^(.*\S)\s+[-–—]\s+(\S.*)$/u.exec(rest) ?? [];
  if (!title || !names) return { title: rest.trim(), presenters: [] };
  const presenters = names.split(/\s*[,/]\s*/u).filter((name) => name !== '');
  return { title, presenters };
}

/** A timetable as the lines of its form, so that reading them again gives the same slots. */
export function printTimetable(
  slots: readonly Slot[],
  numberOf: (itemId: string) => string | null | undefined,
): string {
  return slots
    .map(({ startsAt, endsAt, title, presenters, agendaItemId }) => {
      const number = agendaItemId && numberOf(agendaItemId);
      return `${startsAt}–${endsAt} ${number ? `[${number}] ` : ''}${title}${presenters.length > 0 ? ` – ${presenters.join(', ')}` : ''}`;
    })
    .join('\n');
}
