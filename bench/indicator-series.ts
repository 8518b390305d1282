import { authorize, operatorOf } from '../src/domain/access/index.ts';
import { defineIndicator, keepValues, type NewValue } from '../src/domain/indicators/index.ts';
import type { Id } from '../src/kernel/id.ts';
import { benchApp } from '../test/support/bench-site.ts';
import { openTestDatabase } from '../test/support/database.ts';
import { type BenchResult, quantile } from './result.ts';

export const title = 'The page of an indicator with a hundred thousand values';

/** Places, ages and months: so many values of one indicator, of which a page shows one course. */
const large = { places: 290, ages: 10, months: 35 } as const;
const small = { places: 1, ages: 1, months: 35 } as const;
const rounds = 40;
const warmUp = 5;

/**
 * The page of a series of one place and age, asked for in turns with the same page of an indicator that has nothing else and with the bare rows of the
 * same course. Wanted: the large one at most 1.3 times the small one by the size of what lies beside it.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const t = await openTestDatabase();
  try {
    const { db, tenantId } = t;
    const edit = authorize(operatorOf(tenantId), 'indicator.edit');
    const fill = (name: string, size: { readonly [Side in keyof typeof large]: number }): Promise<Id<'indicator'>> =>
      db.transact(edit, { verb: 'fillBench' }, async (w) => {
        const id = await defineIndicator(w, { name, unit: 'antal', direction: 'neutral' });
        await keepValues(w, { values: valuesOf(id, size), origin: 'imported' });
        return id;
      });
    const begun = performance.now();
    const ids = { large: await fill('besök', large), small: await fill('samtal', small) };
    const laidIn = (performance.now() - begun) / 1_000;
    const actor = { ...operatorOf(tenantId), accountId: t.runtime.newId() };
    const app = benchApp(t, { find: async () => ({ actor, csrfToken: 'bench' }), end: async () => {} });
    const page = async (id: string) => {
      const answer = await app.request(
        `http://localhost/indikatorer/${id}?plats=${encodeURIComponent('Ort 1')}&alder=${encodeURIComponent('Ålder 1')}`,
        { headers: { cookie: '__Host-kansli=bench' } },
      );
      const text = await answer.text();
      if (answer.status !== 200 || !text.includes('id="varde-')) throw new Error(`No page of values: ${answer.status}`);
    };
    const bare = async () => {
      const rows = await db.system('bench', (q) =>
        q
          .selectFrom('indicator_value')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('indicator_id', '=', ids.large)
          .where('place', '=', 'Ort 1')
          .where('age_group', '=', 'Ålder 1')
          .execute(),
      );
      if (rows.length !== large.months) throw new Error(`${rows.length} rows instead of ${large.months}.`);
    };
    const works = { large: () => page(ids.large), small: () => page(ids.small), bare };
    const took: Record<keyof typeof works, number[]> = { large: [], small: [], bare: [] };
    for (let round = 0; round < warmUp + rounds; round += 1)
      for (const name of ['large', 'small', 'bare'] as const) {
        const started = performance.now();
        await works[name]();
        if (round >= warmUp) took[name].push(performance.now() - started);
      }
    const at = (name: keyof typeof works) => quantile(took[name], 0.5);
    const note = `p99 ${quantile(took.large, 0.99).toFixed(0)} ms; ${rounds} of each; laid in within ${laidIn.toFixed(0)} s`;
    const value = at('large');
    const count = large.places * large.ages * large.months;
    return [
      {
        name: `series page at ${count} values`,
        value,
        unit: 'ms',
        against: `at ${small.months}`,
        ratio: value / at('small'),
        note,
      },
      { name: 'the same page', value, unit: 'ms', against: 'its bare rows by SQL', ratio: value / at('bare') },
    ];
  } finally {
    await t.close();
  }
}

/** Values by place, age and month, each made from where it stands. */
function valuesOf(indicatorId: string, { places, ages, months }: { readonly [Side in keyof typeof large]: number }) {
  const values: NewValue[] = [];
  for (let place = 1; place <= places; place += 1)
    for (let age = 1; age <= ages; age += 1)
      for (let month = 0; month < months; month += 1)
        values.push({
          ...{ indicatorId, place: `Ort ${place}`, ageGroup: `Ålder ${age}`, value: place * 10 + month },
          asOf: `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
        });
  return values;
}
