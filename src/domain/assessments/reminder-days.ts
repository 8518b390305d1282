import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { daysFrom } from './contribution.ts';

/** How many days before the day contributions are due those who are not ready are reminded: a week, the day before, and the day itself. */
const before = [7, 1, 0] as const;
/** After it they are late: reminded the day after, after three days, and then once a week. */
const after = [1, 3] as const;
const everyDaysAfter = 7;

/** Whether somebody whose contribution is due on a day is reminded today. */
export function remindsContributorOn(today: CivilDate, dueOn: CivilDate): boolean {
  if (today <= dueOn) return before.some((days) => addDays(dueOn, -days) === today);
  const late = daysFrom(dueOn, today);
  return after.some((days) => days === late) || late % everyDaysAfter === 0;
}
