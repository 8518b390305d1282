import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/**
 * The Swedish sentences of this repository, one file's after the other: the handbook, the demonstration papers and data, the messages,
 * and the sentences written for this purpose in `swedish-sentences.txt`. They teach the repair which words people write and what follows what.
 * The words of buttons stay out ("Ändra" begins
 * no sentence in a paper), and so do the papers in `test/fixtures`, because accuracy is measured on them.
 */
export function ownSwedishTexts(): readonly string[] {
  const files = globSync(
    ['docs/handbok/*.md', 'src/demo/papers/*.txt', 'scripts/swedish-sentences.txt', 'src/**/*.ts'],
    {
      cwd: fileURLToPath(root),
      exclude: ['src/**/*.test.ts', 'src/documents/in/repair/**', 'src/web/**', 'src/cli/**'],
    },
  ).sort();
  return files.map((file) => {
    const text = readFileSync(new URL(file, root), 'utf8');
    return file.endsWith('.ts') ? swedishStrings(text).join('\n') : text;
  });
}

const literal = /'((?:[^'\\\n]|\\.)*)'|`([^`]*)`|>([^<>{}`$]+)</g;
const swedishWord = /(?<!\p{L})(?:och|att|som|för|är|på|av|den|det|till|med|inte|eller|ska|från|har)(?!\p{L})/iu;

/** String literals that read as Swedish: three words or more, one of them a small word that only Swedish has so often. */
function swedishStrings(code: string): readonly string[] {
  return [...code.matchAll(literal)]
    .map(([, quoted, template, markup]) =>
      (quoted ?? template ?? markup ?? '').replace(/\$\{[^}]*\}|\{\w+\}|\\n/g, ' . '),
    )
    .filter((text) => text.trim().split(/\s+/).length >= 3 && swedishWord.test(text) && /[åäö]/i.test(text));
}
