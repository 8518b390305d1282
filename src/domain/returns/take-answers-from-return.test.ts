import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { type Answer as Printed, wholeAnswer } from '../../../test/support/build-returns.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs } from '../../../test/support/run-verbs.ts';
import { answerQuestion, takeInShippedForm } from '../forms/index.ts';
import {
  answersOfReturn,
  ensureFormReturn,
  getNationalReport,
  paperStandingsOf,
  readPaperFor,
  recordFormAnswer,
  startNationalReport,
  stillToAsk,
  takeAnswersFromReturn,
  takePaperAnswer,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'return.edit');
const bodyId = await buildBody(t, { name: 'Nämnden för nära vård' });
const { formVersionIds } = await write((w) => takeInShippedForm(w, 'national-return'), 'form.edit');

const unreadable = { answerReading: 'unreadable', evidence: 'Inga kryss har kunnat läsas.' };
const printed: readonly Printed[] = [
  { number: '3', question: 'Hur har den medicinska kompetensen i kommunerna stärkts?', answer: 'Genom en grupp.' },
  {
    number: '6',
    question: 'Har en större andel av resurserna budgeterats till primärvården?',
    kind: 'yesNo',
    details: unreadable,
  },
  {
    number: '21',
    question: 'Används verktyg för kommunikationen med personer med särskilda behov?',
    kind: 'yesNo',
    answer: 'Ja',
    certainty: 0.6,
    inferredFrom: 'Det beskrivs vad som görs.',
    details: { answerReading: 'inferred', comment: 'Bilder används.' },
  },
  {
    number: '36',
    question: 'Hur många personer hade en fast namngiven läkarkontakt i de administrativa systemen?',
    kind: 'count',
    answer: '1 200',
    details: { value: 1200 },
  },
];

let number = 0;
async function paperAndReport(lines: readonly Printed[] = printed, year = 2024) {
  number += 1;
  const { id: formReturnId } = await write(
    (w) => ensureFormReturn(w, { title: `Papper ${number}`, year }),
    'report.edit',
  );
  for (const line of lines) await write((w) => recordFormAnswer(w, wholeAnswer(formReturnId, line)), 'report.edit');
  const nationalReportId = await write((w) =>
    startNationalReport(w, {
      formVersionId: formVersionIds[0]!,
      title: `Redovisning ${number}`,
      year: 2024,
      bodyId,
      receiver: 'Socialstyrelsen',
      dueOn: '2025-03-31',
    }),
  );
  const input = { nationalReportId, formReturnId };
  const answers = async () => (await read((r) => getNationalReport(r, nationalReportId))).response.answers;
  return { input, answers };
}

test('answers of a paper become answers of the return, known as read in; what cannot be read becomes none', async () => {
  const { input, answers } = await paperAndReport();
  assert.deepEqual(await write((w) => takeAnswersFromReturn(w, input)), { taken: ['3', '21', '36'], kept: [] });
  const kept = await answers();
  assert.deepEqual(Object.keys(kept).sort(), ['21', '3', '36']);
  assert.deepEqual([kept['3']!.value, kept['3']!.origin], [{ kind: 'text', text: 'Genom en grupp.' }, 'readIn']);
  assert.deepEqual(kept['21']!.value, { kind: 'choice', option: null, specify: null });
  assert.equal(kept['21']!.comment, 'Bilder används.');
  assert.deepEqual(await write((w) => takeAnswersFromReturn(w, input)), { taken: [], kept: [] });
  assert.equal((await answers())['3']!.version, 1);
});

