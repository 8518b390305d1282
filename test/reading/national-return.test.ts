import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLexicon } from '../../src/documents/in/repair/lexicon.ts';
import { repairDocument } from '../../src/documents/in/repair/repair-document.ts';
import { type ReadResult, readRecords } from '../../src/domain/intake/read-records.ts';
import { noSeeds, readSeed, recordsOf } from '../support/seeds.ts';

/** Seed 004 is read twice: as the scan left it, and with its words repaired. Both must give the same structure. */
function readings(): readonly (readonly [string, ReadResult])[] {
  const { source, result } = readSeed('004');
  return [
    ['damaged', result],
    ['repaired', readRecords(repairDocument(source, openLexicon()), result.file)],
  ];
}

for (const [state, result] of noSeeds ? [] : readings()) {
  const questions = recordsOf(result, 'question');
  const question = (number: string) => {
    const found = questions.find((one) => one.number === number);
    assert.ok(found, `question ${number}`);
    return found;
  };
  const figures = recordsOf(result, 'indicator');
  const told = (code: string) => result.problems.filter((problem) => problem.code === code);

  test(`${state}: the return is known for what it is`, () => {
    const { kind, body, year } = result.document;
    assert.deepEqual([kind, body, year], ['nationalReturn', 'Region Örebro län', 2024]);
  });

  test(`${state}: 38 questions and eleven sub-questions, in three parts and twelve sections`, () => {
    const main = questions.filter((one) => /^\d+$/.test(one.number)).map((one) => Number(one.number));
    assert.deepEqual(
      main,
      Array.from({ length: 38 }, (_, index) => index + 1),
    );
    const subs = questions.filter((one) => /[a-z]$/.test(one.number)).map((one) => one.number);
    assert.deepEqual(subs, ['1a', '1b', '1c', '1d', '2a', '7a', '8a', '10a', '20a', '29a', '30a']);
    assert.equal(new Set(questions.map((one) => one.part)).size, 3);
    assert.equal(new Set(questions.flatMap((one) => one.section ?? [])).size, 12);
    assert.equal(question('25').section, undefined);
  });

  test(`${state}: every question has its kind`, () => {
    const ofKind = (kind: string) => questions.filter((one) => one.kind === kind).map((one) => one.number);
    assert.deepEqual(ofKind('matrix'), ['8', '13', '15', '16', '22', '33']);
    assert.deepEqual(ofKind('multi'), ['18', '19', '29a', '34']);
    assert.deepEqual(ofKind('percent'), ['35', '38']);
    assert.deepEqual(ofKind('count'), ['36']);
    assert.deepEqual(ofKind('single'), ['4']);
    assert.deepEqual(ofKind('yesNo').map(Number), [2, 5, 6, 7, 9, 10, 11, 14, 20, 21, 26, 28, 29, 30, 32, 37]);
    assert.deepEqual(
      ['8', '13', '15', '16', '22', '33'].map((number) => question(number).rows?.length),
      [6, 3, 4, 6, 3, 2],
    );
    assert.deepEqual(question('13').columns, ['Ja', 'Nej', 'Delvis']);
    assert.deepEqual(
      ['18', '19', '29a', '34'].map((number) => question(number).options?.length),
      [8, 7, 7, 2],
    );
    assert.deepEqual(
      ['1', '1a', '1d', '24'].map((number) => question(number).maxItems),
      [3, 3, 3, 3],
    );
  });

  test(`${state}: answers are known as far as the page shows them, and no further`, () => {
    const answered = (answer: string) =>
      questions.filter((one) => one.answer === answer).map((one) => Number(one.number));
    assert.deepEqual(answered('Ja'), [2, 7, 10, 14, 20, 21, 28, 29, 30]);
    assert.deepEqual(answered('Nej'), [5, 9, 11, 26, 32, 37]);
    for (const number of ['4', '6']) assert.equal(question(number).answer, undefined);
    for (const number of ['8', '13', '16', '33'])
      assert.ok(question(number).rows!.every((row) => row.answer === undefined && row.answerReading === 'unreadable'));
    assert.ok(question('15').rows!.every((row) => row.answer === 'Ja' && row.comment));
    assert.deepEqual(
      question('22').rows!.map((row) => row.answer),
      [undefined, undefined, 'Ja'],
    );
    assert.deepEqual(
      question('29a').ticks!.map((tick) => tick.ticked),
      [true, true, true, false, false, false, true],
    );
    assert.deepEqual(
      question('18').ticks!.map((tick) => tick.ticked),
      [true, true, true, false, false, false, true, false],
    );
    assert.deepEqual(
      ['35', '36', '38'].map((number) => question(number).value),
      [46, 140_441, 100],
    );
    for (const number of ['1a', '2a', '3', '8a', '12', '17', '25', '31'])
      assert.ok(question(number).answer!.length > 500, number);
    for (const number of ['9', '11', '14', '21', '28', '35', '38']) assert.ok(question(number).comment, number);
    assert.equal(
      question('12')
        .answer!.split('\n')
        .filter((paragraph) => paragraph.startsWith('- ')).length,
      7,
    );
  });

  test(`${state}: what follows from something else says from what, and is never sure`, () => {
    for (const one of questions) {
      if (one.answerReading === 'inferred' && one.kind === 'yesNo') assert.ok(one.inferredFrom);
      if (one.answerReading !== 'read') assert.ok((one.answerConfidence ?? 0) <= 0.9);
    }
    assert.ok(result.records.every((record) => record.confidence <= 0.9));
  });

  test(`${state}: conditions are read as printed, and corrected where they cannot be meant`, () => {
    const conditions = questions.flatMap(({ number, condition }) => (condition ? [[number, condition]] : []));
    const ifYes = (number: string) => ({ question: number, equals: 'Ja' });
    assert.deepEqual(conditions, [
      ['2a', ifYes('2')],
      ['7a', ifYes('7')],
      ['10a', { ...ifYes('11'), corrected: ifYes('10') }],
      ['20a', ifYes('20')],
      ['29a', ifYes('29')],
      ['30a', ifYes('30')],
    ]);
  });

  test(`${state}: the figures of list B that measure something`, () => {
    const values = figures.map(({ value, unit, change, qualifier }) => [value, unit, change?.percent, qualifier]);
    assert.deepEqual(values, [
      [7000, 'antal', undefined, 'över'],
      [13, 'antal', undefined, undefined],
      [47_254, 'antal', 138, undefined],
      [2280, 'antal', 660, undefined],
      [5272, 'antal', 303, undefined],
      [2, 'antal', undefined, undefined],
      [2, 'antal', undefined, undefined],
      [100, 'antal', undefined, 'över'],
      [-38, '%', -38, undefined],
      [4, 'antal', undefined, undefined],
      [8000, 'antal', undefined, 'omkring'],
      [112, 'antal', undefined, undefined],
      [155, 'antal', 37, undefined],
      [38, 'antal', undefined, undefined],
      [4, 'antal', undefined, undefined],
      [3, 'antal', undefined, undefined],
      [76, 'år', undefined, undefined],
      [16, 'antal', undefined, undefined],
      [8, 'antal', undefined, undefined],
      [40, 'antal', undefined, 'över'],
      [6, 'antal', undefined, undefined],
      [10, 'antal', undefined, undefined],
      [2, 'antal', undefined, undefined],
      [46, '%', undefined, undefined],
      [140_441, 'antal', undefined, undefined],
      [100, '%', undefined, 'enligt uppskattning'],
    ]);
    assert.deepEqual(figures.find((one) => one.value === 38)?.of, 120);
    assert.deepEqual(figures.find((one) => one.value === 46)?.asOf, '2024-12-31');
  });

  test(`${state}: the inconsistencies E-29 to E-34 are told, and nothing else of their kind`, () => {
    assert.deepEqual(
      told('conditionRefersWrong').map((problem) => problem.source),
      [question('10a').source],
    );
    assert.deepEqual(
      told('referenceElsewhere').map((problem) => problem.source),
      [question('18').source],
    );
    assert.match(told('referenceElsewhere')[0]!.message, /fråga 32.*fråga 31/);
    const unread = questions.filter((one) => told('tickUnreadable').some((problem) => problem.source === one.source));
    assert.deepEqual(
      unread.map((one) => Number(one.number)),
      [4, 6, 8, 13, 16, 19, 22, 33, 34],
    );
    assert.equal(told('denominatorsMixed').length, 1);
    assert.deepEqual(
      told('unverifiedNumber').map((problem) => problem.source),
      [figures.find((one) => one.value === 100 && one.unit === 'antal')!.source],
    );
    assert.deepEqual(
      told('bracketUnclosed').map((problem) => problem.source),
      [question('20').source],
    );
    assert.deepEqual(
      told('rowLabelDamaged').map((problem) => problem.source),
      [question('16').rows![2]!.source],
    );
  });
}

test('the genuine return was read', { skip: noSeeds }, () => {
  assert.equal(recordsOf(readSeed('004').result, 'question').length, 49);
});
