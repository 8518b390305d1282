import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { mendedParagraphs } from './mended-paragraphs.ts';
import { linesOf } from './recognise.ts';

const texts = (text: string) => mendedParagraphs(linesOf(readingOf(text).blocks)).map(({ words }) => words.text);

test('a word parted over a page break and a sentence cut by one are whole again', () => {
  assert.deepEqual(texts('Vi såg en av-\n\nsaknad av ordning och\n\nreda. Mer text'), [
    'Vi såg en avsaknad av ordning och reda. Mer text',
  ]);
  assert.deepEqual(texts('det nya för-\nslaget om hälso- \noch sjukvård'), [
    'det nya förslaget om hälso- och sjukvård',
  ]);
});

test('paragraphs, list items and headings stay apart', () => {
  assert.deepEqual(texts('Ett utan punkt\n\nTvå\n\n- tre\n  går på\n- fyra\n\n# Fem\n\nsex'), [
    'Ett utan punkt',
    'Två',
    'tre går på',
    'fyra',
    'Fem',
    'sex',
  ]);
});
