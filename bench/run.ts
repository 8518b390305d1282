/**
 * `npm run bench` runs every module of `bench/`, `npm run bench -- reading` those whose file name begins so, `--json` prints one JSON document.
 * Nothing is asserted: figures depend on the machine, so they are printed with the machine's facts, and as ratios where there is a yardstick.
 */
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, BenchResult } from './result.ts';

/** The quality of reading has tables of its own: `npm run bench:reading`. */
const notBenches = new Set(['run.ts', 'result.ts', 'reading.ts']);
const words = process.argv.slice(2);
const asJson = words.includes('--json');
const wanted = words.filter((word) => !word.startsWith('-'));
const unknown = words.filter((word) => word.startsWith('-') && word !== '--json');

const files = readdirSync(dirname(fileURLToPath(import.meta.url)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !notBenches.has(file))
  .sort();
const chosen = files.filter((file) => wanted.length === 0 || wanted.some((word) => file.startsWith(word)));
const missing = wanted.filter((word) => !files.some((file) => file.startsWith(word)));

if (missing.length > 0 || unknown.length > 0) {
  console.error(`There is no bench or flag called ${[...missing, ...unknown].join(', ')}.`);
  console.error(
    `Usage: npm run bench -- [NAME…] [--json]   where NAME is one of: ${files.map((file) => file.replace('.ts', '')).join(', ')}`,
  );
  process.exit(2);
}

const machine = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
};
const done: {
  readonly bench: string;
  readonly title: string;
  readonly results: readonly BenchResult[];
  readonly error?: string;
}[] = [];

for (const file of chosen) {
  const bench = file.replace('.ts', '');
  console.error(`… ${bench}`);
  const { title, run } = (await import(`./${file}`)) as Bench;
  if (!title || !run)
    throw new Error(
      `bench/${file} exports no title and run: see the type Bench in bench/result.ts, or move what it shares elsewhere.`,
    );
  try {
    done.push({ bench, title, results: await run() });
  } catch (error) {
    done.push({
      bench,
      title,
      results: [],
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    process.exitCode = 1;
  }
}

if (asJson) console.log(JSON.stringify({ machine, benches: done }, null, 2));
else printTables();

function printTables(): void {
  console.log(
    `\n${machine.processor}, ${machine.cores} cores, ${machine.memoryGB} GB memory, Node ${machine.node}, ${machine.platform}`,
  );
  for (const { title, results, error } of done) {
    console.log(`\n${title}`);
    if (error) console.log(`  failed: ${error}`);
    const rows = results.map((result) => [
      result.name,
      `${figure(result.value)} ${result.unit}`,
      comparison(result),
      result.note ?? '',
    ]);
    const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
    for (const [name, value, ratio, note] of rows)
      console.log(
        `  ${name!.padEnd(widths[0]!)}  ${value!.padStart(widths[1]!)}  ${ratio!.padEnd(widths[2]!)}  ${note}`.trimEnd(),
      );
  }
}

function comparison({ ratio, against }: BenchResult): string {
  if (ratio === undefined) return against ? `against ${against}` : '';
  return `${figure(ratio)} × ${against ?? ''}`.trim();
}

/** Three figures that count: more would pretend a precision that no bench has. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 1000
    ? Math.round(value).toLocaleString('en').replaceAll(',', ' ')
    : String(Number(value.toPrecision(3)));
}
