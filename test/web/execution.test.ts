import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listAssignmentsById, proposeAssignment } from '../../src/domain/assignments/index.ts';
import { openMeeting } from '../../src/domain/attendance/index.ts';
import { getDecision, linkDecisionToAssignment } from '../../src/domain/decisions/index.ts';
import { effectsOfDecisions, getDecisionTask, listDecisionTasks } from '../../src/domain/execution/index.ts';
import { getMeeting } from '../../src/domain/meetings/index.ts';
import { decideItem, proceedingsOf } from '../../src/domain/proceedings/index.ts';
import { editEntry, getReport, markReady } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildAssignment } from '../support/build-assignments.ts';
import { buildDecision } from '../support/build-decisions.ts';
import { buildReportLink } from '../support/build-execution.ts';
import { buildReport } from '../support/build-followup.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { buildBody } from '../support/build-organisation.ts';
import { buildPlan } from '../support/build-plans.ts';
import { buildHearing } from '../support/build-proceedings.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let bodyId: Id<'body'>;
let meetingId: Id<'meeting'>;
let decisionId: Id<'decision'>;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
  bodyId = await buildBody(site.database, { name: 'Uppföljningsgruppen', kind: 'officialsGroup' });
  meetingId = await buildMeeting(site.database, { bodyId, heldOn: '2026-02-03', alreadyHeld: true });
  const agendaItemId = await buildAgendaItem(site.database, { meetingId, category: 'decision', title: 'Tjänsteköp' });
  decisionId = await buildDecision(site.database, {
    agendaItemId,
    title: 'Tjänsteköp',
    clauses: [
      'att avsätta 144 000 kr för tjänsteköp om 25 procent av en tjänst',
      'att återkomma senast den 1 juni 2026',
    ],
    state: 'made',
  });
});
after(() => site.close());

const key = (name: string) => ({ idempotencyKey: `prov-${name}` });
const decisionPath = () => `/beslut/${decisionId}`;

test('the form of a commission is filled from the clause, and what the decision leaves unsaid is seen on its page', async () => {
  const form = await secretary.read(`${decisionPath()}/ledde-till/bestallning`);
  assert.match(form, /name="amount1"[^>]*value="144000"|value="144000"[^>]*name="amount1"/);
  assert.match(form, /value="0,25"/);
  const fields = { who: 'Projektledaren', what: 'Tjänsteköp', payer1: 'regionen', amount1: '144 000', fte: '0,25' };
  const refused = await secretary.post(`${decisionPath()}/ledde-till/bestallning`, {
    ...fields,
    amount1: 'mycket',
    ...key('a'),
  });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /value="mycket"/, 'what was typed is kept');
  const posted = await secretary.post(`${decisionPath()}/ledde-till/bestallning`, { ...fields, ...key('b') });
  assert.equal(posted.status, 303);
  await secretary.post(`${decisionPath()}/ledde-till/bestallning`, { ...fields, ...key('b') });
  const effects = await site.read((r) => effectsOfDecisions(r, [decisionId]));
  assert.equal(effects.length, 1, 'a form that is sent twice counts once');
  const page = await member.read(decisionPath());
  assert.match(page, /Vad beslutet ledde till/);
  assert.match(page, /varifrån pengarna kommer/);
  assert.doesNotMatch(page, /Det här beslutet ledde till/, 'a member only looks');
  assert.match(await member.read(`/sammantraden/${meetingId}`), /Vad besluten ledde till/);
});

test('each kind of effect has a form that says what is wrong without losing what was typed', async () => {
  for (const slug of ['uppdrag', 'andrat-uppdrag', 'overenskommelse', 'bestallning', 'leverans', 'utsedd']) {
    const path = `${decisionPath()}/ledde-till/${slug}`;
    assert.match(await secretary.read(path), /<form method="post"/, slug);
    assert.equal(
      (await secretary.post(path, { what: '', name: '', who: '', text: '', ...key(slug) })).status,
      422,
      slug,
    );
    assert.equal((await member.get(path)).status, 403, slug);
  }
  const renewed = { name: 'Jourläkare', from: '2026-03-01', openEnded: 'on', noticeMonths: '6', ...key('avtal') };
  assert.equal((await secretary.post(`${decisionPath()}/ledde-till/overenskommelse`, renewed)).status, 303);
  const kinds = (await site.read((r) => effectsOfDecisions(r, [decisionId]))).map(({ kind }) => kind);
  assert.ok(kinds.includes('agreement'));
});

