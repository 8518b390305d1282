import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { runVerbs } from '../../../../test/support/run-verbs.ts';
import { askedQuestions } from '../asked-questions.ts';
import { type FormStructure, optionsOf, type Question, questionsOf } from '../form-structure.ts';
import { changesBetween, lintForm, listFormVersions, makeForm } from '../index.ts';
import { oneYearLater, withSteps } from './changed-form.ts';
import { localCooperation } from './local-cooperation.ts';
import { nationalReturn2024 } from './national-return-2024.ts';
import { changes2025, nationalReturn2025 } from './national-return-2025.ts';
import { shippedForms } from './shipped-forms.ts';
import { takeInShippedForm } from './take-in-shipped-form.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'form.edit');

const of2024 = questionsOf(nationalReturn2024);
const in2024 = (code: string) => {
  const found = of2024.find((one) => one.code === code);
  assert.ok(found, `question ${code}`);
  return found;
};

test('the return of 2024 has the numbers, kinds, rows and options of its paper (seed inventory 16b)', () => {
  const main = of2024.filter(({ parent }) => parent === null).map(({ code }) => Number(code));
  assert.deepEqual(
    main,
    Array.from({ length: 38 }, (_, index) => index + 1),
  );
  const below = of2024.filter(({ parent }) => parent !== null).map(({ code }) => code);
  assert.deepEqual(below, ['1a', '1b', '1c', '1d', '2a', '7a', '8a', '10a', '20a', '29a', '30a']);
  assert.deepEqual(
    nationalReturn2024.parts.map(({ sections }) => sections.length),
    [5, 5, 3],
  );
  const ofKind = (kind: string) => of2024.filter(({ answer }) => answer.kind === kind).map(({ code }) => code);
  assert.deepEqual(ofKind('yesNo').map(Number), [2, 5, 6, 7, 9, 10, 11, 14, 20, 21, 26, 28, 29, 30, 32, 37]);
  assert.deepEqual(ofKind('single'), ['4']);
  assert.deepEqual(ofKind('percent'), ['35', '38']);
  assert.deepEqual(ofKind('count'), ['36']);
  const size = (code: string) => {
    const { answer } = in2024(code);
    return [answer.kind === 'matrix' ? answer.rows.length : 0, optionsOf(answer).length];
  };
  assert.deepEqual(
    ofKind('matrix').map((code) => [code, ...size(code)]),
    [
      ['8', 6, 2],
      ['13', 3, 3],
      ['15', 4, 2],
      ['16', 6, 2],
      ['22', 3, 2],
      ['33', 2, 2],
    ],
  );
  assert.deepEqual(
    ofKind('multi').map((code) => [code, size(code)[1]]),
    [
      ['18', 8],
      ['19', 7],
      ['29a', 7],
      ['34', 2],
    ],
  );
});

test('what hangs on an answer is asked after it, and 10 a follows 10, not 11 as the paper prints (E-29)', () => {
  const conditions = of2024.flatMap(({ code, condition }) => (condition ? [[code, condition.terms[0]!.question]] : []));
  assert.deepEqual(conditions, [
    ['2a', '2'],
    ['7a', '7'],
    ['10a', '10'],
    ['20a', '20'],
    ['29a', '29'],
    ['30a', '30'],
  ]);
  const codes = (answers: Parameters<typeof askedQuestions>[1]) =>
    askedQuestions(nationalReturn2024, answers).map(({ code }) => code);
  assert.equal(codes({}).length, 43);
  const yes = { value: { kind: 'choice', option: 'yes', specify: null }, comment: null } as const;
  assert.ok(codes({ '10': yes }).includes('10a'));
  assert.ok(!codes({ '11': yes }).includes('10a'));
});

test('the time of a question, its limits and the texts beside the answer are part of the form', () => {
  const limited = of2024.filter(({ answer }) => answer.kind === 'text' && answer.mostItems !== null);
  assert.deepEqual(
    limited.map(({ code }) => code),
    ['1', '1a', '1b', '1c', '1d', '24'],
  );
  for (const code of ['9', '11', '14', '18', '21', '28', '35', '38']) assert.ok(in2024(code).commentLabel, code);
  for (const code of ['11', '15', '16', '19', '23'])
    assert.deepEqual(in2024(code).period, { kind: 'since', year: 2019 }, code);
  for (const code of ['35', '36', '38'])
    assert.deepEqual(in2024(code).period, { kind: 'asOf', date: '2024-12-31' }, code);
  assert.ok(in2024('4').attachment);
  for (const code of ['18', '19'])
    assert.deepEqual(
      optionsOf(in2024(code).answer)
        .filter(({ exclusive }) => exclusive)
        .map((one) => one.code),
      ['none'],
    );
});

