import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playVotes, realRules, type VoteRules } from '../../../test/support/vote-model.ts';
import { rulesetOf } from '../organisation/index.ts';
import type { PresentVoter } from './vote.ts';
import type { VoteFacts } from './vote-rules.ts';

const { rules } = rulesetOf('committee', '2026-01-01');

test('votes hold under random play: sums, one vote each, none of who is away or disqualified, ties, and one winner', () => {
  const found = playVotes(rules, { runs: 50 });
  assert.equal(found.failed, false, String(found.errorInstance));
});

const broken: Readonly<Record<string, Partial<VoteRules>>> = {
  'who is away may vote': {
    castProblems: (facts, cast) => realRules.castProblems({ ...facts, voters: everybody(facts) }, cast),
  },
  'abstaining counts as no': {
    endOpenVote: (facts) => {
      const end = realRules.endOpenVote(facts);
      if (end.state === 'open') return end;
      return { ...end, count: { ...end.count, no: end.count.no + end.count.abstain, abstain: 0 } };
    },
  },
  'a tie is always yes': {
    endOpenVote: (facts) => {
      const end = realRules.endOpenVote(facts);
      return end.state === 'settled' && end.decidedBy === 'castingVote' ? { ...end, result: 'yes' } : end;
    },
  },
  'the chair decides elections too': {
    endOpenVote: (facts) => realRules.endOpenVote({ ...facts, subject: 'matter' }),
  },
  'a vote is counted before all have voted': {
    endOpenVote: (facts) => {
      const asked = new Set(facts.casts.map((cast) => cast.attendanceId));
      return realRules.endOpenVote({ ...facts, voters: facts.voters.filter((one) => asked.has(one.attendanceId)) });
    },
  },
  'the loser of a round goes on': {
    standingOf: (facts) =>
      realRules.standingOf({
        ...facts,
        put: facts.put.map((one) => ({ ...one, result: one.result === 'yes' ? 'no' : 'yes' })),
      }),
  },
};

for (const [name, rule] of Object.entries(broken))
  test(`negative control: the model finds out when ${name}`, () => {
    assert.equal(playVotes(rules, { runs: 400, rules: { ...realRules, ...rule }, seed: 2026 }).failed, true);
  });

function everybody(facts: VoteFacts): readonly PresentVoter[] {
  const away = facts.absentMembers.map(
    (attendanceId): PresentVoter => ({
      attendanceId,
      seatId: null,
      name: attendanceId,
      party: null,
      isChair: false,
    }),
  );
  return [...facts.voters, ...away];
}
