/** Money in whole öre: an integer, so that a sum over years, payers and funds loses nothing. Kronor with parts are only a way to print it. */
export type Ore = number;

/** Beyond this an amount is a slip of the pen, and a sum of many would no longer be exact. */
export const mostOre: Ore = 99_999_999_999_999;

/** An amount in kronor, with at most two decimals, as öre. */
export function oreOf(kronor: number): Ore {
  return Math.round(kronor * 100);
}

export function kronorOf(ore: Ore): number {
  return ore / 100;
}

/**
 * The amount that a person wrote, as öre: "144 000", "1 200,50 kr", "300 tkr", "1,2 mkr". Undefined when it is none or holds parts of an öre: nothing is
 * rounded that somebody wrote.
 */
export function parseOre(text: string): Ore | undefined {
  const [, sign = '', digits = '', fraction = '', unit = ''] =
    /^\s*([-−+])?\s*(\d{1,3}(?:[\s\u00a0\u202f.]\d{3})+|\d{1,14})(?:,(\d{1,8}))?\s*(kr|sek|tkr|kkr|mkr|mnkr|msek)?\.?\s*$/iu.exec(
      text,
    ) ?? [];
  if (digits === '') return undefined;
  const places = (unitPlaces[unit.toLocaleLowerCase('sv')] ?? 0) + 2;
  if (/[1-9]/u.test(fraction.slice(places))) return undefined;
  const value = Number(`${digits.replace(/\D/gu, '')}${fraction.slice(0, places).padEnd(places, '0')}`);
  if (!Number.isSafeInteger(value) || value > mostOre) return undefined;
  return /[-−]/u.test(sign) && value !== 0 ? -value : value;
}

const unitPlaces: Readonly<Record<string, number>> = { tkr: 3, kkr: 3, mkr: 6, mnkr: 6, msek: 6 };

/**
 * Divides a whole number by weights so that the parts make up exactly the whole: each part is rounded down, and what is left goes one by one to those
 * that lost most by it (largest remainder). Of two that lost the same, the first gets it. Weights are whole numbers; without any weight nothing can be divided.
 */
export function divideExactly(whole: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, one) => all + BigInt(one), 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0))
    throw new Error('Nothing can be divided by weights that are negative or come to nothing: ask for a weight first.');
  const size = BigInt(Math.abs(whole));
  const shares = weights.map((weight) => size * BigInt(weight));
  const parts = shares.map((share) => share / sum);
  const left = Number(size - parts.reduce((all, one) => all + one, 0n));
  const lost = shares.map((share, index) => ({ index, rest: share % sum }));
  lost.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const given = new Set(lost.slice(0, left).map(({ index }) => index));
  const sign = whole < 0 ? -1 : 1;
  return parts.map((part, index) => sign * (Number(part) + (given.has(index) ? 1 : 0)) || 0);
}
