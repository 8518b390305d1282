import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { checkTree } from '../../src/documents/tree/index.ts';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { confirmAll } from '../../src/domain/intake/index.ts';
import { addAgendaItem, findMeetingOn, planMeeting } from '../../src/domain/meetings/index.ts';
import { listBodies } from '../../src/domain/organisation/index.ts';
import {
  claimFindingKinds,
  claimsToSettle,
  getReport,
  linksBelow,
  listReports,
  type Report,
  reportAsData,
  reportDocument,
} from '../../src/domain/reports/index.ts';
import { buildIntakeFile } from '../support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { noSeeds, seedPath } from '../support/seeds.ts';

/**
 * The report-backs of seeds 000 (2023) and 001 (2020), read in, confirmed and written out again. What they should say was taken by hand from the
 * papers and by a cutter of its own below, which knows the two papers and nothing of how Kansli reads.
 */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[*_]/gu, '')
    .replace(/[”“]/gu, '"')
    .replace(/(?:^|\n)\s*-\s+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s*\.?\s*$/u, '')
    .trim();

/** The 18 answers of seed 000 with their quotations, cut at the printed labels. */
function cutSeed000(): ReadonlyMap<number, { readonly answer: string; readonly quote: string | null }> {
  const text = readFileSync(seedPath('000'), 'utf8');
  const marks = [...text.matchAll(/^[*\s]*Nr (\d+)[.:]/gmu)];
  return new Map(
    marks.map((mark, index) => {
      const part = text
        .slice(mark.index, marks[index + 1]?.index ?? text.search(/^[#*\s\d.]*Avslutning[*\s]*$/mu))
        .split(/^---$/mu)[0]!;
      const words = part.split(/\*\*Svar:?\*\*:?/u)[1] ?? '';
      const [answer = '', quote] = words.split(/\*\*(?:Ur|Från) [^*\n]*?\*\*:?/u);
      return [Number(mark[1]), { answer: plain(answer), quote: quote === undefined ? null : plain(quote) }];
    }),
  );
}

/** List A1 of the inventory: number, type of answer, days of 2023, status printed in the quotation (list C). */
const report2023: readonly (readonly [number, string, string, string | null])[] = [
  [1, 'absorbed', '', 'unspecified'],
  [2, 'briefing', '03-14', 'duringYear'],
  [3, 'briefing', '11-15', 'startedOnTrack'],
  [4, 'briefing', '05-30 09-20 11-15', 'startedOnTrack'],
  [5, 'briefing', '03-14 05-30 09-20', 'unspecified'],
  [6, 'briefing', '05-30', 'startedOnTrack'],
  [7, 'planned', '12-07', 'unspecified'],
  [8, 'briefing', '03-14 05-30 09-20', 'multiYear'],
  [9, 'briefing', '05-30', 'unspecified'],
  [10, 'briefing', '03-14 11-15', 'startedOnTrack'],
  [11, 'briefing', '09-20', 'started'],
  [12, 'notNow', '', 'startedDelayed'],
  [13, 'elsewhere', '', null],
  [14, 'elsewhere', '', null],
  [15, 'briefing', '03-14 09-20', 'unspecified'],
  [16, 'notConcerned', '', null],
  [17, 'decided', '', 'startedOnTrack'],
  [18, 'absorbed', '', 'startedOnTrack'],
  [19, 'notDealtWith', '', 'startedOnTrack'],
  [20, 'elsewhere', '', null],
  [21, 'notDealtWith', '', 'startedOnTrack'],
  [22, 'elsewhere', '', null],
  [23, 'elsewhere', '', null],
];

/**
 * The report of 2020 (seed 001): a word that only the statement of the assignment has, the lines on which its answer begins and ends, the days of
 * the body's own meetings, and the status where one is printed. In the order of the plan, which is not that of the paper.
 */
const report2020: readonly (readonly [string, readonly [number, number], string, string | null])[] = [
  ['omställning', [269, 275], '2020-10-23', 'startedPartly'],
  ['Framtidens', [243, 247], '', 'startedDelayed'],
  ['trombektomi', [251, 253], '2020-03-05', null],
  ['trauma', [257, 259], '2019-09-10', null],
  ['genetik', [263, 265], '2020-03-05', null],
];

/** A claim that names a day is tied when every day it names is that of a meeting or decision it rests on. */
const dated = (report: Report) =>
  report.entries.flatMap((entry) =>
    entry.claims.filter((claim) => /\d{1,2} (?:mars|maj|september|oktober|november|december)/u.test(claim.text)),
  );

describe('the report-backs of the seeds, read in and written again', { skip: noSeeds }, () => {
  let t: TestDatabase;
  let reports: ReadonlyMap<number, Report>;
  before(async () => {
    t = await openTestDatabase();
    const auth = authorize(operatorOf(t.tenantId), 'intake.confirm');
    for (const seed of ['001', '000']) {
      const { fileId } = await buildIntakeFile(t, readFileSync(seedPath(seed)), `${seed}.txt`);
      await confirmAll(t.db, auth, { fileId });
    }
    reports = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), async (r) => {
      const found = new Map<number, Report>();
      for (const { id, year } of await listReports(r)) found.set(year, await getReport(r, id));
      return found;
    });
  });
  after(() => t?.close());

  test('there are two, each of its body to the board', () => {
    assert.deepEqual(
      [...reports.values()].map((one) => [one.year, one.to?.name]),
      [
        [2023, 'Hälso- och sjukvårdsnämnden'],
        [2020, 'Hälso- och sjukvårdsnämnden'],
      ],
    );
  });

  test('2023: all 23 entries, types, days and statuses', () => {
    const rows = reportAsData(reports.get(2023)!).entries.map((one) => [
      one.number,
      one.answerType,
      one.meetings.map((day) => day.slice(5)).join(' '),
      one.status,
    ]);
    assert.deepEqual(rows, report2023);
  });

  test('2023: all 18 answers and all 17 quotations word for word', () => {
    const cut = cutSeed000();
    assert.equal(cut.size, 18);
    assert.equal([...cut.values()].filter((one) => one.quote !== null).length, 17, 'all but nr 16 are quoted');
    const data = reportAsData(reports.get(2023)!);
    for (const [number, { answer, quote }] of cut) {
      const entry = data.entries.find((one) => one.number === number)!;
      assert.equal(plain(entry.answer), answer, `answer of nr ${number}`);
      assert.equal(entry.quote === null ? null : plain(entry.quote), quote, `quotation of nr ${number}`);
    }
  });

  test('2020: its five entries and no other, word for word, with days and statuses', () => {
    const lines = readFileSync(seedPath('001'), 'utf8').split('\n');
    const { entries } = reportAsData(reports.get(2020)!);
    assert.equal(entries.length, 5);
    for (const [index, [word, [from, to], meetings, status]] of report2020.entries()) {
      const entry = entries[index]!;
      assert.ok(entry.title.includes(word), `${entry.title} speaks of ${word}`);
      assert.equal(plain(entry.answer), plain(lines.slice(from - 1, to).join('\n')), `answer on ${word}`);
      assert.equal(entry.meetings.join(' '), meetings, `days of ${word}`);
      assert.equal(entry.status, status, `status of ${word}`);
      assert.equal(entry.quote, null, 'the report of 2020 quotes nothing under a label');
    }
  });

  test('every claim that names a day is tied to the meeting or decision of that day, but one', () => {
    const claims = [...reports.values()].flatMap(dated);
    assert.equal(claims.length, 18 + 4);
    assert.deepEqual(
      claims.filter((one) => one.unprovenDates.length > 0).map((one) => one.unprovenDates),
      [['2020-11-04']],
      'the board’s meeting of 4 November 2020 stands in no paper',
    );
    for (const claim of claims) for (const one of claim.evidence) assert.equal(one.gone, false, claim.text);
  });

  test('exactly the two claims that rest on a meeting to come or a missing one are marked so', () => {
    const marked = [2020, 2023].flatMap((year) =>
      claimsToSettle(reports.get(year)!)
        .filter(({ kind }) => kind === 'missingMeeting' || kind === 'futureMeeting')
        .map(({ kind, number, date, claim }) => ({ year, kind, number, date, hash: claim!.hash })),
    );
    assert.deepEqual(
      marked.map(({ hash: _, ...one }) => one),
      [
        { year: 2020, kind: 'missingMeeting', number: null, date: '2019-09-10' },
        { year: 2020, kind: 'missingMeeting', number: null, date: '2020-11-04' },
        { year: 2023, kind: 'futureMeeting', number: 7, date: '2023-12-07' },
      ],
    );
    assert.equal(new Set(marked.map(({ hash }) => hash)).size, 2);
  });

  test('what only the report itself tells of is said, once for each meeting, and never as grave', () => {
    const told = claimsToSettle(reports.get(2023)!).filter(({ kind }) => kind === 'onlyFromReport');
    assert.deepEqual(told.map(({ date }) => date).sort(), [
      '2023-03-14',
      '2023-05-30',
      '2023-09-07',
      '2023-09-20',
      '2023-11-15',
    ]);
    assert.equal(claimFindingKinds.onlyFromReport.severity, 'note');
    const earlier = claimsToSettle(reports.get(2020)!).filter(({ kind }) => kind === 'onlyFromReport');
    assert.deepEqual(earlier, [], 'the activity plan of 2020 has 5 March and 23 October');
  });

  test('control: when the register gets the two missing meetings, nothing is missing', async () => {
    const auth = authorize(operatorOf(t.tenantId), 'meeting.edit');
    const bodies = await t.db.read(auth, (r) => listBodies(r));
    const idOf = (name: string) => bodies.find((one) => one.name === name)!.id;
    await t.db.transact(auth, { verb: 'planMeeting' }, async (w) => {
      const board = { bodyId: idOf('Hälso- och sjukvårdsnämnden'), kind: 'meeting' as const };
      await planMeeting(w, { ...board, heldOn: '2020-11-04', alreadyHeld: true });
      const meeting = await findMeetingOn(w, idOf(reports.get(2020)!.body.name), '2019-09-10');
      await addAgendaItem(w, { meetingId: meeting!.id, title: 'Ur protokollet', category: 'information' });
    });
    const report = await t.db.read(auth, (r) => getReport(r, reports.get(2020)!.id));
    const kinds = claimsToSettle(report).map(({ kind }) => kind);
    assert.equal(kinds.includes('missingMeeting'), false);
  });

  test('as documents they conform, with a note for each source', () => {
    for (const report of reports.values()) {
      const tree = reportDocument(report, { linkTo: linksBelow('https://kansli.example') });
      assert.deepEqual(checkTree(tree), []);
      assert.ok((tree.notes?.length ?? 0) > 1);
    }
  });
});
