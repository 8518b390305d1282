import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLexicon } from '../../src/documents/in/repair/lexicon.ts';
import { repairDocument } from '../../src/documents/in/repair/repair-document.ts';
import {
  askedQuestions,
  isAnswered,
  nationalReturn2024,
  nationalReturn2025,
  questionsOf,
} from '../../src/domain/forms/index.ts';
import { readAnswerOf } from '../../src/domain/intake/confirm/confirm-question.ts';
import { type ReadResult, readRecords } from '../../src/domain/intake/read-records.ts';
import { answersOfReturn, type FormAnswer, formDifferences, isOfForm } from '../../src/domain/returns/index.ts';
import { noSeeds, readSeed, recordsOf } from '../support/seeds.ts';

/** Seed 004 as it is confirmed, once as the scan left it and once with its words repaired: the same answers land in the shipped form. */
function papers(): readonly (readonly [string, readonly FormAnswer[]])[] {
  const { source, result } = readSeed('004');
  const repaired = readRecords(repairDocument(source, openLexicon()), result.file);
  return [
    ['damaged', answersIn(result)],
    ['repaired', answersIn(repaired)],
  ];
}

function answersIn(result: ReadResult): readonly FormAnswer[] {
  return recordsOf(result, 'question').map(({ type, id, source, alsoAt, confidence, rule, ...fields }) => ({
    id,
    version: 1,
    ...readAnswerOf(fields),
  }));
}

/** How each answer is known by the seed inventory, 16b: R read, I inferred, X not readable, as far as one question has one answer. */
const concludedYes = ['2', '7', '10', '14', '20', '28', '29', '30'];
const concludedNo = ['5', '9', '11', '26', '32', '37'];
const texts = [
  '1a',
  '1b',
  '1c',
  '1d',
  '2a',
  '3',
  '7a',
  '8a',
  '10a',
  '12',
  '17',
  '20a',
  '23',
  '24',
  '25',
  '27',
  '30a',
  '31',
];

