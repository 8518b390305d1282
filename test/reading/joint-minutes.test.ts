import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareFiles } from '../../src/domain/intake/reading/compare-files.ts';
import { noSeeds, readSeed, recordsOf } from '../support/seeds.ts';

// Seed 003, the minutes of the joint group of managers of 9 December 2022: fifteen items, the head of the page in the middle of sentences.
const skip = noSeeds;

test('the meeting, whose name stands in the title', { skip }, () => {
  const { result } = readSeed('003');
  assert.equal(result.document.kind, 'minutes');
  const [meeting, ...more] = recordsOf(result, 'meeting');
  assert.deepEqual([meeting?.date, meeting?.place, more.length], ['2022-12-09', 'City konferens Örebro', 0]);
  assert.equal(meeting?.body, 'Chefsgrupp för samverkan social välfärd samt vård och omsorg');
  assert.equal(meeting?.secretary?.split(' ').length, 2, 'a name that a narrow column parted is whole');
});

test('36 people, four of them struck out, 7 with a role and 29 with an organisation (list B-50)', { skip }, () => {
  const people = recordsOf(readSeed('003').result, 'attendance');
  assert.equal(people.length, 36);
  assert.equal(people.filter((one) => !one.present).length, 4);
  assert.equal(people.filter((one) => one.role).length, 7);
  assert.equal(people.filter((one) => one.organisation).length, 29);
  assert.equal(people.filter((one) => one.organisation === 'Örebro').length, 4);
  assert.equal(new Set(people.map((one) => one.person)).size, 36);
});

test('fifteen items with their presenters; the item with three matters keeps them apart', { skip }, () => {
  const items = recordsOf(readSeed('003').result, 'agendaItem');
  assert.deepEqual(
    items.map(({ number, presenters, category }) => [number, presenters.length, category]),
    [
      [1, 0, 'formal'],
      [2, 0, 'formal'],
      [3, 0, 'formal'],
      [4, 1, 'decision'],
      [5, 4, 'information'],
      [6, 1, 'information'],
      [7, 3, 'decision'],
      [8, 1, 'decision'],
      [9, 1, 'information'],
      [10, 2, 'information'],
      [11, 3, 'decision'],
      [12, 2, 'information'],
      [13, 0, 'formal'],
      [14, 0, 'formal'],
      [15, 0, 'formal'],
    ],
  );
  assert.equal(items[7]?.title, 'Beslut förlängning överenskommelse TNE');
  assert.deepEqual(
    items
      .flatMap((item) => (item.number === 7 && 'sections' in item ? (item.sections ?? []) : []))
      .map(({ title, presenters }) => [title, presenters.length]),
    [
      ['Rapport ekonomigruppen', 2],
      ['Förlängt uppdrag rehabfrågan', 1],
      ['Förlängt uppdrag implementering av nutritionsvårdsöverenskommelsen', 1],
    ],
  );
  assert.match(
    items[11]?.summary ?? '',
    /i samverkan, avsaknad av en övergripande/,
    'a word parted by a page is whole',
  );
  assert.match(items[8]?.summary ?? '', /stöd bör få det innan barnet/, 'a sentence cut by a page is whole');
});

test('the seven decisions F-04 to F-10, and none of those that are only spoken of', { skip }, () => {
  const decisions = recordsOf(readSeed('003').result, 'decision');
  assert.deepEqual(
    decisions.map(({ item, status, date }) => [item, status, date]),
    [2, 3, 4, 7, 7, 8, 11].map((item) => [item, 'made', '2022-12-09']),
  );
  assert.deepEqual(
    decisions.map(({ clauses }) => clauses.length),
    [1, 1, 1, 1, 1, 1, 1],
  );
  assert.match(decisions[5]?.proposal ?? '', /^att avtal om .* 2023-01-01 och tills vidare .* 9 månader\.$/);
});

test('what is paid for: posts by payer, sums by payer, the year, the fund', { skip }, () => {
  const told = recordsOf(readSeed('003').result, 'commission').map(
    ({ item, fte, shares, amounts, from, to, decided }) => [
      item,
      fte,
      shares?.map((share) => [share.payer, share.fte]),
      amounts.map(({ value, payer }) => [value, payer]),
      from,
      to,
      decided,
    ],
  );
  const year = ['2023-01-01', '2023-12-31'];
  const payers = ['kommunerna', 'regionen'];
  assert.deepEqual(told, [
    [
      7,
      3,
      [
        ['regionen', 2],
        ['kommunerna', 1],
      ],
      [],
      ...year,
      true,
    ],
    [7, 0.25, undefined, payers.map((payer) => [144_000, payer]), ...year, true],
    [9, undefined, undefined, [[1_200_000, undefined]], ...year, false],
  ]);
});

test('one agreement runs until further notice with nine months of notice, one lapsed, one is being carried out', {
  skip,
}, () => {
  const agreements = recordsOf(readSeed('003').result, 'agreement');
  assert.deepEqual(
    agreements.map(({ item, from, to, openEnded, noticeMonths }) => [item, from, to, openEnded, noticeMonths]),
    [
      [7, undefined, undefined, false, undefined],
      [8, '2023-01-01', undefined, true, 9],
      [11, undefined, undefined, false, undefined],
    ],
  );
});

test('three deliveries: one slipped, one without a day, one of a project', { skip }, () => {
  const deliverables = recordsOf(readSeed('003').result, 'deliverable');
  assert.deepEqual(
    deliverables.map(({ item, due, movedTo, project }) => [item, due, movedTo, project]),
    [
      [7, '2022-12-31', '2023-01', undefined],
      [11, undefined, undefined, undefined],
      [12, '2023-06', undefined, 'Gemensam avvikelshantering i samverkan'],
    ],
  );
});

test('the eight meetings of the year to come (list D-20)', { skip }, () => {
  const days = recordsOf(readSeed('003').result, 'meetingDate');
  assert.deepEqual(
    days.map(({ date, endDate, mode, note }) => [date, endDate, mode, note]),
    [
      ['2023-02-10', undefined, 'digital', undefined],
      ['2023-03-30', '2023-03-31', 'residential', 'remissdialog kring förslag till ny överenskommelse om HS i hemmet'],
      ['2023-04-21', undefined, 'digital', undefined],
      ['2023-06-02', undefined, undefined, 'gemensamt med folkhälsocheferna'],
      ['2023-09-08', undefined, 'digital', undefined],
      ['2023-10-13', undefined, 'inPerson', undefined],
      ['2023-11-10', undefined, 'digital', undefined],
      ['2023-12-08', undefined, 'inPerson', undefined],
    ],
  );
});

test('every line is read, and the inconsistencies E-22 to E-28 are told', { skip }, () => {
  const { result, source } = readSeed('003');
  assert.deepEqual(result.unplaced, []);
  const told = result.problems.map(({ code, source: at }) => `${code} ${at?.line}`);
  assert.deepEqual(told, [
    'paperNameDiffers 78',
    'placeSpelledTwoWays 163',
    'deliverableLate 177',
    'moneyWithoutDecision 278',
    'personSpelledTwoWays 328',
    'personSpelledTwoWays 328',
    'personSpelledTwoWays 328',
    'deliverableWithoutDate 352',
    'absentPersonMentioned 398',
  ]);
  const earlier = readSeed('000');
  const compared = compareFiles([
    { result: earlier.result, text: earlier.source.text },
    { result, text: source.text },
  ]);
  assert.ok(compared[1]?.problems.some(({ code }) => code === 'roleNameDiffers'));
});
