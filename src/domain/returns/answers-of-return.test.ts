import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnswerForm, FormStructure, Question } from '../forms/index.ts';
import { answersOfReturn } from './answers-of-return.ts';
import type { FormAnswer } from './form-return.ts';
import { sureEnough } from './read-ground.ts';
import { linesOfLabels, wordLikeness } from './word-likeness.ts';

const option = (code: string, text: string) => ({ code, text, exclusive: false, specifyLabel: null });
const yesNo: AnswerForm = { kind: 'yesNo' };
const plans: AnswerForm = {
  kind: 'matrix',
  rows: [
    { code: 'doctors', text: 'Läkare på vårdcentral' },
    { code: 'nurses', text: 'Sjuksköterskor i hemsjukvård' },
  ],
  options: [option('yes', 'Ja'), option('no', 'Nej')],
  rowTextLabel: null,
};
const ways: AnswerForm = {
  kind: 'multi',
  options: [option('web', 'Via webbplatsen'), { ...option('other', 'På annat sätt, ange hur'), specifyLabel: 'Hur?' }],
};

function formOf(answer: AnswerForm, text = 'Finns en beslutad bemanningsplan?'): FormStructure {
  const nothing = { parent: null, guidance: null, period: null, condition: null, attachment: null, bindings: [] };
  const question: Question = { code: '1', text, required: true, answer, commentLabel: null, ...nothing };
  const section = { code: 's', title: 'Plan', questions: [question] };
  return {
    title: 'Prov',
    introduction: null,
    parts: [{ code: 'A', title: 'A', introduction: null, sections: [section] }],
  };
}

function paper(
  kind: string,
  more: Partial<FormAnswer> = {},
  question = 'Finns det en bemanningsplan som är beslutad?',
) {
  const nothing = { options: [], matrix: null, condition: null, details: null, answer: null };
  const known = { section: null, certainty: null, inferredFrom: null };
  const answer: FormAnswer = { id: 'a', version: 1, number: '1', question, kind, ...nothing, ...known, ...more };
  return { answers: [answer] };
}

test('a mark that was read or surely concluded is taken; below the bound it is asked for with what it points to', () => {
  const read = (certainty: number, answerReading: string) =>
    answersOfReturn(
      formOf(yesNo),
      paper('yesNo', { answer: 'Nej', certainty, inferredFrom: 'Tom ruta vid Ja.', details: { answerReading } }),
    );
  const sure = read(0.85, 'inferred');
  assert.deepEqual(sure.answers['1']!.value, { kind: 'choice', option: 'no', specify: null });
  assert.deepEqual(sure.toAsk, []);
  assert.equal(sure.taken[0]!.because, 'Tom ruta vid Ja.');
  const weak = read(0.6, 'inferred');
  assert.deepEqual(weak.answers, {});
  assert.deepEqual(
    weak.toAsk.map(({ reason, hint }) => [reason, hint!.value]),
    [['unsure', { kind: 'choice', option: 'no', specify: null }]],
  );
});

test('property: whatever a paper shows, nothing unreadable and nothing under the bound becomes an answer', () => {
  const reading = fc.constantFrom('read', 'inferred', 'unreadable');
  const certainty = fc.double({ min: 0, max: 1, noNaN: true });
  const printed = fc.option(fc.constantFrom('Ja', 'Nej'), { nil: undefined });
  const row = fc.record({ answer: printed, answerReading: reading, answerConfidence: certainty });
  fc.assert(
    fc.property(fc.tuple(row, row), ([first, second]) => {
      const matrix = [
        { label: 'läkare på vårdcentralen', ...first },
        { label: 'sjukskoterskor i hemsjukvard', ...second },
      ];
      const { answers, toAsk } = answersOfReturn(formOf(plans), paper('matrix', { matrix }));
      const value = answers['1']?.value;
      const rows = value?.kind === 'matrix' ? value.rows : {};
      for (const [code, shown] of [
        ['doctors', first],
        ['nurses', second],
      ] as const) {
        const known = shown.answer !== undefined && shown.answerReading !== 'unreadable';
        const wanted = known && shown.answerConfidence >= sureEnough ? (shown.answer === 'Ja' ? 'yes' : 'no') : null;
        assert.equal(rows[code]?.option ?? null, wanted);
        const leftEmpty = shown.answer === undefined && shown.answerReading === 'read';
        assert.equal(toAsk.filter((one) => one.row === code).length, wanted === null && !leftEmpty ? 1 : 0);
      }
    }),
    { numRuns: 300 },
  );
});

