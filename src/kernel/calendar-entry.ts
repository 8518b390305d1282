import type { CivilDate } from './civil-date.ts';

/**
 * Something that stands in a calendar, in the civil time of Sweden: a clock time is what the clock on the wall shows, on either side of summer time.
 * Without clock times it takes whole days.
 */
export type CalendarEntry = {
  /** The same for ever, so that a calendar moves the entry instead of adding a second. */
  readonly uid: string;
  /** Grows with every change: of two versions of an entry a calendar keeps the one with the greater. */
  readonly sequence: number;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly title: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly description: string | null;
  /** The path of its page below the address of the service. */
  readonly path: string;
  /** Whose meeting it is, for calendars that sort by it. */
  readonly category: string;
  /** Whether the one it is sent to is called, or only told of it. */
  readonly attendance: 'required' | 'optional';
};
