import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { ItemPlace } from '../collaboration/index.ts';
import { firstDayOf, lastDayOf, type PartialDay } from './partial-day.ts';

/** How a deliverable stands on a day: worked out from its days, never written down. */
export const deliverableStanding = {
  undated: { sv: 'datum saknas', en: 'no date' },
  ahead: { sv: 'kommande', en: 'ahead' },
  late: { sv: 'försenad', en: 'late' },
  done: { sv: 'lämnad', en: 'delivered' },
  doneLate: { sv: 'lämnad för sent', en: 'delivered late' },
} as const satisfies Record<string, Localized>;
export type DeliverableStanding = keyof typeof deliverableStanding;

/** A move of the day on which something is to be delivered. */
export type DeliverableMove = {
  readonly number: number;
  readonly before: PartialDay | null;
  readonly after: PartialDay;
  readonly reason: string;
  readonly source: string;
  readonly toldBy: string;
  /** When it was told; null for what was moved before moves were kept. */
  readonly toldOn: CivilDate | null;
};

/** What is to be delivered (PRJ-06): when it was due first, every move of that day, and when it was done. Days or months, as printed. */
export type Deliverable = {
  readonly id: Id<'deliverable'>;
  readonly version: number;
  readonly what: string;
  /** The project as the source names it. */
  readonly project: string | null;
  readonly projectId: Id<'project'> | null;
  readonly responsible: string;
  /** The day that was said first. */
  readonly dueOn: PartialDay | null;
  /** The day that holds now, when it was moved. */
  readonly movedTo: PartialDay | null;
  readonly moves: readonly DeliverableMove[];
  readonly doneOn: PartialDay | null;
  readonly item: ItemPlace | null;
};

type Days = Pick<Deliverable, 'dueOn' | 'movedTo' | 'doneOn'>;

/** The day that holds now. */
export function currentDue({ dueOn, movedTo }: Pick<Deliverable, 'dueOn' | 'movedTo'>): PartialDay | null {
  return movedTo ?? dueOn;
}

/** How a deliverable stands on a day. Against the day that was said first it may be late all the same: see `slippedDays`. */
export function standingOf(deliverable: Days, today: CivilDate): DeliverableStanding {
  const due = currentDue(deliverable);
  const { doneOn } = deliverable;
  if (doneOn) return due && firstDayOf(doneOn) > lastDayOf(due) ? 'doneLate' : 'done';
  if (!due) return 'undated';
  return lastDayOf(due) < today ? 'late' : 'ahead';
}

/**
 * How many days a deliverable has slipped since the day that was said first: to the day it was done, else to the day that holds now, or to today when that has passed.
 * A month counts by its last day on both sides. Negative when it came earlier; null when no day was ever said.
 */
export function slippedDays(deliverable: Days, today: CivilDate): number | null {
  const first = deliverable.dueOn ?? deliverable.movedTo;
  const now = currentDue(deliverable);
  if (!first || !now) return null;
  const planned = lastDayOf(first);
  const { doneOn } = deliverable;
  if (doneOn) {
    // Done in the month that was said, or on a day of it, is done in time.
    return doneOn.startsWith(first) ? 0 : daysBetween(planned, lastDayOf(doneOn));
  }
  const expected = lastDayOf(now);
  return daysBetween(planned, expected < today ? today : expected);
}

/** How much the deliverables of a project, or of many, have slipped. */
export type Slippage = {
  /** How many have a day and so can slip. */
  readonly dated: number;
  readonly slipped: number;
  readonly movedTwice: number;
  /** The middle of the days that the slipped ones slipped; null when none did. */
  readonly medianDays: number | null;
  readonly mostDays: number;
};

/** Sums up how deliverables slipped, for the portfolio. */
export function slippageOf(deliverables: readonly (Days & Pick<Deliverable, 'moves'>)[], today: CivilDate): Slippage {
  const days = deliverables.flatMap((one) => slippedDays(one, today) ?? []);
  const slipped = days.filter((count) => count > 0).sort((a, b) => a - b);
  const middle = Math.floor(slipped.length / 2);
  const median =
    slipped.length % 2 === 1 ? slipped[middle] : slipped.length && (slipped[middle - 1]! + slipped[middle]!) / 2;
  return {
    dated: days.length,
    slipped: slipped.length,
    movedTwice: deliverables.filter(({ moves }) => moves.length >= 2).length,
    medianDays: slipped.length > 0 ? Math.round(median ?? 0) : null,
    mostDays: slipped.at(-1) ?? 0,
  };
}

function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
