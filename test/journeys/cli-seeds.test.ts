import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkPdf } from '../../src/documents/out/index.ts';
import type { ReportData } from '../../src/domain/reports/index.ts';
import type { Thread } from '../../src/domain/thread/index.ts';
import { type KansliRun, runKansli } from '../support/run-kansli.ts';
import { noSeeds, seedPath } from '../support/seeds.ts';

/** Seed-inventory list A1: number, type of answer, status in the interim report, meetings cited in 2023. */
const listA1: readonly (readonly [number, string, string | null, readonly string[]])[] = [
  [1, 'absorbed', 'unspecified', []],
  [2, 'briefing', 'duringYear', ['03-14']],
  [3, 'briefing', 'startedOnTrack', ['11-15']],
  [4, 'briefing', 'startedOnTrack', ['05-30', '09-20', '11-15']],
  [5, 'briefing', 'unspecified', ['03-14', '05-30', '09-20']],
  [6, 'briefing', 'startedOnTrack', ['05-30']],
  [7, 'planned', 'unspecified', ['12-07']],
  [8, 'briefing', 'multiYear', ['03-14', '05-30', '09-20']],
  [9, 'briefing', 'unspecified', ['05-30']],
  [10, 'briefing', 'startedOnTrack', ['03-14', '11-15']],
  [11, 'briefing', 'started', ['09-20']],
  [12, 'notNow', 'startedDelayed', []],
  [13, 'elsewhere', null, []],
  [14, 'elsewhere', null, []],
  [15, 'briefing', 'unspecified', ['03-14', '09-20']],
  [16, 'notConcerned', null, []],
  [17, 'decided', 'startedOnTrack', []],
  [18, 'absorbed', 'startedOnTrack', []],
  [19, 'notDealtWith', 'startedOnTrack', []],
  [20, 'elsewhere', null, []],
  [21, 'notDealtWith', 'startedOnTrack', []],
  [22, 'elsewhere', null, []],
  [23, 'elsewhere', null, []],
];

type ImportData = {
  readonly files: readonly {
    readonly already: boolean;
    readonly proposals: Readonly<Record<string, number>>;
    readonly confirmed: Readonly<Record<string, number>>;
    readonly open: readonly { readonly type: string; readonly questions: readonly { readonly code: string }[] }[];
  }[];
};

