import type { DocumentTree } from '../src/documents/tree/index.ts';
import { authorize, operatorOf } from '../src/domain/access/index.ts';
import { getReport, linksBelow, listReportsById, reportDocument, startReport } from '../src/domain/reports/index.ts';
import type { Id } from '../src/kernel/id.ts';
import { fillRegister, lastYear } from '../test/support/bench-register.ts';
import { openTestDatabase } from '../test/support/database.ts';
import { pdfAgainstBare } from './report/pdf-against-bare.ts';
import { type BenchResult, median } from './result.ts';

export const title =
  'The report-backs of 40 bodies, 25 assignments each, in a year of 10 000 agenda items and after another';

/** How often all reports are read at once. */
const rounds = 9;

const size = { years: 2, bodies: 40, perYear: 1000, lastReported: false } as const;

/**
 * Drafts the report-back of each body from what the register knows, reads it as its page does and makes its document of it; then reads all 40 at
 * once, as the overview does, and makes their documents. Wanted: under a second of database and tree for all 40. Then the documents are set, ours (checked, accessible and archival) and as bare as the engine sets the
 * same tree, in turns. Wanted: at most 1.3 times.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const t = await openTestDatabase();
  const trees: DocumentTree[] = [];
  const ids: Id<'report'>[] = [];
  const together: number[] = [];
  const took = { drafted: [] as number[], read: [] as number[], tree: [] as number[] };
  try {
    const { db, tenantId } = t;
    const { bodyIds } = await fillRegister(t, size);
    const operator = operatorOf(tenantId);
    const linkTo = linksBelow('https://kansli.example');
    for (const bodyId of bodyIds) {
      const begun = performance.now();
      const id = await db.transact(authorize(operator, 'report.edit'), { verb: 'startReport' }, (w) =>
        startReport(w, { bodyId, year: lastYear }),
      );
      const drafted = performance.now();
      const report = await db.read(authorize(operator, 'record.read'), (r) => getReport(r, id));
      const read = performance.now();
      trees.push(reportDocument(report, { linkTo }));
      took.drafted.push(drafted - begun);
      took.read.push(read - drafted);
      took.tree.push(performance.now() - read);
      if (report.entries.length !== size.perYear / size.bodies)
        throw new Error(`The report has ${report.entries.length} answers where 25 were wanted.`);
      ids.push(id);
    }
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      const all = await db.read(authorize(operator, 'record.read'), (r) => listReportsById(r, ids));
      for (const report of all) reportDocument(report, { linkTo });
      together.push(performance.now() - begun);
    }
  } finally {
    await t.close();
  }
  const parts = Object.entries(took).map(([name, times]) => `${name} ${median(times).toFixed(1)}`);
  return [
    {
      name: `database and tree, all ${size.bodies}`,
      value: sum(Object.values(took).flat()),
      unit: 'ms',
      note: `a body, p50 in ms: ${parts.join(', ')}`,
    },
    {
      name: 'all 40 read at once, and their trees, p50',
      value: median(together),
      unit: 'ms',
      note: `${rounds} rounds`,
    },
    { name: 'one by one: reading and tree', value: sum([...took.read, ...took.tree]), unit: 'ms' },
    await pdfAgainstBare(trees),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
