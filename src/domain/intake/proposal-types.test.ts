import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSeeds, readSeed } from '../../../test/support/seeds.ts';
import { afterFileAction, type FileAction, type FileState, fileStates, fileTransitions } from './file-transitions.ts';
import type { Fields } from './proposal.ts';
import {
  afterProposalAction,
  type ProposalAction,
  proposalActions,
  proposalStateNames,
  proposalTransitions,
} from './proposal-transitions.ts';
import { fieldProblems, missingFields, proposalType, proposalTypes } from './proposal-types.ts';

test('every state × action of a proposal follows the table, and nothing else is allowed', () => {
  for (const state of proposalStateNames)
    for (const action of Object.keys(proposalActions) as ProposalAction[]) {
      const next = proposalTransitions[state][action];
      if (next) assert.equal(afterProposalAction(state, action), next);
      else assert.throws(() => afterProposalAction(state, action), { code: 'record.wrongState' }, `${state} ${action}`);
    }
});

test('a file that has been read is never read over again', () => {
  for (const action of ['start', 'finish', 'fail', 'retry'] satisfies FileAction[])
    assert.throws(() => afterFileAction('read', action), { code: 'record.wrongState' });
  for (const state of Object.keys(fileStates) as FileState[])
    for (const next of Object.values(fileTransitions[state])) assert.ok(next in fileStates);
});

test('every type has its own place in the order of dependency', () => {
  const orders = Object.values(proposalTypes).map((type) => type.order);
  assert.equal(new Set(orders).size, orders.length);
});

test('a changed field must be one of its type, and of its kind', () => {
  const rows: readonly (readonly [type: string, changes: Fields, keys: readonly string[]])[] = [
    ['meeting', { date: '2023-05-30', start: '09:00', place: null }, []],
    ['meeting', { date: '2023-02-30' }, ['intake.field.day']],
    ['meeting', { start: '9:00' }, ['intake.field.time']],
    ['meeting', { date: null }, ['validation.required']],
    ['meeting', { väder: 'sol' }, ['intake.unknownField']],
    ['assignment', { number: 4.5 }, ['intake.field.number']],
    ['assignment', { recipients: ['A', 'B'], heading: 'en\ntvå' }, ['intake.field.line']],
    ['reportEntry', { meetings: ['2023-05-30', 'i maj'] }, ['intake.field.days']],
    ['seat', { vacant: 'ja' }, ['intake.field.boolean']],
  ];
  for (const [type, changes, keys] of rows)
    assert.deepEqual(
      fieldProblems(type, changes).map((one) => one.key),
      keys,
      `${type} ${JSON.stringify(changes)}`,
    );
});

test('what the reader proposes from the genuine papers has its required fields, of the kinds of the table', {
  skip: noSeeds,
}, () => {
  for (const seed of ['000', '001'])
    for (const record of readSeed(seed).result.records) {
      const { type, id, source: _, alsoAt: __, confidence: ___, rule: ____, ...fields } = record;
      const known = Object.entries(fields).filter(([name]) => name in (proposalType(type)?.fields ?? {}));
      assert.deepEqual(missingFields(type, fields), [], id);
      assert.deepEqual(
        fieldProblems(type, Object.fromEntries(known)).filter((one) => one.key !== 'validation.required'),
        [],
        id,
      );
    }
});
