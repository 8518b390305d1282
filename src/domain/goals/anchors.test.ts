import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchorFor, anchorsOf } from './anchors.ts';
import { statementChanges } from './goal.ts';

const word = fc.constantFrom('vården', 'nära', 'jag', 'på', 'rätt', 'plats', 'trygghet', 'åter');
const sentence = fc
  .array(word, { minLength: 2, maxLength: 7 })
  .map((words) => `${words.join(' ').charAt(0).toLocaleUpperCase('sv')}${words.join(' ').slice(1)}.`);

test('an anchor depends on its statement alone, so other statements may come, go and move', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(sentence, { minLength: 1, maxLength: 8 }),
      fc.array(sentence),
      fc.nat(),
      (ours, others, seed) => {
        const alone = new Map(ours.map((one, i) => [one, anchorsOf(ours)[i]!]));
        const strangers = others.filter((one) => !alone.has(one));
        const mixed = [...ours, ...strangers].sort(
          (a, b) => ((a.length * 31 + seed) % 7) - ((b.length * 31 + seed) % 7),
        );
        const anchors = anchorsOf(mixed);
        for (const [i, one] of mixed.entries()) if (alone.has(one)) assert.equal(anchors[i], alone.get(one));
        assert.equal(new Set(anchors).size, anchors.length);
      },
    ),
  );
});

test('an anchor can be read, stands in an address, and is not that of other words', () => {
  assert.match(anchorFor('Jag får vård på rätt plats, nära i tiden.'), /^jag-far-vard-pa-ratt-[0-9a-f]{8}$/);
  assert.notEqual(anchorFor('Vården är nära.'), anchorFor('Vården är nära!'));
  assert.equal(anchorFor('Vården  är\nnära.'), anchorFor('Vården är nära.'));
});

test('a reworded goal keeps the statements whose words stay', () => {
  const before = anchorsOf(['Ett är först.', 'Två är andra.']).map((anchor, i) => ({ id: `id${i}`, anchor }));
  const { kept, added, removed } = statementChanges(before, 'Noll är nytt. Två är andra.');
  assert.deepEqual(kept, [{ id: 'id1', position: 2 }]);
  assert.deepEqual(
    added.map((one) => [one.statement, one.position]),
    [['Noll är nytt.', 1]],
  );
  assert.deepEqual(removed, ['id0']);
});
