import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../kernel/civil-date.ts';
import type { AssignmentParty, DueChange } from '../assignments/index.ts';
import {
  type Assessment,
  contributionStandingNames,
  contributionStates,
  daysFrom,
  daysLate,
  mainAssessmentOf,
  remindsContributorOn,
  type Slippage,
  slippageOf,
  standingOf,
  statusPhraseFor,
  worstFirst,
} from './index.ts';

const parties: readonly AssignmentParty[] = [
  { bodyId: 'lead', bodyName: 'Först', role: 'performer' },
  { bodyId: 'second', bodyName: 'Sedan', role: 'performer' },
  { bodyId: 'asked', bodyName: 'Samråd', role: 'consulted' },
];
const assignment = { id: 'one', parties, dueOn: '2026-06-30' };

function said(body: string | null, endsOn: string, more: Partial<Assessment> = {}): Assessment {
  return {
    id: `${body}-${endsOn}`,
    version: 1,
    assignmentId: 'one',
    period: {
      id: endsOn,
      version: 1,
      year: Number(endsOn.slice(0, 4)),
      kind: endsOn.endsWith('12-31') ? 'annual' : 'interim',
      name: endsOn,
      startsOn: '2026-01-01',
      endsOn,
      deadline: null,
      contributionsDueOn: null,
      state: 'open',
    },
    body: body === null ? null : { id: body, name: body },
    status: 'started',
    statusPhrase: null,
    text: '',
    forecastOn: null,
    partOfBodyId: null,
    carried: null,
    ...more,
  };
}

test('who speaks for the whole: the latest period, the first performer, then the others in their order', () => {
  const main = (...all: readonly Assessment[]) => mainAssessmentOf(assignment, all)?.id;
  const [june, december] = ['2026-06-30', '2026-12-31'] as const;
  assert.equal(main(said('second', june), said('lead', june)), 'lead-2026-06-30');
  assert.equal(main(said('lead', june), said('second', december)), 'second-2026-12-31');
  assert.equal(main(said('asked', june), said(null, june)), 'null-2026-06-30');
  assert.equal(main(said('asked', june)), 'asked-2026-06-30', 'the only one there is');
  assert.equal(main(said('unit', june, { partOfBodyId: 'lead' })), undefined, 'a unit never speaks for the whole');
  assert.equal(main(said('lead', june, { assignmentId: 'other' })), undefined);
  assert.equal(main(), undefined);
});

test('the forecast that keeps moving is seen, also when the due date moved along (ASG-31)', () => {
  const moves: readonly DueChange[] = [
    {
      id: 'b',
      assignmentId: 'one',
      oldDueOn: '2026-01-31',
      newDueOn: '2026-06-30',
      reason: 'Mer tid.',
      changedAt: new Date('2026-02-01'),
      changedBy: 'Någon',
    },
    {
      id: 'a',
      assignmentId: 'one',
      oldDueOn: '2025-12-31',
      newDueOn: '2026-01-31',
      reason: 'Lite tid.',
      changedAt: new Date('2026-01-02'),
      changedBy: 'Någon',
    },
  ];
  const found = slippageOf(
    assignment,
    [
      said('lead', '2026-06-30', { forecastOn: '2026-12-01' }),
      said('lead', '2025-12-31', { forecastOn: '2026-06-01' }),
      said('unit', '2026-06-30', { forecastOn: '2030-01-01', partOfBodyId: 'lead' }),
      said('lead', '2025-06-30'),
    ],
    moves,
  );
  assert.deepEqual(
    [found.firstDueOn, found.forecastOn, found.days, found.daysFromFirst, found.moved],
    ['2025-12-31', '2026-12-01', 154, 335, 183],
  );
  assert.deepEqual(
    found.forecasts.map((one) => [one.endsOn, one.days]),
    [
      ['2025-12-31', -29],
      ['2026-06-30', 154],
    ],
  );
  const none = slippageOf({ ...assignment, dueOn: null }, [said('lead', '2026-06-30', { forecastOn: '2026-12-01' })]);
  assert.deepEqual([none.days, none.firstDueOn, none.moved], [null, null, 0]);
});

const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays('2026-06-30', days));

test('property: the worst come first, and those without a due date last', () => {
  const slip = fc
    .tuple(fc.option(day), day)
    .map(([dueOn, forecastOn]) => slippageOf({ ...assignment, dueOn }, [said('lead', '2026-06-30', { forecastOn })]));
  fc.assert(
    fc.property(fc.array(slip), (all: Slippage[]) => {
      const sorted = all.toSorted(worstFirst).map(({ days }) => days ?? Number.NEGATIVE_INFINITY);
      assert.deepEqual(
        sorted,
        sorted.toSorted((a, b) => (a === b ? 0 : b > a ? 1 : -1)),
      );
      for (const { days, dueOn, forecastOn } of all)
        if (dueOn !== null && forecastOn !== null) assert.equal(addDays(dueOn, days!), forecastOn);
    }),
  );
});

test('property: late is only what is asked for and past its day, and each standing is one of the table', () => {
  const state = fc.constantFrom(...(Object.keys(contributionStates) as (keyof typeof contributionStates)[]));
  const written = fc.option(fc.record({ carriedFrom: fc.option(fc.constant('Delårsrapport 2025')) }));
  fc.assert(
    fc.property(state, day, day, written, (of, dueOn, today, text) => {
      const one = { state: of, dueOn, written: text };
      const standing = standingOf(one, today);
      assert.ok(contributionStandingNames.includes(standing));
      assert.equal(standing === 'late', of === 'asked' && today > dueOn);
      assert.equal(daysLate(one, today), of === 'asked' ? Math.max(0, daysFrom(dueOn, today)) : 0);
    }),
  );
});

test('reminders come in good time, the day before and on the day, then the day after, and every week', () => {
  const due = '2026-09-10';
  const days = Array.from({ length: 40 }, (_, index) => index - 15).filter((offset) =>
    remindsContributorOn(addDays(due, offset), due),
  );
  assert.deepEqual(days, [-7, -1, 0, 1, 3, 7, 14, 21]);
});

test('the sentence of a chosen status is the one in the text that says it, otherwise the standing one', () => {
  const own = 'Uppdraget har startat, men bedöms inte vara klart vid årets slut.';
  assert.equal(statusPhraseFor('startedDelayed', `Kön är kort. ${own}`), own);
  assert.equal(
    statusPhraseFor('startedDelayed', 'Kön är kort.'),
    'Uppdraget har startat men bedöms inte vara klart vid årets slut.',
  );
  assert.equal(statusPhraseFor('unspecified', 'Kön är kort.'), null);
});
