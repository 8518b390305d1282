/**
 * The smallest group of which a figure is shown. Five is the bound that Swedish authorities commonly use for open figures: with fewer, those in the
 * group can be known by people who know some of them.
 */
export const smallestGroup = 5;

/**
 * How many of a whole, or null where the figure would show a group below the bound: the counted, or those who remain when they are taken from the
 * whole. None and all are shown, because nobody is singled out by them, unless the whole is too small itself.
 */
export function shownCount(count: number, whole: number): number | null {
  const isSmall = (group: number) => group > 0 && group < smallestGroup;
  return whole < smallestGroup || isSmall(count) || isSmall(whole - count) ? null : count;
}

/** Steps of a scale that are shown as one, both included. */
export type Band = { readonly from: number; readonly to: number };

/**
 * The finest parting of a scale into bands of neighbouring steps in which every band of every distribution is large enough: five others beside the
 * one who looks, who knows the own answer and can take it away. All distributions get the same bands, so that they can be compared, and since the
 * bands part the whole, what is counted from them by difference is never smaller than a band. Undefined when a whole distribution is too small.
 */
export function commonBands(from: number, distributions: readonly (readonly number[])[]): readonly Band[] | undefined {
  const least = smallestGroup + 1;
  const steps = distributions[0]?.length ?? 0;
  const large = (low: number, high: number) =>
    distributions.every((counts) => counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0) >= least);
  if (steps === 0 || !large(0, steps - 1)) return undefined;
  const bands: { from: number; to: number }[] = [];
  for (let low = 0, high = 0; high < steps; high += 1)
    if (large(low, high)) {
      bands.push({ from: low, to: high });
      low = high + 1;
    }
  // What is left at the end is too small by itself and joins the last band.
  bands.at(-1)!.to = steps - 1;
  return bands.map((band) => ({ from: band.from + from, to: band.to + from }));
}

/** How many lie in each band. */
export function countsIn(bands: readonly Band[], from: number, counts: readonly number[]): readonly number[] {
  return bands.map((band) => counts.slice(band.from - from, band.to - from + 1).reduce((sum, count) => sum + count, 0));
}
