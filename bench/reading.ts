/**
 * `npm run bench:reading` prints how well and how fast papers are read: precision, recall and their harmonic mean per kind of record against what a
 * person noted (`test/annotations`), for each paper in each format, and pages per second and peak memory beside the programs that others use.
 * `-- --scan` adds pages as pictures, which take seconds each; `-- --quality` and `-- --speed` print one half.
 */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { closePdfPool } from '../src/documents/out/index.ts';
import { genuinePapers, inventedPapers } from '../test/annotations/annotations.ts';
import { noSeeds } from '../test/support/seeds.ts';
import { conversionsFor } from './reading/conversions.ts';
import { printQuality } from './reading/quality.ts';
import { printSpeed } from './reading/speed.ts';

const flags = ['--scan', '--quality', '--speed'];
const given = process.argv.slice(2);
const unknown = given.filter((word) => !flags.includes(word));
if (unknown.length > 0) {
  console.error(`There is no flag ${unknown.join(', ')}. Usage: npm run bench:reading -- [${flags.join('] [')}]`);
  process.exit(2);
}

const papers = [...genuinePapers(), ...inventedPapers()];
const conversions = conversionsFor({ scan: given.includes('--scan') });
console.log(
  `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB memory, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
);
if (noSeeds) console.log(`Only the invented papers are measured. ${noSeeds}`);
try {
  if (!given.includes('--speed')) await printQuality(papers, conversions);
  if (!given.includes('--quality')) await printSpeed(papers, conversions);
} finally {
  await closePdfPool();
}
