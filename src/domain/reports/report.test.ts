import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildAssessment, buildPeriod, buildPosition, buildReport } from '../../../test/support/build-followup.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf, type Role } from '../access/index.ts';
import { writeAssessment } from '../assessments/index.ts';
import { ensureAssignmentParty } from '../assignments/index.ts';
import { changeMeeting, getMeeting } from '../meetings/index.ts';
import {
  attachEvidence,
  chooseQuotation,
  detachEvidence,
  editEntry,
  editReportTexts,
  entriesForAssignment,
  getReport,
  linkDecisionEvidence,
  linkEvidence,
  listReports,
  markReady,
  type ReportEntry,
  refreshDraft,
  reopenReport,
  reportWarnings,
  unlinkEvidence,
  useDraft,
} from './index.ts';

let t: TestDatabase;
let board: Id<'body'>;
before(async () => {
  t = await openTestDatabase();
  board = await buildBody(t, { name: 'Vårdnämnden' });
});
after(() => t.close());

const write = <T, A extends Action = 'report.edit'>(
  run: (w: Writer<A>) => Promise<T>,
  action = 'report.edit' as A,
): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);

let year = 2100;
/** A beredning with one assignment in a year of its own, so that the tests do not meet in each other's plans. */
async function scene({ number = 4 } = {}) {
  year -= 1;
  const body = await buildBody(t, { kind: 'draftingCommittee', parentId: board });
  const assignmentId = await buildAssignment(t, {
    year,
    number,
    text: 'Att följa processen med piloten.',
    givenByBodyId: board,
    parties: [{ bodyId: body, role: 'monitor' }],
  });
  const meet = async (day: string, title = 'Föredragning', bodyId = body) => {
    const meetingId = await buildMeeting(t, { bodyId, heldOn: `${year}-${day}` });
    return { meetingId, itemId: await buildAgendaItem(t, { meetingId, title }) };
  };
  return { body, assignmentId, year, meet };
}

/** Meetings of the scenes lie in the future of the test clock, so they count as held only when the minutes say so. */
async function closed(meetingId: Id<'meeting'>): Promise<void> {
  await t.db.transact(authorize(operatorOf(t.tenantId), 'meeting.edit'), { verb: 'close' }, async (w) => {
    await w.db
      .updateTable('meeting')
      .set({ state: 'closed' })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', meetingId)
      .execute();
    await w.log({ noun: 'meeting', recordId: meetingId });
  });
}

const link = (itemId: string, assignmentId: string) =>
  write((w) => linkEvidence(w, { itemId, assignmentId }), 'meeting.linkAssignment');
const entryOf = async (reportId: Id<'report'>): Promise<ReportEntry> =>
  (await read((r) => getReport(r, reportId))).entries[0]!;
const edit = async (entry: ReportEntry, answer: string) =>
  write((w) => editEntry(w, { entryId: entry.id, expectedVersion: entry.version, answer }));

test('linking an item writes it into the drafts of every body that has a part in the assignment', async () => {
  const { body, assignmentId, year } = await scene();
  const joint = await buildBody(t, { kind: 'draftingCommittee', parentId: board });
  await write((w) => ensureAssignmentParty(w, { assignmentId, bodyId: joint, role: 'consulted' }), 'assignment.edit');
  const own = await buildReport(t, { bodyId: body, year });
  const other = await buildReport(t, { bodyId: joint, year });
  assert.equal((await entryOf(own)).answerType, 'notDealtWith');

  const meetingId = await buildMeeting(t, {
    bodyId: body,
    kind: 'jointMeeting',
    jointBodyIds: [joint],
    heldOn: `${year}-05-30`,
  });
  await closed(meetingId);
  const itemId = await buildAgendaItem(t, { meetingId, title: 'Föredragning' });
  assert.equal(await link(itemId, assignmentId), 2, 'the drafts of both bodies changed');
  for (const reportId of [own, other]) {
    const entry = await entryOf(reportId);
    assert.deepEqual([entry.answerType, entry.meetings], ['briefing', [`${year}-05-30`]]);
    assert.equal(entry.claims[0]?.evidence[0]?.id, itemId);
    assert.equal(entry.claims[0]?.state, 'supported');
  }
  await write((w) => unlinkEvidence(w, { itemId, assignmentId }), 'meeting.linkAssignment');
  assert.equal((await entryOf(other)).answerType, 'notDealtWith');
});

