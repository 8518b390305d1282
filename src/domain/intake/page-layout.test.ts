import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLayout, type PageLayout, packLayout, passageOnPages, repairsIn, unpackLayout } from './page-layout.ts';

const box = (y: number) => ({ x: 70, y, width: 400, height: 12 });
const layout: PageLayout = {
  pages: [
    { number: 1, width: 595, height: 842 },
    { number: 2, width: 595, height: 842 },
  ],
  places: [
    { start: 0, end: 40, page: 1, box: box(700) },
    { start: 41, end: 80, page: 1, box: box(715) },
    { start: 81, end: 120, page: 2, box: box(60) },
  ],
  repairs: [{ start: 45, end: 51, original: 'upp∂ra', repaired: 'uppdra', confidence: 0.9 }],
};

test('a passage that goes over to the next page is marked on both', () => {
  const found = passageOnPages(layout, { start: 50, end: 100 });
  assert.deepEqual(
    found.map(({ page, boxes }) => [page.number, boxes.map(({ y }) => y)]),
    [
      [1, [715]],
      [2, [60]],
    ],
  );
  assert.deepEqual(passageOnPages(layout, { start: 40, end: 41 }), [], 'the break between two runs stands nowhere');
});

test('what is packed is unpacked as it was, and the repairs of a stretch are found', () => {
  assert.deepEqual(unpackLayout(packLayout(layout)), layout);
  assert.equal(repairsIn(layout, { start: 41, end: 80 })[0]?.original, 'upp∂ra');
  assert.deepEqual(repairsIn(layout, { start: 0, end: 45 }), []);
  assert.equal(hasLayout({ pages: [], places: [], repairs: [] }), false);
});
