/**
 * Money in whole kronor, as plans and follow-ups of public money state it. It is always an integer, so that a sum is exact; thousands and millions
 * are only a way to print it, and what the rounding does to a column is printed too.
 */
export type Kronor = number;

/** The units in which money is printed, with what one of it is worth in kronor. */
export const moneyUnits = {
  kr: { sv: 'kr', en: 'SEK', worth: 1 },
  tkr: { sv: 'tkr', en: 'SEK thousand', worth: 1_000 },
  mkr: { sv: 'mkr', en: 'SEK million', worth: 1_000_000 },
} as const;
export type MoneyUnit = keyof typeof moneyUnits;

/** Beyond this an amount is a slip of the pen: no authority of the country has a budget of a million million kronor. */
export const mostKronor: Kronor = 999_999_999_999;

/** Whether a number can be kept as kronor. */
export function isKronor(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) <= mostKronor;
}

/** The exact sum. */
export function sumKronor(amounts: readonly Kronor[]): Kronor {
  return amounts.reduce((sum, one) => sum + one, 0);
}

/** An amount in a unit, rounded half away from zero, so that a cost and a revenue of the same size are printed with the same figures. */
export function inUnit(amount: Kronor, unit: MoneyUnit): number {
  const { worth } = moneyUnits[unit];
  const rounded = Math.floor((Math.abs(amount) + worth / 2) / worth);
  return amount < 0 && rounded > 0 ? -rounded : rounded;
}

/** A column of amounts as it is printed. */
export type PrintedColumn = {
  readonly parts: readonly number[];
  /** The rounded exact sum, which is not always the sum of the rounded parts. */
  readonly total: number;
  /** What the rounded parts lack to the total: `sum(parts) + rounding = total`, always. */
  readonly rounding: number;
};

/** Amounts of a column in a unit, with the total and what the rounding did. */
export function printedColumn(amounts: readonly Kronor[], unit: MoneyUnit): PrintedColumn {
  const parts = amounts.map((one) => inUnit(one, unit));
  const total = inUnit(sumKronor(amounts), unit);
  return { parts, total, rounding: total - parts.reduce((sum, one) => sum + one, 0) };
}

/**
 * The amount that a person wrote: "1 200 000", "1200000 kr", "300 tkr", "1,2 mkr", "−50 tkr". Undefined when it is none, or holds parts of a krona:
 * nothing is rounded that somebody wrote.
 */
export function parseKronor(text: string): Kronor | undefined {
  const [, sign = '', digits = '', fraction = '', unit = ''] =
    /^\s*([-−+])?\s*(\d{1,3}(?:[\s\u00a0\u202f.]\d{3})+|\d{1,15})(?:,(\d{1,6}))?\s*(kr|sek|tkr|kkr|mkr|mnkr|msek)?\.?\s*$/iu.exec(
      text,
    ) ?? [];
  if (digits === '') return undefined;
  const places = unitPlaces[unit.toLocaleLowerCase('sv')] ?? 0;
  if (/[1-9]/u.test(fraction.slice(places))) return undefined;
  // By digits and not by multiplication, so that 1,1 million is 1 100 000 and no fraction of it.
  const value = Number(`${digits.replace(/\D/gu, '')}${fraction.slice(0, places).padEnd(places, '0')}`);
  const amount = /[-−]/u.test(sign) && value !== 0 ? -value : value;
  return isKronor(amount) ? amount : undefined;
}

/** How many digits a unit adds. */
const unitPlaces: Readonly<Record<string, number>> = { tkr: 3, kkr: 3, mkr: 6, mnkr: 6, msek: 6 };
