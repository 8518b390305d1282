import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { arbitraryAnswers } from '../../../test/support/arbitrary-answers.ts';
import { arbitraryForm } from '../../../test/support/arbitrary-form.ts';
import { returnOf } from '../../../test/support/printed-return.ts';
import { checkTree } from '../../documents/tree/index.ts';
import { askedQuestions, questionsOf } from '../forms/index.ts';
import { nationalReportData, nationalReportRows, nationalReportSchema } from './national-report-data.ts';
import { nationalReportDocument } from './national-report-document.ts';

const valid = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d\d-\d\d$/u } }).compile(nationalReportSchema());
const drawn = arbitraryForm().chain((structure) => fc.tuple(fc.constant(structure), arbitraryAnswers(structure)));

test('whatever is answered, the data follow the schema, and the document can be written', () => {
  fc.assert(
    fc.property(drawn, ([structure, answers]) => {
      const report = returnOf(structure, answers);
      const data = nationalReportData(report);
      assert.ok(valid(JSON.parse(JSON.stringify(data))), JSON.stringify(valid.errors));
      assert.deepEqual(checkTree(nationalReportDocument(report)), []);
      assert.deepEqual(nationalReportData(returnOf(structure, answers)), data);
    }),
    { numRuns: 150 },
  );
});

test('what is asked is there, what a condition hides is not, and the table has every question', () => {
  fc.assert(
    fc.property(drawn, ([structure, answers]) => {
      const data = nationalReportData(returnOf(structure, answers));
      const asked = askedQuestions(structure, answers).map(({ code }) => code);
      assert.deepEqual(
        data.questions.map(({ code }) => code),
        asked,
      );
      const rows = new Set(nationalReportRows(data).map(({ number }) => number));
      assert.deepEqual(
        [...rows],
        data.questions.map(({ number }) => number),
      );
      const printed = JSON.stringify(nationalReportDocument(returnOf(structure, answers)));
      for (const { code } of questionsOf(structure))
        assert.equal(printed.includes(`"anchor":"fraga-${code}"`), asked.includes(code), code);
    }),
    { numRuns: 100 },
  );
});

test('the order in which keys were kept changes nothing of the data', () => {
  fc.assert(
    fc.property(drawn, ([structure, answers]) => {
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      assert.equal(
        JSON.stringify(nationalReportData(returnOf(structure, turned))),
        JSON.stringify(nationalReportData(returnOf(structure, answers))),
      );
    }),
    { numRuns: 50 },
  );
});

test('the schema refuses what is no return', () => {
  const [sample] = fc.sample(drawn, 1);
  const data = nationalReportData(returnOf(...sample!));
  const [first] = data.questions;
  for (const broken of [
    { ...data, format: 'kansli-return-2' },
    { ...data, more: 1 },
    { ...data, approvedOn: 'i går' },
    { ...data, questions: [{ ...first, answered: 'ja' }] },
    { ...data, questions: [{ ...first, answer: { kind: 'gissning' } }] },
  ])
    assert.ok(!valid(JSON.parse(JSON.stringify(broken))), JSON.stringify(broken).slice(0, 80));
});
