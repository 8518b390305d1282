import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spanOf } from '../tree/passage.ts';
import { type Run, sourceBuilder } from './source-builder.ts';

const words = fc.stringMatching(/^[a-zåäö]{1,8}( [a-zåäö]{1,8}){0,3}$/);

test('every word stands in the text where its piece says', () => {
  const block = fc.record({ kind: fc.constantFrom('heading', 'paragraph', 'table'), words: fc.array(words) });
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      const builder = sourceBuilder();
      for (const { kind, words } of blocks) {
        const runs = words.map((text): readonly Run[] => [{ text, bold: true }]);
        if (kind === 'table') builder.table([runs]);
        else if (kind === 'heading') builder.heading(2, ...runs);
        else builder.paragraph(...runs);
      }
      const built = builder.build();
      for (const line of built.blocks.flatMap((one) => one.lines)) {
        for (const piece of line.words.pieces)
          assert.equal(
            built.text.slice(piece.source, piece.source + piece.length),
            line.words.text.slice(piece.at, piece.at + piece.length),
          );
        const lineBreaks = built.text.slice(0, line.span.start).split('\n').length;
        assert.equal(line.span.line, lineBreaks);
      }
      const kept = built.blocks.flatMap((one) => one.lines).map((line) => line.span);
      const known = [...kept, ...built.furniture].reduce((sum, { start, end }) => sum + end - start, 0);
      assert.ok(known >= built.text.replace(/\s/g, '').length, 'a character is in no line and no furniture');
    }),
  );
});

test('a cell keeps its paragraphs, and its words know their place on the page', () => {
  const builder = sourceBuilder();
  const place = { page: 2, box: { x: 10, y: 20, width: 30, height: 12 } };
  builder.paragraph([{ text: 'Först' }]);
  builder.pageBreak();
  builder.table([[[{ text: 'ett\ntvå', place }], [{ text: 'tre', struck: true }]]]);
  const { text, blocks, places } = builder.build();
  assert.equal(text, 'Först\n\n\fett\u2028två\ttre');
  const [one, two] = blocks[1]!.lines[0]!.cells!;
  assert.equal(one!.text, 'ett\ntvå');
  assert.equal(two!.pieces[0]!.struck, true);
  assert.deepEqual(spanOf(two!), { start: 16, end: 19, line: 3 });
  assert.deepEqual(places, [{ start: 8, end: 15, ...place }]);
});

test('what the format calls a header is furniture and no block', () => {
  const builder = sourceBuilder();
  builder.furniture('runningHead', [{ text: 'Regionen' }]);
  builder.list([{ runs: [{ text: 'punkt' }], printed: '•', marker: { kind: 'bullet' } }]);
  const { text, blocks, furniture } = builder.build();
  assert.equal(text, 'Regionen\n\n• punkt');
  assert.deepEqual(furniture, [{ start: 0, end: 8, reason: 'runningHead' }]);
  assert.equal(blocks.length, 1);
  assert.equal(blocks[0]!.lines[0]!.words.text, 'punkt');
});
