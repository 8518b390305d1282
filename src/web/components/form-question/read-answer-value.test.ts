import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Answer, AnswerForm, AnswerValue, Option, Question } from '../../../domain/forms/index.ts';
import { freshForm } from '../../contracts.ts';
import { nested } from '../../pipeline/read-input.ts';
import { uiIn } from '../../texts/index.ts';
import { answerControls } from './answer-controls.ts';
import { answerValues, fieldsOf, segment, swedishNumber } from './answer-names.ts';
import { numberIn, readAnswers, readAnswerValue } from './read-answer-value.ts';

const option = (code: string, more: Partial<Option> = {}): Option => ({
  code,
  text: code,
  exclusive: false,
  specifyLabel: null,
  ...more,
});

function question(answer: AnswerForm, code = '1'): Question {
  const nothing = { parent: null, guidance: null, period: null, condition: null, attachment: null };
  return { code, text: 'Hur?', required: true, commentLabel: 'Kommentar', bindings: [], ...nothing, answer };
}

const multi = question({
  kind: 'multi',
  options: [option('a'), option('1', { specifyLabel: 'Ange' }), option('inget', { exclusive: true })],
});
const matrix = question({
  kind: 'matrix',
  rows: [
    { code: '1', text: 'Ett' },
    { code: '2', text: 'Två' },
  ],
  options: [option('1'), option('2')],
  rowTextLabel: 'Kommentar',
});
const scale = question({ kind: 'scale', from: 1, to: 5, lowLabel: 'låg', highLabel: 'hög' });
const count = question({ kind: 'count', cannotStateLabel: 'Kan inte anges' });
const percent = question({ kind: 'percent', cannotStateLabel: null });

/** What a browser sends for a form filled with these values, read back: each line break is sent as two characters. */
function posted(of: Question, values: Readonly<Record<string, string | readonly string[] | undefined>>) {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one.replace(/\r?\n/g, '\r\n')]),
  );
  const { answers } = nested([...entries, [fieldsOf(of).version, '3']]) as { answers: Record<string, unknown> };
  return readAnswers([of], answers)[0]!;
}

const keys = (of: Question, values: Readonly<Record<string, string | readonly string[]>>) =>
  posted(of, values).problems.map(({ key }) => key);

suite('numbers are read as Swedes write them', () => {
  for (const [written, number] of [
    ['140 441', 140441],
    ['140\u00a0441', 140441],
    ['1.140.441', 1140441],
    ['46,5 %', 46.5],
    ['46.5', 46.5],
    ['46 procent', 46],
    ['0', 0],
  ] as const)
    test(written, () => assert.equal(numberIn(written), number));
  for (const written of ['12–15', 'ca 12', '-3', '1e5', '14 0441', '12,', '', '٣'])
    test(`"${written}" is no number`, () => assert.equal(numberIn(written), undefined));

  test('whatever number is written back is read as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const number = Number(`${whole}.${cents}`);
        assert.equal(numberIn(swedishNumber(number)), number);
      }),
    );
  });
});

suite('what does not fit is a problem beside its field', () => {
  test('a count is whole, a share at most a hundred, and not both a number and none', () => {
    const { value, cannotState } = fieldsOf(count);
    assert.deepEqual(keys(count, { [value]: '12,5' }), ['answer.count']);
    assert.deepEqual(keys(count, { [value]: '12', [cannotState]: 'on' }), ['answer.bothNumberAndCannot']);
    assert.deepEqual(keys(percent, { [value]: '100,1' }), ['answer.percent']);
    assert.deepEqual(keys(percent, { [value]: '100 %' }), []);
    assert.equal(posted(count, { [value]: 'ca 12' }).problems[0]!.path, 'answers.q1.value');
  });

  test('an exclusive option stands alone, and only options of the question can be chosen', () => {
    const { value } = fieldsOf(multi);
    assert.deepEqual(keys(multi, { [value]: ['a', 'inget'] }), ['answer.exclusive']);
    assert.deepEqual(keys(multi, { [value]: ['a', 'b'] }), ['validation.choose']);
    assert.deepEqual(keys(multi, { [value]: 'inget' }), []);
    assert.deepEqual(keys(scale, { [value]: '6' }), ['validation.choose']);
    assert.deepEqual(keys(matrix, { [fieldsOf(matrix).rowOption('2')]: 'x' }), ['validation.choose']);
  });
});

