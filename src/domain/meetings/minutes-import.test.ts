import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedMinutes } from '../../../test/reading/invented-minutes.ts';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { attendanceImport } from './attendance-import.ts';
import { meetingCalendarImport } from './meeting-calendar-import.ts';
import { minutesHeadImport } from './minutes-head-import.ts';
import { minutesItemImport } from './minutes-item-import.ts';

const facts = { kind: 'minutes', body: 'Styrgruppen för kultur i norr', date: '2025-03-07' } as const;
const reading = (text: string) => readingOf(text, facts);
const attendance = (text: string) =>
  attendanceImport
    .recognise(reading(text))
    .records.map(({ person, organisation, role, present }) => [person, organisation, role, present]);

test('a list with columns: role, organisation or both, and those under a heading for the absent', () => {
  assert.deepEqual(attendance(inventedMinutes), [
    ['Anna Ek', 'Storby kommun', 'kulturchef', true],
    ['Bo von Alm', 'Lillby', undefined, true],
    ['Cia Berg-Lind', undefined, 'bibliotekschef', true],
    ['Eva Söderberg', 'Region Norr', undefined, true],
    ['Dan Dahl', 'Lillby', undefined, false],
  ]);
});

test('tabs or a comma part a row too; struck out is not present; the list ends at the first item', () => {
  assert.deepEqual(
    attendance(
      'Närvarande:\n\n<del>Anna Ek</del>\t<del>Storby</del>\n\nBo Alm, rektor\n\n1. Upprop\n\nCia Berg, Lillby, kom.',
    ),
    [
      ['Anna Ek', 'Storby', undefined, false],
      ['Bo Alm', undefined, 'rektor', true],
    ],
  );
  assert.deepEqual(attendance('Anna Ek\tStorby'), [], 'without a heading there is no list');
});

test('a row of a table that cannot be read does not end the list; the text after the table does', () => {
  const html = `### Närvarande:\n\n| Anna Ek | Storby |\n| --- | --- |\n| ${'och långt stycke som två rader har flutit ihop till i sidan, '.repeat(2)} | x |\n| 14 | 15 |\n| Bo Alm | Lillby |\n\nEn mening om något helt annat, som är för lång för att vara en rubrik.\n\nCia Berg\tLillby\n`;
  assert.deepEqual(
    attendance(html).map(([person]) => person),
    ['Anna Ek', 'Bo Alm'],
  );
});

test('the head: day, time and place', () => {
  const [meeting] = minutesHeadImport.recognise(reading(inventedMinutes)).records;
  assert.deepEqual(
    [meeting?.body, meeting?.date, meeting?.start, meeting?.end, meeting?.place],
    [facts.body, '2025-03-07', '09:00', '11:30', 'Stadshuset'],
  );
});

test('items with who presented them, and what they are', () => {
  assert.deepEqual(
    minutesItemImport
      .recognise(reading(inventedMinutes))
      .records.map(({ number, title, presenters, category }) => [number, title, presenters, category]),
    [
      [1, 'Dagordning', [], 'formal'],
      [2, 'Föregående protokoll', [], 'formal'],
      [3, 'Bokbussen', ['Anna Ek', 'Bo Alm'], 'decision'],
      [4, 'Fortsatt uppdrag läslust', ['Cia Berg-Lind'], 'decision'],
      [5, 'Information om projekt Gemensam katalog', ['Eva Söderbergh'], 'information'],
    ],
  );
});

test('a guest who visits the group has presented the matter', () => {
  const { records } = minutesItemImport.recognise(
    reading(
      '**1. Start**\n\n**2. Nuläget**\n\nGruppen besöktes av verksamhets- och enhetschef Cia Berg-Lind,\n\nCia visade bilder.\n\n**3. Slut**\n\nHej.',
    ),
  );
  assert.deepEqual(
    records.map(({ presenters }) => presenters),
    [[], ['Cia Berg-Lind'], []],
  );
});

test('headings that stand out are the items, numbers inside them are lists; names on the heading line are no title', () => {
  const { records } = minutesItemImport.recognise(
    reading(
      '**1. Start**\n\n**2. Avtal TNE** **Anna Ek föredrog ärendet.**\n\n1. ett\n2. två\n3. tre\n\n*Delfråga:*\n\nBo Alm föredrog ärendet\n\n**3. Slut**\n\nHej.',
    ),
  );
  assert.deepEqual(
    records.map(({ number, title, presenters, sections }) => [number, title, presenters, sections]),
    [
      [1, 'Start', [], undefined],
      [2, 'Avtal TNE', ['Anna Ek', 'Bo Alm'], [{ title: 'Delfråga', presenters: ['Bo Alm'] }]],
      [3, 'Slut', [], undefined],
    ],
  );
});

test('minutes in paragraphs are left to their own recognisers', () => {
  assert.deepEqual(minutesItemImport.recognise(reading('§ 1 Upprop\n\n§ 2 Val\n\n1. a\n\n2. b\n\n3. c')).records, []);
});

test('the calendar: days, how they are held, and a note that goes on over its line', () => {
  const { records } = meetingCalendarImport.recognise(reading(inventedMinutes));
  assert.deepEqual(
    records.map(({ date, endDate, mode, note }) => [date, endDate, mode, note]),
    [
      ['2025-05-09', undefined, 'digital', undefined],
      ['2025-09-12', '2025-09-13', 'residential', 'planering av nästa år'],
      ['2025-12-05', undefined, undefined, undefined],
    ],
  );
  const undated = meetingCalendarImport.recognise(reading('Kommande möten:\n\n9 maj\n\n10 januari')).records;
  assert.deepEqual(
    undated.map(({ date }) => date),
    ['2025-05-09', '2026-01-10'],
    'days to come lie after the meeting',
  );
});