test('a task is added from the decision, listed, told of, and only closed in an item of the body', async () => {
  const refused = await secretary.post(`${decisionPath()}/uppgift`, { task: 'Ta fram underlag', ...key('c') });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /vem som svarar för uppgiften/);
  const fields = { task: 'Ta fram underlag', clause: '2', responsible: 'Handläggaren', dueOn: '2026-06-01' };
  assert.equal((await secretary.post(`${decisionPath()}/uppgift`, { ...fields, ...key('d') })).status, 303);
  const { tasks } = await site.read((r) => listDecisionTasks(r, { bodyId }));
  const task = tasks[0]!;
  const late = await member.read(`/beslutsuppfoljning?organ=${bodyId}&sena=overdue`);
  assert.match(late, /Ta fram underlag/);
  assert.match(late, /försenat/);
  assert.match(await member.read(`/beslutsuppfoljning?organ=${bodyId}&sena=silent&lang=sv`), /inget hört/);
  const csv = await (await member.get(`/beslutsuppfoljning.csv?organ=${bodyId}`)).text();
  assert.match(csv, /Ta fram underlag;ej påbörjad;2026-06-01;Handläggaren/);

  const page = await secretary.read(`/beslutsuppfoljning/${task.id}`);
  assert.doesNotMatch(page, /value="close"/, 'only the body closes');
  const told = { action: 'start', note: 'Har börjat.', version: '1' };
  assert.equal((await secretary.post(`/beslutsuppfoljning/${task.id}/besked`, { ...told, ...key('e') })).status, 303);
  const stale = await secretary.post(`/beslutsuppfoljning/${task.id}/besked`, { ...told, ...key('f') });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /Har börjat/);
  const close = { action: 'close', note: '', version: '2', ...key('g') };
  assert.equal((await secretary.post(`/beslutsuppfoljning/${task.id}/besked`, close)).status, 422);
  const moved = { ...fields, dueOn: '2026-12-31', version: '2', ...key('h') };
  assert.equal((await secretary.post(`/beslutsuppfoljning/${task.id}/andra`, moved)).status, 303);
  assert.match(await member.read(`/beslutsuppfoljning/${task.id}`), /Senast 2026-06-01 → 2026-12-31/);
});

test('open tasks are carried into the next agenda, gone through there, and land in the minutes', async () => {
  const next = await buildMeeting(site.database, { bodyId, heldOn: '2026-12-01' });
  const list = await secretary.read(`/beslutsuppfoljning?organ=${bodyId}`);
  assert.match(list, new RegExp(`/sammantraden/${next}`));
  const put = { meetingId: next, ...key('i') };
  assert.equal((await secretary.post('/beslutsuppfoljning/till-dagordning', put)).status, 303);
  const meeting = await site.read((r) => getMeeting(r, next));
  const item = meeting.items.find(({ category }) => category === 'decisionFollowUp')!;
  assert.match(item.summary ?? '', /Ta fram underlag/);
  const path = `/sammantraden/${next}/punkter/${item.id}/uppgifter`;
  assert.match(await secretary.read(`/sammantraden/${next}`), new RegExp(path));
  assert.match(await secretary.read(path), /när sammanträdet har öppnats/);
  const { tasks } = await site.read((r) => listDecisionTasks(r, { bodyId }));
  const task = tasks[0]!;
  const close = { taskId: task.id, action: 'close', note: 'Underlaget är klart.', version: String(task.version) };
  assert.equal((await secretary.post(path, { ...close, ...key('j') })).status, 422);
  site.travelTo('2026-12-01T09:00:00.000Z');
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
  await site.write('meeting.conduct', (w) => openMeeting(w, { meetingId: next, at: '10:00', present: [] }));
  assert.equal((await secretary.post(path, { ...close, ...key('k') })).status, 303);
  assert.equal((await site.read((r) => getDecisionTask(r, task.id))).status, 'closed');
  const { texts } = await site.read((r) => proceedingsOf(r, item.id));
  assert.match(
    texts.find(({ field }) => field === 'deliberation')?.body ?? '',
    /avslutad av organet\. Underlaget är klart\./,
  );
  assert.match(await member.read(`/beslutsuppfoljning?organ=${bodyId}`), /Ingen uppgift stämmer/);
});

test('a proposal says beforehand that it freezes and delivers a report-back, and afterwards one button does what was left', async () => {
  const { database } = site;
  const to = await buildBody(database, { name: 'Mottagarnämnden' });
  const parties = [{ bodyId, role: 'performer' as const }];
  await buildAssignment(database, { year: 2026, givenByBodyId: to, parties });
  const reportId = await buildReport(database, { bodyId, year: 2026, toBodyId: to });
  const linked = await secretary.post(`${decisionPath()}/godkanner`, { reportId, ...key('l') });
  assert.equal(linked.status, 303);
  const draft = await secretary.read(decisionPath());
  assert.match(draft, /Beslutet godkänner och fryser återrapporteringen .+ och lämnar den till Mottagarnämnden/);
  assert.match(draft, /är ett utkast/);
  assert.doesNotMatch(draft, /Godkänn, frys och överlämna nu/);
  const { version } = await site.read((r) => getReport(r, reportId));
  await site.write('report.edit', (w) => markReady(w, { reportId, expectedVersion: version }));
  assert.match(await secretary.read(decisionPath()), /Godkänn, frys och överlämna nu/);
  assert.doesNotMatch(await member.read(decisionPath()), /Godkänn, frys och överlämna nu/);
  assert.equal((await secretary.post(`${decisionPath()}/verkstall`)).status, 303);
  assert.equal((await site.read((r) => getReport(r, reportId))).state, 'delivered');
  assert.match(await member.read(decisionPath()), /återrapportering: <a href=/);
});

