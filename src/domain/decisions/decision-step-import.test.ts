import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { decisionStepImport } from './decision-step-import.ts';

const steps = (text: string) =>
  decisionStepImport.recognise(readingOf(text, { kind: 'goalDocument', title: 'Målbild 2030' })).records;

test('ticked stations with day and body take their year from the last full date before them', () => {
  const found = steps(
    'Svaren kom den 20 april 2022.\n\nBeslutsprocess\n\n- ✓ 26/4 Kulturchefer\n- ✓ 6/5 Ledningsgrupp\n- ☐ 18/6 Kulturnämnden',
  );
  assert.deepEqual(
    found.map(({ date, body, passed, order }) => [date, body, passed, order]),
    [
      ['2022-04-26', 'Kulturchefer', true, 1],
      ['2022-05-06', 'Ledningsgrupp', true, 2],
      ['2022-06-18', 'Kulturnämnden', false, 3],
    ],
  );
});

test('without any tick nothing says what has been passed', () => {
  const found = steps('2022-04-20\n\nBeslutsväg\n\n26/4 Kulturchefer\n6/5 Ledningsgrupp\n18/6 Kulturnämnden');
  assert.deepEqual(
    found.map((step) => step.passed),
    [undefined, undefined, undefined],
  );
});

test('two lines, lines without a heading and lines without a year are no way to a decision', () => {
  assert.equal(steps('2022-04-20\n\nBeslutsprocess\n\n- 26/4 Kulturchefer\n- 6/5 Ledningsgrupp').length, 0);
  assert.equal(steps('2022-04-20\n\nMöten\n\n- 26/4 Anna\n- 6/5 Bo\n- 7/5 Cia').length, 0);
  assert.equal(steps('Beslutsprocess\n\n- ✓ 26/4 Kulturchefer\n- ✓ 6/5 Ledningsgrupp\n- ✓ 18/6 Nämnden').length, 0);
});
