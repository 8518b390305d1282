import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyKind } from './body-kinds.ts';
import { adjustersNeeded, adjustmentRule, becamePublic, minutesRegulated, sectionSeriesOf } from './minutes-rules.ts';
import { rulesOf } from './regulation.ts';

const day = '2026-03-02';
const rules = (kind: BodyKind) => rulesOf(kind, [], day);

test('R-TF-1: minutes of a nämnd are public when adjusted, those of a body that prepares when sent out or closed', () => {
  const enough = (kind: BodyKind) =>
    (['adjustment', 'dispatch', 'caseClosed'] as const).filter((event) => becamePublic(rules(kind), [event]));
  assert.deepEqual(enough('committee'), ['adjustment', 'dispatch', 'caseClosed']);
  assert.deepEqual(enough('draftingCommittee'), ['dispatch', 'caseClosed']);
  assert.equal(becamePublic({ ...rules('draftingCommittee'), becomesPublicBy: 'caseClosed' }, ['dispatch']), false);
  assert.equal(becamePublic(rules('committee'), []), false);
});

test('R-TF-1 does not bind an officials’ group to adjustment: nothing there is adjusted by law', () => {
  assert.equal(becamePublic(rules('officialsGroup'), ['adjustment']), false);
});

test('R-KL-53: a nämnd has 14 days to adjust by law; R-KL-53 does not bind a beredning without own rules', () => {
  assert.deepEqual(adjustmentRule(rules('committee'), [], day), { days: 14, source: 'kommunallagen 5:69' });
  assert.equal(adjustmentRule(rules('draftingCommittee'), [], day), undefined);
  assert.equal(minutesRegulated(rules('subCommittee')), false);
  assert.equal(minutesRegulated(rules('subCommittee'), true), true);
  assert.equal(minutesRegulated(rules('officialsGroup'), true), false);
});

test('§§ are numbered through the year, or anew in each meeting of a body that does so', () => {
  assert.deepEqual(sectionSeriesOf(rules('committee'), '2020-11-24', 'm'), { year: 2020 });
  assert.deepEqual(sectionSeriesOf(rules('officialsGroup'), '2020-11-24', 'm'), { meetingId: 'm' });
});

test('R-KL-50: the chair always signs; the others are as many as the reglemente says, or all who served', () => {
  assert.deepEqual(adjustersNeeded(rules('committee'), 9), { chair: true, others: 1 });
  assert.deepEqual(adjustersNeeded({ ...rules('committee'), adjusters: 'chairAlone' }, 9), { chair: true, others: 0 });
  assert.deepEqual(adjustersNeeded({ ...rules('committee'), adjusters: 'all' }, 9), { chair: true, others: 8 });
});
