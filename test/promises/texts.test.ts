import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeTables } from '../../scripts/code-tables.ts';
import { commands } from '../../src/cli/commands.ts';
import { languages } from '../../src/kernel/language.ts';
import { repositoryFiles } from './repository.ts';

type Leaf = { readonly key: string; readonly value: unknown };

/** The catalogues of the product: the shared one in `web/texts`, and each `texts.ts` beside the pages of a noun or the commands. */
async function catalogues(): Promise<
  readonly { readonly file: string; readonly texts: Readonly<Record<string, unknown>> }[]
> {
  const found = [];
  for (const file of repositoryFiles('src')) {
    if (!/(^|\/)([\w-]+-)?texts\.ts$/.test(file)) continue;
    const exported = (await import(`../../${file}`)) as Record<string, unknown>;
    for (const texts of Object.values(exported)) if (isCatalogue(texts)) found.push({ file, texts });
  }
  return found;
}

async function sharedCatalogue(): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!repositoryFiles('src/web').includes('src/web/texts/sv.ts')) return undefined;
  const { sv } = (await import('../../src/web/texts/sv.ts')) as { sv: unknown };
  const { en } = (await import('../../src/web/texts/en.ts')) as { en: unknown };
  return { sv, en };
}

test('every text is there in Swedish and in English', async () => {
  const shared = await sharedCatalogue();
  const all = [...(shared ? [{ file: 'src/web/texts', texts: shared }] : []), ...(await catalogues())];
  assert.ok(all.length > 0, 'no catalogue of texts was found: the guard has gone blind');
  const breaches = all.flatMap(({ file, texts }) => textBreaches(texts).map((breach) => `${file}: ${breach}`));
  assert.equal(breaches.join('\n'), '');
});

test('the shared texts have the same files in both languages', () => {
  const [sv, en] = languages.map((language) =>
    repositoryFiles('src/web/texts')
      .filter((path) => path.startsWith(`src/web/texts/${language}/`))
      .map((path) => path.split('/').at(-1)),
  );
  assert.deepEqual(sv, en);
});

test('every label of a code and every command speaks both languages', async () => {
  const rows = (await codeTables()).flatMap(({ name, rows: of }) =>
    Object.entries(of).map(([code, row]) => ({ key: `${name}.${code}`, row })),
  );
  const told = [
    ...rows,
    ...commands.map(({ name, summary, options }) => ({ key: `kansli ${name}`, row: { summary, ...options } })),
  ];
  const breaches = told.flatMap(({ key, row }) =>
    localizedIn(row).flatMap((text) => textBreaches(text).map((breach) => `${key}: ${breach}`)),
  );
  assert.ok(told.some(({ row }) => localizedIn(row).length > 0));
  assert.equal(breaches.join('\n'), '');
});

test('made-up catalogues with holes are refused', () => {
  assert.match(textBreaches({ sv: { a: 'Ett', b: 'Två' }, en: { a: 'One' } }).join(), /b is missing in en/);
  assert.match(textBreaches({ sv: { a: 'Ett' }, en: { a: 'One', c: 'Three' } }).join(), /c is missing in sv/);
  assert.match(textBreaches({ sv: { a: ' ' }, en: { a: 'One' } }).join(), /a is empty in sv/);
  assert.match(textBreaches({ sv: { a: () => '' }, en: { a: 'One' } }).join(), /a is a function in one language/);
  assert.match(
    textBreaches({ sv: { a: 'Inget har gått förlorat än.' }, en: { a: 'Inget har gått förlorat än.' } }).join(),
    /not translated/,
  );
  assert.deepEqual(textBreaches({ sv: { a: { b: 'Nej' }, c: ['x', 'y'] }, en: { a: { b: 'No' }, c: ['u', 'v'] } }), []);
});

function isCatalogue(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    languages.every((language) => typeof (value as Record<string, unknown>)[language] === 'object')
  );
}

/** Every pair of Swedish and English in a row, however deep it lies; half a pair counts, so that it is found. */
function localizedIn(row: unknown): readonly Record<string, unknown>[] {
  if (typeof row !== 'object' || row === null || row instanceof RegExp) return [];
  const fields = row as Record<string, unknown>;
  if ('sv' in fields || 'en' in fields) return [{ sv: { text: fields.sv }, en: { text: fields.en } }];
  return Object.values(fields).flatMap(localizedIn);
}

function leavesOf(tree: unknown, path = ''): readonly Leaf[] {
  if (typeof tree !== 'object' || tree === null) return [{ key: path, value: tree }];
  return Object.entries(tree).flatMap(([key, value]) => leavesOf(value, path ? `${path}.${key}` : key));
}

function textBreaches(texts: Readonly<Record<string, unknown>>): readonly string[] {
  const sv = new Map(leavesOf(texts.sv).map(({ key, value }) => [key, value]));
  const en = new Map(leavesOf(texts.en).map(({ key, value }) => [key, value]));
  return [...new Set([...sv.keys(), ...en.keys()])].flatMap((key) => {
    if (!en.has(key)) return [`${key} is missing in en.`];
    if (!sv.has(key)) return [`${key} is missing in sv.`];
    const [swedish, english] = [sv.get(key), en.get(key)];
    if (typeof swedish !== typeof english) return [`${key} is a function in one language and a sentence in the other.`];
    const empty = [['sv', swedish] as const, ['en', english] as const].filter(
      ([, text]) => typeof text === 'string' && text.trim() === '',
    );
    if (empty.length > 0) return empty.map(([language]) => `${key} is empty in ${language}.`);
    const wholeSentence = typeof swedish === 'string' && /[åäöÅÄÖ]/.test(swedish) && swedish.split(' ').length > 3;
    return wholeSentence && swedish === english ? [`${key} is not translated.`] : [];
  });
}
