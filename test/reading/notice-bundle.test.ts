import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { noSeeds, readSeed, recordsOf } from '../support/seeds.ts';

// Seed 001, the notice of 24 November 2020 with its attachments: 77 pages in one file.
const committee = 'Beredning för somatisk specialistvård och högspecialiserad vård';

test('the bundle falls into its parts, each with what its head states', { skip: noSeeds }, () => {
  const { document } = readSeed('001').result;
  assert.equal(document.kind, 'notice');
  assert.deepEqual(
    document.parts?.map(({ kind, line, date, year, diaryNumber, form }) => [
      kind,
      line,
      date ?? year,
      diaryNumber ?? form,
    ]),
    [
      ['notice', 5, '2020-11-24', undefined],
      ['memo', 179, '2020-11-24', '20RS10323'],
      ['reportBack', 229, 2020, undefined],
      ['memo', 295, '2020-11-24', '20RS11121'],
      ['budgetInput', 357, '2020-10-27', '20RS11121'],
      ['goalDocument', 390, undefined, undefined],
      ['goalDocument', 551, undefined, 'slides'],
      ['activityPlan', 881, '2020-10-23', undefined],
      ['meetingNotes', 1085, undefined, undefined],
      ['activityPlan', 1152, '2020-11-17', undefined],
    ],
  );
});

