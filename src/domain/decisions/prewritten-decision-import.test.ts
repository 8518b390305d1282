import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf } from '../../../test/reading/reading-of.ts';
import { recordsOf } from '../../../test/support/seeds.ts';

const list = `Föredragningslista                                  1(9)

Organ        Kulturstyrelsen
Plats        Sal Björken, Stadshuset
Tidpunkt     Onsdagen den 26 februari 2025, kl 9.00-12.00

1  Föredragningslista
   1. Den utsända listan fastställs.
2  Justering
   Kulturstyrelsen beslutar
   utse Anna Ek att jämte ordföranden
   justera protokollet.
3  Muntlig information
   - Biblioteken
   - Museet
4  Anmälda skrivelser
   notera skrivelserna till protokollet.
   Följande skrivelser har kommit in:
   1. Cirkulär 2025:3.
`;

test('a list of items without full stops gives items and the decisions written beforehand', () => {
  const result = resultOf(list);
  assert.equal(result.document.kind, 'notice');
  const [meeting] = recordsOf(result, 'meeting');
  assert.deepEqual(
    [meeting?.body, meeting?.date, meeting?.start, meeting?.place],
    ['Kulturstyrelsen', '2025-02-26', '09:00', 'Sal Björken, Stadshuset'],
  );
  assert.deepEqual(
    recordsOf(result, 'agendaItem').map(({ number, title, points }) => [number, title, points.length]),
    [
      [1, 'Föredragningslista', 0],
      [2, 'Justering', 0],
      [3, 'Muntlig information', 0],
      [4, 'Anmälda skrivelser', 0],
    ],
  );
  assert.deepEqual(
    recordsOf(result, 'decision').map(({ item, status, clauses }) => [item, status, ...clauses]),
    [
      [1, 'proposed', 'Den utsända listan fastställs.'],
      [2, 'proposed', 'utse Anna Ek att jämte ordföranden justera protokollet.'],
      [4, 'proposed', 'notera skrivelserna till protokollet.'],
    ],
  );
});

test('a list that leaves numbers out keeps the numbers that are printed', () => {
  const result = resultOf(
    'KALLELSE\nKulturstyrelsen\n\nTid: Måndagen den 3 november 2025, kl. 18.00\nPlats: Stadshuset\n\nÄrenden\n1. Upprop\n2. Budget\n5. Avtal om bokbussen\n6. Motion om museet\n',
  );
  assert.deepEqual(
    recordsOf(result, 'agendaItem').map(({ number }) => number),
    [1, 2, 5, 6],
  );
  assert.deepEqual(
    recordsOf(result, 'meeting').map(({ date }) => date),
    ['2025-11-03'],
  );
});
