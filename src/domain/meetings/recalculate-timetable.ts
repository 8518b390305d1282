import { isClockTime } from './meeting.ts';

/** What a slot is planned with: how long it takes, and when it begins if that was promised to someone. */
export type PlannedSlot = { readonly minutes: number; readonly fixedStart: string | null };

/** When a slot begins and ends, in minutes after midnight, and what is odd about it. */
export type TimedSlot = {
  readonly start: number;
  readonly end: number;
  /** Empty minutes before a fixed start. */
  readonly gap: number;
  /** By how many minutes what comes before runs over the fixed start, which then could not be kept. */
  readonly late: number;
};

/** The whole day: its slots, its last minute, and by how much it runs over the meeting's announced end. */
export type TimedDay = { readonly slots: readonly TimedSlot[]; readonly end: number; readonly overrun: number };

/**
 * Lays the slots of a timetable one after another from the meeting's start: change one, and those after it move. A fixed start is kept when
 * there is time for it, with a gap before it; when what comes before takes longer, the slot begins late and says by how much.
 *
 * 09:00, slots of 15, 30 (fixed 09:30) and 20 minutes: 09:00–09:15, 09:30–10:00 (gap 15), 10:00–10:20.
 */
export function recalculateTimetable(slots: readonly PlannedSlot[], startsAt: number, endsAt: number | null): TimedDay {
  let end = startsAt;
  const timed = slots.map(({ minutes, fixedStart }) => {
    const fixed = fixedStart === null ? null : minutesOf(fixedStart);
    const start = fixed === null ? end : Math.max(end, fixed);
    const slot = { start, end: start + minutes, gap: start - end, late: fixed === null ? 0 : Math.max(0, end - fixed) };
    end = slot.end;
    return slot;
  });
  return { slots: timed, end, overrun: endsAt === null ? 0 : Math.max(0, end - endsAt) };
}

/** The minutes after midnight of a clock time `HH:MM`. */
export function minutesOf(time: string): number {
  if (!isClockTime(time))
    throw new Error(`"${time}" is no clock time: check with isClockTime before counting with it.`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** A clock time `HH:MM` of minutes after midnight; what runs past midnight has none. */
export function clockOf(minutes: number): string | undefined {
  if (minutes >= 24 * 60) return undefined;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
