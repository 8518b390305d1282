import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidenceLevelOf, readyToConfirm } from './confidence.ts';
import type { Proposal } from './proposal.ts';

const proposal = (changes: Partial<Proposal>): Proposal => ({
  id: 'id',
  version: 1,
  fileId: 'file',
  position: 1,
  type: 'goal',
  readerId: 'goal-1',
  fields: { heading: 'Rubrik' },
  originalFields: {},
  confidence: 0.95,
  rule: 'rule',
  source: { start: 0, end: 1, line: 1 },
  alsoAt: [],
  state: 'open',
  record: null,
  made: [],
  decidedBy: null,
  decidedAt: null,
  ...changes,
});

for (const [figure, level] of [
  [1, 'sure'],
  [0.9, 'sure'],
  [0.899, 'likely'],
  [0.75, 'likely'],
  [0.74, 'unsure'],
  [0, 'unsure'],
] as const)
  test(`${figure} is ${level}`, () => assert.equal(confidenceLevelOf(figure), level));

for (const [name, changes, wanted, ready] of [
  ['an open, sure and complete proposal is ready', {}, { minConfidence: 0.9 }, 1],
  ['one below the limit is not', { confidence: 0.89 }, { minConfidence: 0.9 }, 0],
  ['one that lacks a required field is not', { fields: {} }, {}, 0],
  ['one that has been decided is not', { state: 'rejected' }, {}, 0],
  ['one that no register takes is not', { type: 'commission' }, {}, 0],
  ['a suggestion is not', { type: 'assignmentLink', fields: { from: 'a', to: 'b' } }, {}, 0],
  [
    'a suggestion is when suggestions are asked for',
    { type: 'assignmentLink', fields: { from: 'a', to: 'b' } },
    { type: 'assignmentLink' },
    1,
  ],
  ['another type than the one asked for is not', {}, { type: 'meeting' }, 0],
] as const)
  test(name, () => assert.equal(readyToConfirm([proposal(changes as Partial<Proposal>)], wanted).length, ready));
