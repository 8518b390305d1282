import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSeeds, seedBytes } from '../../../test/support/seeds.ts';
import { shortTitle } from './short-title.ts';
import { verbClassOf } from './verb-class.ts';

/** Number and verb class of the reported assignments of 2023 (seed 000). */
const expected: Readonly<Record<number, string>> = {
  1: 'consider',
  2: 'consider',
  3: 'follow',
  4: 'follow',
  5: 'follow',
  6: 'contribute',
  7: 'follow',
  8: 'carryOut',
  9: 'continue',
  10: 'develop',
  11: 'investigate',
  12: 'follow',
  15: 'workFor',
  16: 'continue',
  17: 'implement',
  18: 'review',
  19: 'review',
  21: 'workFor',
};

test('the assignments of a genuine report have the verbs and get the titles that a secretary would give', {
  skip: noSeeds,
}, () => {
  const text = new TextDecoder().decode(seedBytes('000'));
  const found = [...text.matchAll(/^\*\*Nr (\d+)[.:](?:\*\*)?\s+(.+?)(?:\*\*)?$/gmu)].map(
    (match) => [Number(match[1]), match[2]!] as const,
  );
  assert.equal(found.length, 18);
  for (const [number, words] of found) {
    assert.equal(verbClassOf(words), expected[number], `Nr ${number}`);
    const title = shortTitle(words);
    assert.match(title, /^\p{Lu}/u);
    assert.doesNotMatch(title, /^Att\b|[*.]$|\s(?:och|för|av|med) …$/u);
  }
});
