import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordChanges } from './word-changes.ts';

test('what was taken out and put in stands between what stayed', () => {
  assert.deepEqual(
    wordChanges('Uppdraget har startat och går enligt plan.', 'Uppdraget har startat men är försenat.'),
    [
      { kind: 'same', text: 'Uppdraget har startat' },
      { kind: 'removed', text: 'och går enligt plan.' },
      { kind: 'added', text: 'men är försenat.' },
    ],
  );
});

test('white space is no difference, and the same text has none', () => {
  assert.deepEqual(wordChanges('Ett  svar\nhär', 'Ett svar här'), [{ kind: 'same', text: 'Ett svar här' }]);
  assert.deepEqual(wordChanges('', ''), []);
});

const anyText = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 30 }).map((words) => words.join(' '));
test('property: without what was put in it is the text before, without what was taken out the text after', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (kind: string) =>
        changes
          .filter((one) => one.kind !== kind)
          .map((one) => one.text)
          .join(' ');
      assert.equal(without('added'), before);
      assert.equal(without('removed'), after);
      for (const [index, one] of changes.entries()) assert.notEqual(one.kind, changes[index + 1]?.kind);
    }),
  );
});
