import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { faultOf, verifyStream } from '../../bin/verify-log.mjs';
import { madeUpLog } from '../support/made-up-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-log-'));
after(() => rmSync(folder, { recursive: true }));
const perlFile = fileURLToPath(new URL('../../bin/verify-log.pl', import.meta.url));
const run = promisify(execFile);

type Head = { readonly size: number; readonly hash: string };
async function byNode(bytes: Uint8Array, heads: readonly Head[] = []): Promise<string> {
  const result = await verifyStream([bytes], { heads: [...heads] });
  return result.ok ? `OK ${result.entries}` : `WRONG ${result.entry ?? ''}`.trim();
}
async function byPerl(bytes: Uint8Array, heads: readonly Head[] = []): Promise<string> {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, bytes);
  const options = heads.flatMap(({ size, hash }) => ['--head', `${size}:${hash}`]);
  const { stdout } = await run('perl', [perlFile, path, ...options]).catch((error) => error as { stdout: string });
  const [, ok, entries, entry] = /^(?:(OK) (\d+)|WRONG(?: entry (\d+))?)/.exec(stdout) ?? assert.fail(stdout);
  return ok ? `OK ${entries}` : `WRONG ${entry ?? ''}`.trim();
}

const log = madeUpLog(60);

test('both programs find an untouched log whole, with heads that were kept', async () => {
  const kept = log.heads.flatMap(({ size, root, chain }) => [
    { size, hash: root },
    { size, hash: chain },
  ]);
  assert.equal(await byNode(log.bytes, kept), 'OK 60');
  assert.equal(await byPerl(log.bytes, kept), 'OK 60');
});

/** The number of the entry in whose line a byte lies; undefined outside the entries. */
function entryAt(bytes: Buffer, place: number): number | undefined {
  const line = bytes.subarray(0, place).filter((byte) => byte === 10).length;
  const entry = line - log.firstEntry + 1;
  return entry >= 1 && entry <= 60 ? entry : undefined;
}

test('a flipped bit anywhere is found, in the entry where it is', async () => {
  for (let round = 0; round < 2_000; round += 1) {
    const place = round < 400 ? Math.floor((round * log.bytes.length) / 400) : randomInt(log.bytes.length);
    const flipped = Buffer.from(log.bytes);
    flipped[place] = flipped[place]! ^ (1 << randomInt(8));
    const found = await byNode(flipped);
    assert.match(found, /^WRONG/, `byte ${place} of the file was flipped and nothing was found`);
    const entry = entryAt(log.bytes, place);
    if (entry !== undefined && /\d/.test(found))
      assert.ok([entry, entry + 1].includes(Number(found.slice(6))), `${place}: ${found}`);
  }
});

test('the second program finds the same flips: every entry line one by one, and samples of whole files', async () => {
  const path = join(folder, 'many.jsonl');
  writeFileSync(path, log.bytes);
  const parts: Buffer[] = [];
  for (let round = 0; round < 2_000; round += 1) {
    const number = log.firstEntry + randomInt(60);
    const line = Buffer.from(log.lines[number]!);
    const place = randomInt(line.length);
    line[place] = line[place]! ^ (1 << randomInt(8));
    parts.push(recordOf(number, line));
  }
  // Control: an untouched line is not called wrong, so that the program does not just call everything so.
  parts.push(recordOf(log.firstEntry + 5, Buffer.from(log.lines[log.firstEntry + 5]!)));
  const { stdout } = spawnSync('perl', [perlFile, '--many', path], { input: Buffer.concat(parts) });
  assert.equal(stdout.toString(), `MISSED ${log.firstEntry + 5}\nDONE\n`);
  for (let round = 0; round < 40; round += 1) {
    const flipped = Buffer.from(log.bytes);
    const place = randomInt(flipped.length);
    flipped[place] = flipped[place]! ^ 1;
    assert.match(await byPerl(flipped), /^WRONG/, `byte ${place}`);
  }
});

function recordOf(number: number, line: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(line.length + 4, 0);
  head.writeUInt32BE(number, 4);
  return Buffer.concat([head, line]);
}

/** A file of other lines with an end that fits them, as someone who knows the format would write it. */
function resealed(change: (entries: string[]) => string[]): Buffer {
  return madeUpFile(log.lines.slice(0, log.firstEntry), change(log.lines.slice(log.firstEntry)));
}
function madeUpFile(start: readonly string[], entries: readonly string[]): Buffer {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const before = [...start, ...entries].map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(before).digest('hex');
  return Buffer.from(`${before}${JSON.stringify({ end: entries.length, sha256 })}\n`);
}

const mutations: readonly [name: string, bytes: () => Buffer][] = [
  ['an entry removed', () => resealed((lines) => lines.toSpliced(20, 1))],
  ['an entry twice', () => resealed((lines) => lines.toSpliced(20, 0, lines[20]!))],
  ['two entries in the other order', () => resealed((lines) => lines.toSpliced(20, 2, lines[21]!, lines[20]!))],
  ['the tail cut off', () => resealed((lines) => lines.slice(0, 50))],
  ['an entry of another log', () => resealed((lines) => lines.toSpliced(20, 1, madeUpLog(30).lines[23]!))],
  ['cut in the middle of a line', () => log.bytes.subarray(0, log.bytes.length - 400)],
  ['nothing', () => Buffer.alloc(0)],
];
for (const [name, bytes] of mutations)
  test(`both programs find it: ${name}`, async () => {
    assert.match(await byNode(bytes()), /^WRONG/);
    assert.match(await byPerl(bytes()), /^WRONG/);
  });

test('a log rewritten as a whole passes alone, and fails with a head that was kept', async () => {
  const other = madeUpLog(60);
  const kept = [{ size: log.heads[0]!.size, hash: log.heads[0]!.root }];
  for (const verify of [byNode, byPerl]) {
    assert.equal(await verify(other.bytes), 'OK 60', 'control: without a kept head nothing is seen');
    assert.equal(await verify(other.bytes, kept), `WRONG ${kept[0]!.size}`);
    assert.equal(await verify(madeUpLog(10).bytes, kept), 'WRONG');
  }
});

test('a signature of another key is found by the program that can check it', async () => {
  const [a, b] = [madeUpLog(9), madeUpLog(9)];
  const wrongKey = a.lines.with(1, a.lines[1]!.replace(a.publicKey, b.publicKey));
  const bytes = madeUpFile(wrongKey.slice(0, a.firstEntry), wrongKey.slice(a.firstEntry));
  assert.match(await byNode(bytes), /^WRONG/);
  assert.equal(
    faultOf('x', JSON.parse(a.lines[a.firstEntry]!), { tenant: a.tenantId, seq: 1, prev: '0'.repeat(64) }),
    'not written as the format says',
  );
});
