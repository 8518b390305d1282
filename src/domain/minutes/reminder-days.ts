import { addDays, type CivilDate } from '../../kernel/civil-date.ts';

/** How many days before the last day to adjust those who have not signed are reminded: in good time, the day before, and on the day (R-KL-53). */
const before = [3, 1, 0] as const;
/** After the last day they are reminded once a week: the minutes are late, and still have to be signed. */
const everyDaysAfter = 7;

/** Whether those whose signature is missing are reminded today. Without a last day nobody is late and nobody is reminded by itself. */
export function remindsOn(today: CivilDate, adjustBy: CivilDate | null): boolean {
  if (adjustBy === null) return false;
  if (today <= adjustBy) return before.some((days) => addDays(adjustBy, -days) === today);
  let day = addDays(adjustBy, everyDaysAfter);
  while (day < today) day = addDays(day, everyDaysAfter);
  return day === today;
}