test('an item of another body’s meeting is offered as evidence and said in nobody else’s name', async () => {
  const { body, assignmentId, year, meet } = await scene();
  const reportId = await buildReport(t, { bodyId: body, year });
  const { meetingId, itemId } = await meet('11-04', 'Uppföljande rapport', board);
  await closed(meetingId);
  await link(itemId, assignmentId);
  const entry = await entryOf(reportId);
  assert.deepEqual([entry.answerType, entry.unused[0]?.id], ['notDealtWith', itemId]);
  await edit(entry, 'Vårdnämnden fick en uppföljande rapport den 4 november.');
  const edited = await entryOf(reportId);
  assert.deepEqual([edited.claims[0]?.state, edited.claims[0]?.evidence[0]?.id], ['supported', itemId]);
  assert.deepEqual(edited.unused, []);
});

test('an edited answer keeps its words, gets evidence for the days it names, and shows what it does not use', async () => {
  const { body, assignmentId, year, meet } = await scene();
  const may = await meet('05-30');
  await closed(may.meetingId);
  await link(may.itemId, assignmentId);
  const reportId = await buildReport(t, { bodyId: body, year });
  const words = 'Föredragning hölls den 30 maj och den 20 september. Patienterna är mycket nöjda.';
  await edit(await entryOf(reportId), words);
  let entry = await entryOf(reportId);
  assert.deepEqual(
    entry.claims.map((claim) => [claim.state, claim.unprovenDates]),
    [
      ['unsupported', [`${year}-09-20`]],
      ['unsupported', []],
    ],
  );
  const september = await meet('09-20');
  const november = await meet('11-15');
  await link(september.itemId, assignmentId);
  await link(november.itemId, assignmentId);
  entry = await entryOf(reportId);
  assert.deepEqual([entry.answer, entry.edited], [words, true], 'refreshing never replaces what a person wrote');
  assert.deepEqual(
    entry.claims.map((claim) => claim.state),
    ['supported', 'unsupported'],
  );
  assert.deepEqual(
    entry.unused.map((one) => one.id),
    [november.itemId],
  );
  assert.deepEqual(
    reportWarnings(await read((r) => getReport(r, reportId))).map((one) => one.key),
    ['report.unsupported'],
  );
  await write((w) => useDraft(w, { entryId: entry.id, expectedVersion: entry.version }));
  assert.equal((await entryOf(reportId)).edited, false);
  assert.match((await entryOf(reportId)).answer, /^Föredragning vid beredningens sammanträde den 30 maj\./);
});

test('a meeting that moves leaves the sentence without its source, and a draft is written anew', async () => {
  const { body, assignmentId, year, meet } = await scene();
  const { meetingId, itemId } = await meet('05-30');
  await closed(meetingId);
  await link(itemId, assignmentId);
  const reportId = await buildReport(t, { bodyId: body, year });
  const version = (await read((r) => getMeeting(r, meetingId))).version;
  await write(
    (w) => changeMeeting(w, { meetingId, expectedVersion: version, changes: { heldOn: `${year}-06-01` } }),
    'meeting.edit',
  );
  assert.equal((await entryOf(reportId)).claims[0]?.state, 'sourceGone');
  assert.equal(await write((w) => refreshDraft(w, reportId)), 1);
  const entry = await entryOf(reportId);
  assert.deepEqual([entry.claims[0]?.state, entry.meetings], ['supported', [`${year}-06-01`]]);
  assert.equal(await write((w) => refreshDraft(w, reportId)), 0, 'a second refresh has nothing to do');
});

