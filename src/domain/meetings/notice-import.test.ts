import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { agendaImport } from './agenda-import.ts';
import { citedMeetingImport } from './cited-meeting-import.ts';
import { summonsImport } from './summons-import.ts';
import { timetableImport, titleAndPresenters } from './timetable-import.ts';

const facts = { kind: 'notice', body: 'Beredning för scenkonst', date: '2024-02-06' } as const;

test('the head of a notice, with labels and values on one line or two', () => {
  const head = (text: string) => summonsImport.recognise(readingOf(text, facts)).records[0];
  const one = head(
    'Sammanträde med:\n\nBeredning för scenkonst\n\nSammanträdesdatum: 2024-02-06\n\nTid: kl. 9.00–12.00\n\nPlats: Sal Björken',
  );
  assert.deepEqual(
    [one?.date, one?.start, one?.end, one?.place, one?.mode],
    ['2024-02-06', '09:00', '12:00', 'Sal Björken', 'inPerson'],
  );
  const two = head(
    'Sammanträdesdatum\n2024-02-06\n\nPlats: Digitalt via Teams\n\nProtokollet ska vara justerat senast den 20 februari.',
  );
  assert.deepEqual([two?.date, two?.mode, two?.adjustBy], ['2024-02-06', 'digital', '2024-02-20']);
  assert.ok(two!.confidence < one!.confidence);
  assert.equal(head('Sammanträde med:\n\nBeredning för scenkonst'), undefined);
});

test('slots are lines that begin with a span of times', () => {
  const { records } = timetableImport.recognise(
    readingOf(
      'Tidplan\n\n09:00-09:30 Läget - Anna Ek/Bo Al\n\n9.30-10.00 Paus\n\nkl. 09:00 börjar vi\n\n10:00-09:00 bakvänt',
      facts,
    ),
  );
  assert.deepEqual(
    records.map(({ start, end, title, presenters }) => [start, end, title, presenters]),
    [
      ['09:00', '09:30', 'Läget', ['Anna Ek', 'Bo Al']],
      ['09:30', '10:00', 'Paus', []],
    ],
  );
});

test('what stands after a dash belongs to the title unless all of it are names', () => {
  assert.deepEqual(titleAndPresenters('Tema – läsning och skrift'), {
    title: 'Tema – läsning och skrift',
    presenters: [],
  });
  assert.deepEqual(titleAndPresenters('Del - Anna Ek, gäst'), { title: 'Del - Anna Ek, gäst', presenters: [] });
});

test('items count up; a list inside an item is not taken for items', () => {
  const { records } = agendaImport.recognise(
    readingOf(
      '1. Upprop\n\n2. Inspel\n\nDnr: KN 2024/12\n\nFöredragande: Anna Ek\n\nFörslag till beslut\n\natt godkänna.\n\nSammanfattning\n\nTre punkter:\n1. ett\n2. två\n3. tre\n\n3. Information\n\n1. Läget - Bo Al\n2. Annat\n3. Mer\n4. Sist\n\n4. Frågor',
      facts,
    ),
  );
  assert.deepEqual(
    records.map(({ number, title, category, diaryNumber }) => [number, title, category, diaryNumber]),
    [
      [1, 'Upprop', 'formal', undefined],
      [2, 'Inspel', 'decision', 'KN 2024/12'],
      [3, 'Information', 'information', undefined],
      [4, 'Frågor', 'questions', undefined],
    ],
  );
  assert.deepEqual(
    records[2]?.points.map((point) => point.presenters.length),
    [1, 0, 0, 0],
  );
});

test('an indented list under an unnumbered heading is no agenda', () => {
  assert.deepEqual(
    agendaImport.recognise(readingOf('1  Skrivelser\n   1. Om samverkan\n   2. Om inköp\n   3. Om lokaler', facts))
      .records.length,
    0,
  );
});

test('an agenda that is one list is read as items', () => {
  const { records } = agendaImport.recognise(readingOf('1. Upprop\n2. Val av justerare\n3. Rapport', facts));
  assert.deepEqual(
    records.map((record) => record.number),
    [1, 2, 3],
  );
});

test('meetings that answers mention are proposed once, with the numbers that mention them', () => {
  const { records } = citedMeetingImport.recognise(
    readingOf(
      'Nr 1. Att a.\n\nSvar: Den 5 mars och den 2 maj.\n\nNr 2. Att b.\n\nSvar: Vid studiebesök den 5 mars. Planen antogs av kulturnämnden den 9 april.',
      {
        kind: 'reportBack',
        year: 2024,
        body: 'Beredning för scenkonst',
      },
    ),
  );
  assert.deepEqual(
    records.map(({ date, note, assignments }) => [date, note, assignments]),
    [
      ['2024-03-05', 'studyVisit', [1, 2]],
      ['2024-05-02', undefined, [1]],
    ],
  );
});
