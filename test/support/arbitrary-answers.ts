import fc from 'fast-check';
import {
  type Answer,
  type AnswerForm,
  type Answers,
  type AnswerValue,
  type FormStructure,
  optionsOf,
  questionsOf,
} from '../../src/domain/forms/index.ts';
import { plain } from './arbitrary-form.ts';

const words = fc.constantFrom('', 'Enligt rutin', 'Ja; "delvis"', 'Två\nrader', '=1+1', 'åäö');
const specify = fc.constantFrom(null, 'annat sätt');

/** A value that fits the kind of a question. */
export function arbitraryValue(answer: AnswerForm): fc.Arbitrary<AnswerValue> {
  const option = fc.constantFrom(null, ...optionsOf(answer).map(({ code }) => code));
  switch (answer.kind) {
    case 'yesNo':
    case 'single':
      return plain({ kind: fc.constant('choice' as const), option, specify });
    case 'multi':
      return fc
        .subarray(answer.options.map(({ code }) => code))
        .chain((chosen) => {
          const alone = answer.options.find(({ code, exclusive }) => exclusive && chosen.includes(code));
          const kept = alone ? [alone.code] : chosen;
          return fc.tuple(...kept.map((code) => plain({ option: fc.constant(code), specify })));
        })
        .map((options): AnswerValue => ({ kind: 'choices', options }));
    case 'matrix':
      return fc
        .tuple(...answer.rows.map(({ code }) => fc.tuple(fc.constant(code), plain({ option, text: specify }))))
        .map((rows): AnswerValue => ({ kind: 'matrix', rows: Object.fromEntries(rows) }));
    case 'scale':
      return fc
        .option(fc.integer({ min: answer.from, max: answer.to }))
        .map((step): AnswerValue => ({ kind: 'scale', step }));
    case 'percent':
    case 'count':
      return fc.oneof(
        fc
          .integer({ min: 0, max: answer.kind === 'percent' ? 100 : 200_000 })
          .map((number): AnswerValue => ({ kind: 'number', number, cannotState: false })),
        fc.constant<AnswerValue>({ kind: 'number', number: null, cannotState: answer.cannotStateLabel !== null }),
      );
    case 'text':
      return words.map((text): AnswerValue => ({ kind: 'text', text }));
  }
}

/** An answer with or without a comment. */
export function arbitraryAnswer(answer: AnswerForm): fc.Arbitrary<Answer> {
  return plain({ value: arbitraryValue(answer), comment: fc.constantFrom(null, 'Jämförbart med förra året.') });
}

/** Answers to some of the questions of a form, also to questions that their conditions hide. */
export function arbitraryAnswers(structure: FormStructure): fc.Arbitrary<Answers> {
  return arbitraryCourse(structure).map((course) =>
    Object.fromEntries(course.map(({ question, answer }) => [question, answer])),
  );
}

/** Answers given one after another, the same question perhaps several times. */
export function arbitraryCourse(
  structure: FormStructure,
): fc.Arbitrary<readonly { readonly question: string; readonly answer: Answer }[]> {
  const one = fc
    .constantFrom(...questionsOf(structure))
    .chain(({ code, answer }) => plain({ question: fc.constant(code), answer: arbitraryAnswer(answer) }));
  return fc.array(one, { maxLength: 30 });
}
