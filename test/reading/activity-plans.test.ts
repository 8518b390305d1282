import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSeeds, readSeed, recordsOf } from '../support/seeds.ts';

// Seed 001: the activity plan of 2020, the draft for 2021, and the tables of the slides.
const known = () => readSeed('001').result;

test('thirteen meeting days of two plans, each with its categories', { skip: noSeeds }, () => {
  const activities = recordsOf(known(), 'planActivity');
  const days = Map.groupBy(activities, (activity) => activity.date);
  assert.deepEqual(
    [...days].map(([date, ofDay]) => `${date} ${ofDay.map((one) => `${one.category}:${one.items.length}`).join(' ')}`),
    [
      '2020-01-30 decision:1 inDepth:2 theme:1 information:7',
      '2020-03-05 decision:0 inDepth:2 theme:1 information:5',
      '2020-05-28 decision:0 inDepth:0 information:4',
      '2020-09-17 decision:0 inDepth:4 information:3',
      '2020-10-15 decision:0 inDepth:6 information:2',
      '2020-10-23 other:2',
      '2020-11-24 decision:2 inDepth:1 theme:1 information:5',
      '2021-01-28 decision:0 inDepth:2 information:4',
      '2021-03-11 decision:0 inDepth:0 information:3',
      '2021-05-27 decision:0 inDepth:0 information:2',
      '2021-09-16 decision:0 inDepth:0 information:3',
      '2021-10-21 decision:0 inDepth:1 information:2',
      '2021-11-25 decision:3 inDepth:0 information:2',
    ],
  );
  assert.deepEqual(
    activities.filter((one) => one.place === undefined).map((one) => one.date),
    ['2020-10-23'],
  );
  assert.deepEqual(
    [...new Set(activities.filter((one) => one.date === '2020-05-28').map((one) => one.title?.split(' ')[0]))],
    ['Halvdagsmöte'],
  );
});

test('what is standing comes back at nearly every meeting', { skip: noSeeds }, () => {
  const information = recordsOf(known(), 'planActivity').filter((one) => one.category === 'information');
  assert.equal(information.length, 12);
  assert.equal(information.filter((one) => one.items.some((item) => /^Aktuellt från/u.test(item))).length, 12);
  assert.equal(information.filter((one) => one.items.some((item) => /^Aktuellt nationellt/u.test(item))).length, 12);
});

test('five focus areas a year, and the other lists of the plans', { skip: noSeeds }, () => {
  const areas = recordsOf(known(), 'focusArea');
  assert.deepEqual(
    areas.map(({ year, order }) => `${year}:${order}`),
    [2020, 2021].flatMap((year) => [1, 2, 3, 4, 5].map((order) => `${year}:${order}`)),
  );
  assert.deepEqual(
    areas.slice(0, 5).map((area) => area.text),
    areas.slice(5).map((area) => area.text),
  );
  const points = recordsOf(known(), 'planPoint');
  const count = (year: number, kind: string) =>
    points.filter((point) => point.year === year && point.kind === kind).length;
  assert.deepEqual(
    ['followUp', 'interest', 'proposal', 'standing'].map((kind) => [count(2020, kind), count(2021, kind)]),
    [
      [5, 6],
      [4, 0],
      [10, 12],
      [2, 3],
    ],
  );
});

test('eleven stations on the way to the decision, all passed', { skip: noSeeds }, () => {
  const steps = recordsOf(known(), 'decisionStep');
  assert.equal(
    steps.map((step) => step.date.slice(5)).join(' '),
    '04-26 04-29 05-06 05-14 05-14 05-15 05-17 05-29 06-11 06-14 06-18',
  );
  assert.ok(steps.every((step) => step.date.startsWith('2019') && step.passed));
});

test('twelve municipalities asked, seven answers in support', { skip: noSeeds }, () => {
  const responses = recordsOf(known(), 'consultationResponse');
  assert.equal(
    responses.map(({ received, stance }) => (received ? `${received.slice(8)}${stance?.slice(0, 1)}` : '-')).join(' '),
    '04s - - 11s - 16s 17s 24s - 15s 16s -',
  );
  assert.equal(responses.filter((response) => response.comment).length, 6);
});

test('twenty-six rows of population, whose figures agree', { skip: noSeeds }, () => {
  const rows = recordsOf(known(), 'populationRow');
  for (const group of ['80+ år', '20–64 år'] as const) {
    const ofGroup = rows.filter((row) => row.group === group);
    assert.equal(ofGroup.length, 13);
    for (const { from, to, change } of ofGroup) assert.equal(to.value - from.value, change);
    assert.deepEqual([...new Set(ofGroup.map(({ from, to }) => `${from.year}–${to.year}`))], ['2017–2030']);
  }
  assert.deepEqual(
    rows
      .filter((row) => /län$/u.test(row.municipality))
      .map(({ from, to, percent }) => [from.value, to.value, percent]),
    [
      [15_590, 24_870, 60],
      [166_752, 182_824, 10],
    ],
  );
});

test('the notes of the joint meeting: nine sections with who spoke, two themes with two and three questions', {
  skip: noSeeds,
}, () => {
  const items = recordsOf(known(), 'agendaItem').filter((item) => item.rule === 'notes-item-numbered');
  assert.deepEqual(
    items.map(
      (item) =>
        `${item.number} ${item.category} ${item.presenters.length} ${('theme' in item && item.theme?.slice(0, 6)) || '-'}`,
    ),
    [
      '1 formal 1 -',
      '2 information 1 -',
      '3 information 1 Tema 1',
      '4 information 2 Tema 1',
      '5 information 1 Tema 1',
      '6 information 1 Tema 2',
      '7 information 2 Tema 2',
      '8 formal 1 -',
      '9 formal 1 -',
    ],
  );
  assert.deepEqual(
    items.filter((item) => item.points.length > 0).map((item) => [item.number, item.points.length]),
    [
      [3, 2],
      [6, 3],
    ],
  );
  assert.ok(items.every((item) => item.summary && item.summary.length > 80));
  assert.ok(known().problems.some((problem) => problem.code === 'meetingDayMissing'));
});

test('what is left over is prose, not a third of the bundle and not a tenth of a report-back', {
  skip: noSeeds,
}, () => {
  for (const [seed, most] of [
    ['000', 0.08],
    ['001', 0.3],
  ] as const) {
    const { result, source } = readSeed(seed);
    const letters = (text: string) => text.replace(/\s/gu, '').length;
    const left = result.unplaced.reduce((sum, piece) => sum + letters(piece.text), 0);
    assert.ok(left / letters(source.text) < most, `${seed}: ${left}`);
    assert.ok(result.unplaced.every((piece) => /[\p{L}\p{N}]/u.test(piece.text)));
  }
});
