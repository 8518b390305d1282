import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Assignment } from '../assignments/index.ts';
import { tieLines } from './thread-lines.ts';

const assignment = (year: number, number: number): Assignment => ({
  id: `${year}:${number}`,
  version: 1,
  year,
  number,
  position: number,
  ref: `${year}:${number}`,
  title: `Uppdrag ${number}`,
  text: null,
  heading: null,
  planId: null,
  objectiveId: null,
  givenByBodyId: null,
  reportToBodyId: null,
  dueOn: null,
  state: 'given',
  parties: [],
});
const all = [2024, 2025, 2026].flatMap((year) => [1, 2, 3].map((number) => assignment(year, number)));
const refs = (lines: ReturnType<typeof tieLines>) =>
  lines.map((line) => line.assignments.map(({ ref }) => ref).join(' '));

test('assignments that continue each other are one line, the newest lines first', () => {
  const pairs = [
    ['2026:1', '2025:2'],
    ['2025:2', '2024:3'],
  ] as const;
  assert.deepEqual(refs(tieLines(all, pairs)), [
    '2024:3 2025:2 2026:1',
    '2026:2',
    '2026:3',
    '2025:1',
    '2025:3',
    '2024:1',
    '2024:2',
  ]);
});

test('two that go on as one are one line; a pair with an end elsewhere ties nothing', () => {
  const pairs = [
    ['2025:1', '2024:1'],
    ['2025:1', '2024:2'],
    ['2026:1', '2019:9'],
  ] as const;
  assert.deepEqual(
    refs(tieLines(all, pairs)).filter((line) => line.includes(' ')),
    ['2024:1 2024:2 2025:1'],
  );
});

test('every assignment stands in exactly one line, however they are tied', () => {
  const pair = fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)).map(([a, b]) => [a.id, b.id] as const);
  fc.assert(
    fc.property(fc.array(pair), fc.shuffledSubarray(all), (pairs, some) => {
      const tied = tieLines(some, pairs).flatMap((line) => line.assignments.map(({ id }) => id));
      assert.deepEqual(tied.toSorted(), some.map(({ id }) => id).toSorted());
    }),
  );
});
