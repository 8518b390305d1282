import type { CivilDate } from './civil-date.ts';

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * The instant at which the clocks of Stockholm show a time on a day. An hour that summer time leaves out is the one after it; of an hour that comes
 * twice the first is meant.
 */
export function stockholmInstant(date: CivilDate, clock = '00:00'): Date {
  const wanted = Date.parse(`${date}T${clock}:00Z`);
  const candidates = [2, 1].map((hours) => wanted - hours * 3_600_000);
  return new Date(candidates.find((instant) => shown(instant) === wanted) ?? wanted - 3_600_000);
}

/** What the clocks of Stockholm show at an instant, as if it were Greenwich time. */
function shown(instant: number): number {
  return Date.parse(`${wall.format(instant).replace(' ', 'T')}Z`);
}