test('what somebody has written stays, is told as differing, and gives way only to a person who says so', async () => {
  const { input, answers } = await paperAndReport();
  const { responseId } = await read((r) => getNationalReport(r, input.nationalReportId));
  const answer = { value: { kind: 'number', number: 1300, cannotState: false }, comment: 'Räknat om.' } as const;
  await write((w) => answerQuestion(w, { responseId, question: '36', answer, origin: 'written', expectedVersion: 0 }));
  assert.deepEqual((await write((w) => takeAnswersFromReturn(w, input))).kept, ['36']);
  assert.deepEqual((await answers())['36']!.value, answer.value);
  const paper = await read((r) => readPaperFor(r, input));
  const { structure } = paper.report.response.formVersion;
  assert.equal(paperStandingsOf(structure, await answers(), paper).get('36'), 'differs');
  await assert.rejects(
    write((w) => takePaperAnswer(w, { ...input, question: '36', row: null, expectedVersion: 7 })),
    { code: 'record.changedMeanwhile' },
  );
  await write((w) => takePaperAnswer(w, { ...input, question: '36', row: null, expectedVersion: 1 }));
  const { value, comment, origin } = (await answers())['36']!;
  assert.deepEqual(
    [value, comment, origin],
    [{ kind: 'number', number: 1200, cannotState: false }, 'Räknat om.', 'readIn'],
  );
});

test('an answer that the paper points to is taken when a person confirms it, and is then written, not read', async () => {
  const { input, answers } = await paperAndReport();
  const open = async () => {
    const paper = await read((r) => readPaperFor(r, input));
    return stillToAsk(paper.report.response.formVersion.structure, paper.report.response.answers, paper);
  };
  await write((w) => takeAnswersFromReturn(w, input));
  assert.deepEqual(
    (await open()).map(({ question }) => question),
    ['6', '21'],
  );
  await write((w) => takePaperAnswer(w, { ...input, question: '21', row: null, expectedVersion: 1 }));
  const { value, comment, origin } = (await answers())['21']!;
  assert.deepEqual(
    [value, comment, origin],
    [{ kind: 'choice', option: 'yes', specify: null }, 'Bilder används.', 'written'],
  );
  assert.deepEqual(
    (await open()).map(({ question }) => question),
    ['6'],
  );
  await assert.rejects(
    write((w) => takePaperAnswer(w, { ...input, question: '6', row: null, expectedVersion: 0 })),
    { code: 'return.nothingPointedTo' },
  );
});

test('rows of a table are confirmed one by one, and keep their texts', async () => {
  const row = (label: string, comment: string) => ({
    label,
    answer: 'Ja',
    answerReading: 'inferred',
    answerConfidence: 0.7,
    comment,
  });
  const { input, answers } = await paperAndReport([
    {
      number: '15',
      question: 'Har arbetssättet i primärvården ändrats sedan omställningen började?',
      kind: 'matrix',
      matrix: [row('personer med funktionsnedsattning', 'Ny mottagning.'), row('barn och unga', 'Fyra orter.')],
    },
  ]);
  await write((w) => takeAnswersFromReturn(w, input));
  await write((w) => takePaperAnswer(w, { ...input, question: '15', row: 'unga', expectedVersion: 1 }));
  assert.deepEqual((await answers())['15']!.value, {
    kind: 'matrix',
    rows: {
      funktionsnedsattning: { option: null, text: 'Ny mottagning.' },
      unga: { option: 'yes', text: 'Fyra orter.' },
    },
  });
});

test('a paper of another year or another form is refused, and so is who may not lead the return', async () => {
  const later = await paperAndReport(printed, 2025);
  await assert.rejects(
    write((w) => takeAnswersFromReturn(w, later.input)),
    { code: 'return.otherYear' },
  );
  const other = await paperAndReport([
    { number: '3', question: 'Hur många ambulanser larmades?', kind: 'count', answer: '12' },
    { number: '4', question: 'Vilka mål har nämnden?', answer: 'Fem mål.' },
  ]);
  await assert.rejects(
    write((w) => takeAnswersFromReturn(w, other.input)),
    { code: 'return.otherForm' },
  );
  assert.deepEqual(await other.answers(), {});
  const { input } = await paperAndReport();
  const elsewhere = await buildBody(t, { name: 'Kulturnämnden' });
  await assert.rejects(
    as('committeeSecretary', elsewhere, 'return.edit', (w) => takeAnswersFromReturn(w, input)),
    { code: 'access.denied' },
  );
});

test('what was read is the same whoever asks', async () => {
  const { input } = await paperAndReport();
  const paper = await read((r) => readPaperFor(r, input));
  const again = answersOfReturn(paper.report.response.formVersion.structure, paper.formReturn);
  assert.deepEqual([paper.answers, paper.toAsk], [again.answers, again.toAsk]);
});
