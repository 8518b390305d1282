import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findAssignmentByRef } from '../../src/domain/assignments/index.ts';
import { connectRecords } from '../../src/domain/connections/index.ts';
import { listGoals } from '../../src/domain/goals/index.ts';
import { findRecordByName, listRecordThreads, readRecordThread } from '../../src/domain/thread/index.ts';
import { countQueries } from '../support/count-queries.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { stepsOn } from '../support/thread-steps.ts';

let site: DemoSite;
let visitor: Visitor;
let assignment: string;
let goal: string;

before(async () => {
  site = await openDemoSite();
  visitor = await site.signIn('sekreterare');
  assignment = (await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 3 })))!.id;
  goal = (await site.read((r) => listGoals(r)))[0]!.id;
  await site.write('intake.confirm', (w) =>
    connectRecords(w, {
      from: { noun: 'goal', id: goal },
      to: { noun: 'assignment', id: assignment },
      kind: 'concerns',
      reason: 'gemensamma ord: cykelgarage',
    }),
  );
});
after(() => site.close());

test('the thread of a record leads to what it hangs together with, each way, with the reason', async () => {
  const there = await visitor.read(`/trad/goal/${goal}`);
  assert.ok(stepsOn(there).some(({ id }) => id === assignment));
  assert.match(there, /gemensamma ord: cykelgarage/);
  assert.match(there, new RegExp(`/trad/assignment/${assignment}`));
  const back = await visitor.read(`/trad/assignment/${assignment}`);
  assert.ok(stepsOn(back).some(({ id }) => id === goal));
});

test('the longest threads stand first, and each leads on', async () => {
  const threads = await site.read((r) => listRecordThreads(r));
  assert.ok(threads.length > 0);
  for (const [index, { size }] of threads.slice(1).entries()) assert.ok(threads[index]!.size >= size);
  const page = await visitor.read('/trad');
  assert.ok(page.includes(`/trad/${threads[0]!.name.noun}/${threads[0]!.name.id}`));
});

test('a record that is not there has no thread, nor has one of another noun', async () => {
  await visitor.read('/trad/assignment/00000000-0000-4000-8000-000000000000', 404);
  await visitor.read(`/trad/agreement/${assignment}`, 404);
  await visitor.read(`/trad/nothing/${assignment}`, 404);
});

test('the steps stand in time, and the page asks a bounded number of times', async () => {
  const { steps } = await site.read((r) => readRecordThread(r, 'assignment', assignment));
  const days = steps.flatMap(({ date }) => date ?? []);
  assert.deepEqual(days, [...days].sort());
  const counter = countQueries(site.db);
  counter.start();
  await visitor.read(`/trad/assignment/${assignment}`);
  const asked = counter.asked();
  assert.ok(asked.length <= 28, `${asked.length} queries:\n${asked.join('\n')}`);
});

test('a record is found by the address of its page and by its name', async () => {
  const found = (text: string) => site.read((r) => findRecordByName(r, text));
  assert.deepEqual(await found(`/mal/${goal}`), { noun: 'goal', id: goal });
  assert.deepEqual(await found(`https://kansli.example/uppdrag/${assignment}`), { noun: 'assignment', id: assignment });
  const heading = (await site.read((r) => listGoals(r)))[0]!.heading;
  assert.deepEqual(await found(`mål:${heading}`), { noun: 'goal', id: goal });
  assert.equal(await found('2026:3'), undefined);
  await assert.rejects(found('avtal:finns inte'), { code: 'record.notFound' });
});
