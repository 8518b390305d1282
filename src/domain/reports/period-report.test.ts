import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildAssessment } from '../../../test/support/build-followup.ts';
import { buildTelling } from '../../../test/support/build-measures.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildAdministration, buildPeriodReport } from '../../../test/support/build-period-report.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { assertConformingPdf } from '../../../test/support/pdf.ts';
import { writeDocument } from '../../documents/out/index.ts';
import { type Block, checkTree, outlineOf, plainText } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { moveMeasure } from '../measures/index.ts';
import {
  approveReport,
  chooseFigures,
  editChapter,
  getPeriodReport,
  getReport,
  isLate,
  linksBelow,
  markPeriodReportReady,
  type PeriodChapter,
  type PeriodReport,
  periodReportAsData,
  periodReportDocument,
  periodReportWarnings,
  refreshPeriodReport,
  reopenPeriodReport,
  settlePeriodQuotation,
  takeChapterDraft,
} from './index.ts';

let t: TestDatabase;
let own: Awaited<ReturnType<typeof buildAdministration>>;
let id: string;
before(async () => {
  t = await openTestDatabase();
  own = await buildAdministration(t);
  id = await buildPeriodReport(t, { bodyId: own.board });
  const { version } = await report();
  await write('periodReport.edit', (w) =>
    chooseFigures(w, {
      reportId: id,
      expectedVersion: version,
      figures: [{ indicatorId: own.indicatorId, target: 6_000 }],
    }),
  );
  await refresh();
});
after(() => t.close());

const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const report = () => read((r) => getPeriodReport(r, id));
const refresh = async () => {
  const { version } = await report();
  return await write('periodReport.edit', (w) => refreshPeriodReport(w, { reportId: id, expectedVersion: version }));
};
const chapter = (of: PeriodReport, code: PeriodChapter) => of.chapters.find((one) => one.chapter === code)!;
const linkTo = linksBelow('https://kansli.example/');
const treeOf = (of: PeriodReport) =>
  periodReportDocument(of, { addressOf: (noun, recordId) => linkTo({ noun, id: recordId, meetingId: null }) });
const says = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;
const tablesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? [[block.header, ...block.rows].map((row) => row.map((one) => plainText(one).replaceAll('\u00a0', ' ')))]
      : [],
  );

test('the facts are drafted, each sentence with the records it rests on', async () => {
  const now = await report();
  assert.equal(now.to?.name, 'Regionfullmäktige', 'an interim report is for the assembly');
  const said = (code: PeriodChapter) => chapter(now, code).text.replaceAll('\u00a0', ' ').split('\n');
  assert.deepEqual(said('summary'), [
    'Av årets 4 uppdrag har 3 en lägesbild i Delårsrapport 2026.',
    'I Årsredovisning 2025 hade ett uppdrag en lägesbild.',
    'Ett uppdrag har läget ”Startat, inte klart vid årets slut”, mot inget i Årsredovisning 2025.',
    'Ett uppdrag har läget ”Startat, klart vid årets slut”, mot inget i Årsredovisning 2025.',
    'Inget uppdrag har läget ”Pausat”, mot 1 i Årsredovisning 2025.',
    'Ett uppdrag har läget ”Sker under året”, mot inget i Årsredovisning 2025.',
    'Ett uppdrag saknar lägesbild: 2026:4.',
  ]);
  assert.deepEqual(said('slippage'), [
    'Uppdrag 2026:2 beräknas vara klart den 30 juni 2027, 181 dagar efter den 31 december 2026.',
  ]);
  assert.deepEqual(said('economy'), [
    'De ekonomiska handlingsplanerna för 2026 har 3 åtgärder, som är planerade att ge 1 501 tkr under året.',
    'Till och med juni har de gett 551 tkr.',
    'Prognosen för året är 1 101 tkr, 400 tkr mindre än planerat.',
    'En åtgärd är inte uppföljd och räknas som noll: ”Mindre lokaler”.',
  ]);
  assert.deepEqual(said('figures'), ['Digitala besök: 6 250 (2026-05), 25 procent mer sedan 2025; målet är 6 000.']);
  const sources = chapter(now, 'slippage').draft.flatMap((one) => one.sources.map(({ noun, label }) => [noun, label]));
  assert.deepEqual(sources, [['assessment', '2026:2']]);
  for (const one of now.chapters)
    for (const sentence of one.draft) assert.ok(sentence.sources.length > 0, sentence.text);
});