test('the screen of a meeting says what approving freezes and delivers, and does it when it is pressed', async () => {
  const { database } = site;
  const to = await buildBody(database, { name: 'Mottagaren' });
  const hearing = await buildHearing(database, { clauses: ['att godkänna återrapporteringen'] });
  const proposed = hearing.decisionId!;
  const { body } = await site.read((r) => getDecision(r, proposed));
  await buildAssignment(database, { year: 2026, givenByBodyId: to, parties: [{ bodyId: body.id, role: 'performer' }] });
  const reportId = await buildReport(database, { bodyId: body.id, year: 2026, toBodyId: to });
  await buildReportLink(database, { decisionId: proposed, reportId });
  const { version, entries } = await site.read((r) => getReport(r, reportId));
  await site.write('report.edit', (w) =>
    editEntry(w, { entryId: entries[0]!.id, expectedVersion: entries[0]!.version, answer: 'Patienterna är nöjda.' }),
  );
  await site.write('report.edit', (w) => markReady(w, { reportId, expectedVersion: version }));
  const desk = `/sammantraden/${hearing.meetingId}/genomfor`;
  const remarks = new RegExp(`/uppfoljning/${reportId}#anmarkningar">En anmärkning i rapporten är inte avgjord`);
  const screen = await secretary.read(`${desk}?punkt=${hearing.itemId}`);
  assert.match(screen, /fryser återrapporteringen .+ till Mottagaren/);
  const agenda = await member.read(`/sammantraden/${hearing.meetingId}`);
  for (const page of [screen, agenda, await member.read(`/beslut/${proposed}`)]) {
    assert.match(page, remarks);
    assert.match(page, /”Patienterna är nöjda\.”/, 'the remark itself is listed');
  }
  const approve = { 'decide.outcome': 'decided', 'decide.version': '0', ...key('bifall') };
  assert.equal((await secretary.post(`${desk}/${hearing.itemId}/utgang`, approve)).status, 303);
  const report = await site.read((r) => getReport(r, reportId));
  assert.equal(report.state, 'delivered');
  assert.equal(report.approval?.decisionId, proposed);
  const seen = await site.read((r) =>
    r.db.selectFrom('remarks_seen').select(['remarks', 'seen_by']).where('report_id', '=', reportId).execute(),
  );
  assert.deepEqual(
    seen.map(({ remarks }) => (remarks as { claim: { text: string } }[]).map(({ claim }) => claim.text)),
    [['Patienterna är nöjda.']],
  );
  assert.doesNotMatch(await member.read(`/sammantraden/${hearing.meetingId}`), remarks, 'it is done');
});

test('what a decision gives is told on the desk, on the agenda and on its page, and the button does what was left', async () => {
  const { database } = site;
  const hearing = await buildHearing(database, { clauses: ['att ge uppdraget'] });
  const proposed = hearing.decisionId!;
  const { body } = await site.read((r) => getDecision(r, proposed));
  const planId = await buildPlan(database, { ownerBodyId: body.id, year: 2033 });
  const assignmentId = await site.write('assignment.give', (w) =>
    proposeAssignment(w, { planId, text: 'Att pröva kvällsöppet.' }),
  );
  await site.write('decision.record', (w) =>
    linkDecisionToAssignment(w, { decisionId: proposed, assignmentId, kind: 'creates' }),
  );
  const told = /Beslutet ger det föreslagna uppdraget ”[^”]+”/;
  const desk = `/sammantraden/${hearing.meetingId}/genomfor`;
  const page = `/beslut/${proposed}`;
  for (const one of [`${desk}?punkt=${hearing.itemId}`, `/sammantraden/${hearing.meetingId}`, page])
    assert.match(await secretary.read(one), told, one);
  assert.doesNotMatch(await secretary.read(page), /Verkställ nu/, 'it is only proposed');
  // The decision was made without the screen of the meeting: the button on its page does what was left.
  await site.write('meeting.conduct', (w) =>
    decideItem(w, { itemId: hearing.itemId, expectedVersion: 0, outcome: 'decided' }),
  );
  assert.match(await secretary.read(page), /Verkställ nu/);
  assert.doesNotMatch(await member.read(page), /Verkställ nu/);
  assert.equal((await member.post(`${page}/verkstall`)).status, 403);
  assert.equal((await secretary.post(`${page}/verkstall`)).status, 303);
  const [given] = await site.read((r) => listAssignmentsById(r, [assignmentId]));
  assert.equal(given?.state, 'given');
  assert.doesNotMatch(await secretary.read(page), told);
});
