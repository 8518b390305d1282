import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findAmounts, findPercents, findPosts, numberOfWord } from './swedish-amounts.ts';

const kronor = (text: string) => findAmounts(text).map((found) => found.value);
const shares = (text: string) => findPercents(text).map((found) => found.percent);
const posts = (text: string) => findPosts(text).map((found) => found.fte);

test('kronor, thousands, millions and milliards in the forms that papers use', () => {
  const rows: readonly (readonly [text: string, value: number])[] = [
    ['144 000 kr', 144_000],
    ['144\u00a0000\u00a0kr', 144_000],
    ['144\u202f000 kronor', 144_000],
    ['9 137 100  kr', 9_137_100],
    ['9  137  100 kr', 9_137_100],
    ['144.000 kr', 144_000],
    ['1 200,50 kr', 1200.5],
    ['500:-', 500],
    ['750 tkr', 750_000],
    ['1,2 mkr', 1_200_000],
    ['1,1 mkr', 1_100_000],
    ['148,4 milj.kr', 148_400_000],
    ['148,4 milj. kr', 148_400_000],
    ['148,4 mnkr', 148_400_000],
    ['148,4 miljoner kronor', 148_400_000],
    ['en miljon kronor', 1_000_000],
    ['2 miljarder kronor', 2_000_000_000],
    ['ett underskott på -5,5 mnkr', -5_500_000],
  ];
  for (const [text, value] of rows) assert.deepEqual(kronor(`Det kostar ${text}.`), [value], text);
});

test('a year before an amount is no part of it; several amounts are several', () => {
  assert.deepEqual(kronor('År 2023 144 000 kr, och 2024 12 kr'), [144_000, 12]);
});

test('what is no amount of money is none', () => {
  const rows = ['144 000 invånare', '2023', '12 krav', '5 miljoner invånare', '10–20 mkr', 'A4 kr', '019-602 72 52'];
  for (const text of rows) assert.deepEqual(kronor(text), [], text);
});

test('shares, also above the whole, with comma and without space', () => {
  assert.deepEqual(shares('25 procent, 25%, 200 %, 0,5 % och fem procent'), [25, 25, 200, 0.5, 5]);
  assert.deepEqual(shares('3 procentenheter, 5–10 %'), []);
});

test('posts are stated, or are a share in a sentence about a post', () => {
  assert.deepEqual(posts('regionen betalar två årsarbetare och kommunerna en årsarbetare'), [2, 1]);
  assert.deepEqual(posts('2,5 årsarbetare och 3 halvtidstjänster'), [2.5, 1.5]);
  assert.deepEqual(posts('ett tjänsteköp av A Bsson med 25 procent under året'), [0.25]);
  assert.deepEqual(posts('Tjänsten är ny. Av kommunerna har 25 procent svarat.'), []);
  assert.deepEqual(posts('Tjänstepersonerna är till 25 procent nöjda.'), []);
});

test('number words from one to twelve, in any case', () => {
  assert.deepEqual(['en', 'Ett', 'två', 'tolv', 'tretton', 'constructor'].map(numberOfWord), [
    1,
    1,
    2,
    12,
    undefined,
    undefined,
  ]);
});

test('the offsets of an amount are its words', () => {
  const text = 'Budget totalt är 1,2 mkr under året.';
  const [found] = findAmounts(text);
  assert.equal(text.slice(found!.start, found!.end), '1,2 mkr');
});

test('long runs of digits and spaces are looked through in proportion to their length', () => {
  const started = performance.now();
  for (const text of ['111 '.repeat(50_000), '1'.repeat(1e5) + ' '.repeat(1e5), '5 % '.repeat(50_000)])
    assert.ok(findAmounts(text).length + findPosts(text).length >= 0);
  assert.ok(performance.now() - started < 5000);
});

test('every amount that is written out is found again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      const printed = value.toLocaleString('sv-SE');
      return kronor(`summan ${printed} kr.`)[0] === value && kronor(`summan ${value} kr.`)[0] === value;
    }),
  );
});
