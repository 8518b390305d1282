/**
 * Learns what is read for which letters when a Swedish paper is read as English, and writes `src/documents/in/repair/confusion-table.ts`. Our own
 * Swedish texts are drawn as pages in three kinds of letters and read with the English model of Tesseract; truth and reading are aligned and
 * the differences counted. Takes some minutes. `node scripts/train-confusions.ts [PAIRS.json]` keeps the pairs in a file, or takes them from it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type ConfusionCount, countConfusions } from './count-confusions.ts';
import { type DamagedLine, damageLines, looks, wrapped } from './damage-lines.ts';
import { ownSwedishTexts } from './own-swedish-texts.ts';

/**
 * Signs that stand for the Swedish letters in damaged papers. Each is given a fraction of an occurrence, because other letters, sizes and scanners
 * give other damage than the looks we draw, and what was never counted would be impossible.
 */
const lookalikes = {
  å: ['a', 'd', '&', '&a', '4', '3', '6', 'é', 'aé', 'ad', 'éa', 'ä', 'A', 'h', 'i'],
  ä: ['a', 'd', '&', '&a', '4', '3', 'é', 'aé', 'éa', 'ad', 'da', 'i', 'il', 'å', 'A', 'G', 'e', '4a', 'h', '6', 'ii'],
  ö: ['o', 'é', '6', '0', 'oé', 'éo', 'd', 'b', 'G', 'ø', 'dé', 'oe', '&', 'O', 'e', '9'],
  i: ['|', 'l', '1'],
  l: ['|', 'I', '1'],
  lå: ['I&', 'Id', 'Ia', 'I6', '1&', '1d', '1a'],
  lä: ['I&', 'Id', 'Ia', 'I6', '1&', '1d', '1a'],
  lö: ['I6', 'I0', 'Io', 'Ié', '16', '1o', '1é', '|6'],
} as const;
const fraction = 0.7;

const [file] = process.argv.slice(2);
const pairs = await damagedPairs();
const counts = smoothed(countConfusions(pairs));
const rows = counts
  .filter(({ truth, read, count }) => isWorthKeeping(truth, read, count))
  .map(({ read, truth, count, of }) => ({ read, truth, cost: Math.round(-Math.log(count / of) * 100) / 100 }))
  .sort((a, b) => a.cost - b.cost || (a.truth + a.read < b.truth + b.read ? -1 : 1));
writeFileSync(
  new URL('../src/documents/in/repair/confusion-table.ts', import.meta.url),
  `/**
 * What is read for which letters when a Swedish paper is read as English, cheapest first. The cost is the negative natural logarithm of the share
 * of the letters (\`meant\`) that were read so (\`read\`): \`å\` read as \`a\` costs 0.2 because four of five are. Capital letters stand as small ones unless
 * a small letter was read as a capital.
 *
 * Written by scripts/train-confusions.ts from ${pairs.length} lines of our own texts; change the script, not the table.
 */
export const confusionTable: readonly (readonly [read: string, meant: string, cost: number])[] = [
${rows.map(({ read, truth, cost }) => `  [${quoted(read)}, ${quoted(truth)}, ${cost}],`).join('\n')}
];
`,
);

async function damagedPairs(): Promise<readonly DamagedLine[]> {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DamagedLine[];
  const lines = ownSwedishTexts()
    .flatMap((text) => wrapped(text))
    .filter((line) => line.split(' ').length > 3);
  const read: DamagedLine[] = [];
  for (const look of looks) read.push(...(await damageLines(lines, look)));
  if (file) writeFileSync(file, JSON.stringify(read));
  return read;
}

function smoothed(counts: readonly ConfusionCount[]): readonly ConfusionCount[] {
  const all = new Map(counts.map((each) => [`${each.read} ${each.truth}`, each]));
  for (const [truth, signs] of Object.entries(lookalikes)) {
    const of = counts.find((each) => each.truth === truth)?.of ?? 1000;
    for (const read of signs) {
      const known = all.get(`${read} ${truth}`);
      all.set(`${read} ${truth}`, { read, truth, of, count: (known?.count ?? 0) + fraction });
    }
  }
  return [...all.values()];
}

/** Words are repaired, not punctuation; a lost letter cannot be found again; and a difference seen once is chance. */
function isWorthKeeping(truth: string, read: string, count: number): boolean {
  if (!/^\p{L}+$/u.test(truth) || !/^[\p{L}\p{N}&|]+$/u.test(read) || read.length < truth.length) return false;
  return count >= 2 || Object.hasOwn(lookalikes, truth);
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
