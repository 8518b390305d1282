import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallestGroup } from '../../kernel/small-groups.ts';
import { smallGroups } from './hide-small-groups.ts';
import { readableCode, tidyCode, usualEndLabels } from './poll.ts';
import { type CountedBallot, type Distribution, pollResult, steppedTally, tallyOf } from './poll-result.ts';

const question = {
  id: 'q',
  position: 1,
  kind: 'agree' as const,
  prompt: 'Vården är nära.',
  lowLabel: usualEndLabels.low,
  highLabel: usualEndLabels.high,
  options: [],
  goal: null,
};
const groups = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
const ballotsOf = (sizes: readonly number[], value: (index: number) => string): readonly CountedBallot[] =>
  sizes.flatMap((size, place) =>
    Array.from({ length: size }, (_, index) => ({ groupId: groups[place]?.id ?? null, answers: { q: value(index) } })),
  );

/** What the whole and the shown groups say, as a reader sees it. */
const shownOf = (sizes: readonly number[]): string => {
  const hidden = smallGroups(sizes);
  return `${sizes.reduce((sum, size) => sum + size, 0)}: ${sizes.map((size, place) => (hidden.has(place) ? 'few' : size)).join()}`;
};

/** All sizes that a group could have when this is shown, found by trying every way to share the answers out; with the rule known. */
function possibleSizes(rule: (sizes: readonly number[]) => string, count: number, most: number) {
  const byView = new Map<string, (readonly number[])[]>();
  const walk = (sizes: readonly number[]): void => {
    if (sizes.length === count) {
      const view = rule(sizes);
      byView.set(view, [...(byView.get(view) ?? []), sizes]);
      return;
    }
    for (let size = 0; size <= most; size += 1) walk([...sizes, size]);
  };
  walk([]);
  return byView;
}

/** The views in which the size of a hidden group is certain. Only whole views count: those whose every sharing was tried. */
function recoverable(rule: (sizes: readonly number[]) => string, count: number, most: number): readonly string[] {
  return [...possibleSizes(rule, count, most)].flatMap(([view, ways]) => {
    const total = Number.parseInt(view, 10);
    if (total === 0 || total > most) return [];
    const hidden = view
      .split(': ')[1]!
      .split(',')
      .map((word) => word === 'few');
    return hidden.some((is, place) => is && new Set(ways.map((sizes) => sizes[place])).size === 1) ? [view] : [];
  });
}

test('no hidden size can be counted back, also by one who knows the rule: every sharing of the answers tried', () => {
  assert.deepEqual(recoverable(shownOf, 2, 24), []);
  assert.deepEqual(recoverable(shownOf, 3, 24), []);
  assert.deepEqual(recoverable(shownOf, 4, 17), []);
});

test('control: the attack finds what simpler rules give away', () => {
  const onlySmall = (sizes: readonly number[]) =>
    `${sizes.reduce((sum, size) => sum + size, 0)}: ${sizes.map((size) => (size < smallestGroup ? 'few' : size)).join()}`;
  assert.ok(recoverable(onlySmall, 3, 20).length > 0, 'one hidden group is what is left');
  const nextSmallest = (sizes: readonly number[]) => {
    const hidden = new Set(sizes.flatMap((size, place) => (size < smallestGroup ? [place] : [])));
    const rest = sizes.map((_, place) => place).filter((place) => !hidden.has(place));
    if (hidden.size === 1) hidden.add(rest.toSorted((a, b) => sizes[a]! - sizes[b]!)[0]!);
    return `${sizes.reduce((sum, size) => sum + size, 0)}: ${sizes.map((size, place) => (hidden.has(place) ? 'few' : size)).join()}`;
  };
  assert.ok(recoverable(nextSmallest, 3, 20).length > 0, 'who knows which comes next can count it');
});

