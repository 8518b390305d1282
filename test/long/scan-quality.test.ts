import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closePdfPool } from '../../src/documents/out/index.ts';
import { genuinePapers, measure } from '../annotations/annotations.ts';
import { f1, sum } from '../annotations/score.ts';
import { isInstalled } from '../support/paper-formats.ts';
import { noSeeds } from '../support/seeds.ts';

after(closePdfPool);

const skip =
  noSeeds ||
  (isInstalled('pdftoppm') ? false : 'pdftoppm (poppler-utils) makes the pictures of the pages; it is not installed.');

test('the genuine papers, scanned at 200 dots per inch, are read nearly as well', { skip }, async (t) => {
  const totals = [];
  for (const paper of genuinePapers()) {
    const { total } = await measure(paper, 'scan');
    totals.push(total);
    t.diagnostic(`${paper.name}: F1 ${f1(total).toFixed(4)}, ${total.sureAndWrong} wrong that were surer than 0.9`);
  }
  const all = sum(totals);
  t.diagnostic(`all four: F1 ${f1(all).toFixed(4)}`);
  assert.ok(f1(all) >= 0.85, JSON.stringify(all));
  assert.equal(all.sureAndWrong, 0);
});
