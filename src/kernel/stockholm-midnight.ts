import { type CivilDate, civilDateIn } from './civil-date.ts';

/** The instant at which a civil date begins in Stockholm; no change of clocks there falls on midnight. */
export function stockholmMidnight(date: CivilDate): Date {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const summer = new Date(utc - 2 * 3_600_000);
  return civilDateIn(summer) === date ? summer : new Date(utc - 3_600_000);
}
