import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventTime, minutesBehind } from './event-time.ts';

const facts = {
  today: '2026-11-24',
  clock: '13:41',
  heldOn: '2026-11-24',
  lastDay: null,
  startsAt: '09:00',
  last: '13:30',
};

test('on the day of the meeting what is noted happens now', () => {
  assert.equal(eventTime(facts), '13:41');
  assert.equal(eventTime({ ...facts, last: null }), '13:41');
});

test('nothing is noted before what happened last', () => {
  assert.equal(eventTime({ ...facts, last: '13:45' }), '13:45');
});

test('a meeting that is written up on another day goes on from its own clock', () => {
  assert.equal(eventTime({ ...facts, today: '2026-11-25' }), '13:30');
  assert.equal(eventTime({ ...facts, today: '2026-11-25', last: null }), '09:00');
  assert.equal(eventTime({ ...facts, today: '2026-11-25', last: null, startsAt: null }), '13:41');
});

test('the second day of a meeting of two days counts as its day', () => {
  assert.equal(eventTime({ ...facts, today: '2026-11-25', lastDay: '2026-11-25' }), '13:41');
});

test('how far a meeting is behind its timetable is told in minutes, and not at all where no time was planned', () => {
  assert.equal(minutesBehind('13:30', '13:36'), 6);
  assert.equal(minutesBehind('13:30', '13:20'), -10);
  assert.equal(minutesBehind(null, '13:20'), null);
});
