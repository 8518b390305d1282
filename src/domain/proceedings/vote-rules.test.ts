import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BodyKind, rulesetOf, type VoteSubject } from '../organisation/index.ts';
import type { CastVote, PresentVoter, VoteChoice } from './vote.ts';
import { castProblems, endOpenVote, endSecretVote, lotOf, type VoteFacts, voteRequestProblems } from './vote-rules.ts';

const voter = (name: string): PresentVoter => ({
  attendanceId: name,
  seatId: name,
  name,
  party: null,
  isChair: name === 'chair',
});
const table = [voter('chair'), voter('b'), voter('c'), voter('d')];
const facts = (kind: BodyKind, more: Partial<VoteFacts> = {}): VoteFacts => ({
  rules: rulesetOf(kind, '2026-01-01').rules,
  ballot: 'open',
  subject: 'matter',
  round: 'main',
  exercisesAuthority: false,
  voters: table,
  absentMembers: ['away'],
  casts: [],
  ...more,
});
const cast = (attendanceId: string, choice: VoteChoice): CastVote => ({ attendanceId, choice });
const votes = (...choices: VoteChoice[]) => choices.map((choice, index) => cast(table[index]!.attendanceId, choice));
const keys = (problems: readonly { key: string }[]) => problems.map(({ key }) => key);

test('R-KL-31: a vote of a committee is open, but for elections and appointments of staff', () => {
  const asked = (subject: VoteSubject) => voteRequestProblems(facts('committee', { ballot: 'secret', subject }));
  assert.deepEqual(keys(asked('matter')), ['proceedings.secretOnlyInElections']);
  assert.deepEqual([asked('election'), asked('appointment')], [[], []]);
  assert.deepEqual(voteRequestProblems(facts('committee')), []);
});

test('R-KL-31 does not bind a drafting committee, and an officials’ group does not vote at all', () => {
  assert.deepEqual(voteRequestProblems(facts('draftingCommittee', { ballot: 'secret' })), []);
  assert.deepEqual(keys(voteRequestProblems(facts('officialsGroup'))), ['proceedings.decidesInAgreement']);
});

test('R-KL-32: more than half of the votes decide, equal numbers the chair, and in elections the lot', () => {
  const end = (casts: readonly CastVote[], subject: VoteSubject = 'matter') =>
    endOpenVote(facts('committee', { casts, subject }));
  assert.deepEqual(end(votes('yes', 'no', 'no', 'abstain')), {
    state: 'settled',
    count: { yes: 1, no: 2, abstain: 1 },
    result: 'no',
    decidedBy: 'majority',
  });
  const tie = votes('no', 'yes', 'yes', 'no');
  assert.deepEqual(end(tie), {
    state: 'settled',
    count: { yes: 2, no: 2, abstain: 0 },
    result: 'no',
    decidedBy: 'castingVote',
  });
  assert.equal(end(tie, 'election').state, 'tied');
  assert.equal(end(tie, 'appointment').state, 'tied');
  assert.deepEqual([lotOf('AA'), lotOf('AQ')], ['yes', 'no']);
});

test('R-KL-32 does not bind a drafting committee: equal numbers wait for its own way of settling them', () => {
  assert.equal(endOpenVote(facts('draftingCommittee', { casts: votes('no', 'yes', 'yes', 'no') })).state, 'tied');
});

test('R-KL-33: each has one vote and may abstain, but the chair must vote where it is needed', () => {
  const end = endOpenVote(facts('committee', { casts: votes('abstain', 'yes', 'no', 'notParticipating') }));
  assert.ok(end.state === 'open');
  assert.deepEqual(end.problems, [
    { path: 'votes.chair', key: 'proceedings.chairMustVote', values: { name: 'chair' } },
  ]);
  const unneeded = endOpenVote(facts('committee', { casts: votes('abstain', 'yes', 'yes', 'no') }));
  assert.equal(unneeded.state, 'settled');
});

test('R-KL-33: in exercise of authority who took part decides too, and votes at least for one of the proposals', () => {
  const authority = facts('committee', { exercisesAuthority: true });
  assert.deepEqual(keys(castProblems(authority, cast('b', 'notParticipating'))), ['proceedings.mustDecide']);
  assert.deepEqual(keys(castProblems(authority, cast('b', 'abstain'))), ['proceedings.mustDecide']);
  assert.deepEqual(castProblems({ ...authority, round: 'counterProposal' }, cast('b', 'abstain')), []);
  assert.deepEqual(castProblems(facts('committee'), cast('b', 'notParticipating')), []);
});

test('R-KL-33 does not bind the assembly or a drafting committee to take part in exercise of authority', () => {
  for (const kind of ['assembly', 'draftingCommittee'] as const)
    assert.deepEqual(castProblems(facts(kind, { exercisesAuthority: true }), cast('b', 'notParticipating')), [], kind);
});

test('who is away or disqualified has no vote, and who voted and went does not count', () => {
  assert.deepEqual(keys(castProblems(facts('committee'), cast('away', 'yes'))), ['proceedings.mayNotVote']);
  assert.deepEqual(castProblems(facts('committee'), cast('away', 'absent')), []);
  assert.deepEqual(keys(castProblems(facts('committee'), cast('stranger', 'absent'))), ['proceedings.mayNotVote']);
  assert.deepEqual(keys(castProblems(facts('committee'), cast('b', 'absent'))), ['proceedings.isPresent']);
  const gone = endOpenVote(facts('committee', { voters: table.slice(0, 3), casts: votes('yes', 'yes', 'no', 'no') }));
  assert.ok(gone.state === 'open' && gone.problems[0]?.key === 'proceedings.mayNotVote');
});

test('a secret vote has numbers and no names, and each who may vote is in one of them', () => {
  assert.deepEqual(keys(castProblems(facts('committee', { ballot: 'secret' }), cast('b', 'yes'))), [
    'proceedings.secretBallot',
  ]);
  const end = (yes: number, no: number, abstain: number) => endSecretVote({ voters: table }, { yes, no, abstain });
  assert.equal(end(2, 2, 0).state, 'tied');
  assert.ok(end(3, 0, 1).state === 'settled');
  for (const [yes, no, abstain] of [
    [3, 2, 0],
    [1, 1, 1],
    [-1, 4, 1],
    [1.5, 1.5, 1],
  ] as const)
    assert.equal(end(yes, no, abstain).state, 'open');
});
