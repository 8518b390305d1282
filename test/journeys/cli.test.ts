import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { commands } from '../../src/cli/commands.ts';
import { runKansli } from '../support/run-kansli.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const kansli = (...args: string[]) => runKansli(args, { KANSLI_DATA: join(folder, 'data') });

test('the help lists every command, in both languages, without a database', async () => {
  for (const language of ['sv', 'en'] as const) {
    const { code, out, err } = await kansli('--help', '--lang', language);
    assert.equal(code, 0);
    assert.equal(err, '');
    for (const { name, summary } of commands)
      assert.match(out, new RegExp(`^  ${name} +${escaped(summary[language])}$`, 'm'));
  }
});

test('every command explains itself and its options, in both languages', async () => {
  for (const { name, usage, options } of commands)
    for (const language of ['sv', 'en'] as const) {
      const { code, out } = await kansli(name, '--help', '--lang', language);
      assert.equal(code, 0, name);
      assert.ok(out.includes(usage), name);
      for (const [option, { summary }] of Object.entries(options)) {
        assert.ok(out.includes(`--${option}`), `${name} --${option}`);
        assert.ok(out.includes(summary[language]), `${name} --${option}`);
      }
    }
});

const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['flyga'], /Kommandot ”flyga” finns inte/],
  [['import'], /FILE saknas/],
  [['import', 'a.txt', '--fort'], /import har inget val --fort/],
  [['thread', '2023:4', '2023:5'], /”2023:5” är ett argument för mycket/],
  [['report', '--year', '2023'], /--body NAME saknas/],
  [['report', '--body', 'X', '--year', 'i fjol'], /--year ska vara ett år/],
  [['report', '--body', 'X', '--year', '2023', '--out', 'r.odt'], /--out ska sluta på/],
];
for (const [args, says] of wrong)
  test(`kansli ${args.join(' ')} is wrong usage: 2, with what to do`, async () => {
    const { code, out, err } = await kansli(...args);
    assert.equal(code, 2, err);
    assert.equal(out, '');
    assert.match(err, says);
  });

test('a value of the environment that cannot be used is said, not thrown', async () => {
  const { code, err } = await runKansli(['doctor'], { PORT: 'fel' });
  assert.equal(code, 2);
  assert.match(err, /PORT ska vara/);
  assert.doesNotMatch(err, /\bat \w+ \(/);
});

test('a file that is not there and a file without content are refused by name, and the others are read', async () => {
  const empty = join(folder, 'tom.txt');
  const plain = join(folder, 'brev.txt');
  writeFileSync(empty, '');
  writeFileSync(plain, 'Ett brev om ingenting särskilt.\n');
  const { code, out, err } = await kansli('import', join(folder, 'borta.txt'), empty, plain, '--json');
  assert.equal(code, 1);
  assert.match(err, /borta\.txt/);
  assert.match(err, /tom\.txt/);
  const { files } = JSON.parse(out) as { files: { file: string; state: string }[] };
  assert.deepEqual(
    files.map(({ file, state }) => [file, state]),
    [['brev.txt', 'read']],
  );
});

test('with --json one document and nothing else goes to standard output', async () => {
  const { code, out } = await kansli('doctor', '--json');
  assert.equal(code, 0);
  assert.deepEqual(Object.keys(JSON.parse(out) as object), ['ok', 'findings']);
});

test('a report for a body without assignments is refused by the rule, in the language asked for', async () => {
  const { code, err } = await kansli('report', '--body', 'Ingen nämnd', '--year', '2023', '--lang', 'en');
  assert.equal(code, 1);
  assert.match(err, /No body is called “Ingen nämnd”/);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
