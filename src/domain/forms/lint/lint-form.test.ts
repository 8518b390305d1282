import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryForm } from '../../../../test/support/arbitrary-form.ts';
import {
  type AnswerForm,
  type Condition,
  type FormStructure,
  type Option,
  type Question,
  questionsOf,
} from '../form-structure.ts';
import { type FormFaultKind, formFaults } from './form-faults.ts';
import { lintForm } from './lint-form.ts';

const kindsIn = (structure: FormStructure, year: number | null = 2024) =>
  [...new Set(lintForm(structure, year).map(({ kind }) => kind))].sort();

test('no random form without a fault gives an alarm', () => {
  fc.assert(
    fc.property(arbitraryForm(), (form) => {
      assert.deepEqual(lintForm(form, 2024), []);
    }),
    { numRuns: 300 },
  );
});

const option = (code: string, more: Partial<Option> = {}): Option => ({
  code,
  text: `Svaret ${code}`,
  exclusive: false,
  specifyLabel: null,
  ...more,
});
const when = (question: string, chosen: string, row: string | null = null): Condition => ({
  when: 'all',
  terms: [{ question, row, option: chosen }],
});
const all = (...conditions: readonly Condition[]): Condition => ({
  when: 'all',
  terms: conditions.flatMap(({ terms }) => terms),
});
const question = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  parent: null,
  text: 'Hur har arbetet gått?',
  guidance: null,
  period: null,
  required: false,
  condition: null,
  answer: { kind: 'yesNo' },
  commentLabel: null,
  attachment: null,
  bindings: [],
  ...more,
});
const text = (limits: { mostItems?: number | null; mostCharacters?: number | null } = {}): AnswerForm => ({
  kind: 'text',
  mostItems: null,
  mostCharacters: null,
  ...limits,
});
const matrix = (more: Partial<Extract<AnswerForm, { kind: 'matrix' }>> = {}): AnswerForm => ({
  kind: 'matrix',
  rows: [{ code: 'a', text: 'Läkare' }],
  options: [option('x'), option('y')],
  rowTextLabel: null,
  ...more,
});
const single = (...options: readonly Option[]): AnswerForm => ({ kind: 'single', options });

/**
 * The seeded faults: each row puts questions after those of a sound form and names the one class that must be found. Codes begin with z, so that
 * they meet none of the form's own.
 */