test('what is hidden holds no small rest: two groups at least, and five answers between them, or all', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 8 }), (sizes) => {
      const hidden = smallGroups(sizes);
      for (const [place, size] of sizes.entries()) assert.ok(hidden.has(place) || size >= smallestGroup);
      const sum = [...hidden].reduce((total, place) => total + sizes[place]!, 0);
      assert.ok(hidden.size === 0 || hidden.size === sizes.length || (hidden.size >= 2 && sum >= smallestGroup));
    }),
    { numRuns: 500 },
  );
});

test('two ballots in hidden groups can change places without a change in what is shown', () => {
  const value = fc.constantFrom('1', '2', '3', '4', '5');
  const ballot = fc.record({ groupId: fc.constantFrom('a', 'b', 'c', null), answers: fc.record({ q: value }) });
  fc.assert(
    fc.property(fc.array(ballot, { minLength: 5, maxLength: 40 }), (ballots) => {
      const [result] = pollResult({ questions: [question], groups }, ballots);
      const hidden = result!.groups.flatMap(({ result: one }, place) =>
        one === 'few' ? [groups[place]?.id ?? null] : [],
      );
      const [one, two] = hidden;
      if (one === undefined || two === undefined) return;
      const swapped = ballots.map((each) =>
        each.groupId === one ? { ...each, groupId: two } : each.groupId === two ? { ...each, groupId: one } : each,
      );
      assert.deepEqual(pollResult({ questions: [question], groups }, swapped), [result]);
    }),
    { numRuns: 500 },
  );
});

test('the whole is exact, and the shown groups are parts of it', () => {
  const ballots = ballotsOf([6, 7, 8, 9], (index) => String((index % 5) + 1));
  const [result] = pollResult({ questions: [question], groups }, ballots);
  assert.equal((result!.all as Distribution).answered, 30);
  assert.deepEqual(
    result!.groups.map(({ name, result: one }) => [name, one === 'few' ? one : one.answered]),
    [
      ['a', 6],
      ['b', 7],
      ['c', 8],
      [null, 9],
    ],
  );
  const few = pollResult(
    { questions: [question], groups },
    ballotsOf([2, 1, 1, 0], () => '3'),
  )[0]!;
  assert.equal(few.all, 'few');
});

test('the median is the middle answer, and lies between two steps when half stand on each side', () => {
  const medianOf = (values: readonly string[]) => {
    const ballots = values.map((q) => ({ groupId: null, answers: { q } }));
    return (pollResult({ questions: [question], groups: [] }, ballots)[0]!.all as Distribution).median;
  };
  assert.equal(medianOf(['1', '1', '5', '5', '5']), 5);
  assert.equal(medianOf(['1', '2', '3', '4', '4', '5']), 3.5);
  assert.equal(medianOf(['4', '4', '4', '4', '4', '4']), 4);
});

test('what is shown while answers come in moves by five at a time, question by question', () => {
  const sorts = fc.array(fc.record({ answers: fc.dictionary(fc.constantFrom('q', 'p'), fc.constantFrom('1', '2')) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(sorts, (ballots) => {
      let shown = {} as ReturnType<typeof tallyOf>;
      const sum = (tally: typeof shown, id: string) =>
        Object.values(tally[id] ?? {}).reduce((total, count) => total + count, 0);
      for (let count = 0; count <= ballots.length; count += 1) {
        const now = tallyOf(ballots.slice(0, count).map((one) => ({ groupId: null, ...one })));
        const next = steppedTally(shown, now);
        for (const id of ['q', 'p']) {
          const step = sum(next, id) - sum(shown, id);
          assert.ok(step === 0 || step >= smallestGroup);
        }
        shown = next;
      }
    }),
  );
});

test('a code is read from a wall without mistakes, and typed as one likes', () => {
  const token = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64url');
  assert.match(readableCode(6, token), /^[2-9A-HJKMNP-Z]{6}$/);
  assert.equal(tidyCode(' b7k-4pd '), 'B7K4PD');
});
