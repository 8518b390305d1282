import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import type { Agreement } from './agreement.ts';

/**
 * The last day on which notice can be given so that an agreement ends with its term (AGR-04): the period of notice before its last day, and the
 * last day of the month where that month is shorter. Undefined when the term has no end or no period of notice is agreed.
 */
export function lastNoticeDay({ to, noticeMonths }: Pick<Agreement, 'to' | 'noticeMonths'>): CivilDate | undefined {
  if (to === null || noticeMonths === null) return undefined;
  const [year, month, day] = to.split('-').map(Number) as [number, number, number];
  const months = year * 12 + month - 1 - noticeMonths;
  const monthsYear = Math.floor(months / 12);
  const monthNumber = (months % 12) + 1;
  const isLastDay = civilDate(year, month, day + 1) === undefined;
  const shorter = [31, 30, 29, 28].map((last) => civilDate(monthsYear, monthNumber, last));
  return (isLastDay ? undefined : civilDate(monthsYear, monthNumber, day)) ?? shorter.find((one) => one !== undefined);
}
