import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../kernel/civil-date.ts';
import { type BodyKind, bodyKindNames, type Regulation, type RegulationKey, rulesetOf } from '../organisation/index.ts';
import {
  adjustBy,
  adjustmentRuleOf,
  type MeetingAction,
  type MeetingState,
  meetingProblems,
  meetingStateAfter,
  meetingStateCodes,
  meetingTransitions,
  timetableProblems,
} from './index.ts';

const regulation = (
  key: RegulationKey,
  value: string,
  validFrom = '2018-01-01',
  validTo: string | null = null,
): Regulation => ({
  id: 'regel',
  bodyId: 'organ',
  key,
  value,
  validFrom,
  validTo,
  source: null,
});

test('R-KL-53 and seed 001: the minutes of 2020-11-24 are adjusted by 2020-12-08', () => {
  const rule = adjustmentRuleOf('draftingCommittee', [regulation('adjustmentDays', '14')], '2020-11-24');
  assert.deepEqual(adjustBy('2020-11-24', rule), {
    code: 'adjustBy',
    date: '2020-12-08',
    ruleId: 'R-KL-53',
    version: 1,
    inputs: { heldOn: '2020-11-24', days: 14 },
    source: 'reglemente',
  });
});

const rows: readonly (readonly [BodyKind, readonly Regulation[], number | undefined])[] = [
  ['committee', [], 14],
  ['draftingCommittee', [], undefined],
  ['officialsGroup', [], undefined],
  ['draftingCommittee', [regulation('adjustmentDays', '10')], 10],
  ['committee', [regulation('adjustmentDays', '7')], 7],
  ['committee', [regulation('adjustmentDays', '30')], 14],
  ['committee', [regulation('adjustmentDays', '7', '2018-01-01', '2019-12-31')], 14],
  ['committee', [regulation('rule.minutesRegulated', 'no')], undefined],
];
for (const [kind, regulations, days] of rows)
  test(`a ${kind} with ${regulations.map(({ key, value }) => `${key} ${value}`).join() || 'no rules of its own'} has ${days} days`, () =>
    assert.equal(adjustmentRuleOf(kind, regulations, '2020-11-24')?.days, days));

test('property: without own rules the kind alone decides, and the deadline is that many days later', () => {
  fc.assert(
    fc.property(fc.constantFrom(...bodyKindNames), fc.integer({ min: 0, max: 20_000 }), (kind, offset) => {
      const heldOn = addDays('2000-01-01', offset);
      const deadline = adjustBy(heldOn, adjustmentRuleOf(kind, [], heldOn));
      assert.equal(
        deadline?.date,
        rulesetOf(kind, heldOn).rules.minutesRegulated === 'yes' ? addDays(heldOn, 14) : undefined,
      );
    }),
  );
});

const table: Readonly<Record<MeetingAction, Partial<Record<MeetingState, MeetingState>>>> = {
  summon: { planned: 'summoned' },
  open: { planned: 'opened', summoned: 'opened' },
  adjourn: { opened: 'adjourned' },
  resume: { adjourned: 'opened' },
  conduct: { opened: 'opened' },
  writeDown: { opened: 'opened', adjourned: 'adjourned', closed: 'closed' },
  announceQuestion: { planned: 'planned', summoned: 'summoned', opened: 'opened', adjourned: 'adjourned' },
  close: { planned: 'closed', summoned: 'closed', opened: 'closed' },
  adjust: { closed: 'adjusted' },
  cancel: { planned: 'cancelled', summoned: 'cancelled' },
  change: {
    planned: 'planned',
    summoned: 'summoned',
    opened: 'opened',
    adjourned: 'adjourned',
    closed: 'closed',
  },
  changeAgenda: {
    planned: 'planned',
    summoned: 'summoned',
    opened: 'opened',
    adjourned: 'adjourned',
    closed: 'closed',
  },
  freezeAgenda: { planned: 'planned', summoned: 'summoned' },
  sendLetters: { summoned: 'summoned', cancelled: 'cancelled' },
  answerSummons: { summoned: 'summoned' },
  raiseItem: { opened: 'opened', adjourned: 'adjourned', closed: 'closed' },
  linkAssignment: {
    planned: 'planned',
    summoned: 'summoned',
    opened: 'opened',
    adjourned: 'adjourned',
    closed: 'closed',
    adjusted: 'adjusted',
  },
};
for (const { action } of meetingTransitions)
  test(`${action} leads where the table says, and nowhere else`, () => {
    for (const state of meetingStateCodes) {
      const next = table[action][state];
      if (next) assert.equal(meetingStateAfter(state, action), next);
      else assert.throws(() => meetingStateAfter(state, action), { code: 'record.wrongState' });
    }
  });

test('a timetable is told of times that are none, slots that end before they start, and slots at the same time', () => {
  const slot = (startsAt: string, endsAt: string, title = 'Punkt') => ({ startsAt, endsAt, title });
  const keys = (...slots: ReturnType<typeof slot>[]) =>
    timetableProblems(slots).map(({ path, key }) => `${path} ${key}`);
  assert.deepEqual(keys(slot('09:00', '09:15'), slot('09:15', '10:00')), []);
  assert.deepEqual(keys(slot('13.30', '13:50')), ['slots.0.startsAt meeting.time']);
  assert.deepEqual(keys(slot('10:00', '09:00')), ['slots.0.endsAt meeting.endsBeforeStart']);
  assert.deepEqual(keys(slot('09:00', '10:00'), slot('09:30', '11:00')), ['slots.1.startsAt meeting.slotsOverlap']);
  assert.deepEqual(keys(slot('09:00', '10:00', ' ')), ['slots.0.title validation.required']);
});

test('a meeting is told of a day, a time or a deadline that cannot be', () => {
  const keys = (fields: object) =>
    meetingProblems({ kind: 'meeting', heldOn: '2020-11-24', ...fields }).map(({ path, key }) => `${path} ${key}`);
  assert.deepEqual(keys({ startsAt: '09:00', endsAt: '15:30', adjustBy: '2020-12-08' }), []);
  assert.deepEqual(keys({ heldOn: '2020-02-30' }), ['heldOn validation.date']);
  assert.deepEqual(keys({ startsAt: '15:30', endsAt: '09:00' }), ['endsAt meeting.endsBeforeStart']);
  assert.deepEqual(keys({ adjustBy: '2020-11-01' }), ['adjustBy meeting.beforeMeeting']);
  assert.deepEqual(keys({ mode: 'telegraph' }), ['mode validation.choose']);
});
