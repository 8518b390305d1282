import { writeDocx } from '../src/documents/out/index.ts';
import { shippedForms } from '../src/domain/forms/index.ts';
import { nationalReportData, nationalReportDocument } from '../src/domain/returns/index.ts';
import { everyKindAnswered, returnOf } from '../test/support/printed-return.ts';
import { pdfAgainstBare } from './report/pdf-against-bare.ts';
import { type BenchResult, median } from './result.ts';

export const title = 'The national return with its 38 questions and all sub-questions answered, from answers to files';

const rounds = 15;

/**
 * Makes the document and the data of a whole return, and sets it: ours (checked, accessible and archival) and as bare as the engine sets the same
 * tree, in turns. Wanted: at most 1.3 times.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const { structure } = shippedForms.find(({ year }) => year === 2024)!;
  const report = returnOf(structure, everyKindAnswered(structure));
  const timed = (work: () => unknown) =>
    median(
      Array.from({ length: rounds }, () => {
        const started = performance.now();
        work();
        return performance.now() - started;
      }),
    );
  const tree = nationalReportDocument(report);
  const questions = nationalReportData(report).questions.length;
  return [
    {
      name: 'the document tree, p50',
      value: timed(() => nationalReportDocument(report)),
      unit: 'ms',
      note: `${questions} questions asked, ${tree.blocks.length} blocks`,
    },
    { name: 'the data, p50', value: timed(() => nationalReportData(report)), unit: 'ms' },
    { name: 'as Word, p50', value: timed(() => writeDocx(tree)), unit: 'ms' },
    await pdfAgainstBare(Array.from({ length: rounds }, () => tree)),
  ];
}
