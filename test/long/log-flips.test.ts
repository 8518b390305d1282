/**
 * Every byte of a log of ten megabytes is flipped, and both programs must find each (reliability I1). A whole file for each flip would take months, so
 * only the changed line and its link to the next are judged, with the very functions of the programs; that this is the same as judging the whole file is
 * shown on a sample, and so is that lines which nobody touched pass.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faultOf, verifyStream } from '../../bin/verify-log.mjs';
import { isLongRun } from '../support/long-run.ts';
import { madeUpLog } from '../support/made-up-log.ts';

const megabytes = isLongRun ? 10 : 0.05;
const log = madeUpLog(Math.ceil((megabytes * 1_000_000) / 790));
const folder = mkdtempSync(join(tmpdir(), 'kansli-flips-'));
const path = join(folder, 'log.jsonl');
writeFileSync(path, log.bytes);
after(() => rmSync(folder, { recursive: true }));

const hashes = log.lines.map((line) => /"hash":"([0-9a-f]{64})"/.exec(line)?.[1] ?? '');
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether an entry line of other bytes is found: wrong by itself, or with another hash than the next one follows. */
function isFound(number: number, bytes: Uint8Array): boolean {
  let line: string;
  let value: unknown;
  try {
    line = decoder.decode(bytes);
    if (line.includes('\n')) return true;
    value = JSON.parse(line);
  } catch {
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  const prev = number === log.firstEntry ? '0'.repeat(64) : hashes[number - 1]!;
  const place = { tenant: log.tenantId, seq: number - log.firstEntry + 1, prev };
  return faultOf(line, value, place) !== undefined || (value as { hash?: unknown }).hash !== hashes[number];
}

/** Each byte of each entry line, its line feed too, flipped in one bit that moves from byte to byte. */
function* flips(): Generator<readonly [number: number, bytes: Buffer]> {
  for (let number = log.firstEntry; number < log.lines.length; number += 1) {
    const line = Buffer.from(`${log.lines[number]}\n`);
    for (let place = 0; place < line.length; place += 1) {
      const bit = 1 << ((place + number) % 8);
      line[place] = line[place]! ^ bit;
      // Without its line feed the line runs on into the next.
      const bytes =
        place === line.length - 1
          ? Buffer.concat([line, Buffer.from(log.lines[number + 1] ?? '')])
          : line.subarray(0, -1);
      yield [number, bytes];
      line[place] = line[place]! ^ bit;
    }
  }
}

test('the first program finds every flipped byte of every entry', (t) => {
  let count = 0;
  for (const [number, bytes] of flips()) {
    count += 1;
    if (!isFound(number, bytes)) assert.fail(`a flip in line ${number} was missed`);
  }
  for (let number = log.firstEntry; number < log.lines.length; number += 97)
    assert.ok(!isFound(number, Buffer.from(log.lines[number]!)), 'control: an untouched line passes');
  t.diagnostic(`${count} flips, 0 missed`);
});

test('the second program finds every flipped byte of every entry', async (t) => {
  const perl = spawn('perl', [fileURLToPath(new URL('../../bin/verify-log.pl', import.meta.url)), '--many', path]);
  let said = '';
  perl.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let count = 0;
  let parts: Buffer[] = [];
  const send = async () => {
    if (!perl.stdin.write(Buffer.concat(parts))) await once(perl.stdin, 'drain');
    parts = [];
  };
  const add = (number: number, bytes: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(bytes.length + 4, 0);
    head.writeUInt32BE(number, 4);
    parts.push(head, Buffer.from(bytes));
  };
  for (const [number, bytes] of flips()) {
    add(number, bytes);
    count += 1;
    if (parts.length >= 2_000) await send();
  }
  // Control: an untouched line is told of as one that nothing was found in.
  add(log.firstEntry, Buffer.from(log.lines[log.firstEntry]!));
  await send();
  perl.stdin.end();
  await once(perl, 'close');
  assert.equal(said, `MISSED ${log.firstEntry}\nDONE\n`);
  t.diagnostic(`${count} flips, 0 missed`);
});

test('judging one line is the same as judging the whole file, also in its first lines and its last', async () => {
  const small = madeUpLog(40);
  for (let place = 0; place < small.bytes.length; place += isLongRun ? 1 : 11) {
    const flipped = Buffer.from(small.bytes);
    flipped[place] = flipped[place]! ^ (1 << (place % 8));
    assert.ok(!(await verifyStream([flipped])).ok, `byte ${place}`);
  }
});

test('what was removed, added, moved or cut is found', async () => {
  const small = madeUpLog(40);
  const entries = small.lines.slice(small.firstEntry);
  const other = madeUpLog(40).lines.slice(small.firstEntry);
  const { createHash } = process.getBuiltinModule('node:crypto');
  const rounds = isLongRun ? 10_000 : 200;
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = [randomInt(40), randomInt(40)];
    const changed = [
      () => entries.toSpliced(a, 1 + randomInt(3)),
      () => entries.toSpliced(a, 0, entries[b]!),
      () => entries.toSpliced(a, 0, other[b]!),
      () => entries.with(a, other[b]!),
      () => entries.slice(0, a),
      () => (a === b ? entries.toReversed() : entries.with(a, entries[b]!).with(b, entries[a]!)),
    ][round % 6]!();
    const start = small.lines.slice(0, small.firstEntry);
    start[0] = start[0]!.replace('"entries":40', `"entries":${changed.length}`);
    const before = [...start, ...changed].map((line) => `${line}\n`).join('');
    const end = JSON.stringify({ end: changed.length, sha256: createHash('sha256').update(before).digest('hex') });
    assert.ok(!(await verifyStream([Buffer.from(`${before}${end}\n`)])).ok, `round ${round}`);
  }
});
