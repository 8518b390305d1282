import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryForm } from '../../../../test/support/arbitrary-form.ts';
import { AppError } from '../../../kernel/errors.ts';
import { changesBetween } from '../changes-between.ts';
import { type FormStructure, type Question, questionsOf } from '../form-structure.ts';
import { lintForm } from '../lint/lint-form.ts';
import { codesOf, edited, type FormEdit, formLevels } from './edit-structure.ts';

const order = (form: FormStructure) => questionsOf(form).map(({ code }) => code);
const arbitraryFormAndQuestion = arbitraryForm().chain((form) =>
  fc.record({ form: fc.constant(form), question: fc.constantFrom(...questionsOf(form)) }),
);

test('moving loses no question, keeps sub-questions behind theirs, and back again is where it was', () => {
  fc.assert(
    fc.property(
      arbitraryForm(),
      fc.constantFrom(...formLevels),
      fc.nat(),
      fc.constantFrom(1, -1),
      (form, level, pick, by) => {
        const codes = codesOf(form, level);
        const code = codes[pick % codes.length]!;
        const step = (way: 1 | -1): FormEdit => ({ step: 'move', level, code, by: way });
        const moved = edited(form, step(by as 1 | -1));
        assert.deepEqual([...order(moved)].sort(), [...order(form)].sort());
        const kinds = lintForm(moved).map(({ kind }) => kind);
        assert.ok(!kinds.includes('parentLater'), kinds.join());
        // A place that is left empty takes a wandering section or question in at its near end, so that only what stayed within goes back exactly.
        const within = JSON.stringify(
          moved.parts.map((part) => [part.code, part.sections.map((one) => one.questions.length)]),
        );
        const before = JSON.stringify(
          form.parts.map((part) => [part.code, part.sections.map((one) => one.questions.length)]),
        );
        if (JSON.stringify(moved) !== JSON.stringify(form) && level === 'part')
          assert.deepEqual(edited(moved, step(-by as 1 | -1)), form);
        else if (within === before && JSON.stringify(moved) !== JSON.stringify(form) && level === 'question')
          assert.deepEqual(order(edited(moved, step(-by as 1 | -1))), order(form));
      },
    ),
  );
});

test('a question that is renamed takes its conditions and sub-questions along', () => {
  fc.assert(
    fc.property(arbitraryFormAndQuestion, ({ form, question }) => {
      const renamed: Question = { ...question, code: 'nytt' };
      const section = form.parts
        .flatMap((part) => part.sections)
        .find(({ questions }) => questions.some(({ code }) => code === question.code))!;
      const changed = edited(form, {
        step: 'changeQuestion',
        code: question.code,
        into: section.code,
        question: renamed,
      });
      const kinds = new Set(lintForm(changed, 2024).map(({ kind }) => kind));
      // Only texts can still say the old number.
      kinds.delete('referenceUnknown');
      assert.deepEqual([...kinds], []);
      assert.equal(order(changed).length, order(form).length);
    }),
  );
});

test('what is added comes last in its place, a sub-question behind its sisters; what is taken or gone is refused', () => {
  fc.assert(
    fc.property(arbitraryFormAndQuestion, ({ form, question }) => {
      const sections = form.parts.flatMap((part) => part.sections);
      const home = sections.find(({ questions }) => questions.includes(question))!;
      const sub: Question = { ...question, code: 'zz', parent: question.parent ?? question.code };
      const codes = order(edited(form, { step: 'addQuestion', into: home.code, question: sub }));
      const before = codes[codes.indexOf('zz') - 1];
      const sister = questionsOf(form).find(({ code }) => code === before);
      assert.ok(before === sub.parent || sister?.parent === sub.parent, `${before} is no sister`);
      assert.throws(
        () => edited(form, { step: 'addQuestion', into: home.code, question }),
        (error) => error instanceof AppError && error.code === 'record.invalid',
      );
      assert.throws(
        () => edited(form, { step: 'remove', level: 'question', code: 'zz' }),
        (error) => error instanceof AppError && error.code === 'form.placeUnknown',
      );
      const gone = edited(form, { step: 'remove', level: 'question', code: question.code });
      assert.deepEqual(
        changesBetween(form, gone).map(({ kind, question: code }) => [kind, code]),
        [['removed', question.code]],
      );
      assert.deepEqual(
        changesBetween(gone, form).map(({ kind, question: code }) => [kind, code]),
        [['added', question.code]],
      );
    }),
  );
});

test('a section changes part, and a heading its words, without touching the questions', () => {
  fc.assert(
    fc.property(arbitraryForm(), (form) => {
      const section = form.parts[0]!.sections[0]!;
      const into = form.parts.at(-1)!.code;
      const changed = edited(form, {
        step: 'changeSection',
        code: section.code,
        into,
        section: { code: 'ny', title: 'Ny rubrik' },
      });
      assert.deepEqual([...order(changed)].sort(), [...order(form)].sort());
      assert.ok(
        changed.parts
          .at(-1)!
          .sections.some(({ title, questions }) => title === 'Ny rubrik' && questions === section.questions),
      );
    }),
  );
});
