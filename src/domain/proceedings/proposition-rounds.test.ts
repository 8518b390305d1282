import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rulesetOf } from '../organisation/index.ts';
import type { FloorProposal, FloorProposalKind } from './floor-proposal.ts';
import { type PropositionCase, type PutRound, type Round, standingOf, type Verdict } from './proposition-rounds.ts';
import { roundWords, votingQuestion } from './proposition-words.ts';
import type { Answer } from './vote.ts';
import { presentForMinority } from './vote-rules.ts';

const motion = (id: string, kind: FloorProposalKind, more: Partial<FloorProposal> = {}): FloorProposal => ({
  id,
  version: 1,
  kind,
  position: 1,
  clauses: kind === 'amendment' || kind === 'addition' ? [`att ${id}`] : [],
  clause: null,
  movers: ['anna'],
  motivation: null,
  withdrawn: false,
  ...more,
});

const noticeClauses = ['att godkänna planen', 'att avsätta medel'];
const plan: PropositionCase = {
  noticeClauses,
  proposals: [],
  mainProposalId: null,
  put: [],
  presentForMinority: null,
};

/** Answers every round as told and lists the rounds that were put, until the end. */
function run(facts: PropositionCase, answer: (round: Round) => Answer) {
  const put: PutRound[] = [];
  for (;;) {
    const standing = standingOf({ ...facts, put });
    if (standing.verdict) return { put, verdict: standing.verdict };
    put.push({ ...standing.next!, result: answer(standing.next!) });
    assert.ok(put.length < 100, 'the order never ends');
  }
}

test('R-KL-30: each question can be answered by yes or no, and the answer is one verdict', () => {
  const facts = { ...plan, proposals: [motion('bifall', 'approval'), motion('avslag', 'rejection')] };
  const standing = standingOf(facts);
  assert.deepEqual(standing.next, { kind: 'main', clause: null, yes: null, no: 'avslag' });
  assert.deepEqual(run(facts, () => 'yes').verdict.clauses, plan.noticeClauses);
  const rejected = run(facts, () => 'no').verdict;
  assert.deepEqual([rejected.kind, rejected.clauses], ['rejected', ['att avslå förslaget']]);
  assert.deepEqual(standingOf({ ...facts, put: [{ ...standing.next!, result: null }] }), {
    next: null,
    waiting: standing.next,
    verdict: null,
  });
});

test('R-KL-30 does not bind an item in which nobody moves anything: the proposal of the notice is agreed to without a question', () => {
  assert.deepEqual(standingOf(plan).verdict, {
    kind: 'decided',
    clauses: noticeClauses,
    asProposed: true,
    winner: null,
    byMinority: false,
  } satisfies Verdict);
  const withdrawn = { ...plan, proposals: [motion('avslag', 'rejection', { withdrawn: true })] };
  assert.equal(standingOf(withdrawn).verdict?.asProposed, true);
});

test('R-KL-34: with more than two proposals the counter-proposal is found first, and then stands against the main one', () => {
  const proposals = [motion('a', 'amendment'), motion('b', 'amendment'), motion('avslag', 'rejection')];
  const { put, verdict } = run({ ...plan, proposals }, (round) => (round.kind === 'main' ? 'no' : 'yes'));
  assert.deepEqual(
    put.map(({ kind, yes, no }) => [kind, yes, no]),
    [
      ['counterProposal', 'a', 'b'],
      ['counterProposal', 'a', 'avslag'],
      ['main', null, 'a'],
    ],
  );
  assert.deepEqual([verdict.winner, verdict.clauses, verdict.asProposed], ['a', ['att a'], false]);
});

test('R-KL-34 does not bind when there are two proposals: they are put against each other at once', () => {
  const { put } = run({ ...plan, proposals: [motion('a', 'amendment')] }, () => 'yes');
  assert.deepEqual(
    put.map(({ kind }) => kind),
    ['main'],
  );
});

test('the chair may take a motion as the main proposal, and then the notice is one of the others', () => {
  const proposals = [motion('a', 'amendment'), motion('b', 'amendment')];
  const { put } = run({ ...plan, proposals, mainProposalId: 'b' }, () => 'yes');
  assert.deepEqual(
    put.map(({ kind, yes, no }) => [kind, yes, no]),
    [
      ['counterProposal', null, 'a'],
      ['main', 'b', null],
    ],
  );
});

