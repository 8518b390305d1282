import { addDays, type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import { divideExactly, type Ore, oreOf } from '../../kernel/ore.ts';
import type { Commission, CommissionPart } from './commission.ts';
import type { Payer } from './payer.ts';

/** Money or posts of a commission in one year. Posts in hundredths of a year's work. Year null: no paper says when. */
export type YearPiece = {
  readonly payer: Payer | null;
  readonly year: number | null;
  readonly ore: Ore;
  readonly hundredths: number;
  /** Counted here and not told by any paper: divided over the years by days. */
  readonly derived: boolean;
};

type Term = Pick<Commission, 'from' | 'to' | 'endedOn'>;

/** The years of a term with the days in each; empty where an end is not known. */
export function yearsOf({ from, to, endedOn }: Term): readonly { readonly year: number; readonly days: number }[] {
  const last = endedOn && (!to || endedOn < to) ? endedOn : to;
  if (!from || !last || last < from) return [];
  const years: { year: number; days: number }[] = [];
  for (let year = yearOf(from); year <= yearOf(last) && years.length < 50; year += 1) {
    const first = later(from, `${year}-01-01`);
    const end = earlier(last, `${year}-12-31`);
    years.push({ year, days: daysBetween(first, end) });
  }
  return years;
}

/**
 * The parts that count: what each payer pays where the payers are told, else the sum that the source names. Otherwise money that is told both in all and by
 * payer would be counted twice.
 */
export function countedParts({ parts }: Pick<Commission, 'parts'>): readonly CommissionPart[] {
  const money = parts.filter((part) => part.money?.currency === 'SEK');
  const posts = parts.filter((part) => part.fte !== null);
  const split = (all: readonly CommissionPart[]) =>
    all.some(({ payer }) => payer) ? all.filter(({ payer }) => payer) : all;
  return [...split(money), ...split(posts)];
}

/**
 * What a commission takes of each year. A part with a year is of that year. One without is of the year of the term; a term over several years divides it by
 * days so that the parts make up exactly the whole, and marks it as derived. Posts are the work of a year: two posts for half a year are one.
 */
export function piecesOf(
  commission: Pick<Commission, 'parts' | 'from' | 'to' | 'endedOn' | 'fte'>,
): readonly YearPiece[] {
  // The money is of the term that was decided; an early end shortens the posts only, until somebody tells what was paid.
  const whole = yearsOf({ ...commission, endedOn: null });
  const worked = yearsOf(commission);
  const counted = countedParts(commission);
  const untold: readonly CommissionPart[] =
    commission.fte !== null && !counted.some(({ fte }) => fte !== null)
      ? [{ payer: null, money: null, fte: commission.fte, year: null }]
      : [];
  return [...counted, ...untold].flatMap((part): readonly YearPiece[] => {
    const { payer } = part;
    if (part.money) {
      const ore = oreOf(part.money.value);
      if (part.year !== null || whole.length <= 1)
        return [{ payer, year: part.year ?? whole[0]?.year ?? null, ore, hundredths: 0, derived: false }];
      // A sum in whole kronor is divided into whole kronor: the öre of a counted part would say more than anybody knows.
      const unit = ore % 100 === 0 ? 100 : 1;
      const divided = divideExactly(
        ore / unit,
        whole.map(({ days }) => days),
      );
      return whole.map(({ year }, index) => ({
        payer,
        year,
        ore: divided[index]! * unit,
        hundredths: 0,
        derived: true,
      }));
    }
    const hundredths = Math.round((part.fte ?? 0) * 100);
    if (part.year !== null) return [{ payer, year: part.year, ore: 0, hundredths, derived: false }];
    if (worked.length === 0) return [{ payer, year: null, ore: 0, hundredths, derived: false }];
    return worked.map(({ year, days }) => {
      const all = daysBetween(`${year}-01-01`, `${year}-12-31`);
      return { payer, year, ore: 0, hundredths: Math.round((hundredths * days) / all), derived: days < all };
    });
  });
}

/** What a commission costs in all, in öre, and whether the total was told or is the sum of its parts. */
export function totalOf({ parts }: Pick<Commission, 'parts'>): { readonly ore: Ore; readonly derived: boolean } | null {
  const money = parts.filter((part) => part.money?.currency === 'SEK');
  if (money.length === 0) return null;
  const sum = (all: readonly CommissionPart[]) => all.reduce((ore, part) => ore + oreOf(part.money!.value), 0);
  const named = money.filter(({ payer }) => !payer);
  if (named.length > 0) return { ore: sum(named), derived: named.length > 1 };
  return { ore: sum(money), derived: money.length > 1 };
}

function daysBetween(first: CivilDate, last: CivilDate): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** The day after the term, where what extends it begins. */
export function dayAfter({ to, endedOn }: Pick<Commission, 'to' | 'endedOn'>): CivilDate | null {
  const last = endedOn ?? to;
  return last ? addDays(last, 1) : null;
}
