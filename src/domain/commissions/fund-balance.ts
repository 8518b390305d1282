import type { Ore } from '../../kernel/ore.ts';
import type { FundYear } from './fund.ts';

/** A year of a fund: what there was, what was decided, what was paid, and what went on to the next. */
export type BalanceYear = {
  readonly year: number;
  /** Carried in from the year before. */
  readonly opening: Ore;
  readonly allocated: Ore;
  /** What decided commissions take of the year. */
  readonly decided: Ore;
  /** What commissions that are only proposed would take. */
  readonly proposed: Ore;
  readonly spent: Ore | null;
  /** What can still be decided; below nothing it is an overdraft. */
  readonly free: Ore;
  /** What is left at the end of the year: of what was paid where that is told, else of what was decided. */
  readonly rest: Ore;
  readonly carried: Ore;
  /** True where nobody has told what is carried on, so that all that is left is reckoned to be. */
  readonly carriedDerived: boolean;
  /** What does not go on: paid back, or lapsed with the year. */
  readonly lapsed: Ore;
};

/** What is drawn on a fund in a year; without a year it counts to none. */
export type Drawn = { readonly year: number | null; readonly ore: Ore; readonly decided: boolean };

/**
 * The balance of a fund year by year, from the first that brings or takes anything to the last, with no year left out. Every öre that comes in is used, carried
 * on or lapses: opening + allocated = used + carried + lapsed.
 */
export function balanceOf(
  years: readonly Pick<FundYear, 'year' | 'allocated' | 'spent' | 'carried'>[],
  drawn: readonly Drawn[],
): readonly BalanceYear[] {
  const named = [...years.map(({ year }) => year), ...drawn.flatMap(({ year }) => year ?? [])];
  if (named.length === 0) return [];
  const first = Math.min(...named);
  const balance: BalanceYear[] = [];
  for (let year = first; year <= Math.max(...named); year += 1) {
    const told = years.find((one) => one.year === year);
    const taken = (decided: boolean) =>
      drawn.reduce((sum, one) => (one.year === year && one.decided === decided ? sum + one.ore : sum), 0);
    const opening = balance.at(-1)?.carried ?? 0;
    const allocated = told?.allocated ?? 0;
    const decided = taken(true);
    const spent = told?.spent ?? null;
    const rest = opening + allocated - (spent ?? decided);
    const carried = told?.carried ?? rest;
    balance.push({
      year,
      opening,
      allocated,
      decided,
      proposed: taken(false),
      spent,
      free: opening + allocated - decided,
      rest,
      carried,
      carriedDerived: told?.carried === undefined || told.carried === null,
      lapsed: rest - carried,
    });
  }
  return balance;
}
