import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { seatImport } from './seat-import.ts';

const seats = (text: string) =>
  seatImport.recognise(readingOf(text, { kind: 'notice', body: 'Kulturnämnden' })).records;

test('members and deputies in the order of their lists, offices as codes, vacancies as seats', () => {
  const records = seats(
    'Ledamöter kallas\n\nAnna Ek (KD), ordförande\nVakant (S)\nBo Al (s), andre vice ordförande\n\nErsättare underrättas\n\nÅsa Ö-Lind (ÖrP)\n\nText\n\nEva Berg (M)',
  );
  assert.deepEqual(
    records.map(({ kind, order, party, role, vacant }) => [kind, order, party, role, vacant]),
    [
      ['member', 1, 'KD', 'chair', false],
      ['member', 2, 'S', undefined, true],
      ['member', 3, 'S', 'secondViceChair', false],
      ['deputy', 1, 'ÖrP', undefined, false],
    ],
  );
  assert.equal(records[1]?.person, undefined);
});

test('names outside the lists are no seats', () => assert.deepEqual(seats('Föredragande: Anna Ek\n\nAnna Ek (S)'), []));
