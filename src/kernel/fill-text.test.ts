import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError, messageOf } from './errors.ts';
import { fillBoth, fillText, joinTexts } from './fill-text.ts';

const frozen = { sv: 'godkänd', en: 'approved' };

test('places are filled with words, numbers and texts in the language around them; a forgotten value is seen', () => {
  assert.equal(fillText('{a} och {b} i ”{c}”, {d}', 'sv', { a: 1, b: 'två', c: frozen }), '1 och två i ”godkänd”, {d}');
  const text = { sv: 'läget ”{state}”', en: 'the state “{state}”' };
  assert.deepEqual(fillBoth(text, { state: frozen }), { sv: 'läget ”godkänd”', en: 'the state “approved”' });
  assert.equal(fillText('{a}', 'sv', { a: '{b}', b: 'x' }), '{b}', 'what fills a place is not filled again');
});

test('an error names a state in the language of the person who reads it', () => {
  const error = new AppError('record.wrongState', { state: frozen });
  assert.match(messageOf(error.code, 'sv', error.values), /läget ”godkänd”/);
  assert.match(messageOf(error.code, 'en', error.values), /the state “approved”/);
  assert.match(error.message, /the state “approved”/);
});

test('texts are joined in both languages', () => {
  assert.deepEqual(joinTexts([frozen, { sv: 'B.', en: 'C.' }], ', '), { sv: 'godkänd, B.', en: 'approved, C.' });
  assert.deepEqual(joinTexts([]), { sv: '', en: '' });
});
