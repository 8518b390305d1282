import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesOf } from './sentences.ts';

test('sentences end at full stops and line breaks, not inside abbreviations', () => {
  assert.deepEqual(sentencesOf('Det gäller t.ex. vården. Nr 1 är klart!\nMer text'), [
    'Det gäller t.ex. vården.',
    'Nr 1 är klart!',
    'Mer text',
  ]);
  assert.deepEqual(sentencesOf('  '), []);
});
