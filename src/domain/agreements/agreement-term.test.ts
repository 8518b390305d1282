import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '../../kernel/civil-date.ts';
import {
  type AgreementAction,
  type AgreementState,
  agreementPhase,
  agreementStateAfter,
  agreementStateCodes,
  agreementTransitions,
  alarmOf,
  allHaveDecided,
  compareAgreementTexts,
  earliestEnd,
  endOfTerm,
  lastDayOfNotice,
  lastDecisionDay,
  mayAgreement,
  noticeDayFor,
  ratificationOf,
  runsOutWithin,
  stepStanding,
} from './index.ts';

const term = {
  state: 'decided' as AgreementState,
  notice: null,
  from: '2023-01-01',
  to: null as string | null,
  openEnded: true,
  noticeMonths: 9 as number | null,
  renewMonths: null as number | null,
  alarmMonths: [12, 6, 3],
};
const bounded = { ...term, to: '2027-12-31', openEnded: false };
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2022-01-01', days));
const months = fc.integer({ min: 1, max: 36 });

test('until further notice: it ends its months of notice after the notice, and the last day for a wanted end is counted back', () => {
  assert.equal(earliestEnd(term, '2026-03-15'), '2026-12-15');
  assert.equal(noticeDayFor(term, '2026-12-31'), '2026-03-31');
  assert.equal(lastDayOfNotice(term, '2026-01-01'), undefined, 'no end, so no last day');
  assert.equal(earliestEnd({ ...term, noticeMonths: null }, '2026-03-15'), undefined);
});

test('property: notice on the last day for an end is in time, and a day later it is not', () => {
  fc.assert(
    fc.property(day, months, (end, noticeMonths) => {
      const last = noticeDayFor({ noticeMonths }, end)!;
      assert.ok(addMonths(last, noticeMonths) <= end);
      assert.ok(addMonths(addDays(last, 1), noticeMonths) > end);
    }),
  );
});

test('a term that is prolonged by itself goes on as soon as nobody can stop it, and keeps ending with its month', () => {
  const renewing = { ...bounded, to: '2026-02-28', noticeMonths: 3, renewMonths: 12 };
  assert.equal(endOfTerm(renewing, '2025-11-30'), '2026-02-28', 'the last day on which it can be stopped');
  assert.equal(endOfTerm(renewing, '2025-12-01'), '2027-02-28');
  assert.equal(endOfTerm(renewing, '2027-06-01'), '2028-02-29');
  assert.equal(earliestEnd(renewing, '2025-12-01'), '2027-02-28');
  assert.equal(agreementPhase(renewing, '2027-06-01'), 'running');
});

test('property: what is prolonged by itself has never ended, and its last day of notice is never past', () => {
  fc.assert(
    fc.property(day, day, months, months, (to, today, noticeMonths, renewMonths) => {
      const renewing = { ...bounded, to, noticeMonths, renewMonths };
      const end = endOfTerm(renewing, today)!;
      const last = lastDayOfNotice(renewing, today)!;
      assert.ok(end >= to && last >= today && last < end);
      assert.equal(earliestEnd(renewing, last), end);
    }),
  );
});

test('a phase is told by state and term together', () => {
  const on = (agreement: typeof term, today = '2026-06-01') => agreementPhase(agreement, today);
  assert.equal(on(term), 'running');
  assert.equal(on({ ...term, state: 'draft' }), 'proposed');
  assert.equal(on({ ...bounded, from: '2027-01-01' }), 'coming');
  assert.equal(on({ ...bounded, to: '2026-05-31' }), 'ranOut', 'nobody had to say so');
  assert.equal(on({ ...term, state: 'lapsed' }), 'lapsed');
  const given = {
    ...term,
    state: 'noticeGiven' as const,
    notice: { givenOn: '2026-01-10', givenBy: 'A', endsOn: '2026-10-10' },
  };
  assert.equal(agreementPhase(given, '2026-10-10'), 'ending');
  assert.equal(agreementPhase(given, '2026-10-11'), 'ended');
});

test('the alarm begins at its first step, tightens, and goes from the last day of notice to the last day in force', () => {
  assert.equal(alarmOf(bounded, '2026-03-30'), undefined, 'more than twelve months before');
  assert.deepEqual(alarmOf(bounded, '2026-03-31'), { kind: 'notice', on: '2027-03-31', months: 12 });
  assert.deepEqual(alarmOf(bounded, '2027-01-15'), { kind: 'notice', on: '2027-03-31', months: 3 });
  assert.deepEqual(alarmOf(bounded, '2027-04-01'), { kind: 'end', on: '2027-12-31', months: 12 });
  assert.equal(alarmOf({ ...bounded, alarmMonths: [] }, '2027-01-15'), undefined);
  assert.equal(alarmOf(term, '2026-01-01'), undefined, 'until further notice rings no bell');
  assert.equal(alarmOf({ ...bounded, state: 'noticeGiven' }, '2027-01-15'), undefined);
  assert.ok(runsOutWithin(bounded, 12, '2026-06-01'));
  assert.ok(!runsOutWithin(bounded, 6, '2026-06-01'));
  assert.ok(!runsOutWithin(term, 60, '2026-06-01'));
});

