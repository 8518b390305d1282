/** One measured figure. With `against` it is a comparison: `ratio` says how many times the yardstick it is, because ratios travel between machines and seconds do not. */
export type BenchResult = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in words: "plain file read and one regular expression". */
  readonly against?: string;
  readonly ratio?: number;
  readonly note?: string;
};

/** A module of `bench/`: what it measures, and the measuring. It makes its own data and cleans up after itself. */
export type Bench = { readonly title: string; readonly run: () => Promise<readonly BenchResult[]> };

/** The middle one of several measurements: one slow start or one lucky run does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new Error('The median of nothing was asked for: measure at least once.');
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds per run: a few runs to warm up that do not count, then the median of the measured ones. */
export async function timed(work: () => unknown, runs = 9, warmUp = 2): Promise<number> {
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const started = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - started);
  }
  return median(times);
}

/** The value that so large a share of the measurements does not exceed: 0.99 for the one in a hundred. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) throw new Error('A quantile of nothing was asked for: measure at least once.');
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}
