import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf, resultOf } from '../../../test/reading/reading-of.ts';
import { recordsOf } from '../../../test/support/seeds.ts';
import { coverAttendanceImport, minutesCoverImport } from './minutes-cover-import.ts';

const facts = { kind: 'minutes', body: 'Tekniska nämnden', date: '2025-03-04' } as const;
const item = '\n§ 1 Upprop\nUpprop förrättas.\n';

const cover = `Plats och tid        Rådhuset, Ånäs, tisdagen den 4 mars 2025 kl 9.00-12.10
Beslutande           Anna Alm (X), ordförande
                     Bo Berg (Y)   Ersätter Carl Ceder (Y)
                     Vakant (Z)
Ej tjänstgörande ersättare   Disa Dal (X), §§ 1-4
Övriga närvarande    Eva Ek, förvaltningschef, § 2
                     Frans Fors  Länsstyrelsen § 3
Utses att justera    Bo Berg
Underskrifter
Sekreterare          Gun Grahn         Paragrafer 1-9

ANSLAG/BEVIS
Datum för anslags uppsättande   2025-03-11
Datum för anslags nedtagande    2025-04-02
${item}`;

test('the cover tells where, when, who adjusts and how long the notice is up', () => {
  const [meeting] = minutesCoverImport.recognise(readingOf(cover, facts)).records;
  const { place, start, end, adjustedBy, noticeFrom, noticeTo, paragraphs } = meeting!;
  assert.deepEqual(
    { place, start, end, adjustedBy, noticeFrom, noticeTo, paragraphs },
    {
      place: 'Rådhuset, Ånäs',
      start: '09:00',
      end: '12:10',
      adjustedBy: ['Bo Berg'],
      noticeFrom: '2025-03-11',
      noticeTo: '2025-04-02',
      paragraphs: { from: 1, to: 9 },
    },
  );
});

const people = (text: string) =>
  coverAttendanceImport
    .recognise(readingOf(text, facts))
    .records.map(({ type: _, source: __, confidence: ___, rule: ____, present: _____, ...who }) => who);

test('labels rule the values beside and below them; office, §§ and whom a deputy serves for stand beside the name', () => {
  assert.deepEqual(people(cover), [
    { person: 'Anna Alm', party: 'X', role: 'ordförande', kind: 'member' },
    { person: 'Bo Berg', party: 'Y', kind: 'deputy', serving: true, replaces: 'Carl Ceder' },
    { person: 'Disa Dal', party: 'X', kind: 'deputy', part: '§§ 1-4', paragraphs: [{ from: 1, to: 4 }] },
    { person: 'Eva Ek', role: 'förvaltningschef', kind: 'other', part: '§ 2', paragraphs: [{ from: 2, to: 2 }] },
    { person: 'Frans Fors', role: 'Länsstyrelsen', kind: 'other', part: '§ 3', paragraphs: [{ from: 3, to: 3 }] },
  ]);
});

test('somebody who served a part of the meeting and sat by for the rest stands on two rows, and is two records', () => {
  const text = `Beslutande         Anna Alm (s), ordförande\n                   Bo Berg (ÖrP), tjg ersättare §§ 5–11 kl. 14.10-17.00\n                   Eva Ek (FP) till kl. 16.05\nErsättare          Bo Berg (ÖrP) §§ 1-4, 12\n                   Disa Dal via länk (-)\n${item}`;
  assert.deepEqual(people(text), [
    { person: 'Anna Alm', party: 's', role: 'ordförande', kind: 'member' },
    {
      person: 'Bo Berg',
      party: 'ÖrP',
      role: 'tjg ersättare',
      kind: 'deputy',
      serving: true,
      part: '§§ 5–11, kl. 14.10-17.00',
      paragraphs: [{ from: 5, to: 11 }],
      from: '14:10',
      to: '17:00',
    },
    { person: 'Eva Ek', party: 'FP', kind: 'member', part: 'till kl. 16.05', to: '16:05' },
    {
      person: 'Bo Berg',
      party: 'ÖrP',
      kind: 'deputy',
      part: '§§ 1-4, 12',
      paragraphs: [
        { from: 1, to: 4 },
        { from: 12, to: 12 },
      ],
    },
    { person: 'Disa Dal', party: '-', kind: 'deputy', remote: true },
  ]);
});

test('two labels on one line head two columns', () => {
  const text = `Närvarande\nBeslutande                     Ersättare\nAnna Alm, Ordförande (X)       Bo Berg (Y)\nDisa Dal (X), tjg ersättare\n${item}`;
  assert.deepEqual(people(text), [
    { person: 'Anna Alm', party: 'X', role: 'Ordförande', kind: 'member' },
    { person: 'Bo Berg', party: 'Y', kind: 'deputy' },
    { person: 'Disa Dal', party: 'X', role: 'tjg ersättare', kind: 'deputy', serving: true },
  ]);
});

test('several people on one line', () => {
  const text = `Närvarande ersättare\n   Anna Alm (X), Bo Berg (FP), Eva Ek (-)\n${item}`;
  assert.deepEqual(
    people(text).map(({ person, party }) => `${person} ${party}`),
    ['Anna Alm X', 'Bo Berg FP', 'Eva Ek -'],
  );
});

test('a cover alone gives the meeting and who was there, and §§ without a cover give the meeting', () => {
  const cover = resultOf(
    'Protokoll Kulturstyrelsen 12 mars 2025\n\nTid och plats     Stadshuset  Kl 17.00-20.45\nBeslutande        Anna Ek (S)\n                  Bo Alm (-), §§ 12-13\nJusterare         Bo Alm\nSekreterare       ........   Paragrafer 12-14\n\nANSLAG/BEVIS\nAnslaget sätts upp 2025-03-20\n',
  );
  assert.deepEqual(
    recordsOf(cover, 'meeting').map(({ body, date, end }) => [body, date, end]),
    [['Kulturstyrelsen', '2025-03-12', '20:45']],
  );
  assert.equal(recordsOf(cover, 'attendance').length, 2);
  const paragraphs = resultOf(
    'Protokoll Kulturstyrelsen 12 mars 2025\n\n§ 1\nUpprop\n\n§ 2\nJustering\n\n§ 3\nAvslutning\n',
  );
  assert.equal(recordsOf(paragraphs, 'meeting').length, 1);
});

test('a cover of labels with a colon, and a body that is named with its place', () => {
  const text =
    '# Sammanträdesprotokoll\n\nKulturnämnden i Bergby\n\nSammanträdesdatum: 2025-03-12\n\nTid: kl. 13:00-15:40\n\nPlats: Lilla salen, Rådhuset\n\n§ 61\n\nUpprop\n\n§ 62\n\nAvslutning\n';
  assert.deepEqual(
    recordsOf(resultOf(text), 'meeting').map(({ body, date, start, end, place }) => [body, date, start, end, place]),
    [['Kulturnämnden', '2025-03-12', '13:00', '15:40', 'Lilla salen, Rådhuset']],
  );
});
