import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isTextFile, readRepositoryFile, repositoryFiles, repositoryRoot } from './repository.ts';

const texts = repositoryFiles()
  .filter((path) => isTextFile(path) && path !== 'test/promises/no-machine.test.ts')
  .map((path) => ({ path, text: readRepositoryFile(path) }));

/** What tells on which machine something was made, or where packages came from there. */
const machineMarks: readonly { readonly mark: RegExp; readonly say: string }[] = [
  {
    mark: /(?<![\w.~-])\/(work|workspace|Users\/\w+|home\/\w+)\/[\w.]/,
    say: 'names a path of one machine: write it relative to the repository.',
  },
  { mark: /[A-Z]:\\+Users\\/, say: 'names a path of one machine: write it relative to the repository.' },
  {
    mark: /\/\/[\w.-]*(registry|npmjs|artifactory|nexus|verdaccio)[\w.-]*\//i,
    say: 'names a registry: packages come from whichever registry npm is set to.',
  },
];

test('no file names a path of the machine it was written on, or a registry', () => {
  const told = texts.flatMap(({ path, text }) =>
    machineMarks.filter(({ mark }) => mark.test(text)).map(({ say }) => `${path} ${say}`),
  );
  assert.deepEqual(told, []);
});

test('made-up machine paths and registries are seen', () => {
  for (const bad of [
    'see /home/anna/kansli/src',
    'at /Users/anna/k',
    'C:\\Users\\anna',
    '"https://registry.example.org/pg/-/pg.tgz"',
  ])
    assert.ok(
      machineMarks.some(({ mark }) => mark.test(bad)),
      bad,
    );
  for (const fine of ['test/work/x.ts', 'https://example.org/home/', 'cd kansli'])
    assert.ok(!machineMarks.some(({ mark }) => mark.test(fine)), fine);
});

const seedFolder = join(repositoryRoot, '../shared/seeds');
const withoutSeeds = existsSync(seedFolder) ? false : 'the papers of ../shared/seeds are not beside this clone';

test('no person of the real papers is named in the repository', { skip: withoutSeeds }, () => {
  const names = peopleOf(seedFolder);
  assert.ok(names.length > 30, `only ${names.length} names were recognised in the papers: the guard has gone blind`);
  const told = texts.flatMap(({ path, text }) => {
    const flat = text.replace(/\s+/g, ' ');
    // The name is not repeated here: the message of a test must not spread what the test protects.
    return names.flatMap((name, index) =>
      flat.includes(name) ? [`${path} names person ${index + 1} of the papers: use an invented name.`] : [],
    );
  });
  assert.deepEqual(told, []);
});

test('names are recognised the way the papers write them', () => {
  const paper =
    'Anna Ek (S), ordförande\nVakant (S)\n<del>Bo Ås-Lind</del>\t<del>chef</del>\nCia Öst\tLaxå\nNora kommun\tx';
  assert.deepEqual(namesIn(paper), ['Anna Ek', 'Bo Ås-Lind', 'Cia Öst']);
});

test('no personal identity number stands in the repository', () => {
  const told = texts.flatMap(({ path, text }) => (identityNumbersIn(text).length > 0 ? [path] : []));
  assert.deepEqual(
    told,
    [],
    'A number with the form, date and check digit of a personnummer: build test numbers in code instead of writing them.',
  );
});

test('identity numbers are told from other numbers', () => {
  const made = withCheckDigit('811228-987');
  assert.deepEqual(identityNumbersIn(`nr ${made}.`), [made]);
  assert.deepEqual(identityNumbersIn(`nr 19${made}.`), [`19${made}`]);
  for (const other of ['232100-0164', '20201124-0900', '2020-11-24', '20RS10323', `x${made}`])
    assert.deepEqual(identityNumbersIn(other), [], other);
});

function peopleOf(folder: string): readonly string[] {
  const papers = readdirSync(folder).filter((file) => /^00[0-3]_.*\.txt$/.test(file));
  return [...new Set(papers.flatMap((file) => namesIn(readFileSync(join(folder, file), 'utf8'))))].sort();
}

/** People as the papers write them: with a party in brackets, or first on a row of an attendance list. */
function namesIn(text: string): readonly string[] {
  const name = String.raw`\p{Lu}[\p{Ll}\p{Lu}-]+(?: \p{Lu}[\p{Ll}\p{Lu}-]+){1,3}`;
  const found = text.matchAll(
    new RegExp(String.raw`(${name}) \((?:[CLMSVD-]|KD|MP|SD|MED|ÖrP)\)|^(?:<del>)?(${name})(?:</del>)?\t`, 'gmu'),
  );
  return [...found].map(([, withParty, inList]) => (withParty ?? inList ?? '').trim());
}

function identityNumbersIn(text: string): readonly string[] {
  const candidates = text.matchAll(/(?<![\w.-])((?:19|20)?\d{2})(\d{2})(\d{2})([-+])(\d{4})(?![\w-])/g);
  return [...candidates].flatMap(([whole, year = '', month = '', day = '', , last = '']) => {
    const date = `${year}${month}${day}`.slice(-6);
    const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    return exists && checkDigit(`${date}${last.slice(0, 3)}`) === last[3] ? [whole] : [];
  });
}

function withCheckDigit(nine: string): string {
  return nine + checkDigit(nine.replace('-', ''));
}

/** The check digit of a Swedish personal identity number (Luhn): 811228-987 → 4. */
function checkDigit(nine: string): string {
  const sum = [...nine].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
