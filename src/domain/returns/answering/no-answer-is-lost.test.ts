import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryAnswers, arbitraryCourse } from '../../../../test/support/arbitrary-answers.ts';
import { arbitraryForm } from '../../../../test/support/arbitrary-form.ts';
import { buildNationalReport, buildPublishedForm } from '../../../../test/support/build-national-report.ts';
import { buildBody } from '../../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { runVerbs } from '../../../../test/support/run-verbs.ts';
import {
  type Answer,
  type Answers,
  exportedAnswers,
  type FormStructure,
  isAnswered,
  questionsOf,
} from '../../forms/index.ts';
import { answerInReport, getNationalReport } from '../index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'return.edit');
type Given = { readonly question: string; readonly answer: Answer };

/**
 * What is asked, worked out in another way than the product does: from the questions without a condition, the circle of those that are asked grows
 * until nothing is added.
 */
function askedByGrowing(structure: FormStructure, answers: Answers): ReadonlySet<string> {
  const asked = new Set<string>();
  for (let before = -1; before < asked.size; ) {
    before = asked.size;
    for (const { code, condition } of questionsOf(structure)) {
      const holds = ({ question, row, option }: NonNullable<typeof condition>['terms'][number]): boolean => {
        const value = answers[question]?.value;
        if (!asked.has(question) || !value) return false;
        if (value.kind === 'matrix') return row !== null && value.rows[row]?.option === option;
        if (value.kind === 'choices') return value.options.some((one) => one.option === option);
        return value.kind === 'choice' && value.option === option;
      };
      const isAsked =
        condition === null || (condition.when === 'all' ? condition.terms.every(holds) : condition.terms.some(holds));
      if (isAsked) asked.add(code);
    }
  }
  return asked;
}

const lastOf = (course: readonly Given[]): Answers =>
  Object.fromEntries(course.map(({ question, answer }) => [question, answer]));
const formAndCourse = arbitraryForm().chain((structure) =>
  arbitraryCourse(structure).map((course) => ({ structure, course })),
);
const formAndAnswers = arbitraryForm().chain((structure) =>
  arbitraryAnswers(structure).map((answers) => ({ structure, answers })),
);

/** The codes that an export holds although they are not asked, and those asked and answered that it lacks. */
function slips(structure: FormStructure, answers: Answers, exported: readonly string[]) {
  const asked = askedByGrowing(structure, answers);
  const due = questionsOf(structure).filter(
    ({ code, answer }) => asked.has(code) && isAnswered(answer, answers[code]?.value),
  );
  return {
    leaked: exported.filter((code) => !asked.has(code)),
    missing: due.map(({ code }) => code).filter((code) => !exported.includes(code)),
  };
}

test('for every form and all answers, what leaves the house is what is asked: nothing hidden, nothing missing', () => {
  let hidden = 0;
  fc.assert(
    fc.property(formAndAnswers, ({ structure, answers }) => {
      const exported = exportedAnswers(structure, answers).map(({ question }) => question.code);
      assert.deepEqual(slips(structure, answers, exported), { leaked: [], missing: [] });
      hidden += Object.keys(answers).filter((code) => !askedByGrowing(structure, answers).has(code)).length;
    }),
    { numRuns: 400 },
  );
  assert.ok(hidden > 50, `only ${hidden} answers were hidden: the forms try nothing`);
});

test('control: an export that forgets conditions leaks, and one that asks only questions without conditions lacks some', () => {
  const all = ({ structure, answers }: { structure: FormStructure; answers: Answers }) =>
    slips(structure, answers, Object.keys(answers)).leaked.length === 0;
  assert.ok(fc.check(fc.property(formAndAnswers, all), { numRuns: 400 }).failed);
  const bare = ({ structure, answers }: { structure: FormStructure; answers: Answers }) =>
    slips(
      structure,
      answers,
      questionsOf(structure)
        .filter(({ condition }) => condition === null)
        .map(({ code }) => code),
    ).missing.length === 0;
  assert.ok(fc.check(fc.property(formAndAnswers, bare), { numRuns: 400 }).failed);
});

test('for every form and every course of answers, the last answer to each question is kept, also while it is hidden', async () => {
  const bodyId = await buildBody(t);
  let round = 0;
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(formAndCourse, async ({ structure, course }) => {
      round += 1;
      const { formVersionId } = await buildPublishedForm(t, { ...structure, title: `${structure.title} ${round}` });
      const reportId = await buildNationalReport(t, { formVersionId, bodyId, year: 2000 + round });
      const versions: Record<string, number> = {};
      for (const { question, answer } of course)
        versions[question] = await write((w) =>
          answerInReport(w, {
            reportId,
            question,
            answer,
            origin: 'written',
            expectedVersion: versions[question] ?? 0,
          }),
        );
      const report = await read((r) => getNationalReport(r, reportId));
      const kept = Object.fromEntries(
        Object.entries(report.response.answers).map(([code, { value, comment }]) => [code, { value, comment }]),
      );
      const expected = lastOf(course);
      assert.deepEqual(kept, expected);
      const asked = askedByGrowing(structure, expected);
      hidden += Object.keys(kept).filter((code) => !asked.has(code)).length;
      const exported = exportedAnswers(structure, report.response.answers).map(({ question }) => question.code);
      assert.deepEqual(slips(structure, expected, exported), { leaked: [], missing: [] });
    }),
    { numRuns: 12 },
  );
  assert.ok(hidden > 0, 'no answer was hidden: the courses try nothing');
});

test('control: a keeper that clears what a condition hides loses answers', () => {
  const clearing = ({ structure, course }: { structure: FormStructure; course: readonly Given[] }) => {
    let kept: Answers = {};
    for (const { question, answer } of course) {
      kept = { ...kept, [question]: answer };
      const asked = askedByGrowing(structure, kept);
      kept = Object.fromEntries(Object.entries(kept).filter(([code]) => asked.has(code)));
    }
    assert.deepEqual(kept, lastOf(course));
  };
  assert.ok(fc.check(fc.property(formAndCourse, clearing), { numRuns: 400 }).failed);
});
