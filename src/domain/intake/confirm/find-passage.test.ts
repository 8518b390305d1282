import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findPassage } from './find-passage.ts';

const text = 'Rubrik\n\n**Svar:** Första meningen. Den *andra*\nmeningen här.\nSlut.';
const whole = { start: 8, end: text.length, line: 3 };

test('a sentence is found over marks and line breaks, with its own line', () => {
  const found = findPassage(text, whole, 'andra meningen här.');
  assert.equal(text.slice(found.start, found.end), 'andra*\nmeningen här.');
  assert.equal(found.line, 3);
  assert.equal(findPassage(text, whole, 'Slut.').line, 5);
});

test('words that are not there, and no words at all, are the whole passage', () => {
  assert.deepEqual(findPassage(text, whole, 'Något annat'), whole);
  assert.deepEqual(findPassage(text, whole, '  '), whole);
});

test('words outside the passage are not found in it', () => {
  assert.deepEqual(findPassage(text, whole, 'Rubrik'), whole);
});

test('every run of words of a text is found where it stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zåäö.()]{1,8}$/), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      (words, from) => {
        const source = words.join(' ');
        const first = from % words.length;
        const sought = words.slice(first).join(' ');
        const found = findPassage(source, { start: 0, end: source.length, line: 1 }, sought);
        assert.equal(source.slice(found.start, found.end).replace(/\s+/g, ' '), sought);
      },
    ),
  );
});
