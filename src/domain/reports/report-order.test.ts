import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inReportOrder, reportGroupingCodes, selectionSentence } from './report-order.ts';

const one = (number: number | null, rest: Partial<Parameters<typeof inReportOrder>[0][number]> = {}) => ({
  number,
  heading: null,
  objective: null,
  perspective: null,
  recipients: [],
  ...rest,
});

test('groups come as their first assignment does, and what has no group comes last', () => {
  const placed = inReportOrder(
    [
      one(1, { perspective: 'Verksamhet' }),
      one(2),
      one(3, { perspective: 'Medarbetare' }),
      one(4, { perspective: 'Verksamhet' }),
    ],
    'perspective',
  );
  assert.deepEqual(
    placed.map(({ number, groupHeading }) => [number, groupHeading]),
    [
      [1, 'Verksamhet'],
      [4, 'Verksamhet'],
      [3, 'Medarbetare'],
      [2, 'Övriga uppdrag'],
    ],
  );
});

test('one text with several addressees stands under all their names', () => {
  const [placed] = inReportOrder([one(4, { recipients: ['Sociala nämnden', 'Vårdnämnden'] })], 'recipients');
  assert.equal(placed?.groupHeading, 'Uppdrag till Sociala nämnden och Vårdnämnden');
});

test('the headings of the plan are as the plan has them', () => {
  const placed = inReportOrder([one(2, { heading: '3.1' }), one(1)], 'heading');
  assert.deepEqual(
    placed.map(({ groupHeading }) => groupHeading),
    ['3.1', null],
  );
});

test('no order loses an assignment or says one twice', () => {
  const name = fc.option(fc.constantFrom('A', 'B', 'C'), { nil: null });
  const assignment = fc.record({
    number: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    heading: name,
    objective: name,
    perspective: name,
    recipients: fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 12 }), fc.constantFrom(...reportGroupingCodes), (all, grouping) => {
      const withKeys = all.map((each, key) => ({ ...each, key }));
      const placed = inReportOrder(withKeys, grouping);
      assert.deepEqual(
        placed.map(({ key }) => key).toSorted((a, b) => a - b),
        withKeys.map(({ key }) => key),
      );
      // A heading is never said again after another one has been.
      if (grouping === 'heading') return;
      const headings = placed.map(({ groupHeading }) => groupHeading);
      const changes = headings.filter((heading, at) => heading !== headings[at - 1] || at === 0);
      assert.equal(new Set(changes).size, changes.length);
    }),
  );
});

test('a report that leaves numbers out says why', () => {
  const body = { kind: 'draftingCommittee' as const };
  assert.equal(selectionSentence({ selection: 'all', body }, []), null);
  assert.match(
    selectionSentence({ selection: 'own', body }, []) ?? '',
    /^Här redovisas de uppdrag som riktas till beredningen\. /,
  );
  assert.match(
    selectionSentence({ selection: 'own', body }, [
      { number: 4, title: 'A' },
      { number: null, title: 'B' },
    ]) ?? '',
    /därutöver uppdrag 4 och ”B”, som beredningen har valt/,
  );
});
