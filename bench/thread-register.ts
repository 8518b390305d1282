import { lastYear, type RegisterSize } from '../test/support/bench-register.ts';
import { openRegisterBench, type RegisterBench } from '../test/support/bench-register-site.ts';
import { type BenchResult, quantile } from './result.ts';

export const title = 'The thread of an assignment, in a register of ten thousand records and of a million';

/** Two registers of the same size: how far they come apart is what the machine alone does to a ratio. */
const small = { years: 5, bodies: 8, perYear: 80, lastReported: true } as const;
const million = { years: 25, bodies: 40, perYear: 1480, lastReported: true } as const;
const names = ['small', 'twin', 'large'] as const;
type Name = (typeof names)[number];
const warmUp = 40;

/**
 * The page of an assignment with all that belongs to its line of five years, asked for side by side in registers that differ in nothing but their
 * size, in turns which first, so that what else the machine does falls on all. Each request is for another assignment, so that the large register
 * has to fetch what it shows. Wanted: a page of the large one takes at most 1.3 times the p99 of the small one.
 */
export async function run(rounds = 400, large: RegisterSize = million): Promise<readonly BenchResult[]> {
  const benches = new Map<Name, RegisterBench>();
  const laidIn = new Map<Name, number>();
  try {
    for (const name of names) {
      const started = performance.now();
      benches.set(name, await openRegisterBench(name === 'large' ? large : small));
      laidIn.set(name, (performance.now() - started) / 1000);
    }
    const took: Record<Name, number[]> = { small: [], twin: [], large: [] };
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const steps = new Set<number>();
      for (const name of [...names.slice(round % 3), ...names.slice(0, round % 3)]) {
        const { time, items } = await visit(benches.get(name)!, placeOf(name === 'large' ? large : small, round));
        steps.add(items);
        if (round >= warmUp) took[name].push(time);
      }
      if (steps.size > 1) throw new Error(`The pages are not alike: they list ${[...steps].join(', ')} things.`);
    }
    const records = (name: Name) => benches.get(name)!.records.toLocaleString('en').replaceAll(',', ' ');
    return [0.99, 0.5].map((share): BenchResult => {
      const at = (name: Name) => quantile(took[name], share);
      return {
        name: `thread page at ${records('large')} records, p${share * 100}`,
        value: at('large'),
        unit: 'ms',
        against: `at ${records('small')}`,
        ratio: at('large') / at('small'),
        note: `the small one against its twin: ${(at('twin') / at('small')).toFixed(2)} ×; ${rounds} of each; laid in within ${laidIn.get('large')!.toFixed(0)} s`,
      };
    });
  } finally {
    for (const bench of benches.values()) await bench.close();
  }
}

/** The same sort of assignment in each register: in the large one spread over all that it has. */
function placeOf({ perYear }: RegisterSize, round: number): number {
  return ((round * 7) % small.perYear) + small.perYear * ((round * 5) % Math.floor(perYear / small.perYear));
}

async function visit(bench: RegisterBench, place: number): Promise<{ readonly time: number; readonly items: number }> {
  const id = await bench.assignmentAt(lastYear, place);
  const started = performance.now();
  const page = await bench.controller.read(`/uppdrag/${id}`);
  return { time: performance.now() - started, items: page.split('<li').length };
}
