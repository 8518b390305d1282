import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { populationImport } from './population-import.ts';

const rows = (text: string) => populationImport.recognise(readingOf(text, { kind: 'goalDocument' })).records;
const head = '\tFolkmängd 80+ år\t\tFörändring 2017–2030\t\n\t2017\t2030\tantal\tandel\n';

test('a row has two counts, the change and the share, for the group of the head', () => {
  const [row, ...others] = rows(`${head}Norrby\t1 973\t2 897\t924\t47%`);
  assert.deepEqual(
    [row?.municipality, row?.group, row?.from, row?.to, row?.change, row?.percent, others.length],
    ['Norrby', '80+ år', { year: 2017, value: 1973 }, { year: 2030, value: 2897 }, 924, 47, 0],
  );
});

test('figures that do not agree with each other are no row', () => {
  assert.deepEqual(rows(`${head}Norrby\t1 973\t2 897\t824\t47%\nSöderby\t100\t150\t50\t20%`), []);
});

test('without cells the figures tell where one number ends', () => {
  const text =
    'Befolkningsförändring 20–64 år 2017–2030\n\n2017 2030 antal andel\n\nNorrby 87 851 102 560 14 709 17%\n\nÖstra Söderby 2 906 2 571 -335 -12 %';
  assert.deepEqual(
    rows(text).map(({ municipality, group, from, to, change, percent }) => [
      municipality,
      group,
      from.value,
      to.value,
      change,
      percent,
    ]),
    [
      ['Norrby', '20–64 år', 87_851, 102_560, 14_709, 17],
      ['Östra Söderby', '20–64 år', 2_906, 2_571, -335, -12],
    ],
  );
});

test('an age group is the same one whether a hyphen or a dash stands between its ages', () => {
  const text = (sign: string) =>
    `Folkmängd 20${sign}64 år\n\n2017 2030 antal andel\n\nÖstra Söderby 2 906 2 571 -335 -12 %`;
  assert.deepEqual(
    ['-', '–'].map((sign) => rows(text(sign)).map(({ group }) => group)),
    [['20–64 år'], ['20–64 år']],
  );
});

test('every row that adds up is read, with cells and without, unless its digits can be read in two ways', () => {
  const printed = (value: number) => value.toLocaleString('sv-SE').replace(/\s/gu, ' ').replace('−', '-');
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 900_000 }), fc.integer({ min: 100, max: 900_000 }), (from, to) => {
      const figures = [from, to, to - from].map(printed);
      const percent = `${Math.round(((to - from) / from) * 100)}%`;
      const drawn = rows(`${head}Norrby\t${[...figures, percent].join('\t')}`)[0];
      return drawn === undefined || (drawn.from.value === from && drawn.to.value === to && drawn.change === to - from);
    }),
  );
});
