import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../src/documents/in/read-text.ts';
import { wrapHtml } from '../../src/documents/out/index.ts';
import { inventedPapers, recordsIn } from '../annotations/annotations.ts';
import { f1, score } from '../annotations/score.ts';
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts';
import { treeOfSource } from '../support/source-to-tree.ts';

/** What a paper comes to at least when somebody saved it from a web page. */
const leastF1 = 0.9;

test('a paper that was printed to PDF by a browser gives its records, with tags and without', {
  skip: noBrowser,
}, async () => {
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser);
    for (const paper of inventedPapers()) {
      await page.setContent(wrapHtml(treeOfSource(readText(paper.bytes))));
      for (const tagged of [true, false]) {
        const { total, types, differences } = score(
          paper.records,
          await recordsIn(await page.pdf({ format: 'A4', tagged })),
        );
        const name = `${paper.name}, ${tagged ? 'tagged' : 'untagged'}`;
        assert.ok(f1(total) >= leastF1, `${name}: ${differences.map(({ type }) => type).join(', ')}`);
        // Who is struck was absent; a browser draws the line through letters that it shows one by one.
        assert.equal(types.get('attendance')?.missing ?? 0, 0, name);
      }
    }
  } finally {
    await browser.close();
  }
});