test('whether the item is decided today comes first, what is changed in a clause after the whole, additions last', () => {
  const proposals = [
    motion('tillägg', 'addition'),
    motion('sats2', 'amendment', { clause: 2 }),
    motion('avslag', 'rejection'),
    motion('vänta', 'tabling'),
  ];
  const { put, verdict } = run({ ...plan, proposals }, (round) => (round.kind === 'clause' ? 'no' : 'yes'));
  assert.deepEqual(
    put.map(({ kind }) => kind),
    ['formal', 'main', 'clause', 'addition'],
  );
  assert.deepEqual(verdict.clauses, ['att godkänna planen', 'att sats2', 'att tillägg']);
  const tabled = run({ ...plan, proposals }, (round) => (round.kind === 'formal' ? 'no' : 'yes'));
  assert.deepEqual([tabled.put.length, tabled.verdict.kind, tabled.verdict.byMinority], [1, 'tabled', false]);
});

const committee = rulesetOf('committee', '2026-01-01').rules;
const assembly = rulesetOf('assembly', '2026-01-01').rules;
const facts = { voters: 9, isElection: false, tabledByMinorityBefore: false };

test('R-KL-35: a third of those present have an item of the assembly tabled or referred back, once', () => {
  const asked = { ...plan, proposals: [motion('åter', 'referBack', { movers: ['a', 'b', 'c'] })] };
  const third = presentForMinority(assembly, facts);
  assert.equal(standingOf({ ...asked, presentForMinority: third }).verdict?.kind, 'referredBack');
  assert.equal(standingOf({ ...asked, presentForMinority: third }).verdict?.byMinority, true);
  assert.equal(standingOf({ ...asked, presentForMinority: 10 }).next?.kind, 'formal', 'three of ten are too few');
  assert.equal(presentForMinority(assembly, { ...facts, tabledByMinorityBefore: true }), null);
  assert.equal(presentForMinority(assembly, { ...facts, isElection: true }), null);
});

test('R-KL-35 does not bind a committee: it tables by simple majority', () => {
  assert.equal(presentForMinority(committee, facts), null);
  const asked = { ...plan, proposals: [motion('vänta', 'tabling', { movers: ['a', 'b', 'c', 'd'] })] };
  assert.equal(standingOf(asked).next?.kind, 'formal');
});

test('property: whatever is moved and answered, the order ends with exactly one verdict, and no question comes twice', () => {
  const kinds: readonly FloorProposalKind[] = [
    'approval',
    'rejection',
    'amendment',
    'addition',
    'tabling',
    'referBack',
  ];
  const motions = fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      clause: fc.constantFrom(null, 1, 2),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      motions,
      fc.boolean(),
      fc.infiniteStream(fc.constantFrom<Answer>('yes', 'no')),
      (told, notice, answers) => {
        const proposals = told.map(({ kind, clause, withdrawn }, index) =>
          motion(`m${index}`, kind, { withdrawn, clause: kind === 'amendment' && notice ? clause : null }),
        );
        const clauses = notice ? noticeClauses : null;
        const { put, verdict } = run({ ...plan, noticeClauses: clauses, proposals }, () => answers.next().value!);
        const keys = put.map(({ kind, clause, yes, no }) => `${kind} ${clause} ${yes} ${no}`);
        assert.equal(new Set(keys).size, keys.length);
        const gone = new Set(proposals.filter((one) => one.withdrawn).map((one) => one.id));
        assert.ok(
          put.every(({ yes, no }) => !gone.has(yes ?? '') && !gone.has(no ?? '')),
          'a withdrawn motion was put',
        );
        assert.equal(verdict.kind === 'decided', verdict.clauses.length > 0 && verdict.kind !== 'rejected');
      },
    ),
    { numRuns: 500 },
  );
});

test('the words of a round name who moved what, as minutes do', () => {
  const proposals = [motion('a', 'amendment'), motion('avslag', 'rejection')];
  const words = (round: Round) => roundWords(round, { proposals, hasNotice: true, nameOf: () => 'Prov Provsson' });
  const main = words({ kind: 'main', clause: null, yes: null, no: 'avslag' });
  assert.equal(votingQuestion(main), 'Ja för bifall till förslaget. Nej för avslag på förslaget.');
  const counter = words({ kind: 'counterProposal', clause: null, yes: 'a', no: 'avslag' });
  assert.equal(counter.yes, 'bifall till Prov Provssons ändringsyrkande');
});
