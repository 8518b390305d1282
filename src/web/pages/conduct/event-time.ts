import type { CivilDate } from '../../../kernel/civil-date.ts';

/** What decides at which clock time something is noted when the secretary says nothing. */
export type TimeFacts = {
  readonly today: CivilDate;
  /** The clock in Stockholm now. */
  readonly clock: string;
  readonly heldOn: CivilDate;
  readonly lastDay: CivilDate | null;
  readonly startsAt: string | null;
  /** The clock time of what was noted last that day. */
  readonly last: string | null;
};

/**
 * The clock time of an event that nobody gave a time: now on the day of the meeting, but never before what happened last; and for a meeting that is
 * written up on another day the time of what happened last, because the clock of that day says nothing.
 */
export function eventTime({ today, clock, heldOn, lastDay, startsAt, last }: TimeFacts): string {
  const onTheDay = today >= heldOn && today <= (lastDay ?? heldOn);
  if (!onTheDay) return last ?? startsAt ?? clock;
  return last !== null && last > clock ? last : clock;
}

/** How many minutes a meeting is behind its timetable (less than nought is ahead): when the item of now should have begun, against when it did. */
export function minutesBehind(planned: string | null, actual: string | null): number | null {
  if (planned === null || actual === null) return null;
  return minutes(actual) - minutes(planned);
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