test('a person connects a source to a sentence and takes it away again', async () => {
  const { body, assignmentId, year, meet } = await scene();
  const reportId = await buildReport(t, { bodyId: body, year });
  await edit(await entryOf(reportId), 'Patienterna är mycket nöjda.');
  const { itemId } = await meet('05-30');
  const entry = await entryOf(reportId);
  const pointer = {
    entryId: entry.id,
    claimHash: entry.claims[0]!.hash,
    noun: 'agendaItem' as const,
    sourceId: itemId,
  };
  await write((w) => attachEvidence(w, pointer));
  assert.equal((await entryOf(reportId)).claims[0]?.state, 'supported', 'what a person points out needs no link');
  await link(itemId, assignmentId);
  assert.equal((await entryOf(reportId)).claims[0]?.state, 'supported');
  await write((w) => detachEvidence(w, pointer));
  assert.equal((await entryOf(reportId)).claims[0]?.state, 'unsupported');
  await assert.rejects(
    write((w) => attachEvidence(w, { ...pointer, sourceId: t.runtime.newId() })),
    { code: 'record.notFound' },
  );
});

test('a quotation stays as it was quoted until a person refreshes or keeps it', async () => {
  const { body, assignmentId, year } = await scene();
  const periodId = await buildPeriod(t, year);
  const first = 'Arbetet pågår. Uppdraget har startat och bedöms vara klart vid årets slut.';
  await buildAssessment(t, { assignmentId, periodId, text: first });
  const reportId = await buildReport(t, { bodyId: body, year });
  let entry = await entryOf(reportId);
  assert.deepEqual(
    [entry.quotation?.label, entry.quotation?.status, entry.quotation?.outdated],
    ['Ur delårsrapport:', 'startedOnTrack', null],
  );
  const second = 'Uppdraget har startat men bedöms inte vara klart vid årets slut.';
  const rewrite = (text: string, expectedVersion: number) =>
    write((w) => writeAssessment(w, { assignmentId, periodId, text, expectedVersion }), 'assessment.write');
  await rewrite(second, 1);
  await assert.rejects(rewrite('Något annat.', 1), { code: 'record.changedMeanwhile' });
  await write((w) => refreshDraft(w, reportId));
  entry = await entryOf(reportId);
  assert.deepEqual([entry.quotation?.text, entry.quotation?.outdated?.text], [first, second]);
  assert.deepEqual(
    reportWarnings(await read((r) => getReport(r, reportId))).map((one) => one.key),
    ['report.quotationOutdated'],
  );
  const choose = (choice: 'keep' | 'refresh' | 'remove') =>
    write(async (w) =>
      chooseQuotation(w, {
        entryId: entry.id,
        expectedVersion: (await getReport(w, reportId)).entries[0]!.version,
        choice,
      }),
    );
  await choose('keep');
  entry = await entryOf(reportId);
  assert.deepEqual([entry.quotation?.text, entry.quotation?.outdated?.kept], [first, true]);
  assert.deepEqual(reportWarnings(await read((r) => getReport(r, reportId))), []);
  await choose('refresh');
  entry = await entryOf(reportId);
  assert.deepEqual(
    [entry.quotation?.text, entry.quotation?.status, entry.quotation?.outdated],
    [second, 'startedDelayed', null],
  );
  await choose('remove');
  assert.equal((await entryOf(reportId)).quotation, null);
});

test('the assignments of the plan stand in its order, those of others too, and new ones come with a refresh', async () => {
  const { body, year, assignmentId } = await scene({ number: 2 });
  const third = { year, number: 3, text: 'Att göra annat.', givenByBodyId: board };
  await buildAssignment(t, { ...third, parties: [{ bodyId: board, role: 'performer' }] });
  await buildAssignment(t, { ...third, number: 9, givenByBodyId: await buildBody(t) });
  const reportId = await buildReport(t, { bodyId: body, year });
  const numbers = async () =>
    (await read((r) => getReport(r, reportId))).entries.map((one) => [one.assignment.number, one.answerType]);
  assert.deepEqual(
    await numbers(),
    [
      [2, 'notDealtWith'],
      [3, 'elsewhere'],
    ],
    'another giver’s assignments are not the body’s business',
  );
  const first = await buildAssignment(t, { ...third, number: 1, parties: [{ bodyId: body, role: 'monitor' }] });
  await buildPosition(t, { assignmentId: first, bodyId: body, year });
  await write((w) => refreshDraft(w, reportId));
  assert.deepEqual(await numbers(), [
    [1, 'notConcerned'],
    [2, 'notDealtWith'],
    [3, 'elsewhere'],
  ]);
  const [entry] = await read((r) => entriesForAssignment(r, assignmentId));
  assert.deepEqual([entry?.report.id, entry?.answerType], [reportId, 'notDealtWith']);
  await assert.rejects(buildReport(t, { bodyId: body, year }), { code: 'report.exists' });
  await assert.rejects(buildReport(t, { bodyId: body, year: 1999 }), { code: 'report.noAssignments' });
});

