import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerTypes, assessmentStatuses, getReport, listReports } from '../../src/domain/followup/index.ts';
import { readThread } from '../../src/domain/thread/index.ts';
import { verifyLog } from '../../src/storage/log.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

let site: DemoSite;
before(async () => {
  site = await openDemoSite();
});
after(() => site.close());

test('the demonstration shows every kind of answer and every status that a report can have', async () => {
  const reports = await site.read(async (r) => {
    const found = await listReports(r, {});
    return await Promise.all(found.map(({ id }) => getReport(r, id)));
  });
  const entries = reports.flatMap((report) => report.entries);
  const shown = new Set(entries.map(({ answerType }) => answerType as string));
  assert.deepEqual(
    Object.keys(answerTypes).filter((type) => type !== 'other' && !shown.has(type)),
    [],
  );
  const statuses = new Set(entries.flatMap(({ quotation }) => (quotation ? [quotation.status as string] : [])));
  assert.deepEqual(
    Object.keys(assessmentStatuses).filter((status) => !statuses.has(status)),
    [],
  );
  assert.deepEqual(reports.map(({ year, state }) => `${year} ${state}`).sort(), [
    '2023 delivered',
    '2024 delivered',
    '2025 delivered',
    '2026 draft',
  ]);
});

test('its main thread runs from the goal to the draft of this year, over four plans', async () => {
  const thread = await site.read((r) => readThread(r, '2026:3', '2026-11-22'));
  const kinds = new Set(thread.steps.map(({ kind }) => kind));
  for (const kind of ['goal', 'predecessor', 'decision', 'assignment', 'assessment', 'budgetInput', 'report'] as const)
    assert.ok(kinds.has(kind), `the thread has a step of kind ${kind}`);
  const years = thread.steps.filter(({ kind }) => kind === 'predecessor').map(({ date }) => date?.slice(0, 4));
  assert.deepEqual(years, ['2023', '2024', '2025']);
});

test('what was read from paper shows where', async () => {
  const thread = await site.read((r) => readThread(r, '2023:3', '2026-11-22'));
  const read = thread.steps.filter(({ sources }) => sources.length > 0);
  assert.ok(read.length >= 5, 'assignment, meetings, assessment and answer name their lines');
});

test('everything was done through the verbs: the log is whole', async () => {
  const result = await site.read((r) => verifyLog(r));
  assert.equal(result.fault, undefined);
  assert.ok(result.entries > 100);
});
