import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

/** The levels of all requirements of ASVS 5.0.0, section by section in their order: 345, of which 70 are of level 1 and 183 of level 2. */
const levels: Readonly<Record<string, string>> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22',
};
const official: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries(levels).flatMap(([section, all]) =>
    [...all].map((level, index) => [`${section}.${index + 1}`, level] as const),
  ),
);
const hows = ['test', 'design', 'operator', 'not applicable', 'not met'] as const;

type Row = {
  readonly id: string;
  readonly level: string;
  readonly words: string;
  readonly how: string;
  readonly why: string;
};

const security = readRepositoryFile('SECURITY.md');
const rows = rowsOf(security);

function rowsOf(text: string): readonly Row[] {
  return [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (\w) \| ([^|]+) \| ([^|]+) \| ([^|]*?) ?\|$/gm)].map(
    ([, id = '', level = '', words = '', how = '', why = '']) => ({ id, level, words, how, why }),
  );
}

/** What is wrong with a table: a requirement that is missing, unknown or of another level, a proof that is no test, a reason that is not given. */
function faultsOf(table: readonly Row[]): readonly string[] {
  const files = repositoryFiles();
  const seen = table.map(({ id }) => id);
  return [
    ...[...official.keys()].filter((id) => !seen.includes(id)).map((id) => `${id} is missing`),
    ...seen.filter((id, place) => seen.indexOf(id) !== place).map((id) => `${id} stands twice`),
    ...table.flatMap(({ id, level, words, how, why }) => {
      if (official.get(id) !== level) return [`${id} is not of level ${level}`];
      if (!(hows as readonly string[]).includes(how) || words.length < 8) return [`${id}: ${how}`];
      if (how === 'test') {
        const [, path = '', title = ''] = /^`([^`]+\.test\.ts)`: (.+)$/.exec(why) ?? [];
        if (!files.includes(path)) return [`${id} names no test: ${why}`];
        const source = readRepositoryFile(path).replace(/\s+/g, ' ');
        return title !== '' && source.includes(title) ? [] : [`${id}: ${path} has no test "${title}"`];
      }
      return (how === 'not met' || how === 'operator') && why.length < 12 ? [`${id} gives no reason`] : [];
    }),
  ];
}

test('every requirement of ASVS 5.0.0 has one row, with a test that exists or a reason', () => {
  assert.equal(official.size, 345);
  assert.deepEqual(
    ['1', '2', '3'].map((level) => [...official.values()].filter((one) => one === level).length),
    [70, 183, 92],
  );
  assert.deepEqual(faultsOf(rows), []);
});

test('what is counted in SECURITY.md is what stands in the table', () => {
  const counted = (chosen: readonly Row[]): string =>
    [
      ...hows.map((how) => chosen.filter((row) => row.how === how).length),
      chosen.filter(({ how, level }) => how === 'not met' && level !== '3').length,
    ].join(' | ');
  for (let chapter = 1; chapter <= 17; chapter += 1) {
    const line = new RegExp(`^\\| V${chapter} [^|]+ \\| (.+) \\|$`, 'm').exec(security)?.[1];
    assert.equal(line, counted(rows.filter(({ id }) => id.startsWith(`${chapter}.`))), `V${chapter}`);
  }
  assert.equal(/^\| all \| (.+) \|$/m.exec(security)?.[1], counted(rows));
});

test('control: a row that is gone, is unknown, has another level, or names no test is found', () => {
  const wrong = (change: (row: Row) => Row): readonly string[] =>
    faultsOf(rows.map((row) => (row.id === '8.2.2' ? change(row) : row)));
  assert.equal(faultsOf(rows.filter(({ id }) => id !== '8.2.2')).length, 1);
  assert.ok(wrong((row) => ({ ...row, id: '8.2.9' })).length >= 2);
  assert.equal(wrong((row) => ({ ...row, level: '3' })).length, 1);
  assert.equal(wrong((row) => ({ ...row, why: '`test/journeys/nowhere.test.ts`: x' })).length, 1);
  assert.equal(wrong((row) => ({ ...row, why: `${row.why} and something else` })).length, 1);
  assert.equal(wrong((row) => ({ ...row, how: 'not met', why: '' })).length, 1);
});
