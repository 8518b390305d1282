import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldOf } from '../../../../../test/reading/reading-of.ts';

const minutes = (text: string) =>
  toldOf(
    `# Protokoll Styrgruppen för läsning\n\nTid: 14 mars 2026 kl. 09:00-12:00\n\n### Närvarande:\n\nAnna Ek\tLångbergen\nBo Alm\tSandviken\nCia Lindbergen\tBergvalla\nDan Dahl\tLångberga\n\n## 1. Mötets öppnande\n\n${text}\n`,
  ).filter((one) => one.startsWith('placeSpelledTwoWays'));

test('a place that is one letter from a listed one is told, once for each place it stands', () => {
  assert.deepEqual(minutes('Bussen går till Bergvala och Sandviken.'), ['placeSpelledTwoWays 14']);
  assert.deepEqual(minutes('Bussen går till Sandvkien.'), ['placeSpelledTwoWays 14']);
});

test('listed names, genitives, people and other words are not', () => {
  assert.deepEqual(minutes('Långbergen och Långberga möttes i Sandvikens skola.'), []);
  assert.deepEqual(
    minutes('Cia Lindbergen och Eva Bergvala talade om Bergvallagruppen, Sandbyn och Bergvallarna.'),
    [],
  );
});
