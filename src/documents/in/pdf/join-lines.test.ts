import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinLines } from './join-lines.ts';

const joined = (...lines: readonly string[]) =>
  joinLines(lines.map((text) => [{ text }]))
    .map((run) => run.text)
    .join('');

test('lines become one flow of words', () => {
  assert.equal(joined('avvikelse-', 'hantering i samverkan'), 'avvikelse\u00adhantering i samverkan');
  assert.equal(joined('hälso-', 'och sjukvård'), 'hälso- och sjukvård');
  assert.equal(joined('IT-', 'stöd'), 'IT-stöd');
  assert.equal(joined('Covid-', '19'), 'Covid-19');
  assert.equal(joined('drop-in-', 'mottagning'), 'drop-in-mottagning');
  assert.equal(joined('en rad', 'och nästa'), 'en rad och nästa');
  assert.equal(joined('målet – ', 'uppföljning'), 'målet – uppföljning');
});
