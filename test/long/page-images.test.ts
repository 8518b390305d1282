import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { wrapped } from '../../scripts/damage-lines.ts';
import { openOcr } from '../../src/documents/in/ocr/recognise-page.ts';
import { pageImage } from '../support/page-image.ts';

const ocr = await openOcr();
after(() => ocr.close());

const papers = [
  'src/demo/papers/aterrapportering-2023.txt',
  'src/demo/papers/kallelse-2026-12-03.txt',
  'test/fixtures/damaged/truth.txt',
];

for (const paper of papers)
  test(`a scan of ${paper} gives its words back`, async (t) => {
    const lines = wrapped(readFileSync(new URL(`../../${paper}`, import.meta.url), 'utf8').replaceAll('\t', ' '), 90);
    const started = performance.now();
    const found: string[] = [];
    let pages = 0;
    for (let from = 0; from < lines.length; from += 46, pages++) {
      const page = await ocr.recognise(pageImage(lines.slice(from, from + 46), 'jpeg'));
      found.push(...page.lines.flatMap((line) => line.words.map((word) => word.text)));
    }
    const share = recall(wordsOf(lines.join(' ')), wordsOf(found.join(' ')));
    const perPage = (performance.now() - started) / pages / 1000;
    t.diagnostic(`recall ${share.toFixed(4)}, ${pages} pages, ${perPage.toFixed(1)} s a page`);
    assert.ok(share >= 0.98);
  });

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The share of the words that were found, each as often as it stands there. */
function recall(meant: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  const hits = meant.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return hits.length / meant.length;
}