test('the document: chapters, assignments in the order of the plan with version, tables whose totals are exact', async () => {
  const tree = treeOf(await report());
  assert.deepEqual(checkTree(tree), []);
  assert.deepEqual(
    outlineOf(tree).map(({ level, title }) => `${level} ${title}`),
    [
      '1 1. Sammanfattning',
      '1 2. Uppdragen',
      '2 Invånare och samhälle',
      '3 1.1 Vården finns nära',
      '4 2026:1 Öppna en mobil mottagning',
      '4 2026:2 Införa en gemensam vårdplan',
      '2 Process',
      '3 2.1 Kulturen är öppen för alla',
      '4 2026:3 Hålla öppet på kvällar',
      '2 Övriga uppdrag',
      '3 2026:4 Pröva en ny budgetmodell',
      '1 3. Förseningar',
      '1 4. Ekonomi',
      '2 Åtgärderna',
      '3 1. Färre hyrkonsulter',
      '3 2. Högre avgifter för intyg',
      '3 3. Mindre lokaler',
      '1 5. Siffror',
      '2 Digitala besök',
      '1 6. Avvikelser från planen',
      '1 7. Avslutning',
    ],
  );
  const quotations = tree.blocks.flatMap((block) => (block.kind === 'quotation' ? [block] : []));
  assert.deepEqual(
    quotations.map(({ label, cite }) => [label, cite]),
    [
      ['Ur delårsrapport:', 'Närsjukvården, version 1'],
      ['Ur delårsrapport:', 'Närsjukvården, version 1'],
      ['Ur delårsrapport:', 'Kulturförvaltningen, version 1'],
    ],
  );
  const [statuses, late, economy] = tablesOf(tree.blocks);
  assert.deepEqual(statuses?.at(-1), ['Alla', '4', '1', '–']);
  assert.deepEqual(late?.[1], ['2026:2', 'Införa en gemensam vårdplan', '2026-12-31', '2027-06-30', '181']);
  assert.deepEqual(economy, [
    ['Organ och slag', 'Antal', 'Planerat', 'Helår', 'Hittills', 'Prognos'],
    ['Kulturförvaltningen, kostnadsminskning', '1', '200', '400', '0', '0'],
    ['Närsjukvården, kostnadsminskning', '1', '1 000', '2 000', '400', '800'],
    ['Närsjukvården, intäktsökning', '1', '300', '600', '150', '300'],
    ['Avrundning', '–', '1', '1', '1', '1'],
    ['Summa', '3', '1 501', '3 001', '551', '1 101'],
  ]);
  const charts = tree.blocks.flatMap((block) => (block.kind === 'chart' || block.kind === 'diagram' ? [block] : []));
  assert.equal(charts.length, 3);
  for (const [index, block] of tree.blocks.entries())
    if (block.kind === 'chart' || block.kind === 'diagram')
      assert.equal(tree.blocks[index + 1]?.kind, 'table', 'a table of the same figures follows');
  assert.deepEqual(treeOf(structuredClone(await report())), tree, 'the same report gives the same tree');
});

test('it is written as a conforming PDF, as DOCX and as HTML', async () => {
  const tree = treeOf(await report());
  const pdf = await writeDocument(tree, 'pdf');
  const { roles } = await assertConformingPdf(pdf.bytes);
  assert.equal(roles.get('Figure'), 3, 'each chart is a tagged figure');
  for (const format of ['docx', 'html'] as const) assert.ok((await writeDocument(tree, format)).bytes.length > 2_000);
  const data = periodReportAsData(await report());
  assert.deepEqual(
    [data.assignments.map((one) => one.status), data.economy.total],
    [
      ['startedOnTrack', 'startedDelayed', 'duringYear', null],
      { count: 3, planned: 1_501_200, plannedFullYear: 3_001_200, effect: 550_800, forecast: 1_100_800, untold: 1 },
    ],
  );
});

test('an edited chapter is never written over; what changed is shown, and its sentences that no longer hold lose their proof', async () => {
  const first = chapter(await report(), 'economy');
  const written = `${first.text.split('\n')[1]}\nVi behöver göra mer.`;
  const save = (expectedVersion: number) =>
    write('periodReport.edit', (w) =>
      editChapter(w, { reportId: id, chapter: 'economy', expectedVersion, text: written }),
    );
  await save(first.version);
  await assert.rejects(save(first.version), says('record.changedMeanwhile'));
  await buildTelling(t, { measureId: own.premises, month: '2026-06', effect: 100_000, forecast: 200_400 });
  const stale = chapter(await report(), 'economy');
  assert.notDeepEqual(stale.now, stale.draft);
  const unproven = (of: PeriodReport) =>
    periodReportWarnings(of, '2026-08-01')
      .filter((one) => one.key === 'periodReport.unproven')
      .map((one) => one.values?.sentence);
  assert.deepEqual(unproven(await report()), ['Vi behöver göra mer.']);

  const changes = await refresh();
  const change = changes.find((one) => one.chapter === 'economy');
  assert.ok(change?.kept);
  assert.deepEqual(
    change.added.map((one) => one.replaceAll('\u00a0', ' ')),
    ['Till och med juni har de gett 651 tkr.', 'Prognosen för året är 1 301 tkr, 200 tkr mindre än planerat.'],
  );
  const kept = chapter(await report(), 'economy');
  assert.equal(kept.text, written, 'what a person wrote stays');
  assert.equal(unproven(await report()).length, 2, 'the sum that no longer holds has lost its proof');
  await write('periodReport.edit', (w) =>
    takeChapterDraft(w, { reportId: id, chapter: 'economy', expectedVersion: kept.version }),
  );
  assert.deepEqual(unproven(await report()), []);
});

