import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remarkKindNames, remarkKindOf, remarkKinds } from './remark-kinds.ts';

test('a code is about one thing, and one that nobody knows is about something else', () => {
  const all = remarkKindNames.flatMap((name) => remarkKinds[name].codes as readonly string[]);
  assert.equal(new Set(all).size, all.length);
  assert.equal(remarkKindOf('weekdayDiffers'), 'dates');
  assert.equal(remarkKindOf('newCheckOfTomorrow'), 'other');
});
