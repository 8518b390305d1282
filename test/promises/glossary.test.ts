import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeTable, codeTables } from '../../scripts/code-tables.ts';
import { nounOrder } from './import-rules.ts';
import { readRepositoryFile } from './repository.ts';

type Entry = { readonly section: string; readonly cells: readonly string[]; readonly identifiers: readonly string[] };

const entries = entriesOf(readRepositoryFile('docs/glossary.md'));

/** Tables in which every code is a word of the work and not only a detail of one record: each code has its own line. */
const spokenTables = /(States|Statuses|answerTypes|^roles)$/;

test('every noun has a line in the glossary', () => {
  const nouns = entries.filter(({ section }) => section === 'Nouns').flatMap(({ identifiers }) => identifiers);
  assert.deepEqual(nouns, [...nounOrder], 'docs/glossary.md, section Nouns: one line for each noun, in their order.');
});

test('every table of codes has its place in the glossary', async () => {
  const tables = await codeTables();
  assert.ok(tables.length >= 3, 'hardly any tables were found: the guard has gone blind');
  assert.equal(tables.flatMap((table) => glossaryBreaches(table, entries)).join('\n'), '');
});

test('the glossary has no line for a code that is gone', async () => {
  const tables = await codeTables();
  const gone = entries.flatMap(({ section, identifiers }) => {
    const named = /\(`(\w+)`\)$/.exec(section)?.[1];
    if (named === undefined) return [];
    const table = tables.find(({ name }) => name === named);
    return table
      ? identifiers.filter((code) => !table.codes.includes(code)).map((code) => `${named}.${code}`)
      : [named];
  });
  const listed = entries
    .filter(({ section }) => section === 'Other tables of codes')
    .flatMap(({ identifiers }) => identifiers);
  assert.deepEqual(
    [...new Set([...gone, ...listed.filter((name) => !tables.some((table) => table.name === name))])],
    [],
  );
});

test('every line of the glossary is whole: both languages, one identifier, a sentence', () => {
  for (const { cells, identifiers } of entries) {
    assert.equal(cells.length, 4, cells.join(' | '));
    assert.equal(identifiers.length, 1, `${cells[0]}: one term, one identifier.`);
    assert.ok(
      cells.every((cell) => cell !== ''),
      cells.join(' | '),
    );
    assert.match(cells[3] ?? '', /[.)]$/, `${cells[0]}: say what it is, in a sentence.`);
  }
});

test('a term has one line in a section', () => {
  const seen = new Set<string>();
  for (const { section, identifiers } of entries) {
    const key = `${section} ${identifiers[0]}`;
    assert.ok(!seen.has(key), `${key} stands twice`);
    seen.add(key);
  }
});

test('a code without a line is seen', () => {
  const page = entriesOf(
    '## Roles (`roles`)\n\n| a | b | `chair` | x. |\n## Other tables of codes\n| a | b | `seatKinds` | x. |\n',
  );
  const table = (name: string, ...codes: string[]): CodeTable => ({ file: 'src/domain/x/x.ts', name, codes, rows: {} });
  assert.deepEqual(glossaryBreaches(table('roles', 'chair'), page), []);
  assert.match(glossaryBreaches(table('roles', 'chair', 'member'), page).join(), /roles\.member/);
  assert.deepEqual(glossaryBreaches(table('seatKinds', 'member', 'deputy'), page), []);
  assert.match(glossaryBreaches(table('bodyKinds', 'committee', 'region'), page).join(), /bodyKinds/);
  assert.match(
    glossaryBreaches(table('reportStates', 'draft', 'ready'), page).join(),
    /reportStates\.draft.*reportStates\.ready/s,
  );
});

function glossaryBreaches({ file, name, codes }: CodeTable, page: readonly Entry[]): readonly string[] {
  if (!spokenTables.test(name)) {
    const listed = page.some(
      ({ section, identifiers }) => section === 'Other tables of codes' && identifiers.includes(name),
    );
    return listed ? [] : [`${name} (${file}) has no line in docs/glossary.md, section "Other tables of codes".`];
  }
  const said = page
    .filter(({ section }) => section.endsWith(`(\`${name}\`)`))
    .flatMap(({ identifiers }) => identifiers);
  return codes
    .filter((code) => !said.includes(code))
    .map((code) => `${name}.${code} (${file}) has no line in docs/glossary.md, section "… (\`${name}\`)".`);
}

/** The rows of the tables of the page, with the heading they stand under and the identifiers of their third cell. */
function entriesOf(page: string): readonly Entry[] {
  let section = '';
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) section = line.slice(3).trim();
    if (!line.startsWith('| ') || /^\| (Svenska|---)/.test(line)) return [];
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [
      { section, cells, identifiers: [...(cells[2] ?? '').matchAll(/`([\w.]+)`/g)].map(([, name]) => name ?? '') },
    ];
  });
}
