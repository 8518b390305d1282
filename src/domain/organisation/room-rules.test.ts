import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyKind } from './body-kinds.ts';
import { type Regulation, rulesOf } from './regulation.ts';
import type { RegulationKey } from './regulation-keys.ts';
import {
  countsAsPresentRemotely,
  deputyHasRight,
  deputyMayRecordOpinion,
  deputyMaySpeak,
  mayTakePartRemotely,
  quorumRuleOf,
} from './room-rules.ts';

const day = '2026-03-02';
const said = (key: RegulationKey, value: string): Regulation => ({
  id: key,
  bodyId: 'organ',
  key,
  value,
  validFrom: '2023-01-01',
  validTo: null,
  source: null,
});
const rules = (kind: BodyKind, ...own: readonly Regulation[]) => rulesOf(kind, own, day);

test('R-KL-04: a deputy who does not serve speaks and has an opinion recorded only when the assembly has said so', () => {
  assert.deepEqual(
    [deputyMaySpeak(rules('committee'), false), deputyMayRecordOpinion(rules('committee'), false)],
    [false, false],
  );
  const both = rules('committee', said('deputyMaySpeak', 'yes'), said('deputyMayRecordOpinion', 'yes'));
  assert.deepEqual([deputyMaySpeak(both, false), deputyMayRecordOpinion(both, false)], [true, true]);
  const onlySpeak = rules('committee', said('deputyMaySpeak', 'yes'));
  assert.deepEqual([deputyMaySpeak(onlySpeak, false), deputyMayRecordOpinion(onlySpeak, false)], [true, false]);
});

test('R-KL-04 does not bind a deputy who serves', () => {
  assert.equal(deputyMaySpeak(rules('committee'), true), true);
});

test('R-KL-05: members take part at a distance only where it has been decided, and each counts when all see and hear each other', () => {
  const confirmed = { realTime: true, allSeeAndHear: true };
  assert.equal(mayTakePartRemotely(rules('committee')), false);
  assert.equal(countsAsPresentRemotely(rules('committee'), confirmed), false);
  const allowed = rules('committee', said('remoteParticipation', 'yes'));
  assert.equal(mayTakePartRemotely(allowed), true);
  assert.equal(countsAsPresentRemotely(allowed, confirmed), true);
  assert.equal(countsAsPresentRemotely(allowed, { realTime: true, allSeeAndHear: false }), false);
  assert.equal(countsAsPresentRemotely(allowed, { realTime: false, allSeeAndHear: true }), false);
});

test('R-KL-05: nothing that a reglemente says made it possible before the law did', () => {
  const early = { ...said('remoteParticipation', 'yes'), validFrom: '2010-01-01' };
  assert.equal(mayTakePartRemotely(rulesOf('committee', [early], '2014-06-30')), false);
  assert.equal(mayTakePartRemotely(rulesOf('committee', [early], '2014-07-01')), true);
});

test('R-KL-05 does not bind an officials’ group or a beredning', () => {
  for (const kind of ['officialsGroup', 'draftingCommittee'] as const) {
    assert.equal(mayTakePartRemotely(rules(kind)), true, kind);
    assert.equal(countsAsPresentRemotely(rules(kind), { realTime: false, allSeeAndHear: false }), true, kind);
  }
  assert.equal(mayTakePartRemotely(rules('draftingCommittee', said('remoteParticipation', 'no'))), false);
});

test('R-KL-22: a deputy has every right of a member while serving, and no right to move, vote or reserve otherwise', () => {
  const all = ['speak', 'move', 'vote', 'reserve', 'recordOpinion'] as const;
  const rights = (serving: boolean) => all.filter((right) => deputyHasRight(rules('committee'), right, serving));
  assert.deepEqual(rights(true), all);
  assert.deepEqual(rights(false), []);
  const speaking = rules('committee', said('deputyMaySpeak', 'yes'), said('deputyMayRecordOpinion', 'yes'));
  assert.deepEqual(
    all.filter((right) => deputyHasRight(speaking, right, false)),
    ['speak', 'recordOpinion'],
  );
});

test('R-KL-22 does not bind an officials’ group: nobody can reserve there', () => {
  assert.equal(deputyHasRight(rules('officialsGroup'), 'reserve', true), false);
});

test('R-KL-23 binds a nämnd and does not bind a beredning or an officials’ group, whose own rules may ask for it', () => {
  assert.deepEqual(quorumRuleOf(rules('committee')), { needed: true, mayFallByDisqualification: false });
  for (const kind of ['draftingCommittee', 'officialsGroup'] as const)
    assert.equal(quorumRuleOf(rules(kind)).needed, false, kind);
  assert.equal(quorumRuleOf(rules('draftingCommittee', said('rule.quorumNeeded', 'yes'))).needed, true);
});

test('R-KL-25: the assembly alone may act although disqualification takes it below the quorum', () => {
  assert.equal(quorumRuleOf(rules('assembly')).mayFallByDisqualification, true);
  for (const kind of ['committee', 'executiveBoard', 'jointCommittee', 'subCommittee'] as const)
    assert.equal(quorumRuleOf(rules(kind)).mayFallByDisqualification, false, kind);
});
