import { openBenchSite, pressed } from '../test/support/bench-site.ts';
import type { BenchResult } from './result.ts';

export const title = 'The list of assignments, over HTTP on loopback';

const sizes = [1_000, 100_000] as const;
const views = [
  ['first page', '/uppdrag'],
  ['one year', '/uppdrag?ar=2005'],
  ['last page that is counted', '/uppdrag?sida=40'],
  ['words that occur', '/uppdrag?sok=v%C3%A5rdkontakt'],
] as const;

/**
 * The list at a thousand and at a hundred thousand assignments on a listening server, signed in as a person is. What matters is the ratio: a
 * register that grows a hundredfold must not make its first page slower.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const site = await openBenchSite();
  const results: BenchResult[] = [];
  const firstP50 = new Map<string, number>();
  try {
    for (const size of sizes) {
      await site.fill(size);
      for (const [name, path] of views) {
        const { perSecond, p50, p99 } = await pressed(site, path);
        const small = firstP50.get(name);
        firstP50.set(name, small ?? p50);
        results.push({
          name: `${name}, ${size.toLocaleString('en').replace(',', ' ')} assignments, p50`,
          value: p50,
          unit: 'ms',
          note: `p99 ${p99.toFixed(1)} ms (${(p99 / p50).toFixed(1)} × p50), ${perSecond.toFixed(0)} requests/s`,
          ...(small !== undefined && { against: 'the same page at 1 000', ratio: p50 / small }),
        });
      }
    }
    return results;
  } finally {
    await site.close();
  }
}
