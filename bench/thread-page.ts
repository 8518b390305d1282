import { openBenchSite, pressed } from '../test/support/bench-site.ts';
import type { BenchResult } from './result.ts';

export const title = 'The thread of an assignment with 200 links to evidence, over HTTP on loopback';

/**
 * The page of an assignment that 200 agenda items dealt with, each read from its own passage of a document, and that of an assignment without
 * any, against a form of the same app: what any page with a few small lists costs here.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const site = await openBenchSite();
  try {
    const [rich, bare] = await site.fillThread(200);
    const floor = await pressed(site, '/uppdrag/ny');
    const plain = await pressed(site, `/uppdrag/${bare}`);
    const page = await pressed(site, `/uppdrag/${rich}`);
    const note = (one: { p99: number; perSecond: number }) =>
      `p99 ${one.p99.toFixed(1)} ms, ${one.perSecond.toFixed(0)} requests/s`;
    return [
      { name: 'a form of the same app (floor), p50', value: floor.p50, unit: 'ms', note: note(floor) },
      {
        name: 'assignment without evidence, p50',
        value: plain.p50,
        unit: 'ms',
        against: 'the form',
        ratio: plain.p50 / floor.p50,
        note: note(plain),
      },
      {
        name: 'assignment with 200 links, p50',
        value: page.p50,
        unit: 'ms',
        against: 'the form',
        ratio: page.p50 / floor.p50,
        note: note(page),
      },
    ];
  } finally {
    await site.close();
  }
}