test('boxes of one question are answered together or not at all, and words written at a box are in what is asked', () => {
  const ticks = (web: object) => ({
    details: {
      answerReading: 'inferred',
      ticks: [
        { option: 'Via webbplatsen', ...web },
        {
          option: 'På annat satt, ange hur',
          ticked: true,
          reading: 'inferred',
          confidence: 0.85,
          specification: 'i brev',
        },
      ],
    },
  });
  const other = { option: 'other', specify: 'i brev' };
  const whole = answersOfReturn(
    formOf(ways),
    paper('multi', ticks({ ticked: true, reading: 'read', confidence: 0.97 })),
  );
  assert.deepEqual(whole.answers['1']!.value, { kind: 'choices', options: [{ option: 'web', specify: null }, other] });
  const open = answersOfReturn(formOf(ways), paper('multi', ticks({ reading: 'unreadable', marks: 'a' })));
  assert.deepEqual(open.answers, {});
  assert.deepEqual(open.toAsk[0]!.hint!.value, { kind: 'choices', options: [other] });
  assert.equal(open.toAsk[0]!.shown, 'Via webbplatsen [a]');
});

test('figures keep their digits, and a box for what cannot be stated is an answer', () => {
  const count: AnswerForm = { kind: 'count', cannotStateLabel: 'Antalet kan inte anges' };
  const number = (more: Partial<FormAnswer>) =>
    answersOfReturn(formOf(count), paper('count', more)).answers['1']?.value;
  assert.deepEqual(number({ answer: '140 441' }), { kind: 'number', number: 140_441, cannotState: false });
  assert.deepEqual(number({ answer: 'Kan inte anges', details: { cannotState: true } }), {
    kind: 'number',
    number: null,
    cannotState: true,
  });
  assert.equal(number({ answer: 'omkring hundra' }), undefined);
  const percent: AnswerForm = { kind: 'percent', cannotStateLabel: null };
  assert.deepEqual(answersOfReturn(formOf(percent), paper('percent', { answer: '46,5 %' })).answers['1']!.value, {
    kind: 'number',
    number: 46.5,
    cannotState: false,
  });
});

test('words that no option has, and an answer to another question, are shown and not forced into the form', () => {
  const strange = answersOfReturn(formOf(yesNo), paper('yesNo', { answer: 'Delvis' }));
  assert.deepEqual(
    [strange.answers, strange.toAsk[0]!.reason, strange.toAsk[0]!.shown],
    [{}, 'unknownOption', 'Delvis'],
  );
  const elsewhere = answersOfReturn(formOf(yesNo), paper('yesNo', { answer: 'Ja' }, 'Hur många ambulanser larmades?'));
  assert.deepEqual(
    [elsewhere.answers, elsewhere.differences[0]!.kind, elsewhere.toAsk[0]!.reason],
    [{}, 'otherWords', 'otherQuestion'],
  );
});

test('labels are known again by their words, and a ruined one by its place only when all others keep theirs', () => {
  assert.ok(wordLikeness('Har tagit fram rutiner for att mojliggora', 'Rutiner som möjliggör') >= 0.5);
  const lines = ['Specialist i allmänmedicin', 'Specialist med annan inriktning än allmänmedicin', 'Hyrläkare'];
  assert.deepEqual(linesOfLabels(['Hyrlakare', 'Specialist i allmanmedicin'], lines), [2, 0]);
  assert.deepEqual(linesOfLabels([lines[0]!, 'medvircpersonalen', lines[2]!], lines), [0, 1, 2]);
  assert.deepEqual(linesOfLabels([lines[2]!, 'medvircpersonalen', lines[0]!], lines), [2, undefined, 0]);
  assert.deepEqual(linesOfLabels(['Nej', 'Ja'], ['Ja', 'Nej', 'Nej, men ett förslag finns']), [1, 0]);
});