const party = (over: object) => ({
  id: 'p',
  version: 1,
  kind: 'municipality' as const,
  name: 'Sjövik',
  bodyId: null,
  members: 1,
  decides: true,
  signedOn: null,
  decision: null,
  ...over,
});
const decided = (decidedOn: string | null, over: object = {}) => ({
  id: 'd',
  version: 1,
  outcome: 'approved' as const,
  basis: 'recorded' as const,
  decidedBy: 'kommunfullmäktige',
  decidedOn,
  diaryNumber: null,
  remarks: '',
  decisionId: null,
  documentId: null,
  claimId: null,
  ...over,
});

test('all have decided only when each is on record; one that only signs is not waited for, and a counted group counts as many', () => {
  const two = [party({ decision: decided('2026-02-01') }), party({})];
  assert.ok(!allHaveDecided(ratificationOf(two)));
  const all = [
    party({ decision: decided('2026-02-01') }),
    party({ decision: decided('2026-03-05') }),
    party({ decides: false }),
  ];
  assert.ok(allHaveDecided(ratificationOf(all)));
  assert.equal(lastDecisionDay(all), '2026-03-05');
  assert.equal(
    lastDecisionDay([...all, party({ decision: decided(null, { basis: 'claimed' }) })]),
    undefined,
    'a day is missing',
  );
  assert.ok(!allHaveDecided(ratificationOf([], { principals: 13 })), 'a claim alone never makes it so');
  const group = ratificationOf([party({ members: 4, decision: decided(null, { basis: 'claimed' }) }), party({})]);
  assert.deepEqual([group.asked, group.approved, group.claimed], [5, 4, 4]);
  const against = ratificationOf([party({ decision: decided('2026-02-01', { outcome: 'declined' }) })]);
  assert.deepEqual([against.approved, against.declined], [0, 1]);
});

test('property: from no state leads an action that the table does not have, and every state but the proposals can be left again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...agreementStateCodes),
      fc.constantFrom(...agreementTransitions.map(({ action }) => action)),
      (state, action: AgreementAction) => {
        if (mayAgreement(state, action)) assert.ok(agreementStateCodes.includes(agreementStateAfter(state, action)));
        else assert.throws(() => agreementStateAfter(state, action), { code: 'record.wrongState' });
      },
    ),
  );
});

test('a step is done, late, ahead, or without a day', () => {
  const on = (dueOn: string | null, doneOn: string | null = null) => stepStanding({ dueOn, doneOn }, '2026-06-01');
  assert.deepEqual(
    [on('2026-05-31'), on('2026-06-01'), on(null), on('2026-01-01', '2026-02-01')],
    ['late', 'ahead', 'dayless', 'done'],
  );
});

test('two texts stand paragraph beside paragraph; what is new or gone stands alone', () => {
  const before = '§ 1 Syfte\nVård i hemmet ges av kommunen.\n§ 2 Kostnader\nVar part bär sina.';
  const after =
    '§ 1 Syfte\nVård i hemmet ges av kommunen och regionen.\n§ 2 Kostnader\nEn helt annan ordning gäller för hjälpmedel.';
  const rows = compareAgreementTexts(before, after);
  assert.deepEqual(
    rows.map(({ before: was, after: is, changed }) => [was !== null, is !== null, changed]),
    [
      [true, true, false],
      [true, true, true],
      [true, true, false],
      [true, false, true],
      [false, true, true],
    ],
  );
  assert.deepEqual(
    rows[1]?.after?.filter(({ kind }) => kind === 'added').map(({ text }) => text),
    ['kommunen och regionen.'],
  );
});

test('property: each side of a comparison reads as its own text, and equal texts have no change', () => {
  const paragraph = fc
    .array(fc.constantFrom('vård', 'hem', 'kommun', 'region', 'kostnad'), { minLength: 1, maxLength: 6 })
    .map((words) => words.join(' '));
  const words = fc.array(paragraph, { maxLength: 6 }).map((paragraphs) => paragraphs.join('\n'));
  fc.assert(
    fc.property(words, words, (a, b) => {
      const rows = compareAgreementTexts(a, b);
      const side = (of: 'before' | 'after') =>
        rows.flatMap((row) => (row[of] ? [row[of].map(({ text }) => text).join(' ')] : [])).join('\n');
      assert.deepEqual([side('before'), side('after')], [a, b]);
      assert.equal(
        rows.some(({ changed }) => changed),
        a !== b,
      );
    }),
  );
});
