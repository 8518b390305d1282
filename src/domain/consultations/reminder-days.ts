import { addDays, type CivilDate } from '../../kernel/civil-date.ts';

/** How many days from the last day those who have not answered are reminded: a week before, the day before, the day after, and two weeks after. */
const fromLastDay = [-7, -1, 1, 14] as const;

/** The last days of the rounds in which somebody is reminded today (R-FL-3). */
export function dueDaysToRemind(today: CivilDate): readonly CivilDate[] {
  return fromLastDay.map((days) => addDays(today, -days));
}
