import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinLines } from './join-lines.ts';
import { settleHyphens } from './line-end-hyphens.ts';
import { plain } from './page-blocks.ts';

/** The words of a paragraph of printed lines, in a document that also says `elsewhere`. */
function settled(lines: readonly string[], elsewhere = ''): string {
  const [first] = settleHyphens([
    { kind: 'paragraph', page: 1, lines: [joinLines(lines.map((text) => [{ text }]))] },
    { kind: 'paragraph', page: 1, lines: [[{ text: elsewhere }]] },
  ]);
  assert.ok(typeof first === 'object' && first.kind === 'paragraph');
  return plain(first.lines[0]!);
}

test('a hyphen that only parts a word goes', () => {
  assert.equal(settled(['avvikelse-', 'hantering i samverkan']), 'avvikelsehantering i samverkan');
  assert.equal(settled(['många möj-', 'ligheter']), 'många möjligheter');
  assert.equal(settled(['So-', 'cial-', 'chef']), 'Socialchef');
});

test('a name keeps no hyphen, whatever its letters', () => {
  assert.equal(settled(['Asker-', 'byholm']), 'Askerbyholm');
});

test('a hyphen that is written in the word stays: where the first half begins no Swedish word, or the word stands so elsewhere', () => {
  assert.equal(settled(['en good enough-', 'nivå']), 'en good enough-nivå');
  assert.equal(settled(['en krasb-', 'modell'], 'Modellen heter krasb-modell.'), 'en krasb-modell');
  assert.equal(settled(['en krasb-', 'modell'], 'Modellen heter krasbmodell.'), 'en krasbmodell');
});

test('a word that can be parted into its parts in a million ways is settled at once', () => {
  const started = performance.now();
  // "badhus" is one part of a compound, and so are "bad" and "hus".
  assert.equal(settled([`${'badhus'.repeat(9)}-`, `${'badhus'.repeat(9)}`]), 'badhus'.repeat(18));
  assert.ok(performance.now() - started < 5000);
});