describe('the genuine papers, from files to a report-back', { skip: noSeeds }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-journey-'));
  const kansli = (...args: string[]): Promise<KansliRun> => runKansli(args, { KANSLI_DATA: join(folder, 'data') });
  const body = 'Beredning för nära vård';
  const out = (ending: string) => join(folder, `r.${ending}`);
  let first: KansliRun;

  before(async () => {
    first = await kansli('import', seedPath('000'), seedPath('001'), '--confirm', '--json');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('both are imported; all but the suggested links are confirmed', () => {
    assert.equal(first.code, 0, first.err);
    const { files } = JSON.parse(first.out) as ImportData;
    assert.deepEqual(files[0]!.confirmed, {
      assignment: 23,
      meeting: 5,
      decision: 2,
      commission: 1,
      indicator: 1,
      project: 3,
      reportEntry: 23,
    });
    assert.deepEqual(files[1]!.confirmed, {
      goal: 5,
      assignment: 19,
      meeting: 1,
      seat: 14,
      agendaItem: 8,
      timeslot: 14,
      decision: 6,
      decisionStep: 11,
      reportEntry: 5,
      budgetInputPoint: 5,
      focusArea: 10,
      planActivity: 40,
      planPoint: 42,
      consultationResponse: 12,
      populationRow: 26,
      indicator: 4,
      project: 4,
    });
    for (const { type, questions } of files.flatMap((file) => file.open)) {
      // The notes of the joint meeting state no day, so their items wait for somebody who knows it.
      const wanted = type === 'agendaItem' ? 'noMeeting' : 'suggestion';
      assert.ok(['assignmentLink', 'bodyAlias', 'recordLink', 'agendaItem'].includes(type), type);
      assert.ok(
        questions.some((one) => one.code === wanted),
        `${type}: ${questions.map((one) => one.code)}`,
      );
    }
    assert.match(first.err, /förslag hittade/);
  });

  test('the report-back has the entries of seed 000: numbers, answer types, statuses, dates', async () => {
    const run = await kansli('report', '--body', body, '--year', '2023', '--out', out('json'));
    assert.equal(run.code, 0, run.err);
    assert.equal(run.out, '');
    const report = JSON.parse(readFileSync(out('json'), 'utf8')) as ReportData;
    assert.deepEqual(
      report.entries.map((entry) => [entry.number, entry.answerType, entry.status, entry.meetings]),
      listA1.map(([number, type, status, days]) => [number, type, status, days.map((day) => `2023-${day}`)]),
    );
  });

  test('it is written as archival PDF, as DOCX and as a web page', async () => {
    for (const ending of ['pdf', 'docx', 'html']) {
      const run = await kansli('report', '--body', body, '--year', '2023', '--out', out(ending));
      assert.equal(run.code, 0, run.err);
    }
    assert.deepEqual((await checkPdf(readFileSync(out('pdf')))).faults, []);
    assert.equal(readFileSync(out('docx')).subarray(0, 2).toString(), 'PK');
    const page = readFileSync(out('html'), 'utf8');
    assert.match(page, /<html[^>]+lang="sv"/);
    for (const [number, type] of listA1) if (type !== 'elsewhere') assert.match(page, new RegExp(`Nr ${number}\\b`));
  });

  test('the thread of the SMO pilot, from 2020 to the report, with the places that prove it', async () => {
    const run = await kansli('thread', '2023:4', '--json');
    assert.equal(run.code, 0, run.err);
    const { steps } = JSON.parse(run.out) as Thread;
    assert.deepEqual(
      steps.map((step) => [step.kind, step.state, step.date]),
      [
        ['gap', 'gap', null],
        ['predecessor', 'proposed', '2020-01-01'],
        ['decision', 'done', '2022-12-01'],
        ['connected', 'proposed', '2022-12-01'],
        ['assignment', 'now', '2023-01-01'],
        ['meeting', 'done', '2023-05-30'],
        ['assessment', 'done', '2023-06-30'],
        ['meeting', 'done', '2023-09-20'],
        ['studyVisit', 'done', '2023-11-15'],
        ['report', 'done', '2023-12-31'],
      ],
    );
    for (const step of steps.filter((one) => one.kind !== 'gap')) assert.ok(step.sources.length > 0, step.kind);
    const predecessor = steps.find((step) => step.kind === 'predecessor');
    assert.ok(
      predecessor?.sources.some(({ documentTitle, line }) => documentTitle === 'Aktivitetsplan 2020' && line === 975),
    );
    assert.equal(steps.find((step) => step.kind === 'decision')?.gap, 'hearsayDecision');
  });

  test('as text it is calm, in either language', async () => {
    const swedish = await kansli('thread', '2023:4');
    assert.match(swedish.out, /^Uppdrag 2023:4: /);
    assert.match(swedish.out, /● Beslut · december 2022\n/);
    assert.match(swedish.out, /källa: Aktivitetsplan 2020, rad .*975/);
    const english = await kansli('thread', '2023:4', '--lang', 'en');
    assert.match(english.out, /● Study visit · 15 November 2023\n/);
  });

  test('importing twice changes nothing', async () => {
    const before = await kansli('report', '--body', body, '--year', '2023', '--json');
    const again = await kansli('import', seedPath('000'), seedPath('001'), '--confirm', '--json');
    assert.equal(again.code, 0, again.err);
    for (const file of (JSON.parse(again.out) as ImportData).files) {
      assert.equal(file.already, true);
      assert.deepEqual(file.confirmed, {});
    }
    const after = await kansli('report', '--body', body, '--year', '2023', '--json');
    assert.equal(after.out, before.out);
  });

  test('an unknown body is answered with names that look like it, and nothing is made', async () => {
    const run = await kansli('report', '--body', 'Beredning för närvård', '--year', '2023');
    assert.equal(run.code, 1);
    assert.match(run.err, /Inget organ heter ”Beredning för närvård”\. Menade du ”Beredning för nä/);
    assert.equal(run.out, '');
  });

  test('an unknown assignment ends with 1 and says how a reference is written', async () => {
    const run = await kansli('thread', '2023:99');
    assert.equal(run.code, 1);
    assert.match(run.err, /till exempel 2023:4/);
  });

  test('the doctor finds the log unbroken and every file in place', async () => {
    const run = await kansli('doctor', '--json');
    assert.equal(run.code, 0, run.out);
    const { ok, findings } = JSON.parse(run.out) as { ok: boolean; findings: { check: string; ok: boolean }[] };
    assert.equal(ok, true);
    for (const check of ['engine', 'checksums', 'migrations', 'log', 'frozenReports', 'files'])
      assert.ok(
        findings.some((one) => one.check === check && one.ok),
        check,
      );
  });
});
