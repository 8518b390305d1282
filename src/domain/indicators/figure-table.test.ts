import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from '../../documents/in/sheet/read-csv.ts';
import { readSheet } from '../../documents/in/sheet/read-sheet.ts';
import { type Sheet, writeCsv, writeXlsx } from '../../documents/out/index.ts';
import { guessMapping, koladaTable, readFigure, readTable } from './index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const known = (named: string) => (/^(?:besök|n00001)$/iu.test(named) ? 'i' : undefined);
const table = (rows: readonly (readonly string[])[]) => readTable(rows, guessMapping(rows[0]!), known);

test('a cell is read as people write figures, and what is no figure is said to be none', () => {
  const value = (text: string) => {
    const read = readFigure(text);
    return read.kind === 'value' ? [read.value, read.qualifier] : read.kind === 'missing' ? read.missing : read.kind;
  };
  assert.deepEqual(
    ['1 234,5', '46 %', 'över 100', '−3', '..', '<5', 'kan inte anges', '', '–', 'mycket', '1 23', '12 345'].map(value),
    [
      [1234.5, null],
      [46, null],
      [100, 'över'],
      [-3, null],
      'cannotBeStated',
      'tooFew',
      'cannotBeStated',
      'empty',
      'empty',
      'unreadable',
      'unreadable',
      [12_345, null],
    ],
  );
});

test('every whole number is read back as it is written in Swedish', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (number) => {
      const read = readFigure(number.toLocaleString('sv-SE'));
      assert.equal(read.kind === 'value' && read.value, number === 0 ? 0 : number);
    }),
  );
});

test('rows become values by their columns, and rows that cannot be read are told by row and column', () => {
  const { values, problems } = table([
    ['Nyckeltal', 'Kommun', 'Kön', 'År', 'Värde'],
    ['Besök', 'Granby', 'Kvinnor', '2024', '1 200'],
    ['Besök', 'Granby', 'Kvinnor', '2024', '1 300'],
    ['Besök', 'Sjöberga', '', 'kv 2 2024', '..'],
    ['Okänt', 'Sjöberga', 'x', 'i fjol', 'mycket'],
    ['Besök', 'Sjöberga', '', '2024', ''],
  ]);
  assert.deepEqual(
    values.map(({ place, sex, asOf, value, missing }) => [place, sex, asOf, value, missing ?? null]),
    [
      ['Granby', 'women', '2024', 1200, null],
      ['Sjöberga', 'all', '2024-K2', null, 'cannotBeStated'],
    ],
  );
  assert.deepEqual(
    problems.map(({ row, column, kind }) => [row, column, kind]),
    [
      [3, 'value', 'twice'],
      [5, 'indicator', 'noIndicator'],
      [5, 'asOf', 'noTime'],
      [5, 'sex', 'noSex'],
      [5, 'value', 'noFigure'],
    ],
  );
});

test('a recorded answer of Kolada goes the same way, and what is no such answer is refused', () => {
  const rows = koladaTable(readFileSync('test/fixtures/figures/kolada-v3.json', 'utf8'));
  const { values, problems } = table(rows);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    values.map(({ place, sex, value, missing }) => [place, sex, value, missing ?? null]),
    [
      ['Granby', 'all', 46.5, null],
      ['Granby', 'women', 48, null],
      ['Granby', 'men', null, 'tooFew'],
      ['', 'all', 44, null],
      ['9999', 'all', null, 'cannotBeStated'],
    ],
  );
  for (const text of ['', '{', '{"values":[{}]}', '[]'])
    assert.throws(() => koladaTable(text), { code: 'indicators.noKolada' });
});

const sheet: Sheet = {
  title: 'Besök',
  language: 'sv',
  columns: [
    { head: 'Indikator', kind: 'text' },
    { head: 'Plats', kind: 'text' },
    { head: 'Gäller', kind: 'date' },
    { head: 'Värde', kind: 'number' },
  ],
  rows: [
    ['Besök', 'Å; "Ä" Ö', '2024-12-31', 1234.5],
    ['Besök', '', '2024', -3],
  ],
};

test('what is taken out as XLSX and as CSV is read in again, cell for cell', async () => {
  for (const file of [await writeXlsx(sheet), writeCsv(sheet)]) {
    const read = readSheet(file);
    assert.equal(read.kind, 'cells');
    const { values, problems } = table(read.kind === 'cells' ? read.rows : []);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      values.map(({ place, asOf, value }) => [place, asOf, value]),
      [
        ['Å; "Ä" Ö', '2024-12-31', 1234.5],
        ['', '2024', -3],
      ],
    );
  }
});

test('comma-separated values are read with any of the separators, with quotes and ends of lines of every kind', () => {
  assert.deepEqual(readCsv(bytes('a;b\r\n"1;""2""";\n\n3;4')), [
    ['a', 'b'],
    ['1;"2"', ''],
    ['3', '4'],
  ]);
  assert.deepEqual(readCsv(bytes('a,b\n1,2')), [
    ['a', 'b'],
    ['1', '2'],
  ]);
  assert.throws(() => readCsv(bytes('a;"b')), { code: 'document.damaged' });
});

test('no bytes make the reader of tables fail in any other way than by a refusal', async () => {
  const whole = await writeXlsx(sheet);
  const refused = (file: Uint8Array) => {
    try {
      readSheet(file);
    } catch (error) {
      assert.match(String((error as { code?: string }).code), /^(?:document|indicators)\./);
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), refused), { numRuns: 200 });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const broken = whole.slice();
      broken[at] = byte;
      refused(broken);
      refused(whole.slice(0, at));
    }),
    { numRuns: 150 },
  );
});
