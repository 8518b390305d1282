import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type BodyKind, bodyKindNames } from './body-kinds.ts';
import {
  closedBallotAllowed,
  mandateNotice,
  mayDecide,
  standBehind,
  statementStanding,
  tieBreaker,
  votesToTable,
} from './decision-rules.ts';
import { rulesOf } from './regulation.ts';

const rules = (kind: BodyKind) => rulesOf(kind, [], '2026-03-02');

test('R-ORG-1: a nämnd decides, an utskott what was delegated, a beredning its own budget, a group and a party nothing', () => {
  const cases = [{}, { delegated: true }, { ownBudget: true }] as const;
  const row = (kind: BodyKind) => cases.map((what) => mayDecide(rules(kind), what));
  assert.deepEqual(row('committee'), [true, true, true]);
  assert.deepEqual(row('subCommittee'), [false, true, false]);
  assert.deepEqual(row('draftingCommittee'), [false, false, true]);
  assert.deepEqual(row('assemblyDraftingCommittee'), [false, false, false]);
  assert.deepEqual(row('officialsGroup'), [false, false, false]);
});

test('R-ORG-1: a body says what it cannot decide exactly when it cannot', () => {
  for (const kind of bodyKindNames)
    assert.equal(mandateNotice(rules(kind)) === undefined, mayDecide(rules(kind)), kind);
  assert.match(mandateNotice(rules('draftingCommittee'))!.sv, /bereder och beslutar inte, utom om den egna budgeten/);
  assert.match(mandateNotice(rules('officialsGroup'))!.sv, /varje huvudmans/);
});

test('R-ORG-3: one formal maker of a decision, and thirteen parties behind what a group agrees on', () => {
  const parties = ['regionen', ...Array.from({ length: 12 }, (_, i) => `kommun ${i + 1}`)];
  assert.equal(standBehind(rules('officialsGroup'), 'gruppen', parties).length, 13);
  assert.deepEqual(standBehind(rules('committee'), 'nämnden', parties), ['nämnden']);
});

test('R-KL-31: votes are open, and a ballot is closed only for elections and appointments', () => {
  assert.deepEqual(
    (['matter', 'election', 'appointment'] as const).map((subject) => closedBallotAllowed(rules('committee'), subject)),
    [false, true, true],
  );
});

test('R-KL-31 does not bind an officials’ group', () => {
  assert.equal(closedBallotAllowed(rules('officialsGroup'), 'matter'), true);
});

test('R-KL-32: the chair’s vote decides a tie, the lot one in elections and appointments', () => {
  assert.deepEqual(
    (['matter', 'election', 'appointment'] as const).map((subject) => tieBreaker(rules('assembly'), subject)),
    ['castingVote', 'lot', 'lot'],
  );
});

test('R-KL-32 does not bind an officials’ group or a beredning', () => {
  for (const kind of ['officialsGroup', 'draftingCommittee'] as const)
    assert.equal(tieBreaker(rules(kind), 'matter'), 'none', kind);
});

test('R-KL-35: more than half table an item in a nämnd, a third of those present in the assembly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (voting) => {
      const nämnd = votesToTable(rules('committee'), voting);
      assert.ok(nämnd * 2 > voting && (nämnd - 1) * 2 <= voting);
      const assembly = votesToTable(rules('assembly'), voting);
      assert.ok(assembly * 3 >= voting && (assembly - 1) * 3 < voting);
    }),
  );
});

test('R-KL-35 does not bind the assembly to a majority: a third tables there, and of eleven that is four', () => {
  assert.deepEqual([votesToTable(rules('assembly'), 11), votesToTable(rules('committee'), 11)], [4, 6]);
});

test('R-KL-37: a reservation is a right, a note and a special statement need the leave of the body', () => {
  const all = ['reservation', 'minutesNote', 'specialStatement'] as const;
  assert.deepEqual(
    all.map((kind) => statementStanding(rules('committee'), kind)),
    ['right', 'byLeave', 'byLeave'],
  );
});

test('R-KL-37 does not bind an officials’ group: nothing there is a right by law', () => {
  assert.equal(statementStanding(rules('officialsGroup'), 'reservation'), 'byLeave');
});
