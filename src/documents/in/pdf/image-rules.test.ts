import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeOutLines } from './image-rules.ts';

test('a thin line is found and taken out, a stroke that crosses it and a thick bar stay', () => {
  const [width, height] = [200, 60];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const ink = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = y0; y < y1; y++) data.fill(0, (y * width + x0) * 4, (y * width + x1) * 4);
  };
  const isInk = (x: number, y: number) => data[(y * width + x) * 4] === 0;
  ink(20, 20, 180, 22);
  ink(100, 10, 104, 32);
  ink(20, 40, 180, 52);
  const lines = takeOutLines({ data, width, height }, 3);
  assert.deepEqual(lines, [{ x0: 20, x1: 179, y0: 20, y1: 21 }]);
  assert.equal(isInk(50, 20), false);
  assert.equal(isInk(102, 21), true);
  assert.equal(isInk(50, 45), true);
});

/** An "e" and an "o" of 15 by 18 pixels, with a strike through them at the height of the bar of the "e". */
test('the bar of an "e" stays when a strike runs over it, and an "o" gets none', () => {
  const [width, height] = [200, 40];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const ink = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = y0; y < y1; y++) data.fill(0, (y * width + x0) * 4, (y * width + x1) * 4);
  };
  const isInk = (x: number, y: number) => data[(y * width + x) * 4] === 0;
  for (const [x, right] of [
    [40, 20],
    [80, 28],
  ] as const) {
    ink(x, 10, x + 15, 13);
    ink(x, 25, x + 15, 28);
    ink(x, 10, x + 3, 28);
    ink(x + 12, 10, x + 15, right);
  }
  ink(20, 18, 120, 20);
  takeOutLines({ data, width, height }, 3);
  assert.equal(isInk(47, 18), true);
  assert.equal(isInk(87, 18), false);
  assert.equal(isInk(60, 18), false);
  assert.equal(isInk(41, 19) && isInk(93, 19), true);
});