test('a newer text of a quoted assessment is shown, and taken or kept by choice', async () => {
  await buildAssessment(t, {
    assignmentId: own.third,
    bodyId: own.culture,
    periodId: own.periodId,
    text: 'Uppdraget är pausat.',
    expectedVersion: 1,
  });
  const find = async () => (await report()).assignments.find((one) => one.id === own.third)!;
  assert.deepEqual([(await find()).quotation?.status, (await find()).newer?.status], ['duringYear', 'paused']);
  const settle = (choice: 'refresh' | 'keep', seenVersion: number) =>
    write('periodReport.edit', (w) =>
      settlePeriodQuotation(w, { reportId: id, assignmentId: own.third, choice, seenVersion }),
    );
  await assert.rejects(settle('keep', 1), says('record.changedMeanwhile'));
  await settle('keep', 2);
  assert.equal((await find()).newer?.kept, true);
  assert.equal((await find()).quotation?.status, 'duringYear');
  await settle('refresh', 2);
  assert.deepEqual([(await find()).quotation?.version, (await find()).newer], [2, null]);
  // An assignment that nobody had assessed is quoted when somebody has.
  await buildAssessment(t, { assignmentId: own.fourth, periodId: own.periodId, text: 'Uppdraget fortsätter.' });
  await refresh();
  const fourth = (await report()).assignments.find((one) => one.id === own.fourth);
  assert.equal(fourth?.quotation?.status, 'continuing');
});

test('the last day of the law is counted from the period, and a report that misses it says so', async () => {
  const now = await report();
  assert.ok(!isLate(now, '2026-08-31'));
  assert.ok(isLate(now, '2026-09-01'));
  assert.equal(periodReportWarnings(now, '2026-09-01')[0]?.key, 'periodReport.late');
  assert.ok(!isLate({ ...now, deliveredOn: '2026-08-30' }, '2026-10-01'));
});

test('approved by a decision of its body it is frozen: no verb and no row changes it', async () => {
  const { version } = await report();
  await write('periodReport.edit', (w) => markPeriodReportReady(w, { reportId: id, expectedVersion: version }));
  await assert.rejects(refresh(), says('record.wrongState'));
  await write('periodReport.edit', (w) => reopenPeriodReport(w, { reportId: id, expectedVersion: version + 1 }));
  await write('periodReport.edit', (w) => markPeriodReportReady(w, { reportId: id, expectedVersion: version + 2 }));
  const meetingId = await buildMeeting(t, { bodyId: own.board, heldOn: '2026-08-25' });
  const agendaItemId = await buildAgendaItem(t, { meetingId, category: 'decision' });
  const decisionId = await buildDecision(t, { agendaItemId, state: 'made' });
  const expected = treeOf({ ...(await report()), approval: { decisionId, on: '2026-08-25' } });
  await write('report.approve', (w) =>
    approveReport(w, { reportId: id, expectedVersion: version + 3, decisionId, linkTo }),
  );
  const frozen = await report();
  assert.deepEqual([frozen.state, frozen.frozen?.tree], ['approved', JSON.parse(JSON.stringify(expected))]);
  assert.deepEqual((await read((r) => getReport(r, id))).frozen, frozen.frozen);
  const { version: chapterVersion } = chapter(frozen, 'closing');
  const tries: readonly ((w: Writer<'periodReport.edit'>) => Promise<unknown>)[] = [
    (w) => editChapter(w, { reportId: id, chapter: 'closing', expectedVersion: chapterVersion, text: 'Nej.' }),
    (w) => takeChapterDraft(w, { reportId: id, chapter: 'closing', expectedVersion: chapterVersion }),
    (w) => refreshPeriodReport(w, { reportId: id, expectedVersion: frozen.version }),
    (w) => chooseFigures(w, { reportId: id, expectedVersion: frozen.version, figures: [] }),
    (w) => settlePeriodQuotation(w, { reportId: id, assignmentId: own.first, choice: 'keep', seenVersion: 1 }),
    (w) => reopenPeriodReport(w, { reportId: id, expectedVersion: frozen.version }),
  ];
  for (const one of tries) await assert.rejects(write('periodReport.edit', one), says('record.wrongState'));
  for (const table of ['period_chapter', 'period_quotation', 'report_figure'] as const)
    await assert.rejects(
      write('periodReport.edit', (w) =>
        w.db.deleteFrom(table).where('tenant_id', '=', w.tenantId).where('report_id', '=', id).execute(),
      ),
    );
  // The register goes on; the report is what was approved.
  await write('plan.edit', async (w) => {
    await moveMeasure(w, { measureId: own.staff, expectedVersion: 1, move: 'stop', reason: 'Nytt avtal.' });
  });
  assert.deepEqual((await report()).frozen, frozen.frozen);
});

test('a body has one interim report a year, and a report-back is none', async () => {
  await assert.rejects(buildPeriodReport(t, { bodyId: own.board }), says('periodReport.exists'));
  await assert.rejects(buildPeriodReport(t, { bodyId: own.board, kind: 'annual' }), says('periodReport.noPeriod'));
  await assert.rejects(
    read((r) => getPeriodReport(r, own.board as string)),
    says('record.notFound'),
  );
});
