import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyKind } from './body-kinds.ts';
import {
  type Delegate,
  delegatedDecisionDuty,
  delegates,
  mayDelegate,
  maySubdelegate,
  type NeverDelegated,
  neverDelegated,
  standingItems,
  standingItemsOf,
} from './delegation-rules.ts';
import { rulesOf } from './regulation.ts';

const rules = (kind: BodyKind) => rulesOf(kind, [], '2026-03-02');
const all = Object.keys(delegates) as readonly Delegate[];

test('R-KL-38: goals, submissions to the assembly and authority in matters of principle are delegated to nobody', () => {
  for (const subject of Object.keys(neverDelegated) as readonly NeverDelegated[])
    for (const to of all)
      assert.equal(mayDelegate(rules('committee'), { subject, legalityReview: true }, to), false, `${subject} ${to}`);
});

test('R-KL-39: other matters go to presidium, utskott, member, deputy or staff, and to a machine when KL 13 is not the way to appeal', () => {
  const to = (legalityReview: boolean) =>
    all.filter((one) => mayDelegate(rules('committee'), { subject: 'other', legalityReview }, one));
  assert.deepEqual(to(false), all);
  assert.deepEqual(
    to(true),
    all.filter((one) => one !== 'automatic'),
  );
  assert.deepEqual(
    all.filter((one) => maySubdelegate(one, true)),
    ['employee'],
  );
  assert.equal(maySubdelegate('employee', false), false);
});

test('R-KL-39 does not bind a beredning or an officials’ group: they have no power to hand on', () => {
  for (const kind of ['draftingCommittee', 'officialsGroup', 'subCommittee'] as const)
    assert.equal(mayDelegate(rules(kind), { subject: 'other', legalityReview: false }, 'employee'), false, kind);
});

test('R-KL-40: what the chair decided in haste is reported at the next meeting; what is not reported has minutes of its own', () => {
  const duty = (kind: 'urgentByChair' | 'delegated', reported: boolean, appealable: boolean) =>
    delegatedDecisionDuty(rules('committee'), { kind, reported, appealable });
  assert.equal(duty('urgentByChair', false, true), 'reportAtNextMeeting');
  assert.equal(duty('delegated', true, true), 'report');
  assert.equal(duty('delegated', false, true), 'ownMinutesOnBoard');
  assert.equal(duty('delegated', false, false), 'none');
  assert.deepEqual(standingItemsOf(rules('committee')), ['delegatedDecisions']);
  assert.equal(standingItems.delegatedDecisions.title.sv, 'Anmälan av delegationsbeslut');
});

test('R-KL-40 does not bind a beredning or an officials’ group: nothing is delegated there', () => {
  for (const kind of ['draftingCommittee', 'officialsGroup'] as const) {
    assert.deepEqual(standingItemsOf(rules(kind)), [], kind);
    const decision = { kind: 'urgentByChair', reported: false, appealable: true } as const;
    assert.equal(delegatedDecisionDuty(rules(kind), decision), 'none', kind);
  }
});
