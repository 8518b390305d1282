import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coverageOf } from './coverage.ts';

test('records win over furniture, the rest is text by paragraph, and blanks are blank', () => {
  const text = 'post\n\nsida 1\n\nett stycke\npå två rader\n\nett till\n';
  const { unplaced, furniture } = coverageOf(
    text,
    [{ start: 0, end: 8 }],
    [{ start: 6, end: 12, reason: 'pageNumber' }],
  );
  assert.deepEqual(
    unplaced.map((piece) => piece.text),
    ['ett stycke\npå två rader', 'ett till'],
  );
  assert.deepEqual(
    furniture.map(({ start, end, reason }) => [start, end, reason]),
    [
      [8, 12, 'pageNumber'],
      [12, 14, 'blank'],
      [37, 39, 'blank'],
      [47, 48, 'blank'],
    ],
  );
});

test('whatever is placed, every character is accounted for once', () => {
  const stretch = (length: number) =>
    fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const word = fc.constantFrom('a', 'ord', ' ', '\n', '\n\n', '\r\n', '\t', 'å.');
  const inputs = fc
    .array(word, { maxLength: 40 })
    .map((parts) => parts.join(''))
    .chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.array(stretch(text.length), { maxLength: 6 }),
        fc.array(stretch(text.length), { maxLength: 6 }),
      ),
    );
  fc.assert(
    fc.property(inputs, ([text, placed, pieces]) => {
      const found = coverageOf(
        text,
        placed,
        pieces.map((piece) => ({ ...piece, reason: 'divider' as const })),
      );
      const counts = new Array<number>(text.length).fill(0);
      for (const { start, end } of placed) counts.fill(1, start, end);
      // Two pieces of furniture may lie over each other; nothing else may.
      for (const { start, end, ...rest } of [...found.unplaced, ...found.furniture])
        for (let at = start; at < end; at++) counts[at] = 'text' in rest ? counts[at]! + 1 : Math.max(1, counts[at]!);
      assert.ok(
        counts.every((count) => count === 1),
        JSON.stringify({ text, placed, pieces, found }),
      );
    }),
    { numRuns: 500 },
  );
});
