import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { consultationImport } from './consultation-import.ts';

const answers = (text: string) =>
  consultationImport.recognise(readingOf(text, { kind: 'goalDocument', title: 'Kulturplan' })).records;
const head = 'Remissvar\n\n\tInkom\tFrån\tTillst.\tAvst.\tSynpunkter\n';

test('answers with day, sender, stance and comment; who has not answered is a row as well', () => {
  const found = answers(
    `${head}Norrby\t240404\tKS\tX\t\tMer dans\nSöderby\t\t\t\t\t\nÖsterby\t240411\tKulturchef\t\tX\t`,
  );
  assert.deepEqual(
    found.map(({ respondent, received, from, stance, comment }) => [respondent, received, from, stance, comment]),
    [
      ['Norrby', '2024-04-04', 'KS', 'supports', 'Mer dans'],
      ['Söderby', undefined, undefined, undefined, undefined],
      ['Österby', '2024-04-11', 'Kulturchef', 'opposes', undefined],
    ],
  );
});

test('a page number that fell into a cell is no part of the mark', () => {
  const found = answers(`${head}Norrby\t240404\tKS\tX _{53 (77)}\t\t\nSöderby\t240405\tKS\tX 54 (77)\t\t`);
  assert.deepEqual(
    found.map((one) => one.stance),
    ['supports', 'supports'],
  );
});

test('a cross that OCR saw twice is one cross, and other letters are none', () => {
  const found = answers(`${head}Norrby\t240404\tKS\tXx\t\t\nSöderby\t240405\tKS\tKs\t\t`);
  assert.deepEqual(
    found.map((one) => one.stance),
    ['supports', undefined],
  );
});

test('a comment goes on in a row of its own after a page break', () => {
  const found = answers(`${head}Norrby\t240404\tKS\tX\t\tMer dans\n\n\t\t\t\t\toch mer sång\nSöderby\t\t\t\t\t`);
  assert.deepEqual(
    found.map((one) => one.comment),
    ['Mer dans och mer sång', undefined],
  );
});

test('where only gaps part the columns an empty one leaves no trace, so the stance stays unknown', () => {
  const found = answers(
    'Remissvar\n\n          Inkom    Från   Tillst.   Avst.   Synpunkter\nNorrby    240404   KS     X\nSöderby   240405   KS     X    ',
  );
  assert.deepEqual(
    found.map(({ respondent, received, stance }) => [respondent, received, stance]),
    [
      ['Norrby', '2024-04-04', undefined],
      ['Söderby', '2024-04-05', undefined],
    ],
  );
  assert.ok(found.every((one) => one.confidence < 0.9));
});

test('a table without columns for support and rejection is another table', () => {
  assert.equal(answers('\tInkom\tFrån\tBelopp\nNorrby\t240404\tKS\t12').length, 0);
});