test('the head of the notice is a meeting with time, place, manner and last day of adjustment', {
  skip: noSeeds,
}, () => {
  const [meeting, ...others] = recordsOf(readSeed('001').result, 'meeting');
  assert.equal(others.length, 0);
  const { body, date, start, end, place, mode, adjustBy } = meeting!;
  assert.deepEqual(
    [body, date, start, end, mode, adjustBy],
    [committee, '2020-11-24', '09:00', '15:30', 'digitalWithBase', '2020-12-08'],
  );
  assert.match(place ?? '', /^Digitalt \(konferensrum/);
});

test('nine member seats, one of them vacant, and five deputies', { skip: noSeeds }, () => {
  const { result, source } = readSeed('001');
  const seats = recordsOf(result, 'seat');
  const parties = (kind: string) =>
    seats
      .filter((seat) => seat.kind === kind)
      .map((seat) => seat.party)
      .join(' ');
  assert.equal(parties('member'), 'KD S M S S C M L SD');
  assert.equal(parties('deputy'), 'S KD C M MP');
  assert.deepEqual(
    seats.filter((seat) => seat.vacant).map(({ order, party, person }) => [order, party, person]),
    [[4, 'S', undefined]],
  );
  assert.deepEqual(
    seats.slice(0, 4).map((seat) => seat.role),
    ['chair', 'viceChair', 'secondViceChair', undefined],
  );
  // Each person stands on the line that the seat was read from.
  for (const seat of seats)
    if (seat.person)
      assert.ok(source.text.slice(seat.source.start, seat.source.end).startsWith(`${seat.person} (${seat.party})`));
});

test('fourteen slots without a gap, with their presenters', { skip: noSeeds }, () => {
  const slots = recordsOf(readSeed('001').result, 'timeslot');
  assert.equal(slots.length, 14);
  assert.equal(slots[0]?.start, '09:00');
  assert.equal(slots.at(-1)?.end, '15:30');
  for (const [index, slot] of slots.slice(1).entries()) assert.equal(slot.start, slots[index]!.end);
  assert.deepEqual(
    slots.map((slot) => slot.presenters.length),
    [0, 1, 2, 0, 1, 1, 0, 2, 2, 2, 0, 0, 1, 0],
  );
});

test('eight agenda items with matter, presenters, category, documents and points', { skip: noSeeds }, () => {
  const items = recordsOf(readSeed('001').result, 'agendaItem').filter((item) => item.rule === 'agenda-item-numbered');
  assert.deepEqual(
    items.map(({ number, category }) => `${number} ${category}`),
    [
      '1 formal',
      '2 decision',
      '3 questions',
      '4 decision',
      '5 decision',
      '6 information',
      '7 questions',
      '8 information',
    ],
  );
  assert.deepEqual(
    items.map((item) => item.diaryNumber),
    [undefined, undefined, undefined, '20RS10323', '20RS11121', undefined, undefined, undefined],
  );
  assert.deepEqual(
    items.map((item) => item.presenters.length),
    [0, 0, 0, 2, 2, 0, 0, 0],
  );
  assert.deepEqual(
    items.map((item) => item.documents.length),
    [0, 0, 0, 2, 2, 5, 0, 0],
  );
  assert.equal(items[5]?.points.length, 7);
});

test('the clauses of items 2, 4 and 5 are proposed decisions; the memos are other renderings of them', {
  skip: noSeeds,
}, () => {
  const decisions = recordsOf(readSeed('001').result, 'decision').filter((decision) => decision.status === 'proposed');
  assert.deepEqual(
    decisions.map(({ item, clauses, adjustBy, immediatelyAdjusted }) => [
      item,
      clauses.length,
      adjustBy,
      immediatelyAdjusted,
    ]),
    [
      [2, 1, '2020-12-08', undefined],
      [4, 1, undefined, undefined],
      [5, 2, undefined, true],
    ],
  );
  for (const clause of decisions.flatMap((decision) => decision.clauses)) assert.match(clause, /^att .*[^,\s]$/);
  assert.deepEqual(
    decisions[2]?.alsoAt?.map((span) => span.line),
    [309],
  );
});

test('the nineteen assignments of the plan, by objective', { skip: noSeeds }, () => {
  const assignments = recordsOf(readSeed('001').result, 'assignment');
  const paths = assignments.map((assignment) => assignment.heading?.split(' ')[0]);
  assert.equal(
    paths.join(' '),
    '3.1.1 3.1.2 3.1.2 3.1.3 3.1.3 3.1.3 3.1.3 3.2.1 3.2.1 3.2.1 3.2.1 3.2.2 3.2.2 3.2.2 3.2.3 3.2.4 3.2.4 3.3.1 3.3.1',
  );
  for (const assignment of assignments) {
    assert.equal(assignment.year, 2020);
    assert.equal(assignment.number, undefined);
    assert.equal(assignment.givenBy, 'Hälso- och sjukvårdsnämnden');
    assert.match(assignment.text, /^Att[ ,]/);
  }
  assert.match(assignments[3]!.text, /medicinskt omhändertagande av personer med komplexa/);
  assert.deepEqual(
    [...new Set(assignments.map((assignment) => assignment.perspective))],
    ['Invånare och samhälle', 'Process', 'Resurs'],
  );
  assert.deepEqual(
    assignments.slice(0, 17).map((assignment) => assignment.consulted.join()),
    Array(17).fill('berörda beredningar'),
  );
  assert.deepEqual(assignments[18]?.recipients, ['Beredningarna']);
});

test('the five entries of the report of 2020, with status, dates and what the dates are', { skip: noSeeds }, () => {
  const entries = recordsOf(readSeed('001').result, 'reportEntry');
  assert.deepEqual(
    entries.map(({ year, number, status, meetings }) => [year, number, status, meetings]),
    [
      [2020, undefined, 'startedDelayed', []],
      [2020, undefined, 'unspecified', ['2020-03-05']],
      [2020, undefined, 'unspecified', ['2019-09-10']],
      [2020, undefined, 'unspecified', ['2020-03-05']],
      [2020, undefined, 'startedPartly', ['2020-10-23']],
    ],
  );
  assert.deepEqual(
    entries[2]?.evidence.map(({ kind, date }) => [kind, date]),
    [
      ['meeting', '2019-09-10'],
      ['report', '2020-11-04'],
    ],
  );
  assert.ok(entries[0]?.partStatuses.some((part) => part.status === 'paused'));
});

test('five input points from the letter, and what the summaries say differently', { skip: noSeeds }, () => {
  const points = recordsOf(readSeed('001').result, 'budgetInputPoint');
  assert.deepEqual(
    points.map(({ number, source, planYear, diaryNumber }) => [number, source.line, planYear, diaryNumber]),
    [
      [1, 372, 2021, '20RS11121'],
      [2, 373, 2021, '20RS11121'],
      [3, 374, 2021, '20RS11121'],
      [4, 378, 2021, '20RS11121'],
      [5, 379, 2021, '20RS11121'],
    ],
  );
  assert.match(points[2]!.text, /diskussion i nämnden och beredningarna/);
  assert.ok(points.every((point) => point.variants?.length === 2));
});

test('five headline goals in three perspectives, slides folded in', { skip: noSeeds }, () => {
  const goals = recordsOf(readSeed('001').result, 'goal');
  assert.deepEqual(
    goals.map(({ order, perspective }) => `${order} ${perspective}`),
    [
      '1 Invånar- och patientperspektiv',
      '2 Invånar- och patientperspektiv',
      '3 Invånar- och patientperspektiv',
      '4 Medarbetarperspektiv',
      '5 Organisationsperspektiv',
    ],
  );
  for (const goal of goals) {
    assert.match(goal.heading, /^(?:Jag|Vi) /);
    assert.ok(goal.text.length > 200);
    assert.ok(
      goal.alsoAt?.some((span) => span.line > 700),
      'the slide is a further passage',
    );
  }
});

test('known errors of the papers come out as problems, at their place', { skip: noSeeds }, () => {
  const told = new Set(readSeed('001').result.problems.map(({ code, source }) => `${code} ${source?.line}`));
  const expected = {
    'E-01': 'weekdayDiffers 1241',
    'E-02': 'copiedForward 1239',
    'E-03': 'roomAddressDiffers 1234',
    'E-04': 'placeConflict 5',
    'E-05': 'proposalDrift 121',
    'E-06': 'modalityDiffers 372',
    'E-07': 'versionDatesDiffer 895',
    'E-08': 'draftState 889',
    'E-09 mandate': 'mandateYearDiffers 553',
    'E-09 horizon': 'horizonYearDiffers 555',
    'E-10 words': 'goalWordingDiffers 449',
    'E-10 heading': 'headingInParagraph 461',
    'E-11': 'sumDiffers 626',
    'E-12': 'numberRepeated 1148',
    'E-13': 'timeStyleMixed 62',
    'E-14 samt': 'bodyAlias 80',
    'E-14 specialistsjukvård': 'bodyAlias 162',
    'E-36': 'columnCutOff 1234',
  };
  for (const [known, problem] of Object.entries(expected)) assert.ok(told.has(problem), `${known}: ${problem}`);
  const points = readSeed('001').result.problems.filter((problem) => problem.code === 'modalityDiffers');
  assert.deepEqual(
    points.map((problem) => problem.source?.line),
    [372, 373, 374, 379],
  );
});

test('reading twice gives the same result, ids included', { skip: noSeeds }, () => {
  const hash = () =>
    createHash('sha256')
      .update(JSON.stringify(readSeed('001').result))
      .digest('hex');
  assert.equal(hash(), hash());
});
