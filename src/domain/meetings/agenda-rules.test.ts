import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyKindNames, rulesetOf } from '../organisation/index.ts';
import type { AgendaItem } from './agenda-item.ts';
import { agendaNumbers, movedOrder, type OrderedItem, orderWith } from './agenda-order.ts';
import { type ChosenAdjuster, chooseAdjusters, clauseWithAdjusters } from './choose-adjusters.ts';
import { doorsOf } from './doors.ts';
import type { CalledSeat } from './meeting.ts';
import { type MemoContent, memoGaps, memoProblems, printedSection } from './memo.ts';
import { standingItemProblems, usualStandingItems } from './standing-items.ts';

type DoorFacts = Pick<AgendaItem, 'exercisesAuthority' | 'doorsClosed' | 'matter'>;
const ordinary: DoorFacts = { exercisesAuthority: false, doorsClosed: false, matter: null };
const secret: DoorFacts = { ...ordinary, matter: { id: 'm', registrationNumber: '26RS1', secret: true } };
const authority: DoorFacts = { ...ordinary, exercisesAuthority: true };
const rules = (kind: (typeof bodyKindNames)[number]) => rulesetOf(kind, '2026-05-05').rules;

test('R-KL-06: a committee closes its doors unless it was allowed to meet in public, and always for authority and secrecy', () => {
  assert.equal(doorsOf(ordinary, rules('committee')), 'byRule');
  const open = { doors: 'openAllowed' } as const;
  assert.equal(doorsOf(ordinary, open), 'open');
  assert.equal(doorsOf({ ...ordinary, doorsClosed: true }, open), 'byChoice');
  assert.equal(doorsOf(authority, open), 'authority');
  assert.equal(doorsOf(secret, open), 'secrecy');
});

test('R-KL-06 does not bind an assembly, which meets in public and closes its doors by its own decision', () => {
  for (const item of [ordinary, secret, authority]) assert.equal(doorsOf(item, rules('assembly')), 'open');
  assert.equal(doorsOf({ ...secret, doorsClosed: true }, rules('assembly')), 'byChoice');
});

const agenda: readonly OrderedItem[] = [
  { id: 'a', parentId: null },
  { id: 'b', parentId: null },
  { id: 'b1', parentId: 'b' },
  { id: 'b2', parentId: 'b' },
  { id: 'c', parentId: null },
];

test('an item moves with the points under it, and a point moves under its item', () => {
  assert.deepEqual(movedOrder(agenda, 'a', 'later'), ['b', 'b1', 'b2', 'a', 'c']);
  assert.deepEqual(movedOrder(agenda, 'c', 'earlier'), ['a', 'c', 'b', 'b1', 'b2']);
  assert.deepEqual(movedOrder(agenda, 'b2', 'earlier'), ['a', 'b', 'b2', 'b1', 'c']);
  assert.equal(movedOrder(agenda, 'b1', 'earlier'), undefined);
  assert.equal(movedOrder(agenda, 'a', 'earlier'), undefined);
});

test('an item is put last, before another, or last under its parent', () => {
  const put = (parentId: string | null, before: string | null) =>
    orderWith(agenda, { id: 'x', parentId }, before).join(' ');
  assert.equal(put(null, null), 'a b b1 b2 c x');
  assert.equal(put(null, 'b'), 'a x b b1 b2 c');
  assert.equal(put('b', null), 'a b b1 b2 x c');
});

test('an agenda is numbered 1, 2, 3 and its points 2.1, 2.2', () => {
  assert.deepEqual([...agendaNumbers(agenda).values()], ['1', '2', '2.1', '2.2', '3']);
});

test('property: moving loses no item and parts no point from its item', () => {
  const anAgenda = fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 })
    .map((points) =>
      points.flatMap((count, head): OrderedItem[] => [
        { id: `${head}`, parentId: null },
        ...Array.from({ length: count }, (_, point) => ({ id: `${head}.${point}`, parentId: `${head}` })),
      ]),
    );
  fc.assert(
    fc.property(anAgenda, fc.nat(), fc.constantFrom('earlier' as const, 'later' as const), (items, at, direction) => {
      const order = movedOrder(items, items[at % items.length]!.id, direction);
      if (!order) return;
      assert.deepEqual([...order].sort(), items.map(({ id }) => id).sort());
      const again = order.map((id) => items.find((item) => item.id === id)!);
      let head: string | undefined;
      for (const item of again) {
        if (item.parentId === null) head = item.id;
        else assert.equal(item.parentId, head);
      }
    }),
  );
});

