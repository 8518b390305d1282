import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesetOf } from '../../src/domain/organisation/index.ts';
import { playVotes, realRules } from '../support/vote-model.ts';

const { rules } = rulesetOf('committee', '2026-01-01');

test('votes hold under ten thousand plays by four people', () => {
  const found = playVotes(rules, { runs: 10_000 });
  assert.equal(found.failed, false, String(found.errorInstance));
});

test('negative control: a lot that is never asked for is found out', () => {
  const noLot: typeof realRules = {
    ...realRules,
    endOpenVote: (facts) => {
      const end = realRules.endOpenVote(facts);
      return end.state === 'tied' ? { ...end, state: 'settled', result: 'no', decidedBy: 'majority' } : end;
    },
  };
  assert.equal(playVotes(rules, { runs: 10_000, rules: noLot }).failed, true);
});
