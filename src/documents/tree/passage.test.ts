import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { around, isWholly, join, type Passage, slice, sourceEnd, spanOf, trimmed } from './passage.ts';

const passage = (text: string, source: number): Passage => ({
  text,
  pieces: text ? [{ at: 0, source, length: text.length, line: 1 }] : [],
});

test('joined passages know where each part stood', () => {
  const whole = join([passage('ett', 10), passage('', 0), passage('två', 20)], ' ');
  assert.equal(whole.text, 'ett två');
  assert.deepEqual(spanOf(whole, 4), { start: 20, end: 23, line: 1 });
  assert.deepEqual(spanOf(whole), { start: 10, end: 23, line: 1 });
  assert.equal(spanOf(whole, 3, 4), undefined);
});

test('trimming keeps positions', () => {
  assert.deepEqual(spanOf(trimmed(passage('  ord ', 5))), { start: 7, end: 10, line: 1 });
  assert.equal(trimmed(passage('   ', 0)).text, '');
});

test('a passage is wholly bold when all its letters are', () => {
  const bold = { text: '** a', pieces: [{ at: 3, source: 3, length: 1, line: 1, bold: true }] };
  assert.ok(isWholly(bold, 'bold'));
  assert.ok(!isWholly(passage('a', 0), 'bold'));
  assert.ok(!isWholly(passage('…', 0), 'bold'));
});

test('the smallest span around several keeps the first line', () => {
  assert.deepEqual(
    around([
      { start: 9, end: 12, line: 3 },
      { start: 2, end: 4, line: 1 },
    ]),
    { start: 2, end: 12, line: 1 },
  );
});

test('any slice of any joined passage stands where its letters stand', () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(20), (parts, a, b) => {
      const source = parts.join('##');
      let at = 0;
      const whole = join(
        parts.map((part) => {
          const made = passage(part, at);
          at += part.length + 2;
          return made;
        }),
        ' ',
      );
      const cut = slice(whole, Math.min(a, b), Math.max(a, b));
      for (const piece of cut.pieces)
        assert.equal(
          cut.text.slice(piece.at, piece.at + piece.length),
          source.slice(piece.source, piece.source + piece.length),
        );
    }),
  );
});

test('a part of a repaired word stands where the whole word stands', () => {
  // "&r" in the source, "är" in the words; then " nu" as it is.
  const repaired: Passage = {
    text: 'är nu',
    pieces: [
      { at: 0, source: 5, length: 2, sourceLength: 3, line: 1 },
      { at: 2, source: 8, length: 3, line: 1 },
    ],
  };
  assert.deepEqual(spanOf(repaired, 1, 2), { start: 5, end: 8, line: 1 });
  assert.deepEqual(spanOf(repaired, 1, 4), { start: 5, end: 10, line: 1 });
  assert.deepEqual(spanOf(trimmed(slice(repaired, 0, 3))), { start: 5, end: 8, line: 1 });
  assert.deepEqual(spanOf(slice(slice(repaired, 1), 0, 1)), { start: 5, end: 8, line: 1 });
});

test('any slice of any passage with repaired words covers the runs of the words it touches, and no others', () => {
  const word = fc.record({
    words: fc.string({ minLength: 1, maxLength: 5 }),
    source: fc.integer({ min: 1, max: 7 }),
    repaired: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(30), fc.nat(30), (words, a, b) => {
      let source = 3;
      const parts = words.map((each) => {
        const length = each.repaired ? each.source : each.words.length;
        const pieces = [
          { at: 0, source, length: each.words.length, line: 1, ...(each.repaired && { sourceLength: length }) },
        ];
        source += length + 2;
        return { text: each.words, pieces };
      });
      const whole = join(parts, '-');
      const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), whole.text.length)];
      const cut = slice(whole, from, to);
      const span = spanOf(whole, from, to);
      assert.deepEqual(span, spanOf(cut));
      for (const piece of cut.pieces) {
        const full = whole.pieces.find((each) => each.source <= piece.source && sourceEnd(piece) <= sourceEnd(each));
        assert.ok(full, 'a piece of a slice lies within one piece of the whole');
        const start = Math.max(from, full.at) - full.at;
        if (full.sourceLength === undefined) assert.equal(piece.source, full.source + start);
        else assert.deepEqual([piece.source, sourceEnd(piece)], [full.source, sourceEnd(full)]);
        assert.ok(span && span.start <= piece.source && sourceEnd(piece) <= span.end);
      }
    }),
  );
});
