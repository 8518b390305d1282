import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyKindNames } from './body-kinds.ts';
import type { BodyRules } from './body-rules.ts';
import { isRegulationValue, type Regulation, regulationProblems, rulesOf } from './regulation.ts';
import { isCount } from './regulation-entry.ts';
import { type RegulationKey, regulationEntry, regulationKeyNames } from './regulation-keys.ts';

const day = '2026-03-02';
const said = (
  key: RegulationKey,
  value: string,
  validFrom = '2023-01-01',
  validTo: string | null = null,
): Regulation => ({
  id: `${key}${validFrom}`,
  bodyId: 'organ',
  key,
  value,
  validFrom,
  validTo,
  source: null,
});
const valuesOf = (key: RegulationKey): readonly string[] => {
  const { values } = regulationEntry(key);
  return isCount(values) ? [String(values.least), String(values.most)] : Object.keys(values);
};

test('R-ORG-2: each value of the reglemente holds between its days and not beside them', () => {
  const own = [said('remoteParticipation', 'yes', '2023-01-01', '2023-12-31')];
  const remote = (date: string) => rulesOf('committee', own, date).remote;
  assert.deepEqual(['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map(remote), [
    'notAllowed',
    'allowed',
    'allowed',
    'notAllowed',
  ]);
});

test('R-ORG-2: every value that can be chosen changes what it is about and nothing else', () => {
  const keysOfRules: Partial<Record<RegulationKey, readonly (keyof BodyRules)[]>> = {
    remoteParticipation: ['remote'],
    publicMeetings: ['doors'],
    deputiesOrder: ['deputiesServe'],
    'rule.mayDecide': ['mayDecide', 'mandate'],
    noticeDays: ['noticeDays'],
    deputyKeepsPrecedence: ['serving'],
    memberTakesSeatBack: ['serving'],
    leaverMayServeAgain: ['serving'],
    members: [],
    deputies: [],
    adjustmentDays: [],
  };
  const plain = rulesOf('committee', [], day);
  for (const key of regulationKeyNames)
    for (const value of valuesOf(key)) {
      const changed = rulesOf('committee', [said(key, value)], day);
      const differing = (Object.keys(plain) as (keyof BodyRules)[]).filter(
        (name) => JSON.stringify(plain[name]) !== JSON.stringify(changed[name]),
      );
      const allowed = keysOfRules[key] ?? [key.replace('rule.', '') as keyof BodyRules];
      assert.ok(
        differing.every((name) => allowed.includes(name)),
        `${key} ${value} changed ${differing.join()}`,
      );
    }
});

test('R-ORG-2: every key that changes a rule can change it for some kind, so that no row is dead', () => {
  for (const key of regulationKeyNames.filter((one) => regulationEntry(one).rule))
    assert.ok(
      bodyKindNames.some((kind) =>
        valuesOf(key).some(
          (value) => JSON.stringify(rulesOf(kind, [said(key, value)], day)) !== JSON.stringify(rulesOf(kind, [], day)),
        ),
      ),
      key,
    );
});

test('R-ORG-2: a number has bounds, a word is one of the list', () => {
  assert.equal(isRegulationValue('adjusterCount', '2'), true);
  for (const bad of ['10', '-1', '1,5', '', 'två']) assert.equal(isRegulationValue('adjusterCount', bad), false, bad);
  assert.equal(isRegulationValue('adjusters', 'all'), true);
  assert.equal(isRegulationValue('adjusters', 'toString'), false);
});

test('R-ORG-2: a reglemente cannot go below the law, where the law binds the kind', () => {
  const problems = (kind: Parameters<typeof rulesOf>[0], key: string, value: string, validFrom = '2023-01-01') =>
    regulationProblems(kind, { key, value, validFrom }).map((one) => one.key);
  assert.deepEqual(problems('assembly', 'noticeDays', '6'), ['organisation.noticeBelowLaw']);
  assert.deepEqual(problems('assembly', 'noticeDays', '8'), []);
  assert.deepEqual(problems('committee', 'noticeDays', '3'), []);
  assert.deepEqual(problems('committee', 'adjustmentDays', '15'), ['organisation.adjustmentBeyondLaw']);
  assert.deepEqual(problems('draftingCommittee', 'adjustmentDays', '15'), []);
  assert.deepEqual(problems('committee', 'remoteParticipation', 'yes', '2014-01-01'), [
    'organisation.remoteNotPossible',
  ]);
  assert.deepEqual(problems('committee', 'adjusterCount', '99'), ['organisation.regulationBounds']);
  assert.deepEqual(problems('committee', 'adjusters', 'någon'), ['organisation.regulationValue']);
  assert.deepEqual(problems('committee', 'okänd', '1'), ['validation.choose']);
});
