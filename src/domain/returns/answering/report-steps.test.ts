import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { question, structureOf, told } from '../../../../test/support/build-national-report.ts';
import { buildBody } from '../../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { buildAnsweredReturn } from '../../../../test/support/return-scenes.ts';
import { runVerbs } from '../../../../test/support/run-verbs.ts';
import { aidsFor, getNationalReport, markReportReady, settleWarning, unsettledWarnings } from '../index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'return.edit');
const bodyId = await buildBody(t, { name: 'Biblioteksnämnden' });

const structure = structureOf([
  question('1', 'Ange högst tre insatser.', { answer: { kind: 'text', mostItems: 3, mostCharacters: null } }),
  question('2', 'Beskriv arbetet.'),
]);
const measures = (count: number) =>
  told(Array.from({ length: count }, (_, index) => `- Insats ${index + 1}`).join('\n'));

let serial = 0;
async function inReview(answers: Parameters<typeof buildAnsweredReturn>[1]['answers'] & object) {
  serial += 1;
  const reportId = await buildAnsweredReturn(t, {
    bodyId,
    title: `Avstämda län ${serial}`,
    structure,
    answers,
    upTo: 'review',
  });
  const current = () => read((r) => getNationalReport(r, reportId));
  return {
    reportId,
    current,
    left: () => read(async (r) => unsettledWarnings(await aidsFor(r, await getNationalReport(r, reportId)))),
    markReady: () =>
      write(async (w) =>
        markReportReady(w, { reportId, expectedVersion: (await getNationalReport(w, reportId)).version }),
      ),
  };
}

test('a return is not ready while something remarked on its answers is not settled, soft limits with the rest', async () => {
  const { reportId, current, left, markReady } = await inReview({ '1': measures(4), '2': told('Se fråga 99.') });
  const remarks = await left();
  assert.deepEqual(
    remarks.map(({ kind, question: code }) => [code, kind]),
    [
      ['1', 'tooManyItems'],
      ['2', 'referenceUnknown'],
    ],
  );
  await assert.rejects(markReady(), { code: 'returns.warningsOpen', values: { count: 2, questions: '1, 2' } });
  for (const [index, { question: code, key }] of remarks.entries()) {
    // Its section is ready, and stays so: the reason changes no answer.
    await write((w) => settleWarning(w, { reportId, question: code, key, reason: 'Samordnat med kommunerna.' }));
    if (index === 0)
      await assert.rejects(markReady(), { code: 'returns.warningsOpen', values: { count: 1, questions: '2' } });
  }
  assert.deepEqual(
    (await current()).sections.map(({ state }) => state),
    ['ready'],
  );
  await markReady();
  assert.equal((await current()).state, 'ready');
});

test('the control: a return with nothing to remark on is ready at once', async () => {
  const { current, left, markReady } = await inReview({ '1': measures(3), '2': told('Se fråga 1.') });
  assert.deepEqual(await left(), []);
  await markReady();
  assert.equal((await current()).state, 'ready');
});
