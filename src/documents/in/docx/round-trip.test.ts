import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noSeeds, seedBytes } from '../../../../test/support/seeds.ts';
import { treeOfSource } from '../../../../test/support/source-to-tree.ts';
import { writeDocx } from '../../out/write-docx.ts';
import type { Block, DocumentTree, Inline } from '../../tree/index.ts';
import { linesOf } from '../../tree/recognise.ts';
import type { SourceDocument } from '../../tree/source.ts';
import { readText } from '../read-text.ts';
import { readDocx } from './read-docx.ts';

/** Every word of a document in order, with the numbers of its lists. */
function wordsOf({ blocks }: SourceDocument): readonly string[] {
  const lines = linesOf(blocks).map(
    ({ marker, words }) => `${marker?.kind === 'number' ? `${marker.number} ` : ''}${words.text}`,
  );
  return lines.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

const word = fc.stringMatching(/^[a-zåäöA-ZÅÄÖ]{1,9}$/);
const inline: fc.Arbitrary<Inline> = fc.record({
  kind: fc.constant('text' as const),
  text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => ` ${words.join(' ')} `),
  bold: fc.boolean(),
  italic: fc.boolean(),
  struck: fc.boolean(),
});
const content = fc.array(inline, { minLength: 1, maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  content.map((words): Block => ({ kind: 'heading', level: 1, content: words })),
  content.map((words): Block => ({ kind: 'paragraph', content: words })),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.integer({ min: 1, max: 900 }),
    items: fc.array(fc.record({ content }), { minLength: 1, maxLength: 4 }),
  }),
  fc.integer({ min: 1, max: 4 }).chain((columns) => {
    const row = fc.array(content, { minLength: columns, maxLength: columns });
    return fc.record({ kind: fc.constant('table' as const), header: row, rows: fc.array(row, { maxLength: 3 }) });
  }),
);

test('what our own writer wrote is read back, word for word in order, with its numbers', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      const tree: DocumentTree = { title: 'Titel', author: '', language: 'sv', blocks };
      const expected = blocks.flatMap(expectedWords);
      assert.deepEqual(wordsOf(readDocx(writeDocx(tree))), ['Titel', ...expected]);
    }),
    { numRuns: 60 },
  );
});

function expectedWords(each: Block): readonly string[] {
  const plain = (inlines: readonly Inline[]) =>
    inlines.flatMap((part) => (part.kind === 'text' ? (part.text.match(/[\p{L}]+/gu) ?? []) : []));
  switch (each.kind) {
    case 'heading':
    case 'paragraph':
      return plain(each.content);
    case 'list':
      return each.items.flatMap((item, index) => [
        ...(each.ordered ? [String((each.start ?? 1) + index)] : []),
        ...plain(item.content),
      ]);
    case 'table':
      return [...each.header, ...each.rows.flat()].flatMap(plain);
    default:
      return [];
  }
}

for (const paper of ['000', '001', '003', '004'])
  test(`paper ${paper} as a Word document has the words of the text, in order`, { skip: noSeeds }, () => {
    const text = readText(seedBytes(paper));
    assert.deepEqual(wordsOf(readDocx(writeDocx(treeOfSource(text)))), wordsOf(text));
  });
