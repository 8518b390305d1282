/** The minutes of a group of officials against the form of seed 003, point by point, on an invented meeting. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkTree, type DocumentTree, inlinesOf, outlineOf, plainText } from '../../src/documents/tree/index.ts';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { callUpItem, closeMeeting, endItem, invitePerson, openMeeting } from '../../src/domain/attendance/index.ts';
import { notePrincipalStand, recordDecision, setEndorsements } from '../../src/domain/decisions/index.ts';
import { writeOfficialsItem } from '../../src/domain/meetings/index.ts';
import { composeMinutes, minutesDocument } from '../../src/domain/minutes/index.ts';
import { saveSectionText } from '../../src/domain/proceedings/index.ts';
import { getReport, linkEvidence } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Writer } from '../../src/storage/database.ts';
import { buildAssignment } from '../support/build-assignments.ts';
import { buildReport } from '../support/build-followup.ts';
import { buildOfficialsGroup, buildVisit } from '../support/build-joint.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { buildMinutes } from '../support/build-minutes.ts';
import { buildBody } from '../support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t?.close());

const heldOn = '2026-02-20';
type Conducting = Writer<'meeting.conduct'>;
const conduct = <T>(run: (w: Conducting) => Promise<T>) =>
  t.db.transact(authorize(operatorOf(t.tenantId), 'meeting.conduct'), { verb: 'test' }, run);
const linesOf = (tree: DocumentTree): readonly string[] =>
  tree.blocks.flatMap((block) => (block.kind === 'facts' ? [] : inlinesOf(block).map(plainText)));

async function groupMeeting() {
  const { bodyId, principalIds } = await buildOfficialsGroup(t, { principals: 2 });
  const meetingId = await buildMeeting(t, { bodyId, heldOn, place: 'Konferensen' });
  await buildMeeting(t, { bodyId, heldOn: '2026-03-30', mode: 'digital' });
  const add = (number: string, title: string, more: object = {}) =>
    buildAgendaItem(t, { meetingId, number, title, ...more });
  const reports = await add('1', 'Rapport från undergrupperna');
  const agreement = await add('2', 'Överenskommelsen', { category: 'decision', presenters: ['Vera Vik'] });
  const evaluation = await add('3', 'Kort utvärdering och sammanfattning av fattade beslut');
  const invite = (name: string, organisation: string) =>
    conduct((w) => invitePerson(w, { meetingId, name, organisation, capacity: 'principal', role: 'socialchef' }));
  const [here] = [await invite('Anna Ek', 'Fjällby'), await invite('Bo Al', 'Dalby')];
  await conduct((w) => openMeeting(w, { meetingId, at: '09:00', present: [{ attendanceId: here }] }));
  await conduct(async (w) => {
    await callUpItem(w, { itemId: reports, at: '09:05' });
    await writeOfficialsItem(w, {
      itemId: reports,
      reports: [{ subGroup: 'Söder', reporter: 'Anna Ek', report: 'Rekrytering pågår.' }],
      slidesIn: null,
    });
    await callUpItem(w, { itemId: agreement, at: '09:20' });
    await writeOfficialsItem(w, { itemId: agreement, reports: [], slidesIn: 'samarbetsytan' });
  });
  const { id: decisionId } = await conduct((w) =>
    recordDecision(w, {
      agendaItemId: agreement,
      title: 'Överenskommelsen',
      clauses: ['att förlänga överenskommelsen tills vidare med uppsägningstid 9 månader'],
      state: 'made',
    }),
  );
  await conduct(async (w) => {
    await callUpItem(w, { itemId: evaluation, at: '10:00' });
    const body = 'En kort utvärdering genomfördes.';
    await saveSectionText(w, { itemId: evaluation, field: 'deliberation', body, expectedVersion: 0 });
    await endItem(w, { meetingId, at: '10:10' });
    await closeMeeting(w, { meetingId, at: '10:15' });
  });
  await t.db.transact(authorize(operatorOf(t.tenantId), 'decision.record'), { verb: 'test' }, async (w) => {
    await setEndorsements(w, { decisionId, endorsements: [{ endorsedBy: 'Styrgruppen', endorsedOn: null }] });
    const noted = { decisionId, expectedVersion: 0 };
    await notePrincipalStand(w, { ...noted, principalId: principalIds[0]!, stand: 'standsBehind' });
    await notePrincipalStand(w, { ...noted, principalId: principalIds[1]!, stand: 'needsOwnDecision' });
  });
  return await minutesOf(meetingId);
}

async function minutesOf(meetingId: Id<'meeting'>): Promise<DocumentTree> {
  const minutesId = await buildMinutes(t, meetingId);
  const { facts } = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), (r) =>
    composeMinutes(r, minutesId),
  );
  return minutesDocument(facts);
}

test('R-ORG-3: the minutes of a group stand in the form of seed 003, and say through whose mandate each decision holds', async () => {
  const tree = await groupMeeting();
  assert.deepEqual(checkTree(tree), []);
  assert.deepEqual(
    outlineOf(tree).map(({ title }) => title),
    [
      'Närvarande',
      'Punkter',
      '1. Rapport från undergrupperna',
      '2. Överenskommelsen',
      '3. Kort utvärdering och sammanfattning av fattade beslut',
      'Sammanfattning av beslut',
      'Kommande möten',
    ],
  );
  const tables = tree.blocks.filter((block) => block.kind === 'table');
  assert.deepEqual(
    tables.map(({ caption }) => caption),
    ['Företrädare för huvudmännen', 'Beslut vid mötet'],
    'one table tells who spoke for each principal',
  );
  const attendance = tables[0]!.rows.map(([name, principal]) => [name, principal].map((cell) => cell?.[0]));
  assert.deepEqual(
    attendance.map((cells) => cells.map((cell) => cell?.kind === 'text' && [cell.text, cell.struck === true])),
    [
      [
        ['Anna Ek', false],
        ['Fjällby', false],
      ],
      [
        ['Bo Al', true],
        ['Dalby', true],
      ],
    ],
    'the absent are struck through',
  );
  const lines = linesOf(tree);
  const text = lines.join('\n');
  assert.match(text, /Söder: Anna Ek rapporterade\. Rekrytering pågår\./);
  const order = [
    'Vera Vik föredrog ärendet.',
    'Styrgruppen har ställt sig bakom förslaget.',
    'beslutar att förlänga överenskommelsen tills vidare med uppsägningstid 9 månader.',
    'Står bakom beslutet:',
    'Behöver eget beslut:',
    'De bilder som visades finns i samarbetsytan.',
    'En kort utvärdering genomfördes.',
    'Besluten gäller genom varje huvudmans eget mandat.',
    '30 mars 2026 (digitalt)',
  ].map((words) => lines.findIndex((line) => line.includes(words)));
  assert.deepEqual(
    order.filter((place) => place < 0),
    [],
  );
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
  assert.doesNotMatch(text, /§/);
});

test('what a joint meeting and a study visit dealt with is evidence in the report-back like any item', async () => {
  const [bodyId, other] = [await buildBody(t, {}), await buildBody(t, {})];
  const assignmentId = await buildAssignment(t, { year: 2026, parties: [{ bodyId, role: 'performer' }] });
  const joint = await buildMeeting(t, {
    bodyId: other,
    jointBodyIds: [bodyId],
    kind: 'jointMeeting',
    heldOn: '2026-02-19',
    alreadyHeld: true,
  });
  const themeId = await buildAgendaItem(t, { meetingId: joint, title: 'En scen i rörelse', category: 'theme' });
  const visit = await buildMeeting(t, { bodyId, kind: 'studyVisit', heldOn: '2026-02-18', alreadyHeld: true });
  const visitItem = await buildVisit(t, { meetingId: visit, learnt: 'Scenen är liten.' });
  const unlinked = await buildMeeting(t, { bodyId, kind: 'workshop', heldOn: '2026-02-17', alreadyHeld: true });
  await buildVisit(t, { meetingId: unlinked });
  const reportId = await buildReport(t, { bodyId, year: 2026 });
  await t.db.transact(
    authorize(operatorOf(t.tenantId), 'meeting.linkAssignment'),
    { verb: 'linkEvidence' },
    async (w) => {
      await linkEvidence(w, { itemId: themeId, assignmentId });
      await linkEvidence(w, { itemId: visitItem, assignmentId });
    },
  );
  const report = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), (r) => getReport(r, reportId));
  const entry = report.entries.find((one) => one.assignment?.id === assignmentId)!;
  const used = entry.claims.flatMap(({ evidence }) => evidence.map(({ id }) => id));
  const ids = [...used, ...entry.unused.map(({ id }) => id)];
  assert.ok(ids.includes(themeId), 'the theme of the joint meeting');
  assert.ok(ids.includes(visitItem), 'the item of the visit');
  assert.deepEqual(entry.meetings, ['2026-02-18', '2026-02-19']);
});
