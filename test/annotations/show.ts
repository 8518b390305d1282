/** Prints the annotations of a paper beside its lines, so that a person can check them: `node test/annotations/show.ts 003`. */
import { genuinePapers, inventedPapers, recordsIn } from './annotations.ts';
import { score } from './score.ts';
import { type Expected, isEnds, isSealed, matches } from './seal.ts';

const papers = [...genuinePapers(), ...inventedPapers()];
const paper = papers.find(({ name }) => name === process.argv[2]);
if (!paper) {
  console.error(`Usage: node test/annotations/show.ts ${papers.map(({ name }) => name).join('|')}`);
  process.exit(2);
}

const { records } = paper;
const read = await recordsIn(paper.bytes);
const differing = new Map(
  score(records, read).differences.flatMap((one) => (one.expected ? [[one.expected, one]] : [])),
);
const lines = new TextDecoder().decode(paper.bytes).split('\n');

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
