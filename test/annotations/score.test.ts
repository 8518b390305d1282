import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnnotatedRecord, f1, precision, type ReadRecord, recall, score } from './score.ts';
import { seal } from './seal.ts';

const goal = (line: number, text: string): AnnotatedRecord => ({ type: 'goal', line, fields: { heading: seal(text) } });
const read = (line: number, heading: string, confidence = 0.8, type = 'goal'): ReadRecord => ({
  type,
  confidence,
  source: { line },
  heading,
});

test('a record is right when every annotated field is, whatever else it has', () => {
  const { total, differences } = score([goal(3, 'God vård')], [{ ...read(9, 'God\nvård'), order: 4 }]);
  assert.deepEqual(total, { right: 1, tooMany: 0, missing: 0, sureAndWrong: 0 });
  assert.deepEqual(differences, []);
});

test('a differing field is one too many and one missing, and counts as sure when the reader was', () => {
  const sparse: AnnotatedRecord = { type: 'goal', line: 3, fields: { heading: seal('God vård'), text: seal('Nära.') } };
  const { total, differences } = score([sparse], [{ ...read(3, 'God vård', 0.95), text: 'Fjärran.' }]);
  assert.deepEqual(total, { right: 0, tooMany: 1, missing: 1, sureAndWrong: 1 });
  assert.deepEqual(
    differences.map(({ fields }) => fields),
    [['text']],
  );
});

test('a type that the paper does not hold is too many; a type that the design does not have is not counted', () => {
  const { types, total } = score([], [read(1, 'a', 0.9, 'seat'), read(2, 'b', 0.99, 'planPoint')]);
  assert.deepEqual([...types.keys()], ['seat']);
  assert.deepEqual(total, { right: 0, tooMany: 1, missing: 0, sureAndWrong: 0 });
});

test('a sparse annotation leaves the record to the one that says more of it', () => {
  const any: AnnotatedRecord = { type: 'goal', line: 1, fields: {} };
  assert.equal(score([any, goal(1, 'God vård')], [read(1, 'God vård'), read(8, 'Trygg vård')]).total.right, 2);
});

test('precision, recall and their harmonic mean', () => {
  const count = { right: 8, tooMany: 2, missing: 0, sureAndWrong: 0 };
  assert.deepEqual([precision(count), recall(count)], [0.8, 1]);
  assert.ok(Math.abs(f1(count) - 16 / 18) < 1e-12);
  assert.equal(f1({ right: 0, tooMany: 0, missing: 0, sureAndWrong: 0 }), 1);
});
