import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { buildIntakeFile } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { noSeeds, seedPath } from '../../../test/support/seeds.ts';
import { checkTree, outlineOf } from '../../documents/tree/index.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { confirmAll } from '../intake/index.ts';
import { findBodyByName } from '../organisation/index.ts';
import { findReportFor, linksBelow, type Report, reportAsData, reportDocument, useDraft } from './index.ts';

/** List A1: number, type of answer, and the days of 2023 that the answer names. */
const listA1: readonly (readonly [number, string, string])[] = [
  [1, 'absorbed', ''],
  [2, 'briefing', '03-14'],
  [3, 'briefing', '11-15'],
  [4, 'briefing', '05-30 09-20 11-15'],
  [5, 'briefing', '03-14 05-30 09-20'],
  [6, 'briefing', '05-30'],
  [7, 'planned', '12-07'],
  [8, 'briefing', '03-14 05-30 09-20'],
  [9, 'briefing', '05-30'],
  [10, 'briefing', '03-14 11-15'],
  [11, 'briefing', '09-20'],
  [12, 'notNow', ''],
  [13, 'elsewhere', ''],
  [14, 'elsewhere', ''],
  [15, 'briefing', '03-14 09-20'],
  [16, 'notConcerned', ''],
  [17, 'decided', ''],
  [18, 'absorbed', ''],
  [19, 'notDealtWith', ''],
  [20, 'elsewhere', ''],
  [21, 'notDealtWith', ''],
  [22, 'elsewhere', ''],
  [23, 'elsewhere', ''],
];
/** The statuses that the quotations of the interim report say (list C); entries without a quotation have none. */
const onTrack = [3, 4, 6, 10, 17, 18, 19, 21];

describe('last year’s report-back, read in and written again', { skip: noSeeds }, () => {
  let t: TestDatabase;
  before(async () => {
    t = await openTestDatabase();
    const { fileId } = await buildIntakeFile(t, readFileSync(seedPath('000')), '000.txt');
    await confirmAll(t.db, authorize(operatorOf(t.tenantId), 'intake.confirm'), { fileId });
  });
  after(() => t?.close());

  const report = async (): Promise<Report> =>
    await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), async (r) => {
      const body = await findBodyByName(r, 'Beredning för nära vård');
      return (await findReportFor(r, body!.id, 2023))!;
    });
  const rowsOf = (one: Report) =>
    reportAsData(one).entries.map((entry) => [
      entry.number,
      entry.answerType,
      entry.meetings.map((day) => day.slice(5)).join(' '),
    ]);

  test('the answers as they were written equal list A1, with their statuses', async () => {
    const found = await report();
    assert.deepEqual(rowsOf(found), listA1);
    assert.deepEqual(
      reportAsData(found)
        .entries.filter((entry) => entry.status === 'startedOnTrack')
        .map((entry) => entry.number),
      onTrack,
    );
  });

  test('every sentence that names a day is proved, and what nothing proves is marked', async () => {
    const claims = (await report()).entries.flatMap((entry) => entry.claims);
    assert.deepEqual(
      claims.filter((claim) => claim.unprovenDates.length > 0 || claim.state === 'sourceGone'),
      [],
    );
    const unsupported = claims.filter((claim) => claim.state === 'unsupported');
    assert.ok(unsupported.length <= 1, unsupported.map((claim) => claim.text).join('\n'));
  });

  test('drafted anew from the register alone, it equals list A1 again, and every sentence is proved', async () => {
    const auth = authorize(operatorOf(t.tenantId), 'report.edit');
    for (const { id: entryId, version: expectedVersion } of (await report()).entries)
      await t.db.transact(auth, { verb: 'useDraft' }, (w) => useDraft(w, { entryId, expectedVersion }));
    const found = await report();
    assert.ok(found.entries.every((entry) => !entry.edited));
    assert.deepEqual(rowsOf(found), listA1);
    const states = new Set(found.entries.flatMap((entry) => entry.claims.map((claim) => claim.state)));
    assert.deepEqual([...states], ['supported']);
    const answer = (number: number) => found.entries.find((entry) => entry.assignment.number === number)!.answer;
    assert.match(answer(4), /^Föredragning vid beredningens sammanträde den 30 maj och den 20 september\. Redogörelse/);
    assert.match(answer(7), /^Vid sammanträdet den 7 december 2023 planeras föredragning/);
    assert.match(answer(17), / beslutades av hälso- och sjukvårdsnämnden den 7 september 2023\.$/);
    assert.equal(answer(19), 'Frågan har inte behandlats av beredningen.');
  });

  test('as a document it has the parts of the genuine one', async () => {
    const tree = reportDocument(await report(), { linkTo: linksBelow('https://kansli.example') });
    assert.deepEqual(checkTree(tree), []);
    const headings = outlineOf(tree).map(({ title }) => title);
    assert.equal(headings.filter((title) => /^Nr \d+\. /.test(title)).length, 18);
    const text = JSON.stringify(tree.blocks);
    for (const line of [
      'Uppdrag 13 och 14 riktas till andra beredningar.',
      'Uppdrag 20 riktas till annan beredning.',
      'Uppdrag 22 och 23 riktas till andra beredningar.',
    ])
      assert.ok(text.includes(line), line);
    assert.equal(tree.blocks.filter((block) => block.kind === 'quotation').length, 17, 'all but nr 16');
  });
});
