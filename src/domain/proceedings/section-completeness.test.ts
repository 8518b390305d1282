import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BodyKind, rulesetOf } from '../organisation/index.ts';
import { openOutcome } from './item-outcome.ts';
import type { ItemProceedings, Proposition } from './proceedings.ts';
import { type MinutesPoint, sectionCompleteness } from './section-completeness.ts';

const decision = {
  id: 'd',
  version: 1,
  body: { id: 'b', name: 'Provnämnden' },
  title: 'Planen',
  state: 'made',
  decidedOn: '2026-02-24',
  datePrecision: 'day',
  immediatelyAdjusted: false,
  note: null,
  clauses: ['att godkänna planen'],
  item: null,
  assignments: [],
} as const satisfies ItemProceedings['decisions'][number];

const decided: ItemProceedings = {
  itemId: 'i',
  outcome: { ...openOutcome('i'), outcome: 'decided' },
  carriedFrom: null,
  carriedTo: null,
  texts: [],
  proposals: [],
  propositions: [],
  dissents: [],
  oralInformation: [],
  answers: [],
  decisions: [decision],
  people: [],
};

const motion = {
  id: 'm',
  version: 1,
  kind: 'rejection',
  position: 1,
  clauses: [],
  clause: null,
  movers: ['anna'],
  motivation: null,
  withdrawn: false,
} as const;

const question: Proposition = {
  id: 'p',
  version: 1,
  position: 1,
  kind: 'main',
  clause: null,
  yes: null,
  no: 'm',
  yesMeans: 'bifall',
  noMeans: 'avslag',
  orderText: null,
  chairFinding: 'yes',
  vote: null,
};
const vote = {
  id: 'v',
  version: 1,
  ballot: 'open',
  subject: 'matter',
  state: 'settled',
  casts: [
    { attendanceId: 'anna', choice: 'no' },
    { attendanceId: 'bo', choice: 'yes' },
  ],
  count: { yes: 1, no: 1, abstain: 0 },
  result: 'yes',
  decidedBy: 'castingVote',
  lot: null,
} as const;
const kept = { ...decided.outcome, proposed: [{ decisionId: 'd', title: 'Planen', clauses: ['att godkänna planen'] }] };

const check = (proceedings: ItemProceedings, kind: BodyKind = 'committee', participants = ['anna', 'bo']) =>
  sectionCompleteness(proceedings, {
    rules: rulesetOf(kind, '2026-01-01').rules,
    participants,
    presentForMinority: null,
  });
const missing = (proceedings: ItemProceedings, participants?: string[]): readonly MinutesPoint[] =>
  check(proceedings, 'committee', participants)
    .filter(({ state }) => state === 'missing')
    .map(({ point }) => point);

test('R-KL-52: a decided § has all six points, or nothing happened under them', () => {
  assert.deepEqual(
    check(decided).map(({ point, state }) => [point, state]),
    [
      ['proposals', 'complete'],
      ['propositionOrder', 'notApplicable'],
      ['votes', 'notApplicable'],
      ['decisions', 'complete'],
      ['participants', 'complete'],
      ['reservations', 'notApplicable'],
    ],
  );
  const voted = { ...decided, outcome: kept, proposals: [motion], propositions: [{ ...question, vote }] };
  assert.deepEqual(missing(voted), []);
  const asProposed = { ...voted, outcome: decided.outcome };
  assert.deepEqual(missing(asProposed), [], 'the proposal of the notice won over the motion and is kept nowhere else');
});

const lacking: readonly (readonly [MinutesPoint, string, ItemProceedings, string[]?])[] = [
  ['proposals', 'a motion without a mover', { ...decided, proposals: [{ ...motion, kind: 'approval', movers: [] }] }],
  ['propositionOrder', 'a motion that was never put', { ...decided, outcome: kept, proposals: [motion] }],
  [
    'votes',
    'a vote that was not counted',
    {
      ...decided,
      outcome: kept,
      propositions: [{ ...question, vote: { ...vote, state: 'underWay', result: null } }],
    },
  ],
  ['decisions', 'no outcome', { ...decided, outcome: openOutcome('i') }],
  ['decisions', 'an outcome without its decision', { ...decided, decisions: [] }],
  [
    'decisions',
    'a referral without its reason',
    { ...decided, outcome: { ...decided.outcome, outcome: 'referredBack' } },
  ],
  ['participants', 'nobody who took part', decided, []],
  [
    'participants',
    'somebody whose vote is not noted',
    { ...decided, outcome: kept, proposals: [motion], propositions: [{ ...question, vote }] },
    ['anna', 'bo', 'cecilia'],
  ],
  [
    'reservations',
    'a note that the body has not said yes or no to',
    {
      ...decided,
      dissents: [
        {
          id: 's',
          version: 1,
          kind: 'minutesNote',
          people: ['anna'],
          announcedAt: '13:30',
          granted: null,
          statement: null,
          statementDue: null,
        },
      ],
    },
  ],
];
for (const [point, what, proceedings, participants] of lacking)
  test(`R-KL-52: ${what} is missing under ${point}`, () =>
    assert.deepEqual(missing(proceedings, participants), [point]));

test('R-KL-52 does not bind a beredning or an officials’ group, nor a sub-committee that has decided nothing', () => {
  const bare = { ...decided, outcome: openOutcome('i'), decisions: [] };
  for (const kind of ['draftingCommittee', 'officialsGroup', 'subCommittee'] as const)
    assert.deepEqual(check(bare, kind), [], kind);
  assert.notDeepEqual(check(decided, 'subCommittee'), [], 'when it decides by delegation the rules of its nämnd hold');
});

test('R-KL-52 does not bind an item that was not dealt with', () => {
  assert.deepEqual(check({ ...decided, outcome: { ...decided.outcome, outcome: 'notTreated' }, decisions: [] }), []);
});
