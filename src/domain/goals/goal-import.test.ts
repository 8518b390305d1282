import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { goalImport } from './goal-import.ts';

const long = 'Det här är en mening med många ord om hur det ska bli för alla.';
const recognise = (text: string) =>
  goalImport.recognise(readingOf(text, { kind: 'goalDocument', title: 'Målbild 2030' }));

test('headlines under their perspectives, with the text of each', () => {
  const { records } = recognise(
    `Invånarperspektiv\n\nJag läser mer\n\n${long}\n\n${long}\n\nMedarbetarperspektiv\n\nVi lär oss\n\n${long}`,
  );
  assert.deepEqual(
    records.map(({ perspective, heading, text, order }) => [perspective, heading, text.split('\n').length, order]),
    [
      ['Invånarperspektiv', 'Jag läser mer', 2, 1],
      ['Medarbetarperspektiv', 'Vi lär oss', 1, 2],
    ],
  );
  assert.ok(
    records.every((goal) => goal.confidence < 0.9),
    'without contents nothing says which lines are headings',
  );
});

test('with contents only their entries are headlines, also one that was run into a paragraph', () => {
  const contents = 'Innehåll\n\nInvånarperspektiv\t2\nJag läser mer\t2\nJag skriver själv\t3\n\n';
  const { records, problems } = recognise(
    `${contents}Invånarperspektiv\n\nJag läser mer\n\n${long} Jag skriver själv.\n\n${long}\n\nVi är inte med`,
  );
  assert.deepEqual(
    records.map((goal) => goal.heading),
    ['Jag läser mer', 'Jag skriver själv'],
  );
  assert.deepEqual(
    problems.map((problem) => problem.code),
    ['headingInParagraph'],
  );
  assert.ok(!records[0]?.text.includes('Jag skriver själv'));
});
