import { readFileSync } from 'node:fs';
import { readText } from '../src/documents/in/read-text.ts';
import { readRecords } from '../src/domain/intake/read-records.ts';
import { noSeeds, seedPath } from '../test/support/seeds.ts';
import type { BenchResult } from './result.ts';
import { median } from './result.ts';

export const title = 'Reading the report-back of 2023 and the notice bundle of 2020 into proposed records';

/**
 * Both papers from disk to records, against reading the same files and running one regular expression over them: the least that any reader
 * must do. The two are measured in pairs, one after the other, so that what else the machine does falls on both.
 */
export async function run(): Promise<readonly BenchResult[]> {
  if (noSeeds) return [{ name: 'read seeds 000 and 001', value: Number.NaN, unit: 'ms', note: noSeeds }];
  const paths = [seedPath('000'), seedPath('001')];
  const pairs: { records: number; plain: number }[] = [];
  for (let round = -5; round < 25; round++) {
    const plain = milliseconds(() => paths.map(readPlainly));
    const records = milliseconds(() => paths.map((path) => readRecords(readText(readFileSync(path)), path)));
    if (round >= 0) pairs.push({ records, plain });
  }
  const against = 'plain file read and one regular expression over the same bytes';
  const [records, plain] = [median(pairs.map((pair) => pair.records)), median(pairs.map((pair) => pair.plain))];
  return [
    { name: 'plain file read and one regular expression', value: plain, unit: 'ms' },
    {
      name: 'read seeds 000 and 001',
      value: records,
      unit: 'ms',
      against,
      ratio: median(pairs.map((pair) => pair.records / pair.plain)),
    },
  ];
}

function readPlainly(path: string): number {
  return [...readFileSync(path, 'utf8').matchAll(/\p{L}+/gu)].length;
}

function milliseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
