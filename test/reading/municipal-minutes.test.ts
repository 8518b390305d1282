import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { noRealdocs, readRealdoc, readRealdocPdf, realdocNumbers } from '../support/realdocs.ts';
import { recordsOf } from '../support/seeds.ts';
import { type MinutesNote, minutesNotes } from './municipal-minutes-notes.ts';

const fingerprint = (text: string) =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12);

/** The §§ of a paper as read, in the form of the notes. */
function notesOf(paper: string): readonly MinutesNote[] {
  const result = readRealdoc(paper);
  const decisions = recordsOf(result, 'decision');
  return recordsOf(result, 'agendaItem').map((item) => {
    const clauses = decisions
      .filter((decision) => decision.item === item.number)
      .flatMap((decision) => decision.clauses);
    const votes = 'votes' in item ? item.votes : [];
    return [
      paper,
      item.number,
      item.diaryNumber ?? null,
      fingerprint(item.title),
      clauses[0] === undefined ? null : fingerprint(clauses[0].slice(0, 60)),
      clauses.length,
      votes.map(({ yes, no, abstain }) => `${yes.count}-${no.count}-${abstain.count}`).join(' '),
      'reservations' in item ? item.reservations.length : 0,
    ];
  });
}

for (const [paper, count] of [
  ['01', 37],
  ['02', 56],
  ['09', 34],
] as const)
  test(`every § of paper ${paper} is found as noted by hand`, { skip: noRealdocs }, () => {
    const noted = minutesNotes.filter((note) => note[0] === paper);
    assert.equal(noted.length, count);
    assert.deepEqual(notesOf(paper), noted);
  });

test('the printed numbers of every vote with names agree with the names', { skip: noRealdocs }, () => {
  const votes = ['01', '02'].flatMap((paper) =>
    recordsOf(readRealdoc(paper), 'agendaItem').flatMap((item) => ('votes' in item ? item.votes : [])),
  );
  assert.equal(votes.length, 15);
  for (const { yes, no, abstain } of votes)
    for (const side of [yes, no, abstain]) assert.equal(side.names.length, side.count);
});

test('the interim report gives its table of assignments, each with its comment', { skip: noRealdocs }, () => {
  const result = readRealdoc('45');
  const assignments = recordsOf(result, 'assignment');
  const headings = assignments.map(({ heading }) => heading);
  assert.deepEqual(
    [...new Set(headings)].map((heading) => headings.filter((other) => other === heading).length),
    [8, 6, 4],
  );
  const entries = recordsOf(result, 'reportEntry');
  assert.equal(entries.length, 18);
  assert.deepEqual(
    new Set(entries.map((entry) => ('period' in entry ? entry.period : ''))),
    new Set(['Halvår 1 2026']),
  );
  assert.deepEqual(
    entries.map(({ assignmentText }) => assignmentText),
    assignments.map(({ text }) => text),
  );
  assert.ok(entries.every(({ answer }) => answer.length > 20));
});

test('the interim report gives the same assignments and comments from its PDF, of which the table has no borders between rows', {
  skip: noRealdocs,
}, async () => {
  const [pdf, text] = [await readRealdocPdf('45'), readRealdoc('45')];
  const told = (result: typeof pdf) => [
    recordsOf(result, 'assignment').map(({ heading, text }) => [heading, fingerprint(text)]),
    recordsOf(result, 'reportEntry').map(({ assignmentText }) => fingerprint(assignmentText ?? '')),
  ];
  assert.equal(recordsOf(pdf, 'reportEntry').length, 18);
  assert.deepEqual(told(pdf), told(text));
});

test('audit reports decide nothing', { skip: noRealdocs }, () => {
  for (const paper of ['13', '15']) {
    const result = readRealdoc(paper);
    assert.equal(result.document.kind, 'other');
    assert.deepEqual(
      result.records.map(({ type }) => type),
      [],
    );
  }
});

test('minutes, notices and reports of sixteen other authorities are known for what they are', {
  skip: noRealdocs,
}, () => {
  const kinds = Object.groupBy(realdocNumbers(), (number) => readRealdoc(number).document.kind);
  assert.deepEqual(kinds.minutes, ['01', '02', '09', '30', '31', '33', '34', '35', '36', '37', '38', '39', '40']);
  assert.deepEqual(kinds.notice, ['29', '32', '41', '42']);
  assert.deepEqual(kinds.interimReport, ['45']);
});

test('the share of false alarms is printed and stays small', { skip: noRealdocs }, (t) => {
  const rows = realdocNumbers().map((number) => {
    const { document, problems } = readRealdoc(number);
    return { number, pages: Math.max(1, document.pages ?? 1), problems: problems.length };
  });
  for (const { number, pages, problems } of rows) t.diagnostic(`paper ${number}: ${problems} problems, ${pages} pages`);
  const pages = rows.reduce((sum, row) => sum + row.pages, 0);
  const problems = rows.reduce((sum, row) => sum + row.problems, 0);
  t.diagnostic(`${problems} problems on ${pages} pages: ${(problems / pages).toFixed(3)} a page`);
  assert.ok(problems / pages < 0.1, `${problems} problems on ${pages} pages`);
});
