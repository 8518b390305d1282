import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryForm } from '../../../test/support/arbitrary-form.ts';
import { changesBetween, type FormChangeKind } from './changes-between.ts';
import { edited } from './edit/edit-structure.ts';
import { type FormStructure, type Question, questionsOf } from './form-structure.ts';
import { shippedForms } from './shipped/shipped-forms.ts';

const told = (older: FormStructure, newer: FormStructure) =>
  changesBetween(older, newer).map(({ kind, question }) => [kind, question]);

test('a form and itself differ in nothing', () => {
  fc.assert(fc.property(arbitraryForm(), (form) => assert.deepEqual(changesBetween(form, structuredClone(form)), [])));
});

/** What is done to a question, and the one change that must be told. */
const done: Readonly<Partial<Record<FormChangeKind, (question: Question) => Question>>> = {
  reworded: (question) => ({ ...question, text: `${question.text} Varför?` }),
  conditionChanged: (question) => ({
    ...question,
    condition: { when: 'any', terms: [{ question: 'x', row: null, option: 'yes' }] },
  }),
  periodChanged: (question) => ({ ...question, period: { kind: 'since', year: 2019 } }),
  detailsChanged: (question) => ({ ...question, required: !question.required }),
  sourcesChanged: (question) => ({ ...question, bindings: [{ kind: 'decision', words: ['nytt'] }] }),
  answerChanged: (question) => ({
    ...question,
    answer:
      question.answer.kind === 'yesNo' ? { kind: 'text', mostItems: null, mostCharacters: null } : { kind: 'yesNo' },
  }),
};

for (const [kind, change] of Object.entries(done))
  test(`${kind} is told, and nothing else`, () => {
    fc.assert(
      fc.property(arbitraryForm(), fc.nat(), (form, pick) => {
        const questions = questionsOf(form);
        const question = questions[pick % questions.length]!;
        const section = form.parts.flatMap((part) => part.sections).find((one) => one.questions.includes(question))!;
        const edit = {
          step: 'changeQuestion',
          code: question.code,
          into: section.code,
          question: change(question),
        } as const;
        assert.deepEqual(told(form, edited(form, edit)), [[kind, question.code]]);
      }),
      { numRuns: 40 },
    );
  });

test('one question that went to the front is one move', () => {
  const { structure } = shippedForms[0]!;
  const [part] = structure.parts;
  const section = part!.sections.find(({ questions }) => questions.length >= 4)!;
  const last = section.questions.at(-1)!;
  const questions = [last, ...section.questions.slice(0, -1)];
  const moved = {
    ...structure,
    parts: structure.parts.map((one) => ({
      ...one,
      sections: one.sections.map((own) => (own.code === section.code ? { ...own, questions } : own)),
    })),
  };
  assert.deepEqual(told(structure, moved), [['moved', last.code]]);
});

test('the shipped return of 2025 says what it asks otherwise than that of 2024', () => {
  const [older, newer] = shippedForms.filter(({ name }) => name === 'national-return');
  const changes = changesBetween(older!.structure, newer!.structure);
  const kinds = new Set(changes.map(({ kind }) => kind));
  for (const kind of ['periodChanged', 'reworded'] as const) assert.ok(kinds.has(kind), kind);
  const common = questionsOf(older!.structure).filter(({ code }) =>
    questionsOf(newer!.structure).some((one) => one.code === code),
  );
  assert.ok(common.length >= 30, 'hardly any question kept its code');
});
