import type { CivilDate } from '../../kernel/civil-date.ts';
import { appealDeadline, noticeDownEarliest } from '../../kernel/legal-deadlines.ts';
import type { NoticeState } from './notice-transitions.ts';

/** One board's part in the clock: when the entry was put up there, and whether it has been out of sight while the time ran. */
export type BoardPart = {
  readonly postedOn: CivilDate | null;
  readonly state: NoticeState;
  readonly interrupted: boolean;
};

/** The time of appeal of what was announced in one act: the same for all its boards. */
export type AppealClock = {
  /** The day from which it runs: the last of the boards (KL 13:5, R-KL-61); null until it is on all of them. */
  readonly runsFrom: CivilDate | null;
  readonly last: CivilDate | null;
  readonly removeEarliest: CivilDate | null;
  /** Whether it was out of sight on some board: then the time has not run (KL 13:5), and it must be put up anew. */
  readonly interrupted: boolean;
};

/**
 * The time of appeal: three weeks from the day on which the adjustment was announced, moved to the next weekday (R-KL-57), then the days that the
 * authority adds before it takes the entry down (R-KL-60). Worked example: announced 2018-04-03 gives 2018-04-24 as the last day, down 2018-04-25.
 */
export function appealClock(parts: readonly BoardPart[], marginDays: number): AppealClock {
  const interrupted = parts.some((part) => part.interrupted);
  const days = parts.map(({ postedOn }) => postedOn);
  const runsFrom = parts.length === 0 || days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
  if (runsFrom === null) return { runsFrom: null, last: null, removeEarliest: null, interrupted };
  const last = appealDeadline(runsFrom).date;
  return { runsFrom, last, removeEarliest: noticeDownEarliest(last, marginDays).date, interrupted };
}

/** Whether the time of appeal has ended by itself: it ran, it is over, and nothing was out of sight while it ran. */
export function periodHasRun(clock: AppealClock, today: CivilDate): boolean {
  return clock.last !== null && !clock.interrupted && today > clock.last;
}
