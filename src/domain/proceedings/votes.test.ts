import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  buildFinding,
  buildHearing,
  buildMotion,
  buildProposition,
  type Hearing,
} from '../../../test/support/build-proceedings.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { invitePerson, noteEvent } from '../attendance/index.ts';
import {
  breakTie,
  castVotes,
  chooseMainProposal,
  decideItem,
  endVote,
  noteFinding,
  proceedingsOf,
  putProposition,
  type RequestVote,
  requestVote,
  takeBackOutcome,
  takeBackProposition,
  type VoteChoice,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.conduct');
const told = (hearing: Hearing) => read((r) => proceedingsOf(r, hearing.itemId));

const vote = (propositionId: string, more: Partial<RequestVote> = {}) =>
  write((w) => requestVote(w, { propositionId, expectedVersion: 1, ...more }));
const castAll = (hearing: Hearing, voteId: string, choices: readonly VoteChoice[]) =>
  write((w) =>
    castVotes(w, {
      voteId,
      votes: choices.map((choice, index) => ({ attendanceId: hearing.members[index]!, choice })),
    }),
  );
const end = (voteId: string, expectedVersion = 2) => write((w) => endVote(w, { voteId, expectedVersion }));

test('R-KL-34: three proposals are voted down to one, and the decision is the clauses that won beside those of the notice', async () => {
  const hearing = await buildHearing(t);
  await buildMotion(t, hearing, { kind: 'amendment', clauses: ['att bygga'], movers: [hearing.members[1]!] });
  await buildMotion(t, hearing, { kind: 'rejection', movers: [hearing.members[2]!, hearing.members[3]!] });
  const counter = await buildProposition(t, hearing, { orderText: 'Godkänns.' });
  assert.equal((await told(hearing)).propositions[0]?.kind, 'counterProposal');
  const first = await vote(counter);
  await castAll(hearing, first, ['yes', 'yes', 'no', 'no', 'abstain']);
  const tie = await end(first);
  assert.ok(tie.state === 'settled' && tie.decidedBy === 'castingVote' && tie.result === 'yes');
  await assert.rejects(
    write((w) => decideItem(w, { itemId: hearing.itemId, expectedVersion: 0, outcome: 'decided' })),
    { code: 'proceedings.roundsLeft' },
  );
  await buildProposition(t, hearing);
  await buildFinding(t, hearing, 'no');
  await assert.rejects(
    write((w) => decideItem(w, { itemId: hearing.itemId, expectedVersion: 0, outcome: 'noted' })),
    problemKeys('proceedings.otherThanFound'),
  );
  const { decisionIds } = await write((w) =>
    decideItem(w, { itemId: hearing.itemId, expectedVersion: 0, outcome: 'decided' }),
  );
  const done = await told(hearing);
  assert.deepEqual(decisionIds, [hearing.decisionId]);
  assert.deepEqual(
    done.decisions.map(({ state, clauses }) => [state, clauses]),
    [['made', ['att bygga']]],
  );
  assert.deepEqual(done.outcome.proposed[0]?.clauses, ['att godkänna planen'], 'the proposal of the notice is kept');
  assert.deepEqual(done.propositions[0]?.vote?.count, { yes: 2, no: 2, abstain: 1 });
  await write((w) => takeBackOutcome(w, { itemId: hearing.itemId, expectedVersion: 1 }));
  const back = await told(hearing);
  assert.deepEqual(
    [back.outcome.outcome, ...back.decisions.map(({ state, clauses }) => `${state} ${clauses.join()}`)],
    [null, 'proposed att godkänna planen'],
  );
});

test('R-KL-31: a secret vote is refused in a matter and has only numbers in an election, where a lot settles a tie (R-KL-32)', async () => {
  const hearing = await buildHearing(t, { members: 4 });
  await buildMotion(t, hearing, { kind: 'amendment', clauses: ['att utse Prov Provsson'] });
  const proposition = await buildProposition(t, hearing);
  await assert.rejects(vote(proposition, { ballot: 'secret' }), problemKeys('proceedings.secretOnlyInElections'));
  const voteId = await vote(proposition, { ballot: 'secret', subject: 'election' });
  await assert.rejects(castAll(hearing, voteId, ['yes']), problemKeys('proceedings.secretBallot'));
  await assert.rejects(end(voteId, 1), problemKeys('proceedings.countsDoNotFit'));
  const tied = await write((w) => endVote(w, { voteId, expectedVersion: 1, count: { yes: 2, no: 2, abstain: 0 } }));
  assert.equal(tied.state, 'tied');
  const byChair = { by: 'castingVote', result: 'yes' } as const;
  await assert.rejects(
    write((w) => breakTie(w, { voteId, expectedVersion: 2, tieBreak: byChair })),
    problemKeys('proceedings.onlyLot'),
  );
  const byHand = { by: 'lot', lot: 'byHand', result: 'no' } as const;
  await assert.rejects(
    write((w) => breakTie(w, { voteId, expectedVersion: 2, tieBreak: { ...byHand, drawnBy: ' ' } })),
    problemKeys('validation.required'),
  );
  await write((w) => breakTie(w, { voteId, expectedVersion: 2, tieBreak: { ...byHand, drawnBy: 'Prov Lottsson' } }));
  const settled = (await told(hearing)).propositions[0]?.vote;
  assert.deepEqual(
    [settled?.result, settled?.decidedBy, settled?.lot, settled?.casts],
    ['no', 'lot', { kind: 'byHand', drawnBy: 'Prov Lottsson' }, []],
  );
});

test('the system draws a lot with its own source of randomness, and says so', async () => {
  const hearing = await buildHearing(t, { members: 2 });
  await buildMotion(t, hearing, { kind: 'rejection' });
  const voteId = await vote(await buildProposition(t, hearing), { subject: 'election' });
  await castAll(hearing, voteId, ['yes', 'no']);
  assert.equal((await end(voteId)).state, 'tied');
  const tieBreak = { by: 'lot', lot: 'bySystem' } as const;
  const result = await write((w) => breakTie(w, { voteId, expectedVersion: 3, tieBreak }));
  const settled = (await told(hearing)).propositions[0]?.vote;
  assert.deepEqual([settled?.result, settled?.lot], [result, { kind: 'bySystem', drawnBy: null }]);
});

test('who went before the count is noted as absent, and so is every member who is not there', async () => {
  const hearing = await buildHearing(t);
  await buildMotion(t, hearing, { kind: 'rejection' });
  const voteId = await vote(await buildProposition(t, hearing));
  await castAll(hearing, voteId, ['yes', 'yes', 'no', 'no', 'no']);
  const leaves = { kind: 'left', attendanceId: hearing.members[4]!, reason: 'leaves' } as const;
  await write((w) => noteEvent(w, { meetingId: hearing.meetingId, at: '13:20', event: leaves }));
  await assert.rejects(end(voteId), problemKeys('proceedings.mayNotVote'));
  await write((w) => castVotes(w, { voteId, votes: [{ attendanceId: hearing.members[4]!, choice: 'absent' }] }));
  assert.deepEqual((await end(voteId, 3)).state, 'settled');
  const casts = (await told(hearing)).propositions[0]!.vote!.casts;
  assert.equal(new Set(casts.map((cast) => cast.attendanceId)).size, hearing.members.length);
  await assert.rejects(castAll(hearing, voteId, ['no']), { code: 'record.wrongState' });
});

test('R-KL-32 does not bind an officials’ group: it decides in agreement and a vote is refused with the reason', async () => {
  const hearing = await buildHearing(t, { kind: 'officialsGroup', members: 0, deputies: 0, clauses: null });
  const principal = { capacity: 'principal', organisation: 'Provköpings kommun', arrived: { at: '13:10' } } as const;
  const mover = await write((w) => invitePerson(w, { meetingId: hearing.meetingId, name: 'Prov Söder', ...principal }));
  await buildMotion(t, hearing, { kind: 'amendment', clauses: ['att enas'], movers: [mover] });
  await assert.rejects(vote(await buildProposition(t, hearing)), problemKeys('proceedings.decidesInAgreement'));
});

test('R-KL-30: questions are put one at a time, answered in order, and taken back from the last', async () => {
  const hearing = await buildHearing(t);
  await assert.rejects(
    write((w) => putProposition(w, { itemId: hearing.itemId })),
    {
      code: 'proceedings.nothingToPut',
    },
  );
  const [a] = [
    await buildMotion(t, hearing, { kind: 'amendment', clauses: ['att a'] }),
    await buildMotion(t, hearing, { kind: 'amendment', clauses: ['att b'] }),
  ];
  await write((w) => chooseMainProposal(w, { itemId: hearing.itemId, expectedVersion: 0, proposalId: a }));
  const first = await buildProposition(t, hearing);
  await assert.rejects(buildProposition(t, hearing), { code: 'proceedings.answerFirst' });
  await assert.rejects(buildMotion(t, hearing, { kind: 'rejection' }), { code: 'proceedings.debateEnded' });
  await buildFinding(t, hearing, 'yes');
  const second = await buildProposition(t, hearing);
  await assert.rejects(
    write((w) => noteFinding(w, { propositionId: first, expectedVersion: 2, answer: 'no' })),
    {
      code: 'proceedings.notLast',
    },
  );
  await write((w) => takeBackProposition(w, { propositionId: second, expectedVersion: 1 }));
  const { propositions, outcome } = await told(hearing);
  assert.deepEqual([propositions.length, outcome.mainProposalId], [1, a]);
});

test('four people note and count at the same time: each has one vote, and the count is made once', async () => {
  const hearing = await buildHearing(t);
  await buildMotion(t, hearing, { kind: 'rejection' });
  const proposition = await buildProposition(t, hearing);
  const asked = await Promise.allSettled([vote(proposition), vote(proposition)]);
  assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const voteId = (await told(hearing)).propositions[0]!.vote!.id;
  const rounds: readonly (readonly VoteChoice[])[] = [
    ['yes', 'yes', 'yes', 'yes', 'yes'],
    ['no', 'no', 'no', 'no', 'no'],
    ['yes', 'no', 'yes', 'no', 'yes'],
    ['no', 'yes', 'no', 'yes', 'no'],
  ];
  await Promise.all(rounds.map((choices) => castAll(hearing, voteId, choices)));
  const { version } = (await told(hearing)).propositions[0]!.vote!;
  const counts = await Promise.allSettled([end(voteId, version), end(voteId, version), end(voteId, version)]);
  assert.equal(counts.filter(({ status }) => status === 'fulfilled').length, 1);
  const { casts, count } = (await told(hearing)).propositions[0]!.vote!;
  assert.deepEqual([casts.length, count!.yes + count!.no], [5, 5]);
  assert.equal(version, 1 + rounds.length, 'every change was counted');
});
