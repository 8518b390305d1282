import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readText } from '../src/documents/in/read-text.ts';
import { openLexicon } from '../src/documents/in/repair/lexicon.ts';
import { repairDocument } from '../src/documents/in/repair/repair-document.ts';
import { type DamagedFixture, damagedFixtures, fixtureAccuracy, seedAccuracy } from '../test/support/damaged-text.ts';
import { noSeeds } from '../test/support/seeds.ts';
import { type BenchResult, timed } from './result.ts';

export const title = 'Repair of papers that lost å, ä and ö';

/** How many words come right, how fast, and what it costs to know Swedish; the yardstick for opening the list is the spell checker it was made from. */
export async function run(): Promise<readonly BenchResult[]> {
  const open = await timedOnce(() => openLexicon());
  const spellChecker = await timedOnce(openSpellChecker);
  const results: BenchResult[] = [
    {
      name: 'open the word list and the counts, in a fresh process',
      value: open,
      unit: 'ms',
      against: 'nspell with the same dictionary',
      ratio: open / spellChecker,
    },
  ];
  for (const fixture of Object.keys(damagedFixtures) as DamagedFixture[]) {
    const { words, rightBefore, rightAfter } = fixtureAccuracy(fixture);
    results.push(accuracy(`our own paper, ${fixture}`, words, rightBefore, rightAfter));
  }
  if (!noSeeds) {
    const { words, rightBefore, rightAfter } = seedAccuracy();
    results.push(accuracy('the damaged seed, words that are known somewhere', words, rightBefore, rightAfter));
  }
  const page = readFileSync(new URL('../test/fixtures/damaged/untouched.txt', import.meta.url), 'utf8');
  for (const copies of [1, 30]) {
    const source = readText(new TextEncoder().encode(Array.from({ length: copies }, () => page).join('\n\n')));
    const words = source.text.match(/\p{L}+/gu)?.length ?? 0;
    const ms = await timed(() => repairDocument(source, openLexicon()));
    results.push({ name: `repair, ${words} words`, value: Math.round((words / ms) * 1000), unit: 'words/s' });
  }
  return results;
}

function accuracy(name: string, words: number, before: number, after: number): BenchResult {
  return {
    name,
    value: after / words,
    unit: 'of words right',
    note: `${(before / words).toFixed(3)} before, of ${words} words`,
  };
}

async function timedOnce(work: () => unknown): Promise<number> {
  return await timed(work, 1, 0);
}

function openSpellChecker(): unknown {
  const nspell = createRequire(import.meta.url)('nspell') as (dictionary: { aff: Buffer; dic: Buffer }) => unknown;
  const folder = new URL('../node_modules/dictionary-sv/', import.meta.url);
  return nspell({ aff: readFileSync(new URL('index.aff', folder)), dic: readFileSync(new URL('index.dic', folder)) });
}
