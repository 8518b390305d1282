import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormAnswer } from './form-return.ts';
import { choicesOf, conditionOf, isUnknown, partsOf, rowsOf, subQuestionsOf } from './read-answer-facts.ts';

function answer(number: string, more: Partial<FormAnswer> = {}): FormAnswer {
  const nothing = { options: [], matrix: null, condition: null, details: null, answer: null };
  return {
    id: number,
    version: 1,
    number,
    section: null,
    question: 'Finns en plan?',
    kind: 'yesNo',
    certainty: null,
    inferredFrom: null,
    ...nothing,
    ...more,
  };
}

test('an option is chosen, not chosen, or unknown; unknown is never not chosen', () => {
  const options = ['Ja', 'Nej'];
  const chosen = (one: FormAnswer) => choicesOf(one).map((choice) => choice.chosen);
  assert.deepEqual(chosen(answer('1', { options, answer: 'Nej' })), [false, true]);
  assert.deepEqual(chosen(answer('1', { options })), [undefined, undefined]);
  const details = { answerReading: 'unreadable' };
  assert.deepEqual(chosen(answer('1', { options, details, answer: 'Ja' })), [undefined, undefined]);
  assert.equal(isUnknown(answer('1', { details })), true);
});

test('ticks of several options keep how each was read', () => {
  const ticks = [
    { option: 'Via webben', reading: 'unreadable' },
    { option: 'Annat', ticked: true, reading: 'inferred', specification: 'i brev' },
    { option: 'Inget', ticked: false, reading: 'read' },
  ];
  assert.deepEqual(
    choicesOf(answer('2', { kind: 'multi', details: { ticks } })).map(({ chosen, reading }) => [chosen, reading]),
    [
      [undefined, 'unreadable'],
      [true, 'inferred'],
      [false, 'read'],
    ],
  );
});

test('rows of a matrix without an answer are unknown, and what is no row is left out', () => {
  const matrix = [{ label: 'Läkare', answer: 'Ja' }, { label: 'Vård', marks: 'X -' }, { marks: 'X' }];
  assert.deepEqual(
    rowsOf({ matrix }).map(({ label, answer: own, reading }) => [label, own, reading]),
    [
      ['Läkare', 'Ja', 'read'],
      ['Vård', undefined, 'unreadable'],
    ],
  );
});

test('a misprinted condition is told as it is meant, with what was printed', () => {
  const condition = { question: '11', equals: 'Ja', corrected: { question: '10', equals: 'Ja' } };
  assert.deepEqual(conditionOf({ condition }), { question: '10', equals: 'Ja', printed: '11' });
  assert.equal(conditionOf({ condition: { equals: 'Ja' } }), undefined);
});

test('questions stand under their part and section in the order of the form', () => {
  const inPart = (part: string) => ({ details: { part } });
  const answers = [
    answer('1', { section: 'Ett', ...inPart('A') }),
    answer('1a', { section: 'Ett', ...inPart('A') }),
    answer('2', { section: 'Två', ...inPart('A') }),
    answer('3', { section: 'Ett', ...inPart('B') }),
  ];
  assert.deepEqual(
    partsOf(answers).map(({ title, sections }) => [title, sections.map((one) => [one.title, one.answers.length])]),
    [
      [
        'A',
        [
          ['Ett', 2],
          ['Två', 1],
        ],
      ],
      ['B', [['Ett', 1]]],
    ],
  );
  assert.deepEqual(
    subQuestionsOf(answers, answers[0]!).map(({ number }) => number),
    ['1a'],
  );
});
