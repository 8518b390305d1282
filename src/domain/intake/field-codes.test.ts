import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOfField } from './field-codes.ts';

test('a field that holds a code knows its words, in both languages', () => {
  assert.deepEqual(codesOfField('seat', 'kind')?.member, { sv: 'ledamot', en: 'member' });
  assert.equal(codesOfField('reportEntry', 'answerType')?.planned?.sv, 'Planerat');
  assert.equal(codesOfField('reportEntry', 'status')?.startedOnTrack?.en.startsWith('Started'), true);
});

test('a field that holds words has no codes, whatever it is called', () => {
  for (const [type, field] of [
    ['seat', 'person'],
    ['goal', 'kind'],
    ['unknown', 'kind'],
    ['constructor', 'name'],
    ['seat', 'constructor'],
  ] as const)
    assert.equal(codesOfField(type, field), undefined, `${type}.${field}`);
});
