import type { CivilDate } from '../../../kernel/civil-date.ts';
import { formats } from '../../format.ts';

/** A day as Swedish documents write it, whatever language the page is in. */
export function longDay(date: CivilDate): string {
  return formats.sv.date(date);
}
