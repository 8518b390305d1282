import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clockOf, minutesOf, type PlannedSlot, recalculateTimetable } from './recalculate-timetable.ts';

const slot = fc.record({
  minutes: fc.integer({ min: 1, max: 240 }),
  fixedStart: fc.option(
    fc.integer({ min: 0, max: 1439 }).map((minutes) => clockOf(minutes)!),
    { nil: null },
  ),
});
const day = fc.tuple(fc.array(slot, { maxLength: 20 }), fc.integer({ min: 0, max: 1439 }));

test('the example of the docstring', () => {
  const slots: PlannedSlot[] = [
    { minutes: 15, fixedStart: null },
    { minutes: 30, fixedStart: '09:30' },
    { minutes: 20, fixedStart: null },
  ];
  const timed = recalculateTimetable(slots, minutesOf('09:00'), minutesOf('10:00'));
  assert.deepEqual(
    timed.slots.map(({ start, end, gap, late }) => [clockOf(start), clockOf(end), gap, late]),
    [
      ['09:00', '09:15', 0, 0],
      ['09:30', '10:00', 15, 0],
      ['10:00', '10:20', 0, 0],
    ],
  );
  assert.equal(timed.overrun, 20);
});

test('property: no two slots are at the same time, and their order is kept', () => {
  fc.assert(
    fc.property(day, ([slots, start]) => {
      const timed = recalculateTimetable(slots, start, null).slots;
      assert.equal(timed.length, slots.length);
      timed.forEach((one, index) => {
        assert.ok(one.start >= (timed[index - 1]?.end ?? start));
        assert.equal(one.end - one.start, slots[index]!.minutes);
      });
    }),
  );
});

test('property: a fixed start is kept, or the slot says by how much it is late', () => {
  fc.assert(
    fc.property(day, ([slots, start]) => {
      recalculateTimetable(slots, start, null).slots.forEach((one, index) => {
        const { fixedStart } = slots[index]!;
        if (fixedStart === null) assert.deepEqual([one.gap, one.late], [0, 0]);
        else assert.equal(one.start - one.late, minutesOf(fixedStart));
        assert.ok(one.gap === 0 || one.late === 0, 'a slot does not both wait and run late');
      });
    }),
  );
});

test('property: the day is as long as its slots and the gaps between them', () => {
  fc.assert(
    fc.property(day, ([slots, start]) => {
      const timed = recalculateTimetable(slots, start, null);
      const sum = slots.reduce((all, { minutes }) => all + minutes, 0);
      const gaps = timed.slots.reduce((all, { gap }) => all + gap, 0);
      assert.equal(timed.end, start + sum + gaps);
    }),
  );
});

test('property: making a slot longer moves nothing before it, and nothing after it earlier', () => {
  fc.assert(
    fc.property(day, fc.nat(), fc.integer({ min: 1, max: 120 }), ([slots, start], at, more) => {
      fc.pre(slots.length > 0);
      const index = at % slots.length;
      const longer = slots.with(index, { ...slots[index]!, minutes: slots[index]!.minutes + more });
      const before = recalculateTimetable(slots, start, null).slots;
      const after = recalculateTimetable(longer, start, null).slots;
      before.forEach((one, place) => {
        if (place <= index) assert.equal(after[place]!.start, one.start);
        else assert.ok(after[place]!.start >= one.start);
      });
    }),
  );
});

test('control: a day whose slots all began at its start would be found', () => {
  const broken = (slots: readonly PlannedSlot[], start: number) =>
    slots.map(({ minutes }) => ({ start, end: start + minutes }));
  assert.throws(() =>
    fc.assert(
      fc.property(day, ([slots, start]) => {
        const timed = broken(slots, start);
        timed.forEach((one, index) => {
          assert.ok(one.start >= (timed[index - 1]?.end ?? start));
        });
      }),
    ),
  );
});

test('clock times come back, and midnight ends the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => assert.equal(minutesOf(clockOf(minutes)!), minutes)),
  );
  assert.equal(clockOf(1440), undefined);
  assert.throws(() => minutesOf('24:00'), /no clock time/);
});