const seeded: Readonly<Record<Exclude<FormFaultKind, 'formEmpty'>, readonly (readonly Question[])[]>> = {
  textMissing: [
    [question('z1', { text: ' ' })],
    [question('z1', { answer: single(option('a', { text: '' }), option('b')) })],
    [question('z1', { answer: matrix({ rows: [{ code: 'a', text: '' }] }) })],
    [question('z1', { commentLabel: '' })],
    [question('z1', { attachment: { label: ' ' } })],
    [question('z1', { answer: { kind: 'scale', from: 1, to: 5, lowLabel: '', highLabel: 'Helt' } })],
    [question('z1', { answer: { kind: 'percent', cannotStateLabel: '' } })],
  ],
  sectionEmpty: [[]],
  codeRepeated: [[question('z1'), question('z1')]],
  codeStrange: [[question('z 1')], [question('')], [question('z1', { answer: single(option('a b'), option('b')) })]],
  parentUnknown: [[question('z1', { parent: 'z9' })]],
  parentLater: [[question('z1', { parent: 'z2' }), question('z2')], [question('z1', { parent: 'z1' })]],
  parentNotSaid: [[question('77'), question('77a')]],
  askedWithoutParent: [
    [question('z1'), question('z2', { condition: when('z1', 'yes') }), question('z2a', { parent: 'z2' })],
  ],
  conditionEmpty: [[question('z1', { condition: { when: 'any', terms: [] } })]],
  conditionQuestionUnknown: [
    [question('z1', { condition: when('z9', 'yes') })],
    // What waits for a question that cannot be asked is no further fault.
    [question('z1', { condition: when('z9', 'yes') }), question('z2', { condition: when('z1', 'yes') })],
  ],
  conditionRowUnknown: [
    [question('z1', { answer: matrix() }), question('z2', { condition: when('z1', 'x', 'b') })],
    [question('z1', { answer: matrix() }), question('z2', { condition: when('z1', 'x') })],
    [question('z1'), question('z2', { condition: when('z1', 'yes', 'a') })],
  ],
  conditionOptionUnknown: [
    [question('z1'), question('z2', { condition: when('z1', 'partly') })],
    [question('z1', { answer: text() }), question('z2', { condition: when('z1', 'yes') })],
  ],
  conditionCircular: [
    [question('z1', { condition: when('z1', 'yes') })],
    [question('z1', { condition: when('z2', 'yes') }), question('z2', { condition: when('z1', 'yes') })],
    [
      question('z1', { condition: when('z3', 'yes') }),
      question('z2', { condition: when('z1', 'yes') }),
      question('z3', { condition: when('z2', 'yes') }),
      question('z4', { condition: when('z3', 'yes') }),
    ],
  ],
  conditionLater: [[question('z1', { condition: when('z2', 'yes') }), question('z2')]],
  conditionImpossible: [
    [question('z1'), question('z2', { condition: all(when('z1', 'yes'), when('z1', 'no')) })],
    [
      question('z1'),
      question('z2', { condition: when('z1', 'yes') }),
      question('z3', { condition: all(when('z2', 'yes'), when('z1', 'no')) }),
    ],
    [
      question('z1', { answer: matrix() }),
      question('z2', { condition: all(when('z1', 'x', 'a'), when('z1', 'y', 'a')) }),
    ],
    [
      question('z1', { answer: { kind: 'multi', options: [option('a'), option('b', { exclusive: true })] } }),
      question('z2', { condition: all(when('z1', 'a'), when('z1', 'b')) }),
    ],
    [
      question('z1'),
      question('z2', { condition: all(when('z1', 'yes'), when('z1', 'no')) }),
      question('z3', { condition: when('z2', 'yes') }),
    ],
  ],
  conditionElsewhere: [
    [question('z1'), question('z2'), question('z2a', { parent: 'z2', condition: when('z1', 'yes') })],
  ],
  conditionNotAsText: [
    // E-29: printed under question 10, and about question 11.
    [
      question('710'),
      question('711'),
      question('710a', {
        parent: '710',
        text: 'Om svaret är ”Ja” på fråga 711, beskriv kortfattat.',
        condition: when('710', 'yes'),
      }),
    ],
    [question('701'), question('702', { text: 'Om svaret är Ja på fråga 701, beskriv hur.' })],
  ],
  referenceUnknown: [
    [question('z1', { guidance: 'Se även fråga 732.' })],
    [question('z1', { text: 'Se fråga 99 c.' })],
  ],
  referenceToItself: [[question('718', { text: 'Beskriv det som nämns (se fråga 718).' })]],
  optionsTooFew: [
    [question('z1', { answer: single(option('a')) })],
    [question('z1', { answer: { kind: 'multi', options: [] } })],
    [question('z1', { answer: matrix({ options: [option('x')] }) })],
  ],
  rowsMissing: [[question('z1', { answer: matrix({ rows: [] }) })]],
  optionCodeRepeated: [
    [question('z1', { answer: single(option('a'), option('a', { text: 'Ett annat svar' })) })],
    [
      question('z1', {
        answer: matrix({
          rows: [
            { code: 'a', text: 'Läkare' },
            { code: 'a', text: 'Sköterska' },
          ],
        }),
      }),
    ],
  ],
  optionTextRepeated: [[question('z1', { answer: single(option('a', { text: 'Ja' }), option('b', { text: 'ja ' })) })]],
  exclusiveInSingle: [[question('z1', { answer: single(option('a'), option('b', { exclusive: true })) })]],
  exclusiveAll: [
    [
      question('z1', {
        answer: { kind: 'multi', options: [option('a', { exclusive: true }), option('b', { exclusive: true })] },
      }),
    ],
  ],
  textUnclosed: [
    // E-34: question 20 of seed 004 lacks its closing bracket.
    [question('z1', { text: 'Har utbildningar getts (till exempel skolor?' })],
    [question('z1', { guidance: 'Skriv ”så här.' })],
    [question('z1', { answer: single(option('a', { text: 'Annat)' }), option('b')) })],
    [question('z1', { text: 'Fel ordning ([)]?' })],
  ],
  scaleBackwards: [
    [question('z1', { answer: { kind: 'scale', from: 5, to: 1, lowLabel: 'Inte', highLabel: 'Helt' } })],
    [question('z1', { answer: { kind: 'scale', from: 3, to: 3, lowLabel: 'Inte', highLabel: 'Helt' } })],
  ],
  limitNotPositive: [
    [question('z1', { answer: text({ mostItems: 0 }) })],
    [question('z1', { answer: text({ mostCharacters: -5 }) })],
  ],
  limitNotSet: [
    [question('z1', { text: 'Beskriv högst tre insatser.', answer: text() })],
    [question('z1', { text: 'Beskriv de tre viktigaste insatserna.', answer: text({ mostItems: 4 }) })],
    [question('z1', { guidance: 'Skriv högst 1 000 tecken.', answer: text() })],
  ],
  limitNotSaid: [
    [question('z1', { answer: text({ mostItems: 3 }) })],
    [question('z1', { guidance: 'Svara på högst 30 dagar.', answer: text({ mostCharacters: 30 }) })],
  ],
  dayUnknown: [[question('z1', { period: { kind: 'asOf', date: '2024-02-30' } })]],
  periodOutsideYear: [
    [question('z1', { period: { kind: 'during', year: 2023 } })],
    [question('z1', { period: { kind: 'since', year: 2025 } })],
    [question('z1', { period: { kind: 'asOf', date: '2023-12-31' } })],
  ],
  periodNotAsText: [
    [question('z1', { text: 'Vad gjordes under 2023?', period: { kind: 'during', year: 2024 } })],
    [question('z1', { text: 'Andel den 31 december 2023?', period: { kind: 'asOf', date: '2024-12-31' } })],
    [question('z1', { text: 'Vad har gjorts sedan 2018?', period: { kind: 'since', year: 2019 } })],
  ],
  bindingEmpty: [[question('z1', { bindings: [{ kind: 'goal', words: [' '] }] })]],
};

