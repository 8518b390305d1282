import { openFollowUpBench } from '../test/support/bench-follow-up.ts';
import { lastYear } from '../test/support/bench-register.ts';
import type { RegisterBench } from '../test/support/bench-register-site.ts';
import { type BenchResult, quantile } from './result.ts';

export const title = 'The pages of follow-up, with ten thousand assignments of ten years';

/** A hundred assignments; a thousand of one year; and ten such years. What a page of a year costs is seen between the last two. */
const sizes = {
  hundred: { years: 1, bodies: 10, perYear: 100, lastReported: true },
  oneYear: { years: 1, bodies: 40, perYear: 1_000, lastReported: true },
  tenYears: { years: 10, bodies: 40, perYear: 1_000, lastReported: true },
} as const;
type Name = keyof typeof sizes;
const names = Object.keys(sizes) as readonly Name[];

const pages = [
  ['overview of a year', `/oversikt?ar=${lastYear}`],
  ['overview by goal', `/oversikt?ar=${lastYear}&indelning=mal`],
  ['overview over time', '/oversikt/over-tid'],
  ['quiet, of a year', `/oversikt/tysta?ar=${lastYear}`],
  ['late, of a year', `/oversikt/forseningar?ar=${lastYear}`],
  ['late, of all years', '/oversikt/forseningar'],
  ['late contributions', '/oversikt/bidrag'],
  ['focus areas', `/oversikt/fokusomraden?ar=${lastYear}`],
  ['next meetings', '/oversikt/nasta-sammantrade'],
  ['reports under work', `/oversikt/rapporter?ar=${lastYear}`],
  ['my work', '/mitt-arbete'],
  ['contributions', '/lagesbilder'],
  ['slippage', '/uppfoljning/forskjutningar'],
  ['situations of a year', `/uppfoljning/lagen?ar=${lastYear}`],
  ['report-backs', '/uppfoljning'],
] as const satisfies readonly (readonly [string, string])[];

const warmUp = 3;

/**
 * The pages that read assessments, contributions and reports of many bodies, asked for side by side in three registers, in turns which first. Wanted: ten
 * years cost at most 1.3 times what the year alone costs, and no page takes more than 300 ms.
 */
export async function run(rounds = 30): Promise<readonly BenchResult[]> {
  const benches = new Map<Name, RegisterBench>();
  try {
    for (const name of names) benches.set(name, await openFollowUpBench(sizes[name]));
    const results: BenchResult[] = [];
    for (const [page, path] of pages) {
      const took: Record<Name, number[]> = { hundred: [], oneYear: [], tenYears: [] };
      for (let round = 0; round < warmUp + rounds; round += 1)
        for (const name of [...names.slice(round % 3), ...names.slice(0, round % 3)]) {
          const started = performance.now();
          await benches.get(name)!.controller.read(path);
          if (round >= warmUp) took[name].push(performance.now() - started);
        }
      results.push(compared(page, took, rounds));
    }
    return results;
  } finally {
    for (const bench of benches.values()) await bench.close();
  }
}

function compared(page: string, took: Readonly<Record<Name, readonly number[]>>, rounds: number): BenchResult {
  const [p50, p99] = [0.5, 0.99].map((share) => (name: Name) => quantile(took[name], share));
  return {
    name: `${page}, p50`,
    value: p50!('tenYears'),
    unit: 'ms',
    against: 'one year of them',
    ratio: p50!('tenYears') / p50!('oneYear'),
    note: `p99 ${p99!('tenYears').toFixed(0)} ms, ${(p99!('tenYears') / p99!('oneYear')).toFixed(2)} ×; at a hundred assignments p50 ${p50!('hundred').toFixed(1)} ms, ${(p50!('tenYears') / p50!('hundred')).toFixed(1)} ×; ${rounds} of each`,
  };
}
