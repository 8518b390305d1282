import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closePdfPool } from '../../src/documents/out/index.ts';
import { genuinePapers, inventedPapers, measure } from '../annotations/annotations.ts';
import { f1, type Score, sum } from '../annotations/score.ts';
import type { PaperFormat } from '../support/paper-formats.ts';
import { noSeeds } from '../support/seeds.ts';

after(closePdfPool);

/** The least that the harmonic mean of precision and recall may be, over all kinds of records; a scan is measured among the long tests. */
const least: readonly (readonly [PaperFormat, number])[] = [
  ['text', 0.97],
  ['docx', 0.95],
  ['taggedPdf', 0.95],
  ['untaggedPdf', 0.9],
];

test('the genuine papers are read as a person annotated them', { skip: noSeeds }, async (t) => {
  for (const paper of genuinePapers())
    for (const [format, threshold] of least)
      await t.test(`${paper.name} as ${format}`, async (t) => {
        const reading = await measure(paper, format);
        t.diagnostic(
          `F1 ${f1(reading.total).toFixed(4)}, ${reading.total.sureAndWrong} wrong that were surer than 0.9`,
        );
        assert.ok(f1(reading.total) >= threshold, told(reading));
        if (format === 'text') assert.equal(reading.total.sureAndWrong, 0, told(reading));
      });
});

test('the invented papers, which are short, are together read nearly as well', async (t) => {
  for (const [format] of least)
    await t.test(`as ${format}`, async (t) => {
      const scores = await Promise.all(inventedPapers().map((paper) => measure(paper, format)));
      const total = sum(scores.map((score) => score.total));
      t.diagnostic(`F1 ${f1(total).toFixed(4)}, ${total.sureAndWrong} wrong that were surer than 0.9`);
      assert.ok(f1(total) >= (format === 'untaggedPdf' ? 0.9 : 0.95), scores.map(told).join('\n'));
    });
});

/** What differs, by line and field: enough to look it up, without the words of the paper. */
function told({ differences }: Score): string {
  return differences
    .map(({ type, expected, read, fields }) =>
      [
        type,
        expected ? `noted on line ${expected.line}` : 'not noted',
        read ? `read on line ${read.source.line} with ${read.confidence}` : 'not read',
        fields.join(', '),
      ].join('; '),
    )
    .join('\n');
}
