import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyKindNames } from './body-kinds.ts';
import { effectiveRules, regulationKeysFor } from './effective-rules.ts';
import { isRegulationValue, type Regulation, rulesOf } from './regulation.ts';
import type { RegulationKey } from './regulation-keys.ts';

const day = '2026-03-02';
const said = (key: RegulationKey, value: string, source: string | null = null): Regulation => ({
  id: key,
  bodyId: 'organ',
  key,
  value,
  validFrom: '2023-01-01',
  validTo: null,
  source,
});
const row = (kind: Parameters<typeof effectiveRules>[0], key: RegulationKey, own: readonly Regulation[] = []) => {
  const { value, origin, source } = effectiveRules(kind, own, day).find((one) => one.key === key)!;
  return [value, origin, source];
};

test('R-ORG-2: each value that holds names the reglemente or the law as its source', () => {
  assert.deepEqual(row('committee', 'adjustmentDays'), ['14', 'law', 'KL 5:69']);
  const own = [said('adjustmentDays', '10', 'Reglemente för nämnden')];
  assert.deepEqual(row('committee', 'adjustmentDays', own), ['10', 'regulation', 'Reglemente för nämnden']);
  assert.deepEqual(row('committee', 'questionDays'), [null, 'custom', null]);
});

test('R-ORG-2: no section is named as a source for a beredning or an officials’ group', () => {
  for (const kind of ['draftingCommittee', 'officialsGroup'] as const)
    assert.deepEqual(
      effectiveRules(kind, [], day).filter((one) => one.origin === 'law'),
      [],
      kind,
    );
  assert.deepEqual(row('draftingCommittee', 'rule.quorumNeeded'), ['no', 'custom', null]);
});

test('R-ORG-2: the value shown is one that the key can have, and recording it changes nothing', () => {
  // Recorded "no" about public meetings is a decision, and its absence is none: the doors are closed either way, for another reason.
  const decisions: readonly RegulationKey[] = ['publicMeetings'];
  for (const kind of bodyKindNames)
    for (const { key, value } of effectiveRules(kind, [], day)) {
      if (value === null) continue;
      assert.ok(isRegulationValue(key, value), `${kind} ${key} ${value}`);
      // What a beredning or a group may decide about itself has no word of its own in the list.
      if (decisions.includes(key) || key === 'rule.mayDecide') continue;
      assert.deepEqual(rulesOf(kind, [said(key, value)], day), rulesOf(kind, [], day), `${kind} ${key} ${value}`);
    }
});

test('a body without seats has neither size nor deputies to record', () => {
  assert.ok(!regulationKeysFor('officialsGroup').includes('members'));
  assert.ok(!regulationKeysFor('officialsGroup').includes('deputyMaySpeak'));
  assert.ok(regulationKeysFor('draftingCommittee').includes('members'));
});
