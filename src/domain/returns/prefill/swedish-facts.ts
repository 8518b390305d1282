import type { CivilDate } from '../../../kernel/civil-date.ts';
import { monthName } from '../../../kernel/swedish-dates.ts';

/** A day, month or year in words: "den 31 december 2024", "i oktober 2024", "under 2024"; `bare` leaves the "i" and "under" out. */
export function timeWords(time: string, bare = false): string {
  const [year = '', month, day] = time.split('-');
  if (day) return `den ${Number(day)} ${monthName(Number(month))} ${year}`;
  if (month) return `${bare ? '' : 'i '}${monthName(Number(month))} ${year}`;
  return `${bare ? '' : 'under '}${year}`;
}

/** A day as exactly as it is known: "den 7 september 2024", "i december 2024", "under 2024". */
export function dayWords(date: CivilDate, precision: 'day' | 'month' | 'year'): string {
  return timeWords(date.slice(0, { day: 10, month: 7, year: 4 }[precision]));
}

/** "från den 1 januari 2024 till den 31 december 2025"; empty when neither day is known. */
export function periodWords(from: CivilDate | null, to: CivilDate | null): string {
  return [...(from ? [`från ${timeWords(from, true)}`] : []), ...(to ? [`till ${timeWords(to, true)}`] : [])].join(' ');
}
