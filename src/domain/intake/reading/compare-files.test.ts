import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf } from '../../../../test/reading/reading-of.ts';
import { compareFiles } from './compare-files.ts';

const file = (name: string, text: string) => ({ text, result: { ...resultOf(text), file: name } });
const told = (...texts: readonly string[]) =>
  compareFiles(texts.map((text, index) => file(`${index}.txt`, text))).map((result) =>
    result.problems.map(({ code, source }) => `${code} ${source?.line}`),
  );

test('the number of committees is compared between files', () => {
  assert.deepEqual(told('Den är en av tre beredningar.', 'Text.\n\nDen är ett av de fyra beredningsorgan som finns.'), [
    [],
    ['committeeCountDiffers 3'],
  ]);
  assert.deepEqual(told('Den är en av tre beredningar.', 'Den är en av de 3 beredningarna.'), [[], []]);
});

test('an abbreviation that two files read out differently is told once, in the later file', () => {
  assert.deepEqual(told('mottagningen god läsning (MGL)', 'mottagning god skrivning (MGL) och god skrivning (MGL)'), [
    [],
    ['abbreviationDiffers 1'],
  ]);
  assert.deepEqual(told('Anna Ek (KD)', 'Bo Al (KD)'), [[], []], 'a party behind a name is no abbreviation');
});

test('a post whose name begins and ends alike in two files is told once', () => {
  assert.deepEqual(
    told('Museivårdskoordinatorn kom.', 'En museiomsorgskoordinator kom, och museiomsorgskoordinatorn gick.'),
    [[], ['roleNameDiffers 1']],
  );
  assert.deepEqual(
    told('Museivårdskoordinatorn kom.', 'Skolvårdskoordinatorn kom.'),
    [[], []],
    'other beginnings, other posts',
  );
});
