import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { connectedGroups, goOnFrom, type RecordLink, reach } from './record-links.ts';

const link = (from: string, to: string, rest: Partial<RecordLink> = {}): RecordLink => ({
  from: { noun: nounOf(from), id: from },
  to: { noun: nounOf(to), id: to },
  kind: 'concerns',
  reason: null,
  proposed: false,
  ...rest,
});
const nounOf = (id: string) => (id.startsWith('w') ? 'formReturn' : 'assignment');

const someLinks = fc.array(
  fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'w1', 'w2'),
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'w1', 'w2'),
      fc.boolean(),
    )
    .filter(([from, to]) => from !== to)
    .map(([from, to, proposed]) => link(from, to, { proposed })),
  { maxLength: 12 },
);

test('what is two links away is reached, with the link that leads nearer the beginning', () => {
  const reached = reach(['a'], [link('b', 'a'), link('b', 'c'), link('c', 'd')], 2);
  assert.deepEqual(
    reached.map(({ id, steps, links }) => [id, steps, links.map(({ from, to }) => `${from.id}${to.id}`)]),
    [
      ['b', 1, ['ba']],
      ['c', 2, ['bc']],
    ],
  );
});

test('a thread does not go on through what is about everything, but it begins there', () => {
  const links = [link('a', 'w1'), link('b', 'w1')];
  assert.deepEqual(
    reach(['a'], links, 2).map(({ id }) => id),
    ['w1'],
  );
  assert.deepEqual(
    reach(['w1'], links, 2)
      .map(({ id }) => id)
      .sort(),
    ['a', 'b'],
  );
  assert.deepEqual(goOnFrom(links, new Set(['a'])), [{ noun: 'assignment', id: 'b' }]);
});

test('a record is proposed only when nothing but a proposal leads to it', () => {
  const links = [
    link('a', 'b', { proposed: true }),
    link('a', 'b', { kind: 'continues' }),
    link('a', 'c', { proposed: true }),
  ];
  assert.deepEqual(
    reach(['a'], links, 2).map(({ id, proposed }) => [id, proposed]),
    [
      ['b', false],
      ['c', true],
    ],
  );
});

test('whatever the order of the links, and however they go in rings, the same records are reached once each', () => {
  fc.assert(
    fc.property(someLinks, fc.infiniteStream(fc.nat()), (links, order) => {
      const shuffled = [...links]
        .map((one) => [order.next().value as number, one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one);
      const byId = (found: ReturnType<typeof reach>) => [...found].sort((a, b) => a.id.localeCompare(b.id));
      const reached = byId(reach(['a'], links, 2));
      assert.deepEqual(byId(reach(['a'], shuffled, 2)), reached);
      assert.equal(new Set(reached.map(({ id }) => id)).size, reached.length);
      for (const { from, to } of links)
        if (from.id === 'a' || to.id === 'a')
          assert.ok(
            reached.some(({ id }) => id === (from.id === 'a' ? to.id : from.id)),
            'a neighbour is lost',
          );
      for (const one of reached) assert.ok(one.links.length > 0, 'nothing stands there without a reason');
    }),
  );
});

test('every record lies in exactly one group, and each link within one', () => {
  fc.assert(
    fc.property(someLinks, (links) => {
      const groups = connectedGroups(links);
      const ids = groups.flatMap((group) => group.map(({ id }) => id));
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(new Set(ids), new Set(links.flatMap(({ from, to }) => [from.id, to.id])));
      for (const { from, to } of links) {
        const group = groups.find((one) => one.some(({ id }) => id === from.id))!;
        assert.ok(group.some(({ id }) => id === to.id));
      }
      for (const [index, group] of groups.slice(1).entries()) assert.ok(groups[index]!.length >= group.length);
    }),
  );
});
