import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LawRule, type LawRuleId, lawRules, notYet, notYetFree } from './law-rules.ts';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

const titles = ['src', 'test']
  .flatMap((folder) => repositoryFiles(folder))
  .filter((path) => path.endsWith('.test.ts') && path !== 'test/promises/law-rules.test.ts')
  .flatMap((path) => testTitles(readRepositoryFile(path)));
const rules = Object.entries(lawRules) as readonly (readonly [LawRuleId, LawRule])[];

test('every rule of law that binds software has a test whose name begins with its id', () => {
  assert.ok(titles.length > 500, 'hardly any tests were found: the guard has gone blind');
  assert.deepEqual(untested(titles), inOrder(notYet), 'Write the test, or take a rule that has one off `notYet`.');
});

test('every rule that leaves some body free has a test that says so', () => {
  assert.deepEqual(untestedFreedom(titles), inOrder(notYetFree), 'Write "R-… does not bind …", or shorten the list.');
});

test('no test names a rule that the table does not know', () => {
  const named = titles.flatMap((title) => /^R-(?:ORG|KL|FL|TF)-\d+/.exec(title) ?? []);
  assert.deepEqual([...new Set(named.filter((id) => !Object.hasOwn(lawRules, id)))], []);
});

test('a rule without a test is seen, and one that only begins like another is not taken for it', () => {
  assert.ok(!untested(['R-KL-01: a week', 'R-KL-01: a week']).includes('R-KL-01'));
  assert.ok(untested(['about R-KL-01', 'R-KL-010: something']).includes('R-KL-01'));
  assert.ok(!untestedFreedom(['R-KL-23 does not bind a chefsgrupp']).includes('R-KL-23'));
  assert.ok(untestedFreedom(['R-KL-23: more than half']).includes('R-KL-23'));
});

test('the titles of tests are read whole, also over two lines and in templates', () => {
  const read = testTitles(
    "test('a: b', () => {});\n  await t.test(\n  `c d`, f);\ntest.skip('e \\'f\\'', g); const test2 = 'x';",
  );
  assert.deepEqual(read, ['a: b', 'c d', "e 'f'"]);
});

/** Ids in the order of the table, as the other side of the comparison is. */
function inOrder(ids: readonly LawRuleId[]): readonly string[] {
  return rules.flatMap(([id]) => (ids.includes(id) ? [id] : []));
}

function untested(found: readonly string[]): readonly string[] {
  return rules.flatMap(([id, rule]) =>
    rule.binds === 'software' && !found.some((title) => isAbout(title, id)) ? [id] : [],
  );
}

function untestedFreedom(found: readonly string[]): readonly string[] {
  return rules.flatMap(([id, rule]) =>
    rule.binds === 'software' && rule.doesNotBind && !found.some((title) => isFreedomFrom(title, id)) ? [id] : [],
  );
}

function isAbout(title: string, id: string): boolean {
  return title.startsWith(id) && !/^\d/.test(title.slice(id.length));
}

/** One title may say both: "R-KL-53: …; R-KL-53 does not bind a beredning". */
function isFreedomFrom(title: string, id: string): boolean {
  return title.includes(`${id} does not bind`);
}

function testTitles(source: string): readonly string[] {
  return [...source.matchAll(/\btest(?:\.\w+)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*?)\1/g)].map(([, , title]) =>
    (title ?? '').replace(/\\(.)/g, '$1'),
  );
}
