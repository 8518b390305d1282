import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildFormReturn, wholeAnswer } from '../../../test/support/build-returns.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { ensureFormReturn, getFormReturn, listFormReturns, recordFormAnswer } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'report.edit');

test('a return keeps its questions in order with all that the form shows, and an unknown answer stays unknown', async () => {
  const matrix = [{ label: 'Läkare', answerReading: 'unreadable' }];
  const condition = { question: '1', equals: 'Ja' };
  const details = { answerReading: 'unreadable' };
  const { id } = await buildFormReturn(t, 'Redovisning av nära vård', [
    { number: '1', question: 'Finns en plan?', kind: 'yesNo', options: ['Ja', 'Nej'], details, answer: ' ' },
    { number: '1a', question: 'Vilken?', matrix, condition, answer: 'Planen', certainty: 0.85, inferredFrom: 'raden' },
  ]);
  const { answers, year, organisation } = await read((r) => getFormReturn(r, id));
  assert.deepEqual([year, organisation], [2025, 'Region Fjällmark']);
  const [first, second] = answers;
  assert.deepEqual([first!.answer, first!.certainty, first!.details], [null, null, details]);
  assert.deepEqual(first!.options, ['Ja', 'Nej']);
  assert.deepEqual([second!.matrix, second!.condition], [matrix, condition]);
  assert.deepEqual([second!.answer, second!.certainty, second!.inferredFrom], ['Planen', 0.85, 'raden']);
});

test('a return of a title and year is one, and has each number once', async () => {
  const { id } = await buildFormReturn(t, 'Redovisning av tillgänglighet', [{ number: '4', question: 'Hur?' }]);
  const input = { title: ' Redovisning av tillgänglighet ', year: 2025 };
  const [same, earlier] = await write(async (w) => [
    await ensureFormReturn(w, input),
    await ensureFormReturn(w, { ...input, year: 2024 }),
  ]);
  assert.deepEqual(same, { id, created: false });
  assert.equal(earlier!.created, true);
  const add = (number: string, question = 'Hur?', formReturnId: string = id) =>
    write((w) => recordFormAnswer(w, wholeAnswer(formReturnId, { number, question })));
  await assert.rejects(add('4'), problemKeys('forms.numberTaken'));
  await assert.rejects(add('', ''), problemKeys('validation.required', 'validation.required'));
  await assert.rejects(add('5', 'Hur?', t.runtime.newId()), problemKeys('validation.id'));
});

test('another authority sees none of it', async () => {
  const { id } = await buildFormReturn(t, 'Bara här');
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listFormReturns(r)), []);
  await assert.rejects(
    there((r) => getFormReturn(r, id)),
    { code: 'record.notFound' },
  );
});