for (const [kind, variants] of Object.entries(seeded))
  test(`${kind}: found in any form that it is put into, and nothing else is`, () => {
    for (const questions of variants)
      fc.assert(
        fc.property(arbitraryForm(), (form) => {
          assert.deepEqual(kindsIn(withSection(form, questions)), [kind]);
        }),
        { numRuns: 15 },
      );
  });

test('every class of fault is seeded, an empty form too', () => {
  assert.deepEqual([...Object.keys(seeded), 'formEmpty'].sort(), Object.keys(formFaults).sort());
  assert.deepEqual(kindsIn({ title: 'Tomt', introduction: null, parts: [] }), ['formEmpty']);
});

test('empty headings, and parts and sections that share a code, are told where they stand', () => {
  fc.assert(
    fc.property(arbitraryForm(), (form) => {
      assert.deepEqual(kindsIn({ ...form, title: '' }), ['textMissing']);
      const [first] = form.parts;
      assert.deepEqual(kindsIn({ ...form, parts: [...form.parts, { ...first!, sections: [] }] }), [
        'codeRepeated',
        'sectionEmpty',
      ]);
    }),
    { numRuns: 10 },
  );
});

test('what is right is not told: a cross-reference, marks of items, a limit in the question above, a comparison with another year', () => {
  const sound = [
    question('701', { text: 'Beskriv högst tre insatser per område: a) tillgänglighet och b) kontinuitet.' }),
    question('701a', { parent: '701', text: 'Tillgänglighet', answer: text({ mostItems: 3 }) }),
    question('702', {
      text: 'Har andelen ökat under 2024 jämfört med 2023 (se fråga 701a)?',
      period: { kind: 'during', year: 2024 },
    }),
    question('702a', {
      parent: '702',
      text: 'Om svaret är ”Ja” på fråga 702, beskriv hur.',
      condition: when('702', 'yes'),
      answer: text(),
    }),
    question('703', {
      text: 'Hur stor andel hade en fast kontakt den 31 december 2024?',
      period: { kind: 'asOf', date: '2024-12-31' },
      answer: { kind: 'percent', cannotStateLabel: 'Andelen kan inte anges' },
    }),
    question('704', {
      condition: { when: 'any', terms: [...when('702', 'yes').terms, ...when('702', 'no').terms] },
      period: { kind: 'since', year: 2019 },
    }),
  ];
  const form: FormStructure = {
    title: 'Prov',
    introduction: null,
    parts: [
      { code: 'A', title: 'Del A', introduction: null, sections: [{ code: 's', title: 'Ett', questions: sound }] },
    ],
  };
  assert.deepEqual(lintForm(form, 2024), []);
});

test('a chain of many conditions is read in no time', () => {
  const codes = Array.from({ length: 60 }, (_, index) => `z${index}`);
  const questions = codes.map((code, index) =>
    question(code, {
      condition:
        index === 0
          ? null
          : {
              when: index % 2 === 0 ? 'all' : 'any',
              terms: codes
                .slice(Math.max(0, index - 6), index)
                .map((one) => ({ question: one, row: null, option: 'yes' })),
            },
    }),
  );
  const started = performance.now();
  const form = withSection({ title: 'Lång', introduction: null, parts: [] }, questions);
  assert.deepEqual(lintForm(form), []);
  // A few hundredths of a second on an idle machine; without the limit of ways it would be minutes.
  assert.ok(performance.now() - started < 5000, 'lint of 60 chained questions took longer than five seconds');
  assert.equal(questionsOf(form).length, 60);
});

/** The form with one more section, or with one that has no questions. */
function withSection(form: FormStructure, questions: readonly Question[]): FormStructure {
  const section = { code: 'zs', title: 'Fler frågor', questions };
  return { ...form, parts: [...form.parts, { code: 'Z', title: 'Del Z', introduction: null, sections: [section] }] };
}
