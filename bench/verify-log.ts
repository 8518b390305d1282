/**
 * How fast the file of a log is checked, by both programs, beside the bare SHA-256 of the same bytes: `node bench/verify-log.ts [entries]`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeUpLog } from '../test/support/made-up-log.ts';

const entries = Number(process.argv[2] ?? 100_000);
const log = madeUpLog(entries);
const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-log-'));
const path = join(folder, 'log.jsonl');
writeFileSync(path, log.bytes);

function tell(name: string, run: () => void): void {
  const start = performance.now();
  run();
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${name.padEnd(28)} ${Math.round(entries / seconds)} entries/s (${seconds.toFixed(2)} s, ${(log.bytes.length / 1e6).toFixed(0)} MB)`,
  );
}

const program = (name: string) => fileURLToPath(new URL(`../bin/${name}`, import.meta.url));
const check = (command: string, name: string) => {
  const { status, stdout } = spawnSync(command, [program(name), path]);
  if (status !== 0) throw new Error(`${name} found a fault in an untouched log: ${stdout}`);
};
try {
  tell('sha256 of the same bytes', () => void createHash('sha256').update(log.bytes).digest());
  tell('bin/verify-log.mjs', () => check(process.execPath, 'verify-log.mjs'));
  tell('bin/verify-log.pl', () => check('perl', 'verify-log.pl'));
} finally {
  rmSync(folder, { recursive: true });
}
