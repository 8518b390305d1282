import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { readDocx } from '../src/documents/in/docx/read-docx.ts';
import { readText } from '../src/documents/in/read-text.ts';
import { writeDocx } from '../src/documents/out/write-docx.ts';
import { noSeeds, seedBytes, seedPath } from '../test/support/seeds.ts';
import { treeOfSource } from '../test/support/source-to-tree.ts';
import type { BenchResult } from './result.ts';
import { median } from './result.ts';

export const title = 'Reading the four genuine papers as Word documents, beside mammoth and pandoc';

const papers = ['000', '001', '003', '004'];
/** The program that runs makes itself faster for some sixty readings, for either reader in it; a server that reads papers has long done so. */
const warmUp = 20;
const rounds = 15;
/** How many times a reader in the program reads the papers in its turn, so that little of what it pays for was left behind by the other. */
const readings = 3;
/** A process takes so long that a few rounds of it tell enough; they lie evenly among the others. */
const betweenProcesses = 3;

/**
 * Each paper is written by our own writer and, where pandoc is installed, by pandoc, so that no reader meets only what its own house writes. The
 * readers take turns on the same bytes, so that what else the machine does falls on all of them. pandoc is a program of its own and is measured
 * with its start, as anyone who uses it pays for it.
 */
export async function run(): Promise<readonly BenchResult[]> {
  if (noSeeds) return [{ name: 'read four papers', value: Number.NaN, unit: 'ms', note: noSeeds }];
  const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'));
  try {
    const own = papers.map((paper) => Buffer.from(writeDocx(treeOfSource(readText(seedBytes(paper))))));
    const results = await compare('written by Kansli', own, folder);
    return hasPandoc() ? [...results, ...(await compare('written by pandoc', papers.map(byPandoc), folder))] : results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(what: string, files: readonly Buffer[], folder: string): Promise<readonly BenchResult[]> {
  const paths = files.map((bytes, index) => {
    const path = join(folder, `${index}.docx`);
    writeFileSync(path, bytes);
    return path;
  });
  const turns: { own: number; mammoth: number; pandoc?: number }[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const own = await aReading(() => files.forEach(readDocx));
    const theirs = await aReading(async () => {
      for (const buffer of files) await mammoth.convertToHtml({ buffer });
    });
    const isTurn = round >= 0 && round % betweenProcesses === 0 && hasPandoc();
    const pandoc = isTurn ? await milliseconds(() => paths.forEach(pandocToHtml)) : undefined;
    if (round >= 0) turns.push({ own, mammoth: theirs, ...(pandoc !== undefined && { pandoc }) });
  }
  const ownTime = median(turns.map(({ own }) => own));
  const times = (of: (turn: (typeof turns)[number]) => number | undefined) =>
    turns.flatMap((turn) => {
      const value = of(turn);
      return value === undefined ? [] : [value / turn.own];
    });
  const pandoc = times((turn) => turn.pandoc);
  return [
    { name: `four papers ${what}`, value: ownTime, unit: 'ms' },
    {
      name: 'mammoth on the same',
      value: median(turns.map((turn) => turn.mammoth)),
      unit: 'ms',
      against: 'our own reader',
      ratio: median(times((turn) => turn.mammoth)),
    },
    pandoc.length > 0
      ? {
          name: 'pandoc on the same',
          value: median(turns.flatMap((turn) => turn.pandoc ?? [])),
          unit: 'ms',
          against: 'our own reader',
          ratio: median(pandoc),
        }
      : { name: 'pandoc on the same', value: Number.NaN, unit: 'ms', note: 'pandoc is not installed' },
  ];
}

let pandocThere: boolean | undefined;

function hasPandoc(): boolean {
  try {
    pandocThere ??= execFileSync('pandoc', ['--version']).length > 0;
  } catch {
    pandocThere = false;
  }
  return pandocThere;
}

function byPandoc(paper: string): Buffer {
  return execFileSync('pandoc', ['-f', 'markdown', '-t', 'docx', '-o', '-', seedPath(paper)]);
}

function pandocToHtml(path: string): void {
  execFileSync('pandoc', ['-f', 'docx', '-t', 'html', path], { maxBuffer: 1e9 });
}

/** How long one of the readings of a turn takes. */
async function aReading(read: () => unknown): Promise<number> {
  const all = await milliseconds(async () => {
    for (let reading = 0; reading < readings; reading++) await read();
  });
  return all / readings;
}

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
