import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assignment, AssignmentParty } from '../assignments/index.ts';
import { type HistoryEventKind, historyOf } from './index.ts';

function given(id: string, year: number, performer: string, more: Partial<Assignment> = {}): Assignment {
  const party: AssignmentParty = { bodyId: performer, bodyName: performer, role: 'performer' };
  return {
    id,
    version: 1,
    year,
    number: 1,
    position: 1,
    ref: `${year}:1`,
    title: id,
    text: null,
    heading: null,
    planId: null,
    objectiveId: null,
    givenByBodyId: null,
    reportToBodyId: null,
    dueOn: null,
    state: 'given',
    parties: [party],
    ...more,
  };
}

test('split, merged, continued, taken over, directed elsewhere, moved and silent are all told, in their steps', () => {
  const elsewhere: AssignmentParty = { bodyId: 'annan', bodyName: 'annan', role: 'directedTo' };
  const steps = historyOf(
    [
      given('sist', 2026, 'B', { parties: [...given('x', 2026, 'B').parties, elsewhere] }),
      given('hel', 2023, 'A', { state: 'transferred' }),
      given('del', 2024, 'A'),
      given('samlad', 2025, 'A', { state: 'paused' }),
    ],
    [
      { fromId: 'hel', toId: 'del', kind: 'splitInto' },
      { fromId: 'del', toId: 'samlad', kind: 'mergedInto' },
      { fromId: 'sist', toId: 'samlad', kind: 'predecessor' },
      { fromId: 'sist', toId: 'hel', kind: 'refersTo' },
    ],
    [],
    [
      {
        id: 'd',
        assignmentId: 'del',
        oldDueOn: '2024-06-30',
        newDueOn: '2024-12-31',
        reason: 'Mer tid.',
        changedAt: new Date('2024-06-01'),
        changedBy: 'Någon',
      },
    ],
    '2026-11-22',
  );
  const kinds = (id: string): readonly HistoryEventKind[] =>
    steps.find(({ assignment }) => assignment.id === id)!.events.map(({ kind }) => kind);
  assert.deepEqual(
    steps.map(({ assignment }) => assignment.year),
    [2023, 2024, 2025, 2026],
  );
  assert.deepEqual(kinds('hel'), ['silent', 'transferred', 'splitInto']);
  assert.deepEqual(kinds('del'), ['partOf', 'dueMoved', 'silent', 'mergedInto']);
  assert.deepEqual(kinds('samlad'), ['mergedFrom', 'silent', 'paused', 'continuedAs']);
  assert.deepEqual(kinds('sist'), ['followsOn', 'takenOver', 'directedElsewhere'], 'the year is not over: not silent');
  const over = steps.at(-1)!.events.find(({ kind }) => kind === 'takenOver');
  assert.deepEqual(over?.values, { body: 'B', from: 'A' });
});
