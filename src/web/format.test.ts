import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from './format.ts';

const { sv, en } = formats;
const plain = (text: string): string => text.replace(/\u00a0|\u202f/g, ' ');

test('dates are written as the language writes them', () => {
  assert.equal(sv.date('2026-05-30'), '30 maj 2026');
  assert.equal(sv.dateWithWeekday('2026-05-30'), 'lördag 30 maj 2026');
  assert.equal(sv.month('2026-12-01'), 'december 2026');
  assert.equal(en.date('2026-05-30'), '30 May 2026');
});

test('instants are shown in Stockholm, in winter and in summer', () => {
  assert.equal(plain(sv.instant(new Date('2026-11-22T23:30:00Z'))), '23 november 2026 kl. 00:30');
  assert.equal(sv.clock(new Date('2026-07-01T12:02:00Z')), '14:02');
});

test('numbers, shares and lists', () => {
  assert.equal(plain(sv.number(1234.5, 1)), '1 234,5');
  assert.equal(plain(sv.percent(0.222, 1)), '22,2 %');
  assert.equal(sv.list(['Åmynne', 'Björkåsa', 'Norrvik']), 'Åmynne, Björkåsa och Norrvik');
  assert.equal(en.list(['a', 'b', 'c']), 'a, b and c');
});

test('near days and years are words, far ones dates', () => {
  assert.equal(sv.relativeDay('2026-11-23', '2026-11-22'), 'i morgon');
  assert.equal(sv.relativeDay('2026-12-02', '2026-11-22'), 'om 10 dagar');
  assert.equal(sv.relativeDay('2026-12-24', '2026-11-22'), '24 december 2026');
  assert.equal(sv.relativeYear(2026, 2026), 'i år');
  assert.equal(sv.relativeYear(2019, 2026), '2019');
});

test('Å Ä Ö come last, and 2 before 10', () => {
  assert.deepEqual(['Öst', 'Zon', 'Ärende', 'Nr 10', 'Åre', 'Nr 2'].toSorted(sv.compare), [
    'Nr 2',
    'Nr 10',
    'Zon',
    'Åre',
    'Ärende',
    'Öst',
  ]);
});

test('words follow their number', () => {
  assert.equal(sv.plural(1, 'uppdrag', 'uppdragen'), 'uppdrag');
  assert.equal(sv.plural(0, 'möte', 'möten'), 'möten');
});
