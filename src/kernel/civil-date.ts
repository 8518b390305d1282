/**
 * A civil date is a day in the calendar of Europe/Stockholm, written `YYYY-MM-DD`. Deadlines of law are counted in civil dates, never in
 * instants, so that summer time and servers abroad cannot move them.
 */
export type CivilDate = string & { readonly __civilDate?: true };

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The civil date in Stockholm at an instant. */
export function civilDateIn(instant: Date): CivilDate {
  return stockholm.format(instant);
}

/** The civil date of a year, month (1–12) and day, or undefined when the calendar has no such day (30 February). */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const utc = new Date(Date.UTC(year, month - 1, day));
  if (utc.getUTCFullYear() !== year || utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== day) return undefined;
  return utc.toISOString().slice(0, 10);
}

/** Whether the text is a day that exists. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = isoDate.exec(text) ?? [];
  return civilDate(Number(year), Number(month), Number(day)) !== undefined;
}

/** The date a number of days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The date a number of months later: the same day of that month, or its last day when it has no such day. Lag (1930:173) 1 § counts a time of
 * months so.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return addDays(lastOfMonth.toISOString().slice(0, 10), Math.min(0, day - lastOfMonth.getUTCDate()));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}