const seat = (name: string | null, role: string | null = null): CalledSeat => ({
  kind: 'called',
  name,
  party: 'S',
  role,
  seatId: null,
});
const names = (chosen: readonly ChosenAdjuster[]) => chosen.map(({ duty, name }) => `${duty} ${name}`);

test('those whose turn it is adjust: never the chair, never a vacancy, and whoever did it last comes last', () => {
  const called = [seat('Ordförande', 'chair'), seat('Ett'), seat(null), seat('Två'), seat('Tre')];
  assert.deepEqual(names(chooseAdjusters(called, [], 1)), ['adjuster Ett', 'replacement Två']);
  assert.deepEqual(names(chooseAdjusters(called, ['Ett'], 1)), ['adjuster Två', 'replacement Tre']);
  assert.deepEqual(names(chooseAdjusters(called, ['Tre', 'Två', 'Ett'], 1)), ['adjuster Ett', 'replacement Två']);
  assert.deepEqual(names(chooseAdjusters(called, ['Två'], 2)), ['adjuster Ett', 'adjuster Tre', 'replacement Två']);
  assert.deepEqual(chooseAdjusters([seat('Ordförande', 'chair')], [], 1), []);
});

test('property: in as many meetings as there are members everybody has adjusted once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), (size) => {
      const called = Array.from({ length: size }, (_, index) => seat(`Person ${index}`));
      const history: string[] = [];
      for (let meeting = 0; meeting < size; meeting += 1)
        history.unshift(chooseAdjusters(called, history, 1).find(({ duty }) => duty === 'adjuster')!.name);
      assert.equal(new Set(history).size, size);
    }),
  );
});

test('the clause of the adjusters names them as seed 001 does, and is not proposed when nobody can be named', () => {
  const [clause] = usualStandingItems({ approval: 'adjustment' }).flatMap(({ clauses }) => clauses);
  const chosen = chooseAdjusters([seat('Ada Ek'), seat('Bo Al')], [], 1);
  assert.equal(
    clauseWithAdjusters(clause!, chosen),
    'att jämte ordföranden justera dagens protokoll utse Ada Ek (S) med Bo Al (S) som ersättare.',
  );
  assert.equal(clauseWithAdjusters(clause!, []), null);
});

test('the usual standing items are in order, for each way to approve minutes', () => {
  for (const kind of bodyKindNames) assert.deepEqual(standingItemProblems(usualStandingItems(rules(kind))), []);
  const point = { place: 'opening', sub: true, title: 'Lös', category: 'other', clauses: ['godkänna'] } as const;
  assert.deepEqual(
    standingItemProblems([point]).map(({ path }) => path),
    ['items.0.clauses', 'items.0.sub'],
  );
});

const memo: MemoContent = {
  unit: 'Staben',
  officer: 'Ada Ek',
  sections: { summary: 'Kort om ärendet.' },
  noConsequences: [],
  basis: [],
  signatures: [],
  recipients: [],
};

test('a memo is ready when its consequences are described or denied, and not both', () => {
  assert.deepEqual(
    memoGaps(memo).map(({ path }) => path),
    ['perspectives', 'finances'],
  );
  const answered: MemoContent = {
    ...memo,
    sections: { ...memo.sections, finances: 'Kostar 20 000 kronor.' },
    noConsequences: ['perspectives'],
  };
  assert.deepEqual([memoGaps(answered), memoProblems(answered)], [[], []]);
  assert.match(printedSection(answered, 'perspectives') ?? '', /inte få några konsekvenser/);
  assert.equal(printedSection(answered, 'followUp'), undefined);
  const both: MemoContent = { ...answered, noConsequences: ['finances'] };
  assert.deepEqual(
    memoProblems(both).map(({ path, key }) => `${path} ${key}`),
    ['finances memo.bothAnswers'],
  );
});