test('the proposal for 2025 is the form of 2024 a year later with the table of changes, and nothing else', () => {
  const later = oneYearLater(nationalReturn2024, 2024);
  const codes = (structure: typeof later) => questionsOf(structure).map(({ code }) => code);
  assert.deepEqual(codes(later), codes(nationalReturn2024));
  const gone = codes(later).filter((code) => !codes(nationalReturn2025).includes(code));
  const come = codes(nationalReturn2025).filter((code) => !codes(later).includes(code));
  assert.deepEqual([gone, come], [['32'], ['37a']]);
  const touched = new Set(changes2025.map((step) => (step.step === 'add' ? step.question.code : step.question)));
  for (const one of questionsOf(nationalReturn2025)) {
    const before = questionsOf(later).find(({ code }) => code === one.code);
    if (!touched.has(one.code)) assert.deepEqual(one, before);
    else assert.notDeepEqual(one, before);
  }
  for (const one of questionsOf(nationalReturn2024)) assert.doesNotMatch(one.text, /202\d/, one.code);
  assert.doesNotMatch(JSON.stringify(later.parts), /202[34]/);
  assert.deepEqual(questionsOf(later).find(({ code }) => code === '35')!.period, { kind: 'asOf', date: '2025-12-31' });
  assert.deepEqual(questionsOf(later).find(({ code }) => code === '23')!.period, { kind: 'since', year: 2019 });
});

test('the list of changes for 2025 names what is asked otherwise, and beside it only that the year has moved', () => {
  const changes = changesBetween(nationalReturn2024, nationalReturn2025);
  assert.deepEqual(
    changes.flatMap(({ kind, question }) => (kind === 'periodChanged' ? [] : [[kind, question]])),
    [
      ['reworded', '14'],
      ['optionsChanged', '34'],
      ['added', '37a'],
      ['removed', '32'],
    ],
  );
  for (const { kind, before, after } of changes)
    if (kind === 'periodChanged')
      assert.match(JSON.stringify([before!.period, after!.period]), /2024.*2025/, before!.code);
});

test('the lint finds nothing to say about a shipped form', () => {
  for (const { name, year, structure } of shippedForms)
    assert.deepEqual(lintForm(structure, year), [], `${name} ${year}`);
});

test('the control: a condition on a question that is not there is found in every shipped form that has conditions', () => {
  const conditions = shippedForms.filter(({ structure }) => questionsOf(structure).some(({ condition }) => condition));
  assert.ok(conditions.length >= 2);
  for (const { name, year, structure } of conditions) {
    const [conditional] = questionsOf(structure).filter(({ condition }) => condition);
    const slipped = (question: Question): Question =>
      question.code === conditional!.code
        ? { ...question, condition: { when: 'all', terms: [{ question: '99', row: null, option: 'yes' }] } }
        : question;
    const broken: FormStructure = {
      ...structure,
      parts: structure.parts.map((part) => ({
        ...part,
        sections: part.sections.map((section) => ({ ...section, questions: section.questions.map(slipped) })),
      })),
    };
    const faults = lintForm(broken, year);
    assert.ok(
      faults.some(({ question }) => question === conditional!.code),
      `${name} ${year}`,
    );
  }
});

test('a table of changes that names what the form does not have is refused', () => {
  const option = { code: 'x', text: 'X', exclusive: false, specifyLabel: null };
  assert.throws(() => withSteps(nationalReturn2024, [{ step: 'drop', question: '99' }]), /no question 99/);
  assert.throws(
    () => withSteps(nationalReturn2024, [{ step: 'addOption', question: '4', before: 'maybe', option }]),
    /no option maybe/,
  );
  assert.throws(
    () => withSteps(nationalReturn2024, [{ step: 'addOption', question: '3', before: 'no', option }]),
    /no options/,
  );
});

test('the joint self-assessment asks about the areas that the seed names, on one scale with a comment', () => {
  const scaled = questionsOf(localCooperation).filter(({ answer }) => answer.kind === 'scale');
  assert.ok(scaled.length >= 4);
  for (const code of ['1', '2', '5', '6']) assert.ok(scaled.some((one) => one.code === code));
  for (const { answer, commentLabel } of scaled)
    assert.ok(answer.kind === 'scale' && answer.from === 1 && answer.to === 4 && commentLabel);
});

test('taking in a shipped form enters its versions once, and leaves edited ones alone', async () => {
  const first = await write((w) => takeInShippedForm(w, 'national-return'));
  const again = await write((w) => takeInShippedForm(w, 'national-return'));
  assert.deepEqual(again, first);
  const versions = await read((r) => listFormVersions(r, { shippedAs: 'national-return' }));
  assert.deepEqual(
    versions.map(({ year, number, state, madeFromId }) => [year, number, state, madeFromId]),
    [
      [2025, 2, 'draft', first.formVersionIds[0]],
      [2024, 1, 'published', null],
    ],
  );
  assert.deepEqual(versions[1]!.structure, nationalReturn2024);
  for (const { structure } of shippedForms) assert.deepEqual(JSON.parse(JSON.stringify(structure)), structure);
});

test('a form of an organisation that has the title already keeps it', async () => {
  const { title, purpose, structure } = shippedForms.find(({ name }) => name === 'local-cooperation')!;
  await write((w) => makeForm(w, { title, purpose, shippedAs: null, year: null, structure }));
  await assert.rejects(
    write((w) => takeInShippedForm(w, 'local-cooperation')),
    { code: 'form.titleTaken' },
  );
});
