/** Prints the annotations of a paper beside its lines, so that a person can check them: `node test/annotations/show.ts 003`. */
import { readText } from '../../src/documents/in/read-text.ts';
import { readRecords } from '../../src/domain/intake/read-records.ts';
import { noSeeds, seedBytes } from '../support/seeds.ts';
import { annotationsOf } from './annotations.ts';
import { type ReadRecord, score } from './score.ts';
import { type Expected, isEnds, isSealed, matches } from './seal.ts';

const [paper] = process.argv.slice(2);
if (!paper || noSeeds) {
  console.error(noSeeds || 'Usage: node test/annotations/show.ts 000|001|003|004');
  process.exit(2);
}

const { records } = annotationsOf(paper);
const source = readText(seedBytes(paper));
const read = readRecords(source, paper).records as unknown as readonly ReadRecord[];
const differing = new Map(
  score(records, read).differences.flatMap((one) => (one.expected ? [[one.expected, one]] : [])),
);
const lines = source.text.split('\n');

for (const record of records) {
  const difference = differing.get(record);
  const same = read.find(
    (one) =>
      one.type === record.type && Object.entries(record.fields).every(([field, value]) => matches(value, one[field])),
  );
  console.log(`\n${record.line}: ${lines[record.line - 1]?.slice(0, 160) ?? ''}`);
  console.log(`  ${record.type}${difference ? '   ← not read so' : ''}`);
  const shown = difference?.read ?? same;
  for (const [field, value] of Object.entries(record.fields))
    console.log(`    ${field}: ${tell(value, shown?.[field])}`);
}

/** A sealed value is shown by what was read when that is the same text; otherwise its seal is all that can be told. */
function tell(expected: Expected, read: unknown): string {
  if (matches(expected, read) && read !== undefined) return JSON.stringify(read);
  if (expected === null) return '(nothing)';
  if (isSealed(expected)) return `sealed ${expected.sha}; read: ${JSON.stringify(read)}`;
  if (isEnds(expected)) return `sealed ${expected.first.sha} … ${expected.last.sha}; read: ${JSON.stringify(read)}`;
  return `${JSON.stringify(expected)}; read: ${JSON.stringify(read)}`;
}
