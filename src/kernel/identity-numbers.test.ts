import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityNumbersIn } from './identity-numbers.ts';

/** A small generator with a seed, so that the ten thousand numbers are the same each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** An invented number with a last digit that fits; every third is a coordination number. */
function invented(random: (below: number) => number) {
  const century = [18, 19, 19, 20][random(4)]!;
  const year = twoDigits(random(100));
  const day = 1 + random(28) + (random(3) === 0 ? 60 : 0);
  const nine = `${year}${twoDigits(1 + random(12))}${twoDigits(day)}${String(random(1_000)).padStart(3, '0')}`;
  const sum = [...nine].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return { century: String(century), ten: `${nine}${(10 - (sum % 10)) % 10}` };
}

type Way = (century: string, day: string, last: string) => readonly string[];

const inDigits = (zero: number) => (text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)));
const spread = (by: string) => (text: string) => [...text].join(by);

/** The ways in which people, machines and files write a number. */
const ways: Readonly<Record<string, Way>> = {
  dash: (_c, day, last) => [`Född ${day}-${last}.`],
  bare: (_c, day, last) => [`(${day}${last})`],
  century: (c, day, last) => [`pnr ${c}${day}-${last},`],
  centuryBare: (c, day, last) => [`${c}${day}${last}`],
  plus: (_c, day, last) => [`${day}+${last}`],
  space: (c, day, last) => [`${c}${day} ${last}`],
  longDash: (_c, day, last) => [`${day} – ${last}`],
  minusSign: (_c, day, last) => [`${day}−${last}`],
  dated: (c, day, last) => [`${c}${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}-${last}`],
  dotted: (_c, day, last) => [`${day.slice(0, 2)}.${day.slice(2, 4)}.${day.slice(4)} ${last}`],
  spacedDay: (_c, day, last) => [`${day.slice(0, 2)} ${day.slice(2, 4)} ${day.slice(4)} ${last}`],
  lineBreak: (_c, day, last) => [`${day}-\n${last}`],
  lineBreakSpaced: (c, day, last) => [`${c}${day}\n ${last}`],
  twoCells: (_c, day, last) => ['Anna', day, last, 'Norrbäck'],
  twoCellsDash: (c, day, last) => [`${c}${day}-`, last],
  brokenAnywhere: (_c, day, last) => [`${day.slice(0, 4)}`, `${day.slice(4)}${last}`],
  brokenInLast: (_c, day, last) => [`${day}-${last.slice(0, 1)}\n${last.slice(1)}`],
  everyDigit: (_c, day, last) => [spread(' ')(`${day}${last}`)],
  pairs: (_c, day, last) => [`${day}${last}`.replace(/\d\d(?=\d)/gu, '$& ')],
  unseen: (_c, day, last) => [spread('\u200b')(`${day}-${last}`)],
  softHyphen: (_c, day, last) => [`${day}\u00ad${last}`],
  noBreakSpace: (_c, day, last) => [`${day}\u00a0${last}`],
  fullWidth: (c, day, last) => [inDigits(0xff10)(`${c}${day}-${last}`)],
  arabicIndic: (_c, day, last) => [inDigits(0x660)(`${day}-${last}`)],
  devanagari: (_c, day, last) => [inDigits(0x966)(`${day}${last}`)],
  mathematical: (_c, day, last) => [inDigits(0x1d7ce)(`${day}-${last}`)],
  inFileName: (c, day, last) => [`remiss_${c}${day}-${last}_skannad.pdf`],
  inAddress: (_c, day, last) => [`https://prov.example/p?nr=${day}${last}&x=1`],
  withoutCheckDigit: (_c, day, last) => [`${day}-${last.slice(0, 3)}`],
};

test('ten thousand numbers in every way of writing are found, each', () => {
  const random = randomFrom(8_2026);
  const names = Object.keys(ways);
  const missed: string[] = [];
  const plainOf = new Map<string, number>();
  for (let count = 0; count < 10_000; count += 1) {
    const name = names[count % names.length]!;
    const { century, ten } = invented(random);
    const texts = ways[name]!(century, ten.slice(0, 6), ten.slice(6));
    const found = identityNumbersIn(['Ärendet gäller insatser.', ...texts, 'Beslut fattas 2026.']);
    if (found.length === 0) missed.push(`${name}: ${JSON.stringify(texts)}`);
    if (found.some(({ strength }) => strength === 'plain')) plainOf.set(name, (plainOf.get(name) ?? 0) + 1);
  }
  assert.deepEqual(missed.slice(0, 5), []);
  // Those that are written as numbers are written stop the publication; only what is torn apart is left to a person.
  const torn = ['brokenAnywhere', 'brokenInLast', 'everyDigit', 'pairs', 'withoutCheckDigit'];
  for (const name of names.filter((one) => !torn.includes(one) && !/Cells|lineBreak/u.test(one)))
    assert.equal(plainOf.get(name) ?? 0, Math.ceil((10_000 - names.indexOf(name)) / names.length), name);
});

test('control: numbers with a wrong last digit or a day that does not exist are let through, so that the test can fail', () => {
  const random = randomFrom(11);
  for (let count = 0; count < 500; count += 1) {
    const { ten } = invented(random);
    const wrong = `${ten.slice(0, 9)}${(Number(ten[9]) + 1) % 10}`;
    assert.deepEqual(identityNumbersIn([`${wrong.slice(0, 6)}-${wrong.slice(6)}`]), []);
    assert.deepEqual(identityNumbersIn([`${ten.slice(0, 2)}13${ten.slice(4, 6)}-${ten.slice(6)}`]), []);
  }
});

test('what only looks like a number is no number: organisations, phones, amounts, dates and §§', () => {
  for (const text of [
    'Organisationsnummer 232100-0016 och 556036-0793',
    'Telefon 0920-71 00 00, 010-241 50 00',
    'Kostnaden är 1 234 567 890 kronor och 12 345 678 kr',
    'Sammanträde 2026-11-23 kl. 13.00–15.30, 2026-12-08 kl. 09:00',
    'Dnr 2024-05-14, RS 2024/1234, 26RF00652, § 118–124',
    '| 2019 | 2020 | 2021 | 2022 | 2023 |',
  ])
    assert.deepEqual(identityNumbersIn([text]), [], text);
});

test('a number is told with the stretch it stands in, and without one where it goes over two texts', () => {
  assert.deepEqual(identityNumbersIn(['Se 811228-\u200b9874, sidan 2']), [
    { strength: 'plain', text: 0, written: '811228-\u200b9874' },
  ]);
  assert.deepEqual(identityNumbersIn(['Se', '811228', '9874']), [{ strength: 'plain', text: 1, written: null }]);
});
