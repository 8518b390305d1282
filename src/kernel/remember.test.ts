import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from './remember.ts';

test('what was asked lately is answered without asking again, and no more than so many answers are kept', () => {
  const asked: string[] = [];
  const lengthOf = remembering(2, (text) => {
    asked.push(text);
    return text.length;
  });
  assert.deepEqual(['a', 'bb', 'a', 'ccc', 'bb', 'a'].map(lengthOf), [1, 2, 1, 3, 2, 1]);
  assert.deepEqual(asked, ['a', 'bb', 'ccc', 'a'], 'the oldest, "a", made room for the third');
});