test('a meeting that still stands as planned when its day has passed is pointed out, not taken as held', async () => {
  const { body, assignmentId, year, meet } = await scene();
  const { itemId } = await meet('12-07', 'Föredragning av rapporten');
  await link(itemId, assignmentId);
  const reportId = await buildReport(t, { bodyId: body, year });
  assert.equal((await entryOf(reportId)).answerType, 'planned');
  const report = await read((r) => getReport(r, reportId));
  const keys = (today?: string) => reportWarnings(report, today).map((one) => one.key);
  assert.deepEqual([keys(), keys(`${year}-12-07`), keys(`${year}-12-08`)], [[], [], ['report.stillPlanned']]);
});

test('a decision of the year is the answer where nothing was held', async () => {
  const { body, assignmentId, year } = await scene();
  const reportId = await buildReport(t, { bodyId: body, year });
  const decisionId = await buildDecision(t, {
    bodyId: board,
    title: 'Regional handlingsplan',
    clauses: [],
    decidedOn: `${year}-09-07`,
  });
  await write((w) => linkDecisionEvidence(w, { decisionId, assignmentId, kind: 'concerns' }), 'decision.record');
  const entry = await entryOf(reportId);
  assert.deepEqual(
    [entry.answerType, entry.answer, entry.claims[0]?.state],
    ['decided', `Regional handlingsplan beslutades av vårdnämnden den 7 september ${year}.`, 'supported'],
  );
});

test('a report that is ready is changed by nobody until it is reopened; two editors get both texts', async () => {
  const { body, year } = await scene();
  const reportId = await buildReport(t, { bodyId: body, year });
  const entry = await entryOf(reportId);
  await edit(entry, 'En text.');
  await assert.rejects(edit(entry, 'En annan text.'), { code: 'record.changedMeanwhile' });
  const version = async () => (await read((r) => getReport(r, reportId))).version;
  await write(async (w) => markReady(w, { reportId, expectedVersion: 1 }));
  await assert.rejects(edit(await entryOf(reportId), 'Ny text.'), { code: 'record.wrongState' });
  await assert.rejects(
    write((w) => refreshDraft(w, reportId)),
    { code: 'record.wrongState' },
  );
  const expectedVersion = await version();
  await assert.rejects(
    write((w) => editReportTexts(w, { reportId, expectedVersion, title: 'Ny' })),
    { code: 'record.wrongState' },
  );
  await write((w) => reopenReport(w, { reportId, expectedVersion }));
  await edit(await entryOf(reportId), 'Ny text.');
  await edit(await entryOf(reportId), '');
  await assert.rejects(
    write((w) => markReady(w, { reportId, expectedVersion: expectedVersion + 1 })),
    { code: 'record.invalid' },
  );
});

test('a secretary writes the report of the own body and of no other', async () => {
  const { body, year } = await scene();
  const other = await buildBody(t);
  const actor = (bodyId: Id<'body'>) => ({
    ...operatorOf(t.tenantId),
    grants: [{ role: 'committeeSecretary' as Role, bodyId, validFrom: '2020-01-01', validTo: null }],
  });
  const reportId = await buildReport(t, { bodyId: body, year });
  const refresh = (bodyId: Id<'body'>) =>
    t.db.transact(authorize(actor(bodyId), 'report.edit'), { verb: 'refreshDraft' }, (w) => refreshDraft(w, reportId));
  await assert.rejects(refresh(other), { code: 'access.denied' });
  await refresh(body);
  assert.equal((await read((r) => listReports(r, { bodyId: body }))).length, 1);
});
