import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ErrorEntry, errorCatalogue } from '../../src/kernel/errors.ts';
import { languages } from '../../src/kernel/language.ts';
import { productFiles, readRepositoryFile } from './repository.ts';
import { withoutComments } from './source-text.ts';

const catalogue: [string, ErrorEntry][] = Object.entries(errorCatalogue);
const code = productFiles()
  .filter((path) => path !== 'src/kernel/errors.ts')
  .map((path) => withoutComments(readRepositoryFile(path)))
  .join('\n');

test('every error of the catalogue is said somewhere in the product', () => {
  const unsaid = catalogue.map(([name]) => name).filter((name) => !code.includes(`'${name}'`));
  assert.deepEqual(
    unsaid,
    [],
    'These codes are promised and never said: say them where the rule says no, or remove the row from src/kernel/errors.ts.',
  );
});

test('every error is documented in docs/reference/errors.md', () => {
  const documented = readRepositoryFile('docs/reference/errors.md');
  const missing = catalogue.map(([name]) => name).filter((name) => !documented.includes(`\`${name}\``));
  assert.deepEqual(missing, [], 'Run "node scripts/regenerate-reference.ts".');
});

test('every error says in both languages what happened and what to do', () => {
  for (const [name, { text }] of catalogue)
    for (const language of languages) {
      const breach = textBreach(text[language], language);
      assert.equal(breach, undefined, `${name} (${language}): ${breach}\n    ${text[language]}`);
    }
});

/** The values a text is filled with. */
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('both languages of an error are filled with the same values', () => {
  for (const [name, { text }] of catalogue) assert.deepEqual(holes(text.sv), holes(text.en), name);
});

test('an error text that leaves the reader standing is refused', () => {
  assert.match(textBreach('Fel.', 'sv') ?? '', /what to do/);
  assert.match(textBreach('Access denied', 'en') ?? '', /full stop/);
  assert.match(textBreach('', 'en') ?? '', /empty/);
  assert.equal(textBreach('Logga in för att fortsätta.', 'sv'), undefined);
});

/** Words with which a sentence tells someone to act; one of them, or a second sentence, is what makes an error text help. */
const actingWords = {
  sv: /\b(ange|be|behöver|byt|börja|gå|jämför|kontrollera|kör|ladda|logga|lägg|rätta|ska|skriv|spara|sök|ta|vänta|välj|öppna|måste)\b/i,
  en: /\b(add|ask|change|check|choose|compare|correct|correcting|enter|go|must|needs|open|put|reload|remove|run|save|search|sign|start|stop|try|wait|write)\b/i,
};

function textBreach(text: string, language: 'sv' | 'en'): string | undefined {
  if (text.trim() === '') return 'the text is empty.';
  // A text may end with what fills it, when that is a sentence of its own: "… {questions}".
  if (!/([.!?]|[.!?] \{\w+\})$/.test(text)) return 'end the sentence with a full stop.';
  const sentences = text.split(/(?<=[.!?])\s+/).length;
  return sentences > 1 || actingWords[language].test(text) ? undefined : 'say also what to do about it.';
}