test('a question that was not in the form is left out, never emptied', () => {
  assert.deepEqual(readAnswers([multi, count], {}), []);
  assert.equal(readAnswerValue(count, undefined), undefined);
});

test('codes with any sign keep apart in the names of the fields', () => {
  const odd = question({ kind: 'text', mostItems: null, mostCharacters: null }, '1.1 å/b');
  const read = posted(odd, { [fieldsOf(odd).value]: 'rad ett\r\nrad två' });
  assert.deepEqual([read.answer.value, read.expectedVersion], [{ kind: 'text', text: 'rad ett\nrad två' }, 3]);
  assert.notEqual(segment('q', '1.1'), segment('q', '1-1'));
});

const line = fc
  .string({ minLength: 1, maxLength: 8 })
  .map((one) => `x${one.trim().normalize('NFC')}y`.replace(/\p{C}/gu, ''));
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const specified = fc.option(text, { nil: null });
const anAnswer = <T extends AnswerValue>(of: Question, value: fc.Arbitrary<T>) =>
  fc.record({ question: fc.constant(of), answer: fc.record({ value, comment: specified }) as fc.Arbitrary<Answer> });

test('every answer that a form is filled with is read back as it was', () => {
  const cases = fc.oneof(
    anAnswer(
      multi,
      fc.record({
        kind: fc.constant('choices' as const),
        options: fc
          .constantFrom(['a'], ['1'], ['a', '1'], ['inget'], [])
          .chain((codes) =>
            fc.tuple(
              ...codes.map((code) =>
                (code === '1' ? specified : fc.constant(null)).map((specify) => ({ option: code, specify })),
              ),
            ),
          ),
      }),
    ),
    anAnswer(
      matrix,
      fc.record({
        kind: fc.constant('matrix' as const),
        rows: fc.dictionary(fc.constantFrom('1', '2'), fc.record({ option: fc.constantFrom('1', '2', null), text }), {
          noNullPrototype: true,
        }),
      }),
    ),
    anAnswer(scale, fc.record({ kind: fc.constant('scale' as const), step: fc.constantFrom(null, 1, 5) })),
    anAnswer(
      count,
      fc.oneof(
        fc.record({ kind: fc.constant('number' as const), number: fc.nat(), cannotState: fc.constant(false) }),
        fc.constant({ kind: 'number' as const, number: null, cannotState: true }),
      ),
    ),
  );
  fc.assert(
    fc.property(cases, ({ question: of, answer }) => {
      const read = posted(of, answerValues(of, answer));
      assert.deepEqual(read.problems, []);
      assert.deepEqual(read.answer, JSON.parse(JSON.stringify(answer)));
    }),
  );
});

test('whatever is posted, reading never throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(multi, matrix, scale, count, percent), fc.anything(), (of, anything) => {
      readAnswerValue(of, anything);
      readAnswerValue(of, { value: anything, rows: anything, specify: anything, comment: anything, version: anything });
    }),
  );
});

test('words in several lines stand in a field that keeps them, and leave it as they were', () => {
  const words = 'Första raden\nAndra raden';
  const ui = uiIn('sv');
  const named = { labelledBy: 'fraga', describedBy: undefined };
  const kept = (of: Question, value: AnswerValue) =>
    String(answerControls(ui, of, freshForm(answerValues(of, { value, comment: null })), named));
  for (const [of, value] of [
    [matrix, { kind: 'matrix', rows: { '1': { option: null, text: words } } }],
    [multi, { kind: 'choices', options: [{ option: '1', specify: words }] }],
  ] as const) {
    const drawn = kept(of, value);
    assert.match(drawn, /<textarea[^>]*>\nFörsta raden\nAndra raden<\/textarea>/u);
    assert.doesNotMatch(drawn, /value="Första/u);
  }
});