for (const [state, answers] of noSeeds ? [] : papers()) {
  const read = answersOfReturn(nationalReturn2024, { answers });
  const given = (code: string) => {
    const found = read.answers[code];
    assert.ok(found, `question ${code} has no answer`);
    return found;
  };
  const asked = (reason: string) =>
    read.toAsk.flatMap((one) => (one.reason === reason ? [one.row ? `${one.question} ${one.row}` : one.question] : []));

  test(`${state}: every question of the paper is a question of the form, of the same kind and about the same thing`, () => {
    assert.deepEqual(read.differences, []);
    assert.equal(answers.length, questionsOf(nationalReturn2024).length);
    const landed = new Set([...Object.keys(read.answers), ...read.toAsk.map(({ question }) => question), '1']);
    assert.deepEqual(
      questionsOf(nationalReturn2024).flatMap(({ code }) => (landed.has(code) ? [] : [code])),
      [],
    );
  });

  test(`${state}: long texts and comments are taken whole, as they were read`, () => {
    for (const code of texts) {
      const { answer } = answers.find(({ number }) => number === code)!;
      assert.deepEqual(given(code).value, { kind: 'text', text: answer }, code);
    }
    for (const { number, details } of answers) {
      const comment = details?.comment;
      if (comment) assert.equal(given(number).comment, comment, number);
    }
    const { value } = given('15');
    assert.ok(value.kind === 'matrix');
    assert.deepEqual(
      Object.values(value.rows).map((row) => [row.option, (row.text ?? '').length > 40]),
      [
        [null, true],
        [null, true],
        [null, true],
        [null, true],
      ],
    );
    const more = given('22').value;
    assert.ok(more.kind === 'matrix' && (more.rows.ovriga?.text ?? '').length > 2000);
  });

  test(`${state}: figures are taken, and what follows surely from the page is taken as a conclusion`, () => {
    for (const [code, number] of [
      ['35', 46],
      ['36', 140_441],
      ['38', 100],
    ] as const)
      assert.deepEqual(given(code).value, { kind: 'number', number, cannotState: false });
    for (const [codes, option] of [
      [concludedYes, 'yes'],
      [concludedNo, 'no'],
    ] as const)
      for (const code of codes) {
        assert.deepEqual(given(code).value, { kind: 'choice', option, specify: null }, code);
        const how = read.taken.find(({ question }) => question === code)!;
        assert.ok(how.reading === 'inferred' && how.because && how.certainty! < 1, code);
      }
  });

  test(`${state}: marks that cannot be read are asked for, never guessed`, () => {
    assert.deepEqual(asked('unreadable'), [
      '4',
      '6',
      ...['samverkan', 'delaktighet', 'tillganglighet', 'kontinuitet', 'primarvarden', 'halsoframjande'].map(
        (row) => `8 ${row}`,
      ),
      ...['hemmet', 'sjukhusvard', 'utskrivning'].map((row) => `13 ${row}`),
      ...['samverkan', 'vard', 'kontakt', 'video', 'chatt', 'bokning'].map((row) => `16 ${row}`),
      '19',
      '22 hembesok',
      '22 halsosamtal',
      '33 lakare',
      '33 vard',
      '34',
    ]);
    assert.deepEqual(asked('unsure'), [
      ...['funktionsnedsattning', 'aldre', 'kroniska', 'unga'].map((row) => `15 ${row}`),
      '18',
      '21',
      '22 ovriga',
      '29a',
    ]);
    assert.deepEqual([...asked('unknownOption'), ...asked('otherQuestion')], []);
    for (const { question, row } of read.toAsk) {
      const value = read.answers[question]?.value;
      const form = questionsOf(nationalReturn2024).find(({ code }) => code === question)!.answer;
      if (value?.kind === 'matrix' && row) assert.equal(value.rows[row]?.option ?? null, null, `${question} ${row}`);
      else assert.equal(isAnswered(form, value), false, question);
    }
  });

  test(`${state}: who is asked sees what the paper shows, and what it points to with the reason`, () => {
    assert.deepEqual(
      read.toAsk.filter(({ shown }) => !shown),
      [],
    );
    const hint = (question: string, row: string | null = null) =>
      read.toAsk.find((one) => one.question === question && one.row === row)!.hint;
    assert.equal(hint('6'), null);
    assert.deepEqual(hint('21')!.value, { kind: 'choice', option: 'yes', specify: null });
    assert.ok(hint('21')!.because && hint('21')!.certainty! < 0.8);
    const who = hint('29a')!.value;
    assert.ok(who.kind === 'choices');
    assert.deepEqual(
      who.options.map(({ option }) => option),
      ['specialist', 'otherSpecialist', 'resident', 'other'],
    );
    assert.ok(who.options.at(-1)!.specify);
    assert.deepEqual(hint('8', 'samverkan'), null);
  });

  test(`${state}: the misprinted condition is that of the form (E-29), and the damaged row is known by its place (E-34)`, () => {
    const codes = askedQuestions(nationalReturn2024, read.answers).map(({ code }) => code);
    assert.ok(codes.includes('10a') && given('10a').value.kind === 'text');
    assert.deepEqual(
      read.toAsk.find(({ question, row }) => question === '16' && row === 'kontakt')!.reason,
      'unreadable',
    );
  });

  test(`${state}: the form of another year takes the paper but for what it asks otherwise; another form refuses it`, () => {
    const later = answersOfReturn(nationalReturn2025, { answers });
    assert.deepEqual(
      later.differences.map(({ number, kind }) => [number, kind]),
      [
        ['32', 'unknownNumber'],
        ['37a', 'notOnPaper'],
      ],
    );
    assert.deepEqual([later.answers['32'], later.answers['37a']], [undefined, undefined]);
    const turned = answers.map((one, index) => ({ ...one, number: answers[answers.length - 1 - index]!.number }));
    const differences = formDifferences(nationalReturn2024, { answers: turned });
    assert.equal(isOfForm({ answers: turned }, differences), false);
  });
}
