import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openPaperReader } from '../../test/support/paper-reader.ts';
import type { ReadResult } from '../domain/intake/index.ts';
import type { Language } from '../kernel/language.ts';
import type { Call } from './command.ts';
import { runRead } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-read-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const report = file(
  'rapport.txt',
  '# Återrapportering till kulturnämnden\n\nBeredning för scenkonst 2024\n\nNr 1. Att följa.\n\nSvar: Föredragning den 5 mars.\n\n# Tack\n\nVi tackar alla som bidrog.\n',
);
const other = file('annat.txt', 'Hej\n');

/** Calls the command as the command line would, and keeps what it wrote. */
async function read(files: readonly string[], json: boolean, language: Language = 'sv') {
  const out: string[] = [];
  const notes: string[] = [];
  const unused = () => {
    throw new Error('kansli read needs no database.');
  };
  const call: Call = {
    arguments: files,
    option: () => undefined,
    flag: (name) => name === 'json' && json,
    language,
    config: { largestFile: 50_000_000 } as Call['config'],
    openContext: unused,
    openReader: async () => openPaperReader(),
    progress: () => {},
    print: (text) => void out.push(text),
    note: (text) => void notes.push(text),
  };
  return { exit: await runRead(call), out: out.join('\n'), notes: notes.join('\n') };
}

test('one file as JSON is one object and nothing else on standard output', async () => {
  const { exit, out } = await read([report], true);
  const result = JSON.parse(out) as ReadResult;
  assert.equal(exit, 0);
  assert.deepEqual(Object.keys(result), ['file', 'sha256', 'document', 'records', 'unplaced', 'furniture', 'problems']);
  assert.deepEqual([result.file, result.document.kind, result.document.language], ['rapport.txt', 'reportBack', 'sv']);
  assert.deepEqual(
    result.records.map((record) => record.type),
    ['assignment', 'reportEntry', 'meeting'],
  );
  for (const record of result.records) assert.deepEqual(Object.keys(record.source).sort(), ['end', 'line', 'start']);
});

test('several files as JSON are a list, progress goes to standard error', async () => {
  const { exit, out, notes } = await read([report, other], true);
  assert.equal(exit, 0);
  assert.deepEqual(
    (JSON.parse(out) as ReadResult[]).map((result) => result.document.kind),
    ['reportBack', 'other'],
  );
  assert.match(notes, /rapport\.txt[\s\S]*annat\.txt/);
});

test('a file that cannot be read is told, the others are read, and the exit code says so', async () => {
  const missing = await read([join(folder, 'finns-inte.txt'), report], false);
  assert.equal(missing.exit, 1);
  assert.match(missing.notes, /finns-inte\.txt” finns inte/);
  assert.match(missing.out, /rapport\.txt/);
  const binary = await read([file('bild.png', Uint8Array.from([0x89, 0x50, 0, 0, 1]))], true, 'en');
  assert.deepEqual([binary.exit, binary.out], [1, '']);
  assert.match(binary.notes, /no document that Kansli can read/);
});

test('for people: the kind, the proposals by type, what to look at with its line, and the text without place', async () => {
  const swedish = await read([report], false);
  assert.match(swedish.out, /Återrapportering: Återrapportering till kulturnämnden/);
  assert.match(swedish.out, /1 {2}uppdrag +minst säkert \d\d %/);
  assert.match(swedish.out, /rad 5 +quotationMissing/);
  assert.match(swedish.out, /Text utan plats \(\d\)\n[\s\S]*Vi tackar alla som bidrog/);
  const english = await read([report], false, 'en');
  assert.match(english.out, /Report-back: .*[\s\S]*Proposals[\s\S]*To look at \(1\)[\s\S]*Text that fitted nowhere/);
});

test('a document in which nothing is known says so', async () => {
  assert.match((await read([other], false)).out, /Inga poster kändes igen\./);
});
